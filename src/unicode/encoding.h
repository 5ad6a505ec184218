#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "naqi/error.h"

namespace naqi::unicode {

/// Strict UTF-8 to UTF-16. Errors: `invalid_encoding`, `position` is the offset in bytes.
[[nodiscard]] Result<std::u16string> utf8_to_utf16(std::string_view bytes);

/// The same, every maximal ill-formed subsequence becomes one U+FFFD (Unicode 15.0 §3.9, as WHATWG).
[[nodiscard]] std::u16string utf8_to_utf16_replacing(std::string_view bytes);

/// The length in bytes of the longest beginning of `bytes` that is well-formed UTF-8.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view bytes) noexcept;

/// UTF-16 to UTF-8; a lone surrogate becomes U+FFFD.
[[nodiscard]] std::string utf16_to_utf8(std::u16string_view text);
void append_utf8(std::string& out, std::u16string_view text);

/// The number in decimal, with zeros in front up to so many digits.
void append_decimal(std::string& out, std::uint64_t number, std::size_t digits = 1);
[[nodiscard]] inline std::string decimal(std::uint64_t number) {
  std::string out;
  append_decimal(out, number);
  return out;
}

}  // namespace naqi::unicode
