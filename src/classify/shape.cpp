#include "classify/shape.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

constexpr char16_t kWaw = 0x0648;
constexpr char16_t kFeh = 0x0641;

bool is_closer(char32_t c) noexcept {
  switch (c) {
    case U'"':
    case 0x00BB:
    case 0x00AB:
    case 0x201C:
    case 0x201D:
    case 0x2019:
    case U'\'':
    case U')':
    case U']':
    case U' ': return true;
    default: return false;
  }
}

bool is_quote(char16_t c) noexcept {
  return c == u'"' || c == 0x00AB || c == 0x00BB || (c >= 0x201C && c <= 0x201F);
}

bool is_separator(char16_t c) noexcept {
  switch (c) {
    case u'|':
    case u'>':
    case 0x2022:
    case 0x00B7:
    case 0x25CF:
    case 0x25AA: return true;
    default: return false;
  }
}

/// Where a list marker before the text ends: «1-», «2.», «أ)», «•»; `at` if there is none.
void leading_mark(std::u16string_view text, Shape& shape) noexcept {
  std::uint32_t i = 0;
  while (i < text.size() && text[i] == u' ') {
    ++i;
  }
  if (i >= text.size()) {
    return;
  }
  if (is_bullet(text[i])) {
    shape.bulleted = text.size() > i + 1 && text[i + 1] != text[i];
    return;
  }
  const std::uint32_t begin = i;
  while (i < text.size() && i - begin < 3 && unicode::is_decimal_digit(text[i])) {
    ++i;
  }
  if (i == begin && i + 1 < text.size() && unicode::is_letter(text[i])) {
    ++i;  // أ- ب) ج.
    if (i < text.size() && text[i] == 0x0640) {
      ++i;
    }
  }
  if (i == begin) {
    return;
  }
  const std::uint32_t signs = i;
  while (i < text.size() && text[i] == u' ') {
    ++i;
  }
  if (i < text.size() && (text[i] == u'-' || text[i] == u')' || text[i] == 0x2013 || text[i] == 0x0640 ||
                          (text[i] == u'.' && i == signs) || (text[i] == u'/' && i == signs))) {
    shape.numbered = i + 1 < text.size() && !unicode::is_decimal_digit(text[i + 1]);
  }
}

void trailing_signs(std::u16string_view text, Shape& shape) noexcept {
  std::size_t end = text.size();
  bool quote = false;
  while (end > 0 && is_closer(text[end - 1])) {
    quote = quote || is_quote(text[end - 1]);
    --end;
  }
  if (end == 0) {
    return;
  }
  const char16_t last = text[end - 1];
  shape.terminated = is_terminator(last);
  shape.question = last == 0x061F || last == u'?';
  shape.ellipsis = last == 0x2026 || (last == u'.' && end > 1 && text[end - 2] == u'.');
  shape.colon = last == u':';
  std::size_t begin = 0;
  while (begin < text.size() && text[begin] == u' ') {
    ++begin;
  }
  shape.quoted = quote && begin < text.size() && is_quote(text[begin]) && text.size() - begin > 12;
  shape.bracketed = text[begin] == u'(' && text.back() == u')';
  if (!shape.terminated && quote && end < text.size()) {
    // «…".»: the stop behind the closing quote was passed as text above; «…» with a stop inside counts
    shape.terminated = is_terminator(text[end - 1]);
  }
}

}  // namespace

bool is_terminator(char32_t c) noexcept {
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
    case 0x061F:
    case 0x06D4:
    case 0x2026: return true;
    default: return false;
  }
}

bool is_bullet(char32_t c) noexcept {
  switch (c) {
    case 0x2022:
    case 0x25CF:
    case 0x25AA:
    case 0x25A0:
    case 0x25E6:
    case 0x00B7:
    case 0x2023:
    case 0x25C6:
    case 0x25BA:
    case 0x2714:
    case U'*':
    case U'-':
    case 0x2013:
    case 0x2014:
    case 0x00AF:
    case 0x0640: return true;
    default: return false;
  }
}

