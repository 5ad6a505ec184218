#include "segment/analysis.h"

#include <algorithm>

#include "normalize/window.h"
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

/// The white-space characters of the longest run of them. An entity is the character that it stands for;
/// marks and what is invisible besides part no run.
std::uint32_t white_space(std::u16string_view source, Span within) noexcept {
  std::uint32_t longest = 0;
  std::uint32_t run = 0;
  for (std::uint32_t i = within.begin; i < within.end;) {
    using normalization::EntityAt;
    const EntityAt entity = source[i] == u'&' ? normalization::entity_at(source, i) : EntityAt{};
    const char32_t c = entity.c != 0 ? entity.c : unicode::next(source, i);
    i = entity.c != 0 ? entity.end : i;
    if (unicode::is_white_space(c)) {
      longest = std::max(longest, ++run);
    } else if (!unicode::is_invisible(c) && !unicode::is_mark(c)) {
      run = 0;
    }
  }
  return longest;
}

/// A gap is wide beside the others of the text: where each space is two, two are one.
std::vector<std::uint32_t> find_wide_gaps(std::u16string_view source, const NormalizedText& reading) {
  constexpr std::uint32_t kWide = 3;
  struct Gap {
    std::uint32_t behind;
    std::uint32_t width;
  };
  std::vector<Gap> gaps;  // those that are not one space
  for (const OffsetMap::Change& change : reading.map.changes()) {
    const std::size_t space =
        std::u16string_view(reading.text).substr(0, change.text.end).find(u' ', change.text.begin);
    if (space != std::u16string_view::npos) {
      const std::uint32_t width = white_space(source, change.source);
      if (width > 1) {
        gaps.push_back({static_cast<std::uint32_t>(space) + 1, width});
      }
    }
  }
  if (gaps.empty()) {
    return {};
  }
  const auto all = static_cast<std::size_t>(std::count(reading.text.begin(), reading.text.end(), u' '));
  std::uint32_t usual = 1;  // the median
  if (gaps.size() * 2 > all) {
    std::vector<std::uint32_t> widths;
    widths.reserve(gaps.size());
    for (const Gap& gap : gaps) {
      widths.push_back(gap.width);
    }
    // The narrower ones, all - gaps.size(), are one space each.
    const auto middle =
        widths.begin() + static_cast<std::ptrdiff_t>(all / 2 - (all - std::min(all, gaps.size())));
    std::nth_element(widths.begin(), middle, widths.end());
    usual = *middle;
  }
  std::vector<std::uint32_t> wide;
  for (const Gap& gap : gaps) {
    if (gap.width >= kWide * usual) {
      wide.push_back(gap.behind);
    }
  }
  return wide;
}

/// Puts spaces where the lines of a hard-wrapped paragraph end: the same number of units, so that the offset
/// map holds.
void join_lines(std::u16string& text, Span paragraph) noexcept {
  for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    text[i] = unicode::is_line_end(text[i]) ? u' ' : text[i];
  }
}

}  // namespace

Analysis analyze(std::u16string_view source) {
  Analysis analysis;
  analysis.reading = normalize(source);
  std::vector<Span> lines;
  find_paragraphs(analysis.reading.text, {0, static_cast<std::uint32_t>(analysis.reading.text.size())}, true,
                  lines);
  for (const Span line : lines) {
    join_lines(analysis.reading.text, line);
  }
  const std::u16string_view text = analysis.reading.text;
  find_words(text, analysis.words, analysis.folded);
  analysis.wide_gaps = find_wide_gaps(source, analysis.reading);
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
