#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/io.h"
#include "naqi/input.h"
#include "naqi/naqi.h"

namespace naqi::cli {

/// What the command line asks for, as CLI11 reads it: one struct for all commands, each reads its part.
struct Arguments {
  std::string file = "-";
  std::string page;
  std::string format = "json";
  std::string offsets = "utf16";
  std::string profile;
  std::string compat;
  std::string unit = "sentence";
  std::vector<std::string> settings;  ///< OPTION=VALUE
  bool offsets_given = false;
  bool words = false;
  bool map = false;
  bool jsonl = false;
  std::size_t longest_record = kMaxJsonBytes;
  bool conformant = false;
  bool replace_invalid = false;
};

/// Each reads, works, writes, and gives the exit status or the error that ended it.
[[nodiscard]] Result<int> clean_command(const Arguments& arguments);
[[nodiscard]] Result<int> normalize_command(const Arguments& arguments);
[[nodiscard]] Result<int> segment_command(const Arguments& arguments);

/// Profile or preset and settings of the command line. The options of cleaning alone go to `clean`, if there
/// is one.
[[nodiscard]] Result<NormalizeOptions> normalize_options(const Arguments& arguments,
                                                         CleanOptions* clean = nullptr);
/// Calls `set(option, value)` for every OPTION=VALUE until one gives an error.
template <typename Set>
[[nodiscard]] std::optional<Error> apply_settings(const Arguments& arguments, Set&& set) {
  for (const std::string& setting : arguments.settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos) {
      return Error{ErrorCode::invalid_option, "--set takes OPTION=VALUE, not \"" + setting + "\"",
                   std::nullopt};
    }
    const std::string_view view = setting;
    if (std::optional<Error> error = set(view.substr(0, equals), view.substr(equals + 1))) {
      return error;
    }
  }
  return std::nullopt;
}

}  // namespace naqi::cli
