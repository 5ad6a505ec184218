#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/batch/streams.h"

namespace naqi::cli {

/// A place between two lines of the input, and what stood before it.
struct InputPlace {
  std::uint64_t lines = 0;
  std::uint64_t bytes = 0;     ///< unpacked
  std::uint32_t checksum = 0;  ///< CRC-32 of these bytes
};

/// A line without its line end.
struct InputLine {
  std::string text;
  std::uint64_t number = 0;  ///< from 1
  InputPlace after;
  std::uint64_t consumed = 0;  ///< bytes of the file that were read by then
  bool too_long = false;       ///< the text was not kept
  bool terminated = false;     ///< a line end followed: nobody is in the middle of writing it
};

/// Cuts a stream into lines. What is longer than a limit is passed over without being held.
class InputLines {
 public:
  InputLines(InputStream& stream, std::size_t longest) : stream_(stream), longest_(longest) {}

  /// Whether `next` can go on without waiting; waits so long.
  [[nodiscard]] bool ready(int milliseconds) const {
    return buffer_.find('\n', at_) != std::string::npos || stream_.ready(milliseconds);
  }
  /// The next line that is not empty. Nothing at the end, and at an error of the stream: a line that it cuts
  /// off is none.
  [[nodiscard]] std::optional<InputLine> next();
  /// Goes on from a place of an earlier run. Errors: `io` where the stream differs before it.
  [[nodiscard]] std::optional<Error> skip(const InputPlace& place);

 private:
  void pass(std::string_view bytes);

  InputStream& stream_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;
  InputPlace place_;
};

}  // namespace naqi::cli
