#include <algorithm>

#include "extract/dates.h"
#include "extract/metadata.h"

namespace naqi {
namespace {

constexpr std::uint32_t kLongestPlace = 5;   // words
constexpr std::uint32_t kLongestSource = 6;  // words

/// Ends a name in a dateline or a source line.
bool ends_piece(const Tokens& tokens, std::uint32_t i) noexcept {
  return !tokens.is_word(i) && !tokens.is_number(i);
}

Span text_span(const Tokens& tokens, Span range) {
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

/// The day of publication: the first whole date that no word of updating announces, else the first
/// one; of two calendars the Gregorian.
std::optional<FoundDate> day_of(const Tokens& tokens, const std::vector<FoundDate>& dates) {
  const FoundDate* best = nullptr;
  int best_rank = 0;
  for (const FoundDate& date : dates) {
    if (date.interval || date.first.day == 0 || date.first.year == 0) {
      continue;
    }
    const std::uint32_t at = tokens.in({date.span.begin, date.span.end}).begin;
    bool update = false;
    for (std::uint32_t back = 1; back <= 3 && at >= back && !update; ++back) {
      const std::u16string_view word =
          tokens.is_word(at - back) ? tokens.folded(at - back) : std::u16string_view{};
      update = word == u"تحديث" || word == u"التحديث" || word == u"تعديل" || word == u"updated";
    }
    const int rank = 1 + (update ? 0 : 1) + (date.first.calendar == Calendar::gregory ? 2 : 0);
    if (rank > best_rank) {
      best = &date;
      best_rank = rank;
    }
  }
  return best != nullptr ? std::optional(*best) : std::nullopt;
}

/// The place at the head of an article: «القاهرة (رويترز) -», «دمشق، سوريا --».
Span place_at_head(const Tokens& tokens, Span range) {
  std::uint32_t begin = range.begin;
  while (begin < range.end && !tokens.is_word(begin)) {
    ++begin;
  }
  std::uint32_t end = begin;
  while (end < range.end && end - begin < kLongestPlace + 1 &&
         (tokens.is_word(end) ||
          ((tokens.is_mark(end, u'،') || tokens.is_mark(end, u',')) && tokens.is_word(end + 1)))) {
    ++end;
  }
  if (end - begin > kLongestPlace || (end < range.end && tokens.is_word(end))) {
    return {};
  }
  if (tokens.match(lexicon::agencies, begin, end).words == end - begin ||
      tokens.match(lexicon::stamps, begin, end).words > 0) {
    return {};
  }
  return {begin, end};
}

/// A known place that fills a piece of a stamp: «الرياض - 12 مارس 2025».
Span place_in_stamp(const Tokens& tokens, Span range, const std::vector<FoundDate>& dates) {
  std::size_t next = 0;  // the first date that does not end before the token; both go up
  const auto in_date = [&](std::uint32_t i) {  // «آب» is also a town
    const std::uint32_t at = tokens[i].span.begin;
    while (next < dates.size() && dates[next].span.end <= at) {
      ++next;
    }
    return next < dates.size() && dates[next].span.contains(at);
  };
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if ((i > range.begin && tokens.is_word(i - 1)) || in_date(i)) {
      continue;
    }
    const std::uint32_t words = tokens.match(lexicon::places, i, range.end).words;
    if (words > 0 && (i + words == range.end || !tokens.is_word(i + words))) {
      return {i, i + words};
    }
  }
  return {};
}

}  // namespace

std::optional<Dateline> read_dateline(const Tokens& tokens, Span block,
                                      const std::optional<DateFields>& reference) {
  const Span range = tokens.in(block);
  const std::vector<FoundDate> dates =
      find_dates(tokens, range.begin, range.end, DateStyle::stamp, reference);
  Dateline dateline;
  dateline.span = block;
  if (const std::optional<FoundDate> day = day_of(tokens, dates)) {
    dateline.date = iso(*day);
  }
  const Span place = dates.empty() ? place_at_head(tokens, range) : place_in_stamp(tokens, range, dates);
  if (!place.empty()) {
    dateline.place = tokens.analysis().slice(text_span(tokens, place));
  }
  return dateline.date.empty() && dateline.place.empty() ? std::nullopt : std::optional(std::move(dateline));
}

std::optional<SourceName> read_source_line(const Tokens& tokens, Span block) {
  const Span range = tokens.in(block);
  std::uint32_t i = range.begin;
  while (i < range.end && !tokens.is_word(i)) {
    ++i;
  }
  const lexicon::Match marker = tokens.match(lexicon::source_words, i, range.end);
  i += marker.words;
  while (i < range.end && !tokens.is_word(i)) {
    ++i;
  }
  if (i < range.end && marker.words > 0 && tokens.folded(i) == u"عن") {
    ++i;  // «المصدر: نقلا عن …»
  }
  std::uint32_t end = i;
  while (end < range.end &&
         (!ends_piece(tokens, end) || (tokens.is_mark(end, u'.') && tokens.touches_next(end)))) {
    ++end;
  }
  if (i == end) {
    return std::nullopt;
  }
  if (end - i > kLongestSource) {
    if (marker.words == 0) {
      return std::nullopt;
    }
    end = i + kLongestSource;  // what follows is glued to it: the name has no end mark of its own
  }
  SourceName source;
  source.span = text_span(tokens, {i, end});
  // «رابط الخبر بصحيفة …»
  if (marker.words > 0 && tokens.folded(i).size() > 4 && tokens.folded(i).front() == u'ب' &&
      lexicon::naming_cues.find(tokens.folded(i).substr(1)) != nullptr) {
    ++source.span->begin;
  }
  return source;
}

bool opens_with_source(const Tokens& tokens, Span block) {
  constexpr std::uint32_t kLongest = 12;  // tokens
  const Span range = tokens.in(block);
  if (range.empty() || range.size() > kLongest) {
    return false;
  }
  const lexicon::Match marker = tokens.match(lexicon::source_words, range.begin, range.end);
  const std::uint32_t behind = range.begin + marker.words;
  return marker.entry != nullptr && marker.entry->value == "from" && tokens.is_mark(behind, u':') &&
         behind + 1 < range.end;
}

std::optional<SourceName> source_at_tail(const Tokens& tokens, Span block) {
  constexpr std::uint32_t kReach = 30;  // tokens from the end
  const Span range = tokens.in(block);
  for (std::uint32_t i = range.end - std::min(range.size(), kReach); i < range.end; ++i) {
    const bool begins = i > range.begin && !tokens.is_word(i - 1) && !tokens.is_mark(i - 1, u'،');
    const lexicon::Match marker =
        begins ? tokens.match(lexicon::source_words, i, range.end) : lexicon::Match{};
    if (marker.entry == nullptr || marker.entry->value != "from") {
      continue;
    }
    // A colon follows it, or the name with a colon behind.
    std::uint32_t end = i + marker.words;
    while (end < range.end && end < i + marker.words + kLongestSource && tokens.is_word(end)) {
      ++end;
    }
    const bool colon =
        tokens.is_mark(i + marker.words, u':') || (marker.words > 1 && tokens.is_mark(end, u':'));
    if (colon && end < range.end) {
      return read_source_line(tokens, {tokens[i].span.begin, block.end});
    }
  }
  return std::nullopt;
}

std::optional<SourceName> source_in_dateline(const Tokens& tokens, Span block) {
  const Span range = tokens.in(block);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!tokens.is_word(i)) {
      continue;
    }
    SourceName source;
    const lexicon::Match marker = tokens.match(lexicon::source_words, i, range.end);
    if (marker.entry != nullptr && marker.entry->value == "published") {
      std::uint32_t end = i + marker.words;
      while (end < range.end && tokens.is_word(end) && tokens.folded(end) != u"يوم" &&
             tokens.folded(end) != u"بتاريخ" && tokens.find(lexicon::weekdays, end) == nullptr) {
        ++end;
      }
      if (end > i + marker.words && end - i - marker.words <= kLongestSource) {
        source.span = text_span(tokens, {i + marker.words, end});
        return source;
      }
    }
    const std::uint32_t words = tokens.match(lexicon::agencies, i, range.end).words;
    const bool alone = words > 0 && (i == range.begin || !tokens.is_word(i - 1)) &&
                       (i + words == range.end || !tokens.is_word(i + words));
    if (alone) {
      source.span = text_span(tokens, {i, i + words});
      return source;
    }
  }
  return std::nullopt;
}

}  // namespace naqi
