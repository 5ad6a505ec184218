#include "segment/analysis.h"

#include <algorithm>

#include "segment/segmenter.h"
#include "unicode/properties.h"

namespace naqi {

Span Analysis::words_in(Span span) const noexcept {
  const auto before = [](const Word& word, std::uint32_t at) { return word.span.begin < at; };
  const auto first = std::lower_bound(words.begin(), words.end(), span.begin, before);
  const auto last = std::lower_bound(first, words.end(), span.end, before);
  return {static_cast<std::uint32_t>(first - words.begin()),
          static_cast<std::uint32_t>(last - words.begin())};
}

Analysis analyze(std::u16string_view source) {
  Analysis analysis;
  analysis.reading = normalize(source);
  const std::u16string_view text = analysis.reading.text;
  find_words(text, analysis.words, analysis.folded);

  const auto invisible = [](char32_t c) {
    return unicode::is_white_space(c) || unicode::is_format(c) || unicode::is_control(c);
  };
  std::uint32_t blank = 0;
  for (std::uint32_t i = 0; i < text.size();) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    while (i < text.size()) {
      const std::uint32_t at = i;
      const char32_t c = unicode::next(text, i);
      if (unicode::is_line_end(c)) {
        if (c == U'\r' && i < text.size() && text[i] == u'\n') {
          ++i;
        }
        break;
      }
      if (!invisible(c)) {
        if (last == 0) {
          first = at;
        }
        last = i;
      }
    }
    if (last == 0) {
      ++blank;
      continue;
    }
    Line line;
    line.span = {first, last};
    const Span words = analysis.words_in(line.span);
    line.first_word = words.begin;
    line.last_word = words.end;
    line.blank_before = blank;
    blank = 0;
    analysis.lines.push_back(line);
  }
  return analysis;
}

}  // namespace naqi
