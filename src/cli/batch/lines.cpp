#include "cli/batch/lines.h"

#include <zlib.h>

#include <algorithm>

namespace naqi::cli {

void InputLines::pass(std::string_view bytes) {
  place_.bytes += bytes.size();
  place_.checksum = static_cast<std::uint32_t>(
      crc32_z(place_.checksum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::optional<InputLine> InputLines::next() {
  for (;;) {
    InputLine line;
    std::size_t searched = at_;
    std::size_t end = 0;
    while ((end = buffer_.find('\n', searched)) == std::string::npos) {
      if (buffer_.size() - at_ > longest_) {
        line.too_long = true;
      }
      if (line.too_long) {
        pass(std::string_view(buffer_).substr(at_));
        at_ = buffer_.size();
      }
      buffer_.erase(0, at_);
      at_ = 0;
      searched = buffer_.size();
      if (!stream_.read(buffer_)) {
        if (stream_.error() || (buffer_.empty() && !line.too_long)) {
          return std::nullopt;
        }
        end = buffer_.size();
        break;
      }
    }
    line.terminated = end < buffer_.size();
    std::string_view text = std::string_view(buffer_).substr(at_, end - at_);
    const std::size_t next = end + (line.terminated ? 1 : 0);
    pass(std::string_view(buffer_).substr(at_, next - at_));
    at_ = next;
    line.number = ++place_.lines;
    line.after = place_;
    line.consumed = stream_.consumed();
    line.too_long = line.too_long || text.size() > longest_;
    if (line.too_long) {
      return line;
    }
    if (line.number == 1 && text.starts_with("\xEF\xBB\xBF")) {
      text.remove_prefix(3);
    }
    if (!text.empty() && text.back() == '\r') {
      text.remove_suffix(1);
    }
    if (text.find_first_not_of(" \t") != std::string_view::npos) {
      line.text = text;
      return line;
    }
  }
}

std::optional<Error> InputLines::skip(const InputPlace& place) {
  while (place_.bytes < place.bytes) {
    if (at_ == buffer_.size()) {
      buffer_.clear();
      at_ = 0;
      if (!stream_.read(buffer_)) {
        break;
      }
    }
    const std::string_view part = std::string_view(buffer_).substr(
        at_, std::min<std::uint64_t>(place.bytes - place_.bytes, buffer_.size()));
    pass(part);
    at_ += part.size();
  }
  if (stream_.error()) {
    return stream_.error();
  }
  if (place_.bytes != place.bytes || place_.checksum != place.checksum) {
    return Error{ErrorCode::io, "the input is not the one that the file of --resume was written for",
                 std::nullopt};
  }
  place_.lines = place.lines;
  return std::nullopt;
}

}  // namespace naqi::cli
