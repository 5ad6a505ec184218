#include "cli/io.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "naqi/span.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi::cli {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;
/// No UTF-8 text of more bytes has `kMaxTextUnits` units or fewer.
constexpr std::size_t kMaxTextBytes = std::size_t{3} * kMaxTextUnits;

Error too_large(std::size_t limit, const char* unit) {
  return {ErrorCode::input_too_large, "the input is longer than " + std::to_string(limit) + " " + unit,
          limit};
}

}  // namespace

std::string printable(std::string_view message) {
  constexpr std::size_t kLongest = 600;  // in code units, more than any message has without a value in it
  std::u16string text = unicode::utf8_to_utf16_replacing(message);
  if (text.size() > kLongest) {
    const std::u16string end = text.substr(text.size() - kLongest / 2);
    text.resize(kLongest / 2);
    text += u" … " + end;
  }
  std::string out;
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t at = i;
    const char32_t c = unicode::next(text, i);
    if (c != U' ' && unicode::is_invisible(c)) {
      char escape[16];
      std::snprintf(escape, sizeof escape, "\\u{%X}", static_cast<unsigned>(c));
      out += escape;
    } else {
      unicode::append_utf8(out, std::u16string_view(text).substr(at, i - at));
    }
  }
  return out;
}

int report(const Error& error) {
  const std::string line = "naqi: " + std::string(name(error.code)) + ": " + printable(error.message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
  return kFailed;
}

InputFile::InputFile(std::string path)
    : path_(std::move(path)),
      descriptor_(path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) {
    fail("open");
  }
}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) {
    ::close(descriptor_);
  }
}

void InputFile::fail(const char* what) {
  const std::string shown = path_ == "-" ? "standard input" : path_;
  error_ = Error{ErrorCode::io, std::string("cannot ") + what + " " + shown + ": " + std::strerror(errno),
                 std::nullopt};
}

bool InputFile::read(std::string& bytes) {
  if (error_) {
    return false;
  }
  const std::size_t size = bytes.size();
  bytes.resize(size + kBlock);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, bytes.data() + size, kBlock);
  } while (got < 0 && errno == EINTR);
  bytes.resize(size + (got > 0 ? static_cast<std::size_t>(got) : 0));
  if (got < 0) {
    fail("read");
  }
  return got > 0;
}

/// Reads to the end of a line that is too long.
bool LineReader::skip_rest(std::string_view& line) {
  constexpr std::size_t kKept = std::size_t{1} << 16U;  // enough to find an id in
  const std::string begin = buffer_.substr(0, kKept);
  std::size_t end = 0;
  do {
    buffer_.clear();
  } while (file_.read(buffer_) && (end = buffer_.find('\n')) == std::string::npos);
  if (file_.error()) {
    return false;
  }
  buffer_.replace(0, std::min(end, buffer_.size()), begin);
  line = std::string_view(buffer_).substr(0, begin.size());
  at_ = std::min(begin.size() + 1, buffer_.size());
  too_long_ = true;
  return true;
}

bool LineReader::next(std::string_view& line) {
  too_long_ = false;
  std::size_t searched = at_;
  std::size_t end = 0;
  while ((end = buffer_.find('\n', searched)) == std::string::npos) {
    buffer_.erase(0, at_);
    at_ = 0;
    searched = buffer_.size();
    if (searched > longest_) {
      return skip_rest(line);
    }
    if (!file_.read(buffer_)) {
      if (buffer_.empty() || file_.error()) {
        return false;
      }
      end = buffer_.size();
      break;
    }
  }
  too_long_ = end - at_ > longest_;
  line = std::string_view(buffer_).substr(at_, end - at_);
  at_ = std::min(end + 1, buffer_.size());
  if (!line.empty() && line.back() == '\r') {
    line.remove_suffix(1);
  }
  return true;
}

Result<std::string> read_bytes(const std::string& path) {
  InputFile file(path);
  std::string bytes;
  while (bytes.size() <= kMaxJsonBytes && file.read(bytes)) {
  }
  if (file.error()) {
    return *file.error();
  }
  if (bytes.size() > kMaxJsonBytes) {
    return too_large(kMaxJsonBytes, "bytes");
  }
  return bytes;
}

Result<std::u16string> decode(std::string_view bytes, bool replace_invalid) {
  if (replace_invalid) {
    return unicode::utf8_to_utf16_replacing(bytes);
  }
  return unicode::utf8_to_utf16(bytes);
}

Result<std::u16string> read_text(const std::string& path, bool replace_invalid) {
  InputFile file(path);
  std::string bytes;
  while (bytes.size() <= kMaxTextBytes && file.read(bytes)) {
  }
  if (file.error()) {
    return *file.error();
  }
  if (bytes.size() > kMaxTextBytes) {
    return too_large(kMaxTextBytes, "bytes");
  }
  Result<std::u16string> text = decode(bytes, replace_invalid);
  if (text && text.value().size() > kMaxTextUnits) {
    return too_large(kMaxTextUnits, "UTF-16 units");
  }
  return text;
}

void Output::write(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }

std::optional<Error> Output::flush() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) {
    return std::nullopt;
  }
  return Error{ErrorCode::io, std::string("cannot write standard output: ") + std::strerror(errno),
               std::nullopt};
}

Progress::Progress() : shown_(::isatty(STDERR_FILENO) != 0) {}

void Progress::step() {
  constexpr std::size_t kEvery = 256;
  if (++done_ % kEvery == 0 && shown_) {
    std::fprintf(stderr, "\r%zu records", done_);
  }
}

Progress::~Progress() {
  if (shown_ && done_ > 0) {
    std::fprintf(stderr, "\r%zu records\n", done_);
  }
}

}  // namespace naqi::cli
