#include <algorithm>
#include <string>

#include "extract/date_reader.h"

namespace naqi {

DateWord look_up(const lexicon::Table& table, std::u16string_view word) {
  static constexpr std::u16string_view kParticles = u"وفبلك";
  for (std::uint32_t particles = 0; particles <= 2 && word.size() > 1; ++particles) {
    if (const lexicon::Entry* entry = table.find(word)) {
      return {entry->value, particles};
    }
    if (word.size() > 3 && word.starts_with(u"لل")) {  // «للعام»: the alef of the article is lost
      const lexicon::Entry* entry = table.find(std::u16string(u"ال").append(word.substr(2)));
      return entry != nullptr ? DateWord{entry->value, particles} : DateWord{};
    }
    if (word.size() < 4 || kParticles.find(word.front()) == std::u16string_view::npos) {
      break;
    }
    word.remove_prefix(1);
  }
  if (const lexicon::Entry* entry = word.size() == 1 ? table.find(word) : nullptr) {
    return {entry->value, 0};  // «م», «ه»
  }
  return {};
}

FoundMonth DateReader::month_at(std::uint32_t i) const {
  if (i >= end_ || !tokens_.is_word(i)) {
    return {};
  }
  const lexicon::Match match = tokens_.match(lexicon::months, i, end_);
  const DateWord single = match.entry == nullptr ? look_up(lexicon::months, tokens_.folded(i)) : DateWord{};
  if (match.entry == nullptr && single.value.empty()) {
    return numbered_month(i);
  }
  FoundMonth month;
  std::string_view value = match.entry != nullptr ? match.entry->value : single.value;
  month.calendar = value.starts_with("islamic") ? Calendar::islamic : Calendar::gregory;
  value.remove_prefix(value.find(' ') + 1);
  for (const char c : value) {
    if (c < '0' || c > '9') {
      break;
    }
    month.number = month.number * 10 + (c - '0');
  }
  month.weak = value.ends_with("weak");
  month.end = i + std::max(match.words, 1U);
  return month;
}

/// «كانون 2 2019», «تشرين/1», «ت2», «ك1»: the Syriac months that come in pairs, told apart by a figure. They
/// count only beside a year.
FoundMonth DateReader::numbered_month(std::uint32_t i) const {
  struct Pair {
    std::u16string_view name;
    int first, second;  // the numbers of the months
  };
  static constexpr Pair kPairs[] = {{u"كانون", 12, 1}, {u"تشرين", 10, 11}, {u"ك", 12, 1}, {u"ت", 10, 11}};
  std::u16string_view word = tokens_.folded(i);
  if (word.size() > 4 && (word.front() == u'و' || word.front() == u'ب' || word.front() == u'ل')) {
    word.remove_prefix(1);
  }
  const auto* const pair =
      std::find_if(std::begin(kPairs), std::end(kPairs), [&](const Pair& each) { return each.name == word; });
  if (pair == std::end(kPairs)) {
    return {};
  }
  std::uint32_t at = i + 1;
  if (at < end_ && (tokens_.is_mark(at, u'/') || is_dash(at))) {
    ++at;
  }
  const int which = at < end_ ? tokens_.value(at) : -1;
  if ((which != 1 && which != 2) || (word.size() == 1 && !tokens_.touches_next(at - 1))) {
    return {};
  }
  FoundMonth month;
  month.number = which == 1 ? pair->first : pair->second;
  month.weak = true;
  month.end = at + 1;
  return month;
}

/// Behind what joins two parts of a list: «و», «أو», a comma; else `i`.
std::uint32_t DateReader::skip_joiner(std::uint32_t i) const {
  const bool joins =
      i < end_ && (tokens_.is_mark(i, u'،') || tokens_.is_mark(i, u',') ||
                   (tokens_.is_word(i) && (tokens_.folded(i) == u"و" || tokens_.folded(i) == u"او")));
  return joins ? i + 1 : i;
}

/// «يناير وفبراير ومارس 2019», «بين أبريل ويونيو 2021», «من أبريل إلى يونيو 2021»: the year stands once, at
/// the end.
std::vector<ParsedDate> DateReader::month_list(std::uint32_t i) const {
  constexpr std::size_t kMost = 12;
  std::vector<ParsedDate> dates;
  bool range = i > begin_ && tokens_.is_word(i - 1) && tokens_.folded(i - 1).ends_with(u"بين");
  std::uint32_t at = i;
  while (dates.size() < kMost) {
    const FoundMonth month = month_at(at);
    if (month.number == 0 || (month.weak && dates.empty()) ||
        (!dates.empty() && month.calendar != dates.front().first.calendar)) {
      return {};
    }
    ParsedDate date;
    date.begin = at;
    date.end = skip_alias(month, month.end);
    date.first = {0, month.number, 0, month.calendar};
    std::uint32_t behind = date.end;
    const int year = year_behind(behind, month.calendar);
    dates.push_back(date);
    if (year != 0) {
      dates.back().end = behind;
      for (ParsedDate& each : dates) {
        each.first.year = year;
      }
      break;
    }
    const bool to =
        behind < end_ && (is_dash(behind) || (tokens_.is_word(behind) && (tokens_.folded(behind) == u"الي" ||
                                                                          tokens_.folded(behind) == u"حتي")));
    const bool joined = behind < end_ && tokens_.is_word(behind) && tokens_.folded(behind).front() == u'و';
    const std::uint32_t next = to ? behind + 1 : skip_joiner(behind);
    if ((to && dates.size() > 1) || (next == behind && !joined)) {
      return {};
    }
    range = range || to;
    at = next;
  }
  if (dates.size() < 2 || dates.back().first.year == 0 || (range && dates.size() > 2)) {
    return {};
  }
  if (range) {
    if (dates[0].first.month > dates[1].first.month) {
      return {};  // «بين نوفمبر ومارس 2021»: the first is of the year before
    }
    dates[0].second = dates[1].first;
    dates[0].interval = true;
    dates[0].end = dates[1].end;
    dates.pop_back();
  }
  return dates;
}

/// «3 و4 و5 آذار 2018», «3 أو 4 مايو», «3 و7 مايو 2020»: days on end make an interval, others a date each.
std::vector<ParsedDate> DateReader::day_list(std::uint32_t i) const {
  constexpr std::size_t kMost = 10;
  std::vector<ParsedDate> dates;
  bool on_end = true;
  std::uint32_t at = i;
  while (dates.size() < kMost) {
    const int day = is_whole_number(at) ? tokens_.value(at) : 0;
    if (day < 1 || day > 31 || (!dates.empty() && day <= dates.back().first.day)) {
      return {};
    }
    on_end = on_end && (dates.empty() || day == dates.back().first.day + 1);
    ParsedDate date;
    date.begin = at;
    date.end = at + 1;
    date.first.day = day;
    dates.push_back(date);
    const std::uint32_t next = skip_joiner(at + 1);
    if (next == at + 1) {
      break;
    }
    on_end = on_end && !(tokens_.is_word(next - 1) && tokens_.folded(next - 1) == u"او");
    at = next;
  }
  at = dates.back().end;
  if (at < end_ && tokens_.is_word(at) && tokens_.folded(at) == u"من") {
    ++at;
  }
  if (is(at, "month")) {
    ++at;
  }
  const FoundMonth month = month_at(at);
  if (dates.size() < 2 || month.number == 0) {
    return {};
  }
  const std::optional<ParsedDate> last = month_and_year(month, dates.back());
  if (!last) {
    return {};
  }
  for (ParsedDate& date : dates) {
    date.first = {last->first.year, month.number, date.first.day, month.calendar};
  }
  dates.back().end = last->end;
  if (on_end) {
    dates.front().second = dates.back().first;
    dates.front().interval = true;
    dates.front().end = dates.back().end;
    dates.resize(1);
  }
  return dates;
}

/// Behind a second name of the same month: «تشرين الأول/أكتوبر», «فبراير شباط», «يوليو (تموز)».
std::uint32_t DateReader::skip_alias(const FoundMonth& month, std::uint32_t i) const {
  std::uint32_t at = i;
  const bool bracket = tokens_.is_mark(at, u'(') && at < end_;
  if (at < end_ && (bracket || tokens_.is_mark(at, u'/') || tokens_.is_mark(at, u'\\') || is_dash(at))) {
    ++at;
  }
  const FoundMonth alias = month_at(at);
  if (alias.number != month.number || alias.calendar != month.calendar) {
    return i;
  }
  at = alias.end;
  if (bracket) {
    return at < end_ && tokens_.is_mark(at, u')') ? at + 1 : i;
  }
  return at;
}

/// The year behind a month: «[من] [عام] 2025 [م]»; 0 and `i` unchanged where there is none.
int DateReader::year_behind(std::uint32_t& i, Calendar calendar) const {
  std::uint32_t at = i;
  if (at < end_ &&
      (tokens_.is_mark(at, u',') || tokens_.is_mark(at, u'،') || tokens_.is_mark(at, u'/') || is_dash(at))) {
    ++at;
  }
  if (at < end_ && tokens_.is_word(at) && tokens_.folded(at) == u"من") {
    ++at;
  }
  if (is(at, "year")) {
    ++at;
  }
  if (!is_whole_number(at)) {
    return 0;
  }
  const int year = tokens_.value(at);
  const std::uint32_t behind = at + 1;
  if (calendar == Calendar::islamic) {
    const std::uint32_t era = skip_era(behind, "hijri");
    if (year <= 0 || year > kLastHijriYear || (era == behind && year < 1000)) {
      return 0;
    }
    i = era;
    return year;
  }
  if (!is_gregorian_year(year)) {
    return 0;
  }
  i = skip_era(behind, "gregorian");
  return year;
}

/// Completes a date at the month that ends at `month.end`.
std::optional<ParsedDate> DateReader::month_and_year(const FoundMonth& month, ParsedDate date) const {
  date.end = skip_alias(month, month.end);
  date.first.calendar = month.calendar;
  date.first.month = month.number;
  date.first.year = year_behind(date.end, month.calendar);
  if (!has_day(date.first) || (date.first.year == 0 && (month.weak || date.first.day == 0))) {
    return std::nullopt;
  }
  if (date.interval) {
    date.second.calendar = month.calendar;
    date.second.month = month.number;
    date.second.year = date.first.year;
    if (!has_day(date.second)) {
      return std::nullopt;
    }
  }
  return date;
}

/// «12 مارس 2025», «السابع من أكتوبر», «3-5 مايو 2024», «من 3 إلى 5 مايو».
std::optional<ParsedDate> DateReader::day_first(std::uint32_t i) const {
  ParsedDate date;
  date.begin = i;
  std::uint32_t at = i;
  const auto day = [&](std::uint32_t& k) {
    if (is_whole_number(k)) {
      const int value = tokens_.value(k);
      return 1 <= value && value <= 31 ? (++k, value) : 0;
    }
    const lexicon::Match match = tokens_.match(lexicon::day_ordinals, k, end_);
    if (match.entry == nullptr) {
      return 0;
    }
    int value = 0;
    for (const char c : match.entry->value) {
      value = value * 10 + (c - '0');
    }
    k += match.words;
    return value;
  };
  date.first.day = day(at);
  if (date.first.day == 0) {
    return std::nullopt;
  }
  const bool in_words = !tokens_.is_number(i);
  std::uint32_t second = at;
  if (second < end_ && (is_dash(second) || (tokens_.is_word(second) && (tokens_.folded(second) == u"الي" ||
                                                                        tokens_.folded(second) == u"حتي" ||
                                                                        tokens_.folded(second) == u"و")))) {
    ++second;
    const int last = day(second);
    if (last > date.first.day) {
      date.second.day = last;
      date.interval = true;
      at = second;
    }
  }
  bool joined = false;  // «12/مايو/2024»
  if (!in_words && at < end_ && (tokens_.is_mark(at, u'/') || is_dash(at))) {
    ++at;
    joined = true;
  } else if (at < end_ && tokens_.is_word(at) && tokens_.folded(at) == u"من") {
    ++at;
  } else if (in_words && date.first.day > 1) {
    return std::nullopt;  // «الثاني يناير» is no date
  }
  if (is(at, "month")) {
    ++at;
  }
  const FoundMonth month = month_at(at);
  if (month.number == 0) {
    return std::nullopt;
  }
  const std::optional<ParsedDate> found = month_and_year(month, date);
  if (found && joined && found->first.year == 0) {
    return std::nullopt;
  }
  return found;
}

/// «يناير 2025», «شهر مايو من العام 2024», «أغسطس 2, 2021».
std::optional<ParsedDate> DateReader::month_first(std::uint32_t i) const {
  std::uint32_t at = i;
  if (is(at, "month")) {
    ++at;
  }
  const FoundMonth month = month_at(at);
  if (month.number == 0) {
    return std::nullopt;
  }
  ParsedDate date;
  date.begin = at;
  const std::uint32_t behind = skip_alias(month, month.end);
  if (is_whole_number(behind) && 1 <= tokens_.value(behind) && tokens_.value(behind) <= 31 &&
      behind + 1 < end_ && (tokens_.is_mark(behind + 1, u',') || tokens_.is_mark(behind + 1, u'،'))) {
    std::uint32_t year_at = behind + 1;
    const int year = year_behind(year_at, month.calendar);
    if (year != 0) {
      date.first = {year, month.number, tokens_.value(behind), month.calendar};
      date.end = year_at;
      return date;
    }
  }
  return month_and_year(month, date);
}

}  // namespace naqi
