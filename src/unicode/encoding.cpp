#include "unicode/encoding.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "unicode/properties.h"

namespace naqi::unicode {

std::size_t valid_utf8_prefix(std::string_view bytes) noexcept {
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t at = 0;
  for (std::int64_t i = 0; at < size; at = i) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, c);
    if (c < 0) {
      break;
    }
  }
  return static_cast<std::size_t>(at);
}

Result<std::u16string> utf8_to_utf16(std::string_view bytes) {
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid < bytes.size()) {
    return Error{ErrorCode::invalid_encoding,
                 "invalid UTF-8 at byte " + decimal(valid) +
                     "; the input must be UTF-8 (convert it, or pass --replace-invalid)",
                 valid};
  }
  return utf8_to_utf16_replacing(bytes);
}

std::u16string utf8_to_utf16_replacing(std::string_view bytes) {
  std::u16string out;
  out.reserve(bytes.size());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, c);
    append(out, static_cast<char32_t>(c));
  }
  return out;
}

void append_utf8(std::string& out, std::u16string_view text) {
  constexpr std::size_t kLongest = 3;  // of one unit; a surrogate pair takes four bytes
  std::size_t size = out.size();
  out.resize(size + kLongest * text.size());
  for (std::uint32_t i = 0; i < text.size();) {
    const char32_t c = next(text, i);
    U8_APPEND_UNSAFE(out, size, U_IS_SURROGATE(c) ? 0xFFFDU : static_cast<std::uint32_t>(c));
  }
  out.resize(size);
}

std::string utf16_to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  append_utf8(out, text);
  return out;
}

void append_decimal(std::string& out, std::uint64_t number, std::size_t digits) {
  constexpr std::size_t kMost = 20;  // of 64 bits
  char text[kMost];
  std::size_t begin = kMost;
  do {
    text[--begin] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0 || (kMost - begin < digits && begin > 0));
  out.append(text + begin, kMost - begin);
}

}  // namespace naqi::unicode
