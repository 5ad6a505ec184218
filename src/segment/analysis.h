#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/normalize.h"
#include "naqi/span.h"

namespace naqi {

enum class WordKind : std::uint8_t { arabic, latin, number, url, email, hashtag, mention, symbol };

/// A word of the reading text, with its folded form (normalize/fold.h). Punctuation and white
/// space are no words; `symbol` is an emoji or the like.
struct Word {
  Span span;
  std::uint32_t folded_begin = 0;  ///< into Analysis::folded
  std::uint32_t folded_end = 0;
  WordKind kind = WordKind::arabic;
};

/// A line of the reading text, or the lines of a hard-wrapped paragraph as one (their ends are spaces there),
/// trimmed of white space and invisibles; lines with nothing visible are not listed.
struct Line {
  Span span;
  std::uint32_t first_word = 0;  ///< [first_word, last_word) of Analysis::words
  std::uint32_t last_word = 0;
  std::uint32_t blank_before = 0;  ///< blank lines between this line and the one before
};

/// What classify, segment and extract read. Built once per call; all spans are in units of
/// `reading.text`.
struct Analysis {
  NormalizedText reading;
  std::vector<Line> lines;
  std::vector<Word> words;
  std::u16string folded;
  /// Behind each gap of the source that is three times as wide as its gaps between words are, or wider;
  /// sorted.
  std::vector<std::uint32_t> wide_gaps;

  [[nodiscard]] std::u16string_view text() const noexcept { return reading.text; }
  [[nodiscard]] std::u16string_view slice(Span span) const noexcept {
    return std::u16string_view(reading.text).substr(span.begin, span.size());
  }
  [[nodiscard]] std::u16string_view folded_word(std::uint32_t word) const noexcept {
    return std::u16string_view(folded).substr(words[word].folded_begin,
                                              words[word].folded_end - words[word].folded_begin);
  }
  /// The words that begin inside `span`, as [first, last). O(log words).
  [[nodiscard]] Span words_in(Span span) const noexcept;
};

/// Normalises `source` with the reading profile and finds its lines and words. Linear.
[[nodiscard]] Analysis analyze(std::u16string_view source);

}  // namespace naqi