bool is_function_word(std::u16string_view folded) noexcept {
  if (lexicon::function_words.find(folded) != nullptr) {
    return true;
  }
  if (folded.size() < 3) {
    return false;
  }
  const char16_t c = folded.front();
  return (c == kWaw || c == kFeh || c == 0x0628 || c == 0x0644 || c == 0x0643) &&
         lexicon::function_words.find(folded.substr(1)) != nullptr;
}

Shape shape_of(const Analysis& analysis, Span span, Span words,
               std::span<const std::u16string> switched_off) {
  Shape shape;
  const std::u16string_view text = analysis.slice(span);
  std::uint32_t stamp_end = words.begin;
  std::uint32_t menu_end = words.begin;
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const Word& word = analysis.words[i];
    const std::u16string_view folded = analysis.folded_word(i);
    if (word.kind == WordKind::symbol) {
      continue;
    }
    ++shape.words;
    if (is_number_word(folded)) {
      ++shape.numbers;
    } else if (word.kind == WordKind::hashtag || word.kind == WordKind::mention) {
      ++shape.hashtags;
    } else if (word.kind == WordKind::url || word.kind == WordKind::email) {
      ++shape.addresses;
    } else if (word.kind == WordKind::latin) {
      ++shape.latin;
    } else {
      ++shape.arabic;
    }
    if (is_function_word(folded)) {
      ++shape.function_words;
    }
    if (folded.size() > 3 && (folded.front() == kWaw || folded.front() == kFeh)) {
      ++shape.conjunctions;
    }
    if (i >= stamp_end) {
      const Stamp stamp = stamp_at(analysis, i, words.end);
      if (stamp.complete) {
        shape.stamp_words += stamp.last - stamp.first;
        stamp_end = stamp.last;
        if (!shape.stamp.complete) {
          shape.stamp = stamp;
        }
      }
    }
    if (i >= menu_end) {
      const auto at = [&](std::uint32_t k) { return analysis.folded_word(i + k); };
      const lexicon::Match match = lexicon::sections.longest(at, words.end - i);
      if (match.entry != nullptr &&
          !std::binary_search(switched_off.begin(), switched_off.end(), match.entry->phrase)) {
        shape.menu_words += match.words;
        menu_end = i + match.words;
      }
    }
  }
  for (const char16_t c : text) {
    if (c == 0x060C || c == 0x061B || c == u';') {
      ++shape.commas;
    } else if (is_quote(c)) {
      ++shape.quotes;
    }
    if (is_separator(c)) {
      ++shape.pipes;
    }
  }
  if (words.begin < words.end) {
    const std::u16string_view first = analysis.folded_word(words.begin);
    shape.opens_with_conjunction = (first.size() > 3 && first.front() == kWaw) ||
                                   first == u"\u0643\u0645\u0627" || first == u"\u0641\u064A\u0645\u0627" ||
                                   first == u"\u0628\u064A\u0646\u0645\u0627" ||
                                   first == u"\u0644\u0643\u0646" || first == u"\u0643\u0630\u0644\u0643";
  }
  leading_mark(text, shape);
  trailing_signs(text, shape);
  return shape;
}

bool Shape::sentence() const noexcept {
  if (hashtags * 4 > words || menu_words * 2 > words) {
    return false;
  }
  if (dump()) {
    return false;
  }
  if (ellipsis && words < 30) {
    return false;  // a headline that was cut
  }
  return (words >= 8 && function_words >= 2 && terminated) ||
         (words >= 10 && function_words >= 1 && terminated && !question) ||
         (words >= 6 && opens_with_conjunction && terminated) || (words >= 18 && function_words >= 3) ||
         (words >= 12 && function_words >= 3 && commas > 0) || (words >= 30 && commas > 0);
}

bool Shape::headline() const noexcept {
  return words >= 4 && words <= 24 && !(terminated && !question && !ellipsis) && !sentence();
}

bool Shape::name_like() const noexcept {
  return words >= 2 && words <= 5 && function_words == 0 && numbers == 0 && commas == 0 && !terminated &&
         !colon && hashtags == 0 && addresses == 0;
}

bool Shape::dump() const noexcept {
  // A team sheet has figures between its names.
  return words >= 20 && function_words * 100 < words * 8 && commas * 100 < words * 4 &&
         numbers * 10 < words && !terminated && !bulleted && !numbered;
}

}  // namespace naqi
