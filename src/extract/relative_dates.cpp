#include <algorithm>

#include "extract/date_reader.h"

namespace naqi {
namespace {

/// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, chrono-compatible date algorithms).
constexpr int days_from_civil(int year, int month, int day) noexcept {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

constexpr DateFields civil_from_days(int days) noexcept {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  DateFields date;
  date.day = day_of_year - (153 * shifted + 2) / 5 + 1;
  date.month = shifted < 10 ? shifted + 3 : shifted - 9;
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

static_assert(days_from_civil(1970, 1, 1) == 0 && days_from_civil(2024, 3, 1) == 19783);
static_assert(civil_from_days(19782).day == 29 && civil_from_days(19782).month == 2);

/// What a word counts in, and how many: "days 2", "month -1".
struct Count {
  std::string_view unit;
  int number = 0;
};

Count count_of(std::string_view value) noexcept {
  Count count;
  const std::size_t gap = value.find(' ');
  count.unit = value.substr(0, gap);
  if (gap == std::string_view::npos) {
    return count;
  }
  const bool minus = value[gap + 1] == '-';
  for (const char c : value.substr(gap + (minus ? 2 : 1))) {
    count.number = count.number * 10 + (c - '0');
  }
  count.number = minus ? -count.number : count.number;
  return count;
}

DateFields moved(const DateFields& from, std::string_view unit, int number) noexcept {
  const auto is = [&](std::string_view one, std::string_view several) {
    return unit == one || unit == several;
  };
  if (unit == "hours") {
    return from;  // the reference is a day: what happened hours ago happened on it, as far as it tells
  }
  if (is("day", "days")) {
    return civil_from_days(days_from_civil(from.year, from.month, from.day) + number);
  }
  if (unit == "weeks") {
    return civil_from_days(days_from_civil(from.year, from.month, from.day) + 7 * number);
  }
  DateFields date;
  date.year = from.year;
  if (is("year", "years")) {
    date.year += number;
    return date;
  }
  const int months = from.year * 12 + from.month - 1 + number;
  date.year = months / 12;
  date.month = months % 12 + 1;
  return date;
}

}  // namespace

std::optional<DateFields> day_of_reference(std::string_view iso) noexcept {
  constexpr std::string_view kShape = "0000-00-00";
  if (iso.size() != kShape.size()) {
    return std::nullopt;
  }
  int fields[3] = {};
  int field = 0;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = '0' <= iso[i] && iso[i] <= '9';
    if (kShape[i] == '-' ? iso[i] != '-' : !digit) {
      return std::nullopt;
    }
    if (kShape[i] == '-') {
      ++field;
    } else {
      fields[field] = fields[field] * 10 + (iso[i] - '0');
    }
  }
  const DateFields date{fields[0], fields[1], fields[2], Calendar::gregory};
  const bool real = is_gregorian_year(date.year) && 1 <= date.month && date.month <= 12 && date.day >= 1 &&
                    civil_from_days(days_from_civil(date.year, date.month, date.day)) == date;
  return real ? std::optional(date) : std::nullopt;
}

/// «أمس», «العام الماضي», «قبل ثلاثة أيام», «منذ ساعتين», counted from the day of reference.
std::optional<ParsedDate> DateReader::relative(std::uint32_t i) const {
  constexpr int kMost = 1000;  // of a unit
  if (!reference_) {
    return std::nullopt;
  }
  const lexicon::Match match = tokens_.match(lexicon::relative_dates, i, end_, true);
  if (match.entry == nullptr) {
    return std::nullopt;
  }
  ParsedDate date;
  date.begin = i;
  date.end = i + match.words;
  const Count count = count_of(match.entry->value);
  if (count.unit == "day" || count.unit == "month" || count.unit == "year") {
    // «اليوم العالمي», «اليوم السابع»: a day with a name
    const bool named = match.words == 1 && count.number == 0 && date.end < end_ &&
                       tokens_.is_word(date.end) && tokens_.folded(date.end).starts_with(u"ال") &&
                       tokens_.find(lexicon::weekdays, date.end) == nullptr;
    if (named) {
      return std::nullopt;
    }
    date.first = moved(*reference_, count.unit, count.number);
    return date;
  }
  if (match.entry->value != "before") {
    return std::nullopt;
  }
  std::uint32_t at = date.end;
  int number = 0;
  if (is_whole_number(at)) {
    number = tokens_.value(at++);
  } else if (const lexicon::Entry* word = at < end_ ? tokens_.find(lexicon::relative_dates, at) : nullptr;
             word != nullptr && count_of(word->value).unit == "number") {
    number = count_of(word->value).number;
    ++at;
  }
  const lexicon::Entry* entry = at < end_ ? tokens_.find(lexicon::relative_dates, at) : nullptr;
  const Count unit = entry != nullptr ? count_of(entry->value) : Count{};
  if (!unit.unit.ends_with('s')) {
    return std::nullopt;
  }
  number = number != 0 ? number : unit.number;
  if (number <= 0 || number > kMost) {
    return std::nullopt;
  }
  date.end = at + 1;
  date.first = moved(*reference_, unit.unit, -number);
  return date.first.year >= 1000 ? std::optional(date) : std::nullopt;
}

}  // namespace naqi
