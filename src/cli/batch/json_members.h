#pragma once

#include <cstddef>
#include <string_view>

namespace naqi::cli {

/// One member of an object, or one element of an array, as it stands in the text.
struct JsonPart {
  std::string_view key;    ///< of a member, without its quotation marks, escapes as they are
  std::string_view value;  ///< with its quotation marks or brackets
};

/// Steps through the members or elements of one object or array of a JSON text that is known to be valid.
/// Values are cut out, not read: what is passed on keeps every byte, numbers of any size included.
class JsonParts {
 public:
  /// `text` is the object or the array, from bracket to bracket, white space around it allowed.
  explicit JsonParts(std::string_view text);
  /// False behind the last one.
  bool next(JsonPart& part);

 private:
  [[nodiscard]] std::string_view value();
  void skip_space();

  std::string_view text_;
  std::size_t at_ = 0;
  bool object_ = false;
};

}  // namespace naqi::cli
