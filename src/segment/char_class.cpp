#include "segment/char_class.h"

#include "unicode/break_properties.h"

namespace naqi {
namespace {

bool is_written_without_spaces(char32_t c) noexcept {
  return (c >= 0x0E00U && c < 0x0F00U) || (c >= 0x1000U && c < 0x10A0U) || (c >= 0x1780U && c < 0x1800U) ||
         (c >= 0x1950U && c < 0x1AB0U) || (c >= 0xA9E0U && c < 0xAA80U) || (c >= 0xAA80U && c < 0xAAE0U);
}

/// Classes that single characters have whatever their properties say.
CharClass named(char32_t c) noexcept {
  switch (c) {
    case U'\n':
    case U'\r':
    case 0x85:
    case 0x2028:
    case 0x2029: return CharClass::line_end;
    case U'.': return CharClass::stop;
    case 0x061B: return CharClass::semicolon;
    case 0x2026: return CharClass::ellipsis;
    case U'"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F: return CharClass::double_quote;
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A: return CharClass::guillemet;
    case U'(':
    case U')':
    case U'[':
    case U']':
    case 0xFD3E:
    case 0xFD3F: return CharClass::bracket;
    case U'\'':
    case 0x2018:
    case 0x2019: return CharClass::apostrophe;
    case 0xB7: return CharClass::middle_dot;
    case U'_': return CharClass::connector;
    case U'#': return CharClass::hash;
    case U'@': return CharClass::at;
    case 0x0640: return CharClass::arabic;
    default: return CharClass::other;
  }
}

CharClass letter_class(char32_t c, unicode::WordBreak word) noexcept {
  using unicode::GraphemeBreak;
  using unicode::WordBreak;
  switch (unicode::grapheme_break(c)) {
    case GraphemeBreak::l:
    case GraphemeBreak::v:
    case GraphemeBreak::t:
    case GraphemeBreak::lv:
    case GraphemeBreak::lvt: return CharClass::syllable;
    default: break;
  }
  if (unicode::script(c) == unicode::Script::arabic) {
    return CharClass::arabic;
  }
  if (word == WordBreak::aletter || word == WordBreak::hebrew_letter || word == WordBreak::katakana) {
    return CharClass::letter;
  }
  return is_written_without_spaces(c) ? CharClass::complex : CharClass::solo;
}

}  // namespace

CharClass CharClasses::rare(char32_t c) noexcept {
  using unicode::GraphemeBreak;
  using unicode::WordBreak;
  if (const CharClass special = named(c); special != CharClass::other) {
    return special;
  }
  const GraphemeBreak grapheme = unicode::grapheme_break(c);
  if (grapheme == GraphemeBreak::extend || grapheme == GraphemeBreak::zwj ||
      grapheme == GraphemeBreak::spacing_mark) {
    return CharClass::mark;
  }
  if (grapheme == GraphemeBreak::prepend) {
    return CharClass::prepend;
  }
  if (unicode::is_white_space(c)) {
    return CharClass::space;
  }
  if (unicode::is_decimal_digit(c)) {
    return CharClass::digit;
  }
  const WordBreak word = unicode::word_break(c);
  if (word == WordBreak::format) {
    return CharClass::format;
  }
  if (word == WordBreak::regional_indicator) {
    return CharClass::regional;
  }
  if (word == WordBreak::aletter || unicode::is_letter(c)) {
    return letter_class(c, word);
  }
  if (unicode::is_extended_pictographic(c)) {
    return CharClass::pictograph;
  }
  const unicode::SentenceBreak sentence = unicode::sentence_break(c);
  return sentence == unicode::SentenceBreak::s_term || sentence == unicode::SentenceBreak::a_term
             ? CharClass::terminator
             : CharClass::other;
}

CharClasses::CharClasses() noexcept {
  for (char32_t c = 0; c < low_.size(); ++c) {
    low_[c] = rare(c);
  }
  for (char32_t c = 0; c < events_.size(); ++c) {
    events_[c] = is_sentence_event(c < low_.size() ? low_[c] : rare(c)) ? 1 : 0;
  }
  for (char32_t c = 0; c < punctuation_.size(); ++c) {
    punctuation_[c] = rare(kPunctuation + c);
  }
}

const CharClasses& CharClasses::get() noexcept {
  static const CharClasses classes;
  return classes;
}

}  // namespace naqi
