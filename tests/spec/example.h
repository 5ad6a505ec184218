#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naqi::spec {

/// One example of the specification; README.md of this folder describes the form.
struct Example {
  std::string file;
  int line = 0;  ///< of the fence's first line, from 1
  std::string kind;
  std::vector<std::pair<std::string, std::string>> options;
  std::string input;     ///< UTF-8, escapes resolved
  std::string expected;  ///< UTF-8, escapes resolved, no line feed at the end

  /// The value of an option, empty if it is not given.
  [[nodiscard]] std::string option(std::string_view key) const;
};

/// The examples of one file. What is malformed becomes an example of kind "malformed", whose input
/// says why, so that it fails under its own name.
[[nodiscard]] std::vector<Example> read_examples(const std::string& path);

/// What an example expects, in the form in which it is compared.
[[nodiscard]] std::string expected(const Example& example);

/// What the library gives for an example, in the same form.
[[nodiscard]] std::string actual(const Example& example);

/// `text` with everything that cannot be seen or told apart in a terminal as \u{…}.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace naqi::spec
