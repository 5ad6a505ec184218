#pragma once

namespace naqi::normalization {

constexpr bool between(char32_t c, char32_t first, char32_t last) noexcept { return first <= c && c <= last; }

/// A letter of the Arabic script in its nominal form (tatweel and small Quranic letters are none).
constexpr bool is_arabic_letter(char32_t c) noexcept {
  if (c < 0x0620 || c > 0x08C9) {
    return false;
  }
  return (c <= 0x064A && c != 0x0640) || between(c, 0x066E, 0x066F) || between(c, 0x0671, 0x06D3) ||
         c == 0x06D5 || between(c, 0x06EE, 0x06EF) || between(c, 0x06FA, 0x06FC) || c == 0x06FF ||
         between(c, 0x0750, 0x077F) || between(c, 0x0870, 0x0887) || between(c, 0x0889, 0x088E) ||
         c >= 0x08A0;
}

constexpr bool is_tashkeel(char32_t c) noexcept { return between(c, 0x064B, 0x0652); }

/// Honorifics, Quranic annotation, the superscript alef; never madda and hamza (U+0653–U+0655).
constexpr bool is_small_sign(char32_t c) noexcept {
  return between(c, 0x0610, 0x061A) || c == 0x0670 || between(c, 0x06D6, 0x06ED) ||
         between(c, 0x08D3, 0x08FF);
}

/// What may stand on an Arabic letter.
constexpr bool is_arabic_mark(char32_t c) noexcept {
  return between(c, 0x064B, 0x065F) || between(c, 0x0610, 0x061A) || c == 0x0670 ||
         (between(c, 0x06D6, 0x06ED) && c != 0x06DD && c != 0x06DE && c != 0x06E9) ||
         between(c, 0x0898, 0x089F) || (between(c, 0x08CA, 0x08FF) && c != 0x08E2);
}

constexpr bool is_hamza_mark(char32_t c) noexcept { return between(c, 0x0653, 0x0655); }
constexpr bool is_ascii_digit(char32_t c) noexcept { return between(c, U'0', U'9'); }
constexpr bool is_arabic_digit(char32_t c) noexcept {
  return between(c, 0x0660, 0x0669) || between(c, 0x06F0, 0x06F9);
}
constexpr bool is_ascii_letter(char32_t c) noexcept { return between(c | 0x20U, U'a', U'z'); }
constexpr bool is_ascii_alnum(char32_t c) noexcept { return is_ascii_letter(c) || is_ascii_digit(c); }

/// Zs, tab, VT and FF: white space that does not end a line.
constexpr bool is_space(char32_t c) noexcept {
  return c == U' ' || c == 0x09 || c == 0x0B || c == 0x0C || c == 0xA0 || c == 0x1680 ||
         between(c, 0x2000, 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}
constexpr bool is_line_break(char32_t c) noexcept {
  return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Format characters that show nothing and carry nothing in clean text; the joiners are apart.
constexpr bool is_invisible(char32_t c) noexcept {
  return c == 0x00AD || c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F ||
         between(c, 0x202A, 0x202E) || c == 0x2060 || between(c, 0x2066, 0x2069) || c == 0xFEFF;
}

constexpr bool is_opener(char32_t c) noexcept {
  return c == 0xAB || c == 0x201C || c == 0x2018 || c == U'(' || c == U'[' || c == U'{';
}
constexpr bool is_closer(char32_t c) noexcept {
  return c == 0xBB || c == 0x201D || c == 0x2019 || c == U')' || c == U']' || c == U'}';
}

}  // namespace naqi::normalization
