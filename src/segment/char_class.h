#pragma once

// What a character is to the tailored segmenter: one byte, read from a table for the blocks that
// Arabic text is made of and worked out from Unicode's properties for the others.

#include <array>
#include <cstdint>
#include <string_view>

#include "unicode/properties.h"

namespace naqi {

enum class CharClass : std::uint8_t {
  other,
  space,
  mark,    ///< what a grapheme cluster takes in: combining marks, ZWJ, ZWNJ
  format,  ///< invisible, and no part of a cluster: bidi controls, soft hyphen
  prepend,
  arabic,    ///< a letter of the Arabic script, tatweel too
  letter,    ///< another alphabetic letter
  digit,     ///< Nd
  complex,   ///< a letter of a script written without spaces between words (Thai, Lao, Khmer, Burmese)
  solo,      ///< a letter that is a word of its own (Han, Hiragana)
  syllable,  ///< Hangul, whose jamo make clusters
  connector,
  apostrophe,
  middle_dot,
  hash,
  at,
  pictograph,
  regional,
  // From here on: what can begin, end or hold together a sentence.
  line_end,
  stop,
  ellipsis,
  terminator,
  semicolon,     ///< «؛», by option
  double_quote,  ///< " “ ” „ ‟: typists swap them, so the place decides which way they face
  guillemet,     ///< « » ‹ ›
  bracket,
};

[[nodiscard]] constexpr bool is_sentence_event(CharClass c) noexcept { return c >= CharClass::line_end; }
[[nodiscard]] constexpr bool is_word_letter(CharClass c) noexcept {
  return c >= CharClass::arabic && c <= CharClass::syllable && c != CharClass::digit;
}

/// Made once, at the first use.
class CharClasses {
 public:
  [[nodiscard]] static const CharClasses& get() noexcept;

  /// The class of one unit; a surrogate is `other` here, `at` reads the pair.
  [[nodiscard]] CharClass of_unit(char16_t unit) const noexcept {
    if (unit < kLow) {
      return low_[unit];
    }
    if (unit >= kPunctuation && unit < kPunctuation + punctuation_.size()) {
      return punctuation_[unit - kPunctuation];
    }
    return rare(unit);
  }
  /// The first unit at or behind `i` whose class is a sentence event or that is a surrogate; the size of
  /// `text` if there is none. Four units at a time where all of them are below U+1000.
  [[nodiscard]] std::uint32_t find_event(std::u16string_view text, std::uint32_t i) const noexcept {
    const auto size = static_cast<std::uint32_t>(text.size());
    const char16_t* units = text.data();
    for (;;) {
      while (i + 4 <= size) {
        const std::uint32_t a = units[i];
        const std::uint32_t b = units[i + 1];
        const std::uint32_t c = units[i + 2];
        const std::uint32_t d = units[i + 3];
        if ((a | b | c | d) >= kEvents || (events_[a] | events_[b] | events_[c] | events_[d]) != 0) {
          break;
        }
        i += 4;
      }
      const std::uint32_t stop = i + 4 <= size ? i + 4 : size;
      for (; i < stop; ++i) {
        const char16_t unit = units[i];
        if (unit < kEvents ? events_[unit] != 0
                           : (unit & 0xF800U) == 0xD800U || is_sentence_event(of_unit(unit))) {
          return i;
        }
      }
      if (i == size) {
        return i;
      }
    }
  }
  /// The class of the code point at `i`, and in `next` the place behind it.
  [[nodiscard]] CharClass at(std::u16string_view text, std::uint32_t i, std::uint32_t& next) const noexcept {
    const char16_t unit = text[i];
    if ((unit & 0xF800U) != 0xD800U) {
      next = i + 1;
      return of_unit(unit);
    }
    next = i;
    return rare(unicode::next(text, next));
  }
  [[nodiscard]] CharClass at(std::u16string_view text, std::uint32_t i) const noexcept {
    std::uint32_t next = 0;
    return at(text, i, next);
  }
  /// The class of the code point that ends at `i`, and in `begin` its place. i > 0.
  [[nodiscard]] CharClass before(std::u16string_view text, std::uint32_t i,
                                 std::uint32_t& begin) const noexcept {
    begin = i - 1;
    if (begin > 0 && (text[begin] & 0xFC00U) == 0xDC00U && (text[begin - 1] & 0xFC00U) == 0xD800U) {
      --begin;
    }
    return at(text, begin);
  }

 private:
  static constexpr char16_t kLow = 0x0900;
  static constexpr char16_t kPunctuation = 0x2000;
  static constexpr std::uint32_t kEvents = 0x1000;  ///< a power of two: no OR of smaller numbers reaches it

  CharClasses() noexcept;
  [[nodiscard]] static CharClass rare(char32_t c) noexcept;

  std::array<CharClass, kLow> low_{};
  std::array<CharClass, 0x80> punctuation_{};
  std::array<std::uint8_t, kEvents> events_{};  ///< 1 for a sentence event
};

}  // namespace naqi
