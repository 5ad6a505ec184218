#include "extract/dates.h"

#include <algorithm>
#include <string>

#include "extract/date_reader.h"
#include "unicode/encoding.h"

namespace naqi {

std::string_view DateReader::role(std::uint32_t i) const {
  if (i < begin_ || i >= end_ || !tokens_.is_word(i)) {
    return {};
  }
  return look_up(lexicon::date_words, tokens_.folded(i)).value;
}

bool DateReader::is(std::uint32_t i, std::string_view wanted) const { return role(i) == wanted; }

bool DateReader::is_dash(std::uint32_t i) const {
  return i < end_ && (tokens_.is_mark(i, u'-') || tokens_.is_mark(i, u'–') || tokens_.is_mark(i, u'—') ||
                      tokens_.is_mark(i, u'ـ'));
}

std::optional<ParsedDate> DateReader::date_at(std::uint32_t i) const {
  if (tokens_.is_number(i)) {
    for (auto rule : {&DateReader::numeric, &DateReader::day_first, &DateReader::year_range,
                      &DateReader::hijri_year, &DateReader::bare_year}) {
      if (std::optional<ParsedDate> date = (this->*rule)(i)) {
        return date;
      }
    }
    return std::nullopt;
  }
  if (!tokens_.is_word(i)) {
    return std::nullopt;
  }
  for (auto rule : {&DateReader::day_first, &DateReader::month_first, &DateReader::announced_year,
                    &DateReader::relative}) {
    if (std::optional<ParsedDate> date = (this->*rule)(i)) {
      return date;
    }
  }
  return std::nullopt;
}

/// «17 رمضان 1433هـ الموافق 5 أغسطس 2012م», «1020هـ/1611م»: one date, and its value is the Gregorian one.
void DateReader::merge_calendars(ParsedDate& date) const {
  if (date.interval) {
    return;
  }
  std::uint32_t at = date.end;
  bool linked = false;
  bool bracket = false;
  while (at < end_ && at < date.end + 4) {
    if (is(at, "link")) {
      linked = true;
    } else if (tokens_.is_mark(at, u'(')) {
      bracket = true;
    } else if (!is_dash(at) && !tokens_.is_mark(at, u'/') && !tokens_.is_mark(at, u'،') &&
               !tokens_.is_mark(at, u'=') &&
               !(linked && tokens_.is_word(at) && tokens_.find(lexicon::weekdays, at) != nullptr) &&
               !(linked && tokens_.is_word(at) && tokens_.folded(at) == u"ل")) {
      break;
    }
    ++at;
  }
  if (at == date.end) {
    return;
  }
  std::optional<ParsedDate> other = date_at(at);
  if (!other && tokens_.value(at) >= 1000) {  // «1089هـ / 1678 م»
    const std::uint32_t behind = skip_era(at + 1, "gregorian");
    if (behind != at + 1 && date.first.calendar == Calendar::islamic) {
      other = ParsedDate{{tokens_.value(at), 0, 0, Calendar::gregory}, {}, false, at, behind};
    }
  }
  if (!other || other->interval || other->first.calendar == date.first.calendar ||
      (other->first.day == 0) != (date.first.day == 0) ||
      (other->first.month == 0) != (date.first.month == 0)) {
    return;
  }
  if (other->first.calendar == Calendar::gregory) {
    date.first = other->first;
  }
  date.end = other->end;
  if (bracket && tokens_.is_mark(date.end, u')') && date.end < end_) {
    ++date.end;
  }
}

/// Takes a weekday before the date into it: «الأربعاء 12 مارس 2025», «الأحد، 04 آب».
void DateReader::widen(ParsedDate& date, std::uint32_t floor) const {
  if (date.first.day == 0) {
    return;
  }
  std::uint32_t at = date.begin;
  if (at > floor && (tokens_.is_mark(at - 1, u'،') || tokens_.is_mark(at - 1, u',') || is_dash(at - 1))) {
    --at;
  }
  if (at > floor && tokens_.find(lexicon::weekdays, at - 1) != nullptr) {
    date.begin = at - 1;
  }
}

/// Where the word begins behind the particles written on to it: «سنة» in «لسنة».
std::uint32_t DateReader::begin_of(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != Token::Kind::word || token.span.size() != tokens_.folded(i).size()) {
    return token.span.begin;
  }
  const DateWord word = look_up(lexicon::date_words, tokens_.folded(i));
  const DateWord month = word.value.empty() ? look_up(lexicon::months, tokens_.folded(i)) : word;
  return token.span.begin + month.particles;
}

std::vector<FoundDate> DateReader::read() {
  std::vector<FoundDate> found;
  std::uint32_t floor = begin_;
  for (std::uint32_t i = begin_; i < end_;) {
    if (is(i, "years") || (tokens_.is_number(i + 1) && is(i, "in") && tokens_.folded(i).ends_with(u"بين"))) {
      years_until_ = i + 6;  // «عامي 2018 و2019», «بين 2005 و2009»
    }
    std::vector<ParsedDate> list = tokens_.is_number(i) ? day_list(i)
                                   : tokens_.is_word(i) ? month_list(i)
                                                        : std::vector<ParsedDate>{};
    if (list.empty()) {
      if (std::optional<ParsedDate> date = date_at(i)) {
        list.push_back(*date);
      }
    }
    if (list.empty()) {
      ++i;
      continue;
    }
    for (ParsedDate& date : list) {
      merge_calendars(date);
      widen(date, floor);
      emit(date, floor, found);
    }
    i = floor;
  }
  return found;
}

/// Adds a date, and moves `floor` behind it. «15 يناير إلى 20 فبراير 2024»: the year stands once, at the end.
void DateReader::emit(const ParsedDate& date, std::uint32_t& floor, std::vector<FoundDate>& found) const {
  FoundDate result;
  result.span = {begin_of(date.begin), tokens_[date.end - 1].span.end};
  result.first = date.first;
  result.second = date.second;
  result.interval = date.interval;
  if (!found.empty() && result.first.year != 0 && found.back().first.year == 0 && !found.back().interval &&
      found.back().first.calendar == result.first.calendar && date.begin > floor && date.begin - floor <= 2) {
    const std::uint32_t link = date.begin - 1;
    const std::u16string_view word = tokens_.is_word(link) ? tokens_.folded(link) : std::u16string_view{};
    if (is_dash(link) || word == u"الي" || word == u"حتي" || word == u"وحتي" || word == u"و" ||
        word == u"او") {
      found.back().first.year = result.first.year;
    }
  }
  found.push_back(result);
  floor = date.end;
}

namespace {

void append_number(std::string& out, int value, std::size_t digits) {
  unicode::append_decimal(out, static_cast<std::uint64_t>(value), digits);
}

}  // namespace

std::string iso(const DateFields& date) {
  std::string out;
  if (date.calendar == Calendar::islamic) {
    out = "AH:";
  }
  if (date.year != 0) {
    append_number(out, date.year, date.calendar == Calendar::gregory ? 4 : 1);
  } else {
    out += '-';
  }
  if (date.month != 0) {
    out += '-';
    append_number(out, date.month, 2);
  }
  if (date.day != 0) {
    out += '-';
    append_number(out, date.day, 2);
  }
  return out;
}

std::string iso(const FoundDate& date) {
  return date.interval ? iso(date.first) + '/' + iso(date.second) : iso(date.first);
}

std::vector<FoundDate> find_dates(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                                  DateStyle style, const std::optional<DateFields>& reference) {
  return DateReader(tokens, begin, end, style, reference).read();
}

}  // namespace naqi
