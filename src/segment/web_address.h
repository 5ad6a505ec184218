#pragma once

// URLs, host names and e-mail addresses as they stand in running text.

#include <cstdint>
#include <string_view>

namespace naqi {

[[nodiscard]] constexpr bool is_ascii_letter(char16_t c) noexcept {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
[[nodiscard]] constexpr bool is_ascii_alphanumeric(char16_t c) noexcept {
  return is_ascii_letter(c) || (c >= u'0' && c <= u'9');
}
/// What can stand in a URL (RFC 3986, section 2), without the signs that text puts around one.
[[nodiscard]] bool is_url_unit(char16_t c) noexcept;
/// What at the end of a URL is the sentence's.
[[nodiscard]] bool is_trailing_punctuation(char16_t c) noexcept;

/// Behind "http://", "https://", "ftp://" or "www." if it stands at `begin`, else `begin`.
[[nodiscard]] std::uint32_t url_scheme(std::u16string_view text, std::uint32_t begin) noexcept;

/// "example.com": labels of letters, digits and hyphens whose last one is a top-level domain in use.
[[nodiscard]] bool is_host_name(std::u16string_view word) noexcept;

struct EmailScan {
  std::uint32_t end = 0;      ///< behind the address, or `begin`
  std::uint32_t scanned = 0;  ///< no address begins between `begin` and here
};
[[nodiscard]] EmailScan scan_email(std::u16string_view text, std::uint32_t begin) noexcept;

}  // namespace naqi
