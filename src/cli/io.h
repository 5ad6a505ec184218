#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "naqi/error.h"
#include "naqi/span.h"

namespace naqi::cli {

/// Exit statuses.
inline constexpr int kDone = 0;
inline constexpr int kRecordsWithErrors = 1;
inline constexpr int kFailed = 2;

/// A message as a terminal may show it: controls and invisible format characters are escaped, and where it is
/// long (a value of the caller's stands in it) the middle is left out.
[[nodiscard]] std::string printable(std::string_view message);

/// Prints "naqi: CODE: message" on standard error.
int report(const Error& error);

/// A file that is read from its begin to its end in blocks; "-" is standard input.
class InputFile {
 public:
  explicit InputFile(std::string path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// Why the file could not be opened or read.
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  /// Appends a block to `bytes`; false at the end of the file or at an error.
  bool read(std::string& bytes);
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  void fail(const char* what);

  std::string path_;
  int descriptor_;
  std::optional<Error> error_;
};

/// The longest JSON text that is read: kMaxTextUnits units, each written as an escape, and room for the rest.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{8} * kMaxTextUnits;

/// The lines of a file, without their line ends. One that is longer than a limit is passed over: only its
/// begin is kept.
class LineReader {
 public:
  explicit LineReader(InputFile& file, std::size_t longest = kMaxJsonBytes)
      : file_(file), longest_(longest) {}

  /// Whether the next line is here already: if not, `next` may wait for whoever writes the file.
  [[nodiscard]] bool ready() const noexcept { return buffer_.find('\n', at_) != std::string::npos; }
  /// False at the end of the file or at an error. The line is valid until the next call.
  bool next(std::string_view& line);
  /// Whether the line was longer than the limit.
  [[nodiscard]] bool too_long() const noexcept { return too_long_; }

 private:
  bool skip_rest(std::string_view& line);

  InputFile& file_;
  std::size_t longest_;
  bool too_long_ = false;
  std::string buffer_;
  std::size_t at_ = 0;
};

/// The whole file as text. A file that cannot be within `kMaxTextUnits` is not read to its end.
/// Errors: `io`; `invalid_encoding`, `position` in bytes; `input_too_large`.
[[nodiscard]] Result<std::u16string> read_text(const std::string& path, bool replace_invalid);
/// The whole file, at most `kMaxJsonBytes` of it. Errors: `io`, `input_too_large`.
[[nodiscard]] Result<std::string> read_bytes(const std::string& path);

/// UTF-8 to UTF-16. Errors: `invalid_encoding`, `position` in bytes, unless invalid bytes are replaced.
[[nodiscard]] Result<std::u16string> decode(std::string_view bytes, bool replace_invalid);

/// Standard output. Errors (`io`) are kept until `flush`.
class Output {
 public:
  void write(std::string_view bytes);
  [[nodiscard]] std::optional<Error> flush();
};

/// A line on standard error that tells how far the work is, when that is a terminal.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  bool shown_;
  std::size_t done_ = 0;
};

}  // namespace naqi::cli
