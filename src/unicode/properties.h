#pragma once

// Unicode character properties and normalisation forms. This room is the only one that includes
// ICU's headers; nothing of ICU appears in its own.

#include <cstdint>
#include <string>
#include <string_view>

namespace naqi::unicode {

/// Reads the code point at `index` and moves `index` behind it. A lone surrogate is returned as
/// itself (one unit). `index` must be inside `text`.
[[nodiscard]] inline char32_t next(std::u16string_view text, std::uint32_t& index) noexcept {
  const char16_t lead = text[index++];
  if ((lead & 0xFC00U) == 0xD800U && index < text.size()) {
    const char16_t trail = text[index];
    if ((trail & 0xFC00U) == 0xDC00U) {
      ++index;
      return 0x10000U + ((static_cast<char32_t>(lead) - 0xD800U) << 10U) +
             (static_cast<char32_t>(trail) - 0xDC00U);
    }
  }
  return lead;
}

/// Moves `index` in front of the code point that ends there and reads it. `index` must not be 0.
[[nodiscard]] inline char32_t previous(std::u16string_view text, std::uint32_t& index) noexcept {
  const char16_t trail = text[--index];
  if ((trail & 0xFC00U) == 0xDC00U && index > 0) {
    const char16_t lead = text[index - 1];
    if ((lead & 0xFC00U) == 0xD800U) {
      --index;
      return 0x10000U + ((static_cast<char32_t>(lead) - 0xD800U) << 10U) +
             (static_cast<char32_t>(trail) - 0xDC00U);
    }
  }
  return trail;
}

void append(std::u16string& text, char32_t code_point);

[[nodiscard]] std::string_view unicode_version() noexcept;  ///< of the character data: "15.0"
[[nodiscard]] std::string_view icu_version() noexcept;      ///< "72.1"

enum class Script : std::uint8_t { common, inherited, arabic, latin, other };

[[nodiscard]] Script script(char32_t c) noexcept;
[[nodiscard]] bool is_letter(char32_t c) noexcept;         ///< general category L*
[[nodiscard]] bool is_mark(char32_t c) noexcept;           ///< general category M*
[[nodiscard]] bool is_decimal_digit(char32_t c) noexcept;  ///< general category Nd
[[nodiscard]] bool is_number(char32_t c) noexcept;         ///< general category N*
[[nodiscard]] int digit_value(char32_t c) noexcept;        ///< 0–9, or -1
[[nodiscard]] bool is_punctuation(char32_t c) noexcept;    ///< general category P*
[[nodiscard]] bool is_white_space(char32_t c) noexcept;    ///< White_Space
[[nodiscard]] bool is_format(char32_t c) noexcept;         ///< general category Cf
[[nodiscard]] bool is_control(char32_t c) noexcept;        ///< general category Cc
/// Shows nothing: white space, a control, or a format character other than the signs that span the
/// digits or letters behind them (Prepended_Concatenation_Mark: U+0600–U+0605, U+06DD, …).
[[nodiscard]] bool is_invisible(char32_t c) noexcept;
[[nodiscard]] bool is_line_end(
    char32_t c) noexcept;  ///< LF, CR, NEL, U+2028, U+2029 (VT and FF are white space)
[[nodiscard]] std::uint8_t combining_class(char32_t c) noexcept;
[[nodiscard]] bool is_strong_rtl(char32_t c) noexcept;  ///< Bidi_Class R or AL
[[nodiscard]] bool is_strong_ltr(char32_t c) noexcept;  ///< Bidi_Class L
[[nodiscard]] char32_t to_lower(char32_t c) noexcept;   ///< simple lower-case mapping

}  // namespace naqi::unicode
