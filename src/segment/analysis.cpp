#include "segment/analysis.h"

#include <algorithm>

#include "segment/paragraphs.h"
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

namespace {

std::uint32_t line_ends(std::u16string_view text, Span within) noexcept {
  std::uint32_t count = 0;
  for (std::uint32_t i = within.begin; i < within.end; ++i) {
    if (unicode::is_line_end(text[i])) {
      ++count;
      i += text[i] == u'\r' && i + 1 < within.end && text[i + 1] == u'\n' ? 1U : 0U;
    }
  }
  return count;
}

}  // namespace

Analysis analyze(std::u16string_view source) {
  Analysis analysis;
  analysis.reading = normalize(source);
  const std::u16string_view text = analysis.reading.text;
  find_words(text, analysis.words, analysis.folded);

  std::vector<Span> lines;
  find_lines(text, {0, static_cast<std::uint32_t>(text.size())}, lines);
  analysis.lines.reserve(lines.size());
  std::uint32_t at = 0;
  std::uint32_t word = 0;
  const auto words_before = [&](std::uint32_t end) {
    while (word < analysis.words.size() && analysis.words[word].span.begin < end) {
      ++word;
    }
    return word;
  };
  for (const Span span : lines) {
    Line line;
    line.span = span;
    const std::uint32_t ends = line_ends(text, {at, span.begin});
    line.blank_before = at == 0 ? ends : ends - 1;  // the first of them ends the line before
    line.first_word = words_before(span.begin);
    line.last_word = words_before(span.end);
    analysis.lines.push_back(line);
    at = span.end;
  }
  return analysis;
}

}  // namespace naqi
