#include "unicode/properties.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace naqi::unicode {

void append(std::u16string& text, char32_t c) {
  if (c < 0x10000U) {
    text.push_back(static_cast<char16_t>(c));
  } else {
    text.push_back(static_cast<char16_t>(0xD7C0U + (c >> 10U)));
    text.push_back(static_cast<char16_t>(0xDC00U | (c & 0x3FFU)));
  }
}

std::string_view unicode_version() noexcept { return U_UNICODE_VERSION; }
std::string_view icu_version() noexcept { return U_ICU_VERSION; }

Script script(char32_t c) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_COMMON: return Script::common;
    case USCRIPT_INHERITED: return Script::inherited;
    case USCRIPT_ARABIC: return Script::arabic;
    case USCRIPT_LATIN: return Script::latin;
    default: return Script::other;
  }
}

bool is_letter(char32_t c) noexcept { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0; }
bool is_mark(char32_t c) noexcept { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }
bool is_decimal_digit(char32_t c) noexcept {
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}
bool is_number(char32_t c) noexcept { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_N_MASK) != 0; }
int digit_value(char32_t c) noexcept { return u_charDigitValue(static_cast<UChar32>(c)); }
bool is_punctuation(char32_t c) noexcept {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}
bool is_white_space(char32_t c) noexcept { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_format(char32_t c) noexcept { return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR; }
bool is_control(char32_t c) noexcept { return u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR; }
bool is_invisible(char32_t c) noexcept {
  if ((c > 0x20U && c < 0x7FU) || (c >= 0x0620U && c <= 0x06DCU)) {
    return false;  // most text
  }
  return is_white_space(c) || is_control(c) ||
         (is_format(c) &&
          u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_PREPENDED_CONCATENATION_MARK) == 0);
}
bool is_line_end(char32_t c) noexcept {
  return c == U'\n' || c == U'\r' || c == 0x85U || c == 0x2028U || c == 0x2029U;
}
std::uint8_t combining_class(char32_t c) noexcept { return u_getCombiningClass(static_cast<UChar32>(c)); }
bool is_strong_rtl(char32_t c) noexcept {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}
bool is_strong_ltr(char32_t c) noexcept {
  return u_charDirection(static_cast<UChar32>(c)) == U_LEFT_TO_RIGHT;
}
char32_t to_lower(char32_t c) noexcept { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

}  // namespace naqi::unicode
