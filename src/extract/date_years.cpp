#include <algorithm>
#include <string>

#include "extract/date_reader.h"

namespace naqi {

/// Not part of a longer number such as 1,962 or 3.14.
bool DateReader::is_whole_number(std::uint32_t i) const {
  if (i >= end_ || !tokens_.is_number(i)) {
    return false;
  }
  const auto is_point = [&](std::uint32_t k) {
    return tokens_.is_mark(k, u'.') || tokens_.is_mark(k, u',') || tokens_.is_mark(k, u'٫') ||
           tokens_.is_mark(k, u'٬');
  };
  const bool behind = i >= begin_ + 2 && is_point(i - 1) && tokens_.is_number(i - 2) &&
                      tokens_.touches_next(i - 2) && tokens_.touches_next(i - 1);
  const bool ahead = i + 2 < end_ && is_point(i + 1) && tokens_.is_number(i + 2) && tokens_.touches_next(i) &&
                     tokens_.touches_next(i + 1);
  const bool percent = (i + 1 < end_ && (tokens_.is_mark(i + 1, u'%') || tokens_.is_mark(i + 1, u'٪'))) ||
                       (i > begin_ && (tokens_.is_mark(i - 1, u'%') || tokens_.is_mark(i - 1, u'٪') ||
                                       tokens_.is_mark(i - 1, u'$')));
  return !behind && !ahead && !percent;
}

std::uint32_t DateReader::skip_era(std::uint32_t i, std::string_view era) const {
  if (i >= end_ || !is(i, era)) {
    return i;
  }
  const bool abbreviation =
      tokens_.is_mark(i + 1, u'.') && tokens_.touches_next(i + 1) && tokens_.is_word(i + 2);
  return abbreviation ? i : i + 1;
}

/// «22/10/2025», «2025-10-22», «01 - 11 - 2012»; in a stamp «23/04/09». The day comes first unless
/// the second number is no month.
std::optional<ParsedDate> DateReader::numeric(std::uint32_t i) const {
  if (!tokens_.is_number(i) || i + 4 >= end_) {
    return std::nullopt;
  }
  const char16_t separator = tokens_[i + 1].mark;
  if ((separator != u'/' && separator != u'-' && separator != u'.' && separator != u'–') ||
      tokens_[i + 3].mark != separator || !tokens_.is_number(i + 2) || !tokens_.is_number(i + 4)) {
    return std::nullopt;
  }
  const auto ties = [&](std::uint32_t k) { return tokens_.touches_next(k) ? 1 : 0; };
  const int tight = ties(i) + ties(i + 1) + ties(i + 2) + ties(i + 3);
  if ((tight != 0 && tight != 4) || (tight == 0 && separator == u'.')) {
    return std::nullopt;
  }
  const auto continues = [&](std::uint32_t mark_at, std::uint32_t number_at) {
    return mark_at < end_ && number_at < end_ && tokens_[mark_at].mark == separator &&
           tokens_.is_number(number_at);
  };
  if ((i >= begin_ + 2 && continues(i - 1, i - 2)) || continues(i + 5, i + 6)) {
    return std::nullopt;  // a version, an address, a telephone number
  }
  const int a = tokens_.value(i);
  const int b = tokens_.value(i + 2);
  const int c = tokens_.value(i + 4);
  const std::uint32_t c_digits = tokens_[i + 4].folded_end - tokens_[i + 4].folded_begin;
  ParsedDate date;
  date.begin = i;
  date.end = i + 5;
  DateFields& d = date.first;
  if (a >= 1000) {
    d = {a, b, c, Calendar::gregory};
  } else if (c >= 1000) {
    d = {c, b, a, Calendar::gregory};
  } else if (style_ == DateStyle::stamp && c_digits == 2 && tight == 4) {
    d = {c < 70 ? 2000 + c : 1900 + c, b, a, Calendar::gregory};
  } else {
    return std::nullopt;
  }
  if (d.month > 12 && d.day <= 12) {
    std::swap(d.month, d.day);
  }
  if (d.month < 1 || d.month > 12 || d.day < 1 || !has_day(d) || d.year > kLastPlainYear) {
    return std::nullopt;
  }
  if (1300 <= d.year && d.year <= kLastHijriYear) {  // no day of those Gregorian years is written in figures
    d.calendar = Calendar::islamic;
    date.end = skip_era(date.end, "hijri");
  } else {
    date.end = skip_era(date.end, "gregorian");
  }
  return date;
}

/// «1830-1962», «2018/2019», «2023-24».
std::optional<ParsedDate> DateReader::year_range(std::uint32_t i) const {
  if (!is_whole_number(i) || i + 2 >= end_ || !is_whole_number(i + 2) ||
      !(is_dash(i + 1) || tokens_.is_mark(i + 1, u'/'))) {
    return std::nullopt;
  }
  const auto joins = [&](std::uint32_t k) { return k < end_ && (is_dash(k) || tokens_.is_mark(k, u'/')); };
  if ((i >= begin_ + 2 && joins(i - 1) && tokens_.is_number(i - 2)) ||
      (joins(i + 3) && tokens_.is_number(i + 4))) {
    return std::nullopt;
  }
  const int a = tokens_.value(i);
  int b = tokens_.value(i + 2);
  const bool slash = tokens_.is_mark(i + 1, u'/');
  if (b < 100 && b == (a + 1) % 100 && tokens_[i + 2].span.size() == 2 && tokens_.touches_next(i)) {
    b = a + 1;
  }
  if (a < 1000 || b < 1000 || a > kLastPlainYear || b > kLastPlainYear || a == b ||
      (slash && b != a + 1 && b + 1 != a)) {
    return std::nullopt;
  }
  ParsedDate date;
  date.begin = i;
  date.interval = true;
  date.first.year = std::min(a, b);  // in text typed from the left the later year may stand first
  date.second.year = std::max(a, b);
  date.end = skip_era(i + 3, "hijri");
  if (date.end != i + 3) {
    date.first.calendar = date.second.calendar = Calendar::islamic;
  } else {
    date.end = skip_era(i + 3, "gregorian");
  }
  return date;
}

/// «628 هـ», «1445هـ»; «1757م» with the letter written on to the number or alone in brackets.
std::optional<ParsedDate> DateReader::hijri_year(std::uint32_t i) const {
  if (!is_whole_number(i)) {
    return std::nullopt;
  }
  const int year = tokens_.value(i);
  ParsedDate date;
  date.begin = i;
  date.first.year = year;
  date.end = skip_era(i + 1, "hijri");
  if (date.end != i + 1) {
    date.first.calendar = Calendar::islamic;
    return 1 <= year && year <= kLastHijriYear ? std::optional(date) : std::nullopt;
  }
  date.end = skip_era(i + 1, "gregorian");
  if (date.end == i + 1 || !is_gregorian_year(year)) {
    return std::nullopt;
  }
  const bool spelled = tokens_.folded(i + 1).size() > 1;
  const bool attached = tokens_.touches_next(i) && year % 100 != 0;
  const bool length = i > begin_ && is(i - 1, "length");
  return spelled || (attached && !length) ? std::optional(date) : std::nullopt;
}

/// «عام 1962», «للعام الدراسي 2023-2024», «سنة 61 هـ».
std::optional<ParsedDate> DateReader::announced_year(std::uint32_t i) const {
  const bool one = is(i, "year");
  if (!one && !is(i, "years")) {
    return std::nullopt;
  }
  std::uint32_t at = i + 1;
  const bool stray = (tokens_.is_mark(at, u'،') || tokens_.is_mark(at, u'.')) && tokens_.touches_next(at) &&
                     !tokens_.touches_next(i);  // «عام ،2012»: the mark on the wrong side of the figures
  if (at < end_ && (tokens_.is_mark(at, u':') || stray)) {
    ++at;
  }
  const bool bracket = at < end_ && tokens_.is_mark(at, u'(');
  if (bracket) {
    ++at;
  }
  bool hijri = false;
  if (at + 1 < end_ && tokens_.is_word(at) && tokens_.folded(at).starts_with(u"ال")) {
    hijri = is(at, "hijri");                                          // «العام الهجري 1446»
    at += hijri || tokens_.value(at + 1) >= kFirstPlainYear ? 1 : 0;  // «العام الدراسي 2024»
  }
  ParsedDate date;
  if (std::optional<ParsedDate> range = year_range(at)) {
    range->begin = i;
    return range;
  }
  if (!is_whole_number(at)) {
    return std::nullopt;
  }
  date.begin = bracket ? at : i;
  date.first.year = tokens_.value(at);
  date.end = skip_era(at + 1, "hijri");
  if (date.end != at + 1 || hijri) {
    date.first.calendar = Calendar::islamic;
    return 1 <= date.first.year && date.first.year <= kLastHijriYear ? std::optional(date) : std::nullopt;
  }
  date.end = skip_era(at + 1, "gregorian");
  if (date.end < end_ && tokens_.is_word(date.end) && tokens_.folded(date.end) == u"قبل" &&
      is(date.end + 1, "gregorian")) {
    return std::nullopt;  // «عام 3300 قبل الميلاد»
  }
  const bool is_year = date.end != at + 1 ? date.first.year >= 1 : date.first.year >= 100;
  // Two years behind «عامي», or a number in the plural («سنوات 1990»): only of four digits.
  return is_year && (one || is_gregorian_year(date.first.year)) ? std::optional(date) : std::nullopt;
}

/// May a year that a preposition announces end here: «في 2010،», «في 2010 أعلن» but not «في 2010 مدن».
bool DateReader::year_may_end(std::uint32_t i) const {
  if (i >= end_ || !tokens_.is_word(i)) {
    return true;
  }
  const std::u16string_view next = tokens_.folded(i);
  return is(i, "in") || next.starts_with(u"ال") || next.starts_with(u"و") || next == u"ان" || next == u"عن" ||
         next == u"علي" || next == u"الذي" || next == u"التي";
}

/// «منذ 1995», «انتخابات 2011», «صدر في 2010»: a year that only the word before it announces.
std::optional<ParsedDate> DateReader::bare_year(std::uint32_t i) const {
  if (!is_whole_number(i) || i == begin_) {
    return std::nullopt;
  }
  const int year = tokens_.value(i);
  if (year < kFirstPlainYear || year > kLastPlainYear || is(i + 1, "unit") || is(i + 1, "year")) {
    return std::nullopt;
  }
  bool announced = i < years_until_ || is(i - 1, "since") || (is(i - 1, "in") && year_may_end(i + 1));
  if (!announced && i >= begin_ + 2) {  // «كأس العالم 2026»
    const lexicon::Match match = tokens_.match(lexicon::date_words, i - 2, i);
    announced = match.words == 2 && match.entry->value == "since";
  }
  if (!announced) {
    return std::nullopt;
  }
  ParsedDate date;
  date.begin = i;
  date.first.year = year;
  date.end = skip_era(i + 1, "gregorian");
  return date;
}

}  // namespace naqi
