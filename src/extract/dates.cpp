#include "extract/dates.h"

#include <algorithm>
#include <optional>

namespace naqi {
namespace {

constexpr int kLastHijriYear = 1600;
constexpr int kFirstPlainYear = 1900;  // a year that no word announces is not before this one
constexpr int kLastPlainYear = 2100;

bool is_gregorian_year(int year) noexcept { return 1000 <= year && year <= 2999; }

/// A date that was read, and the token behind it.
struct Parsed {
  DateFields first, second;
  bool interval = false;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Month {
  int number = 0;
  Calendar calendar = Calendar::gregory;
  bool weak = false;
  std::uint32_t end = 0;
};

class Reader {
 public:
  Reader(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, DateStyle style)
      : tokens_(tokens), begin_(begin), end_(end), style_(style) {}

  std::vector<FoundDate> read();

 private:
  [[nodiscard]] std::optional<Parsed> date_at(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> numeric(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> day_first(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> month_first(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> announced_year(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> bare_year(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> year_range(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> hijri_year(std::uint32_t i) const;
  [[nodiscard]] std::optional<Parsed> month_and_year(const Month& month, Parsed date) const;

  [[nodiscard]] Month month_at(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t skip_alias(const Month& month, std::uint32_t i) const;
  [[nodiscard]] int year_behind(std::uint32_t& i, Calendar calendar) const;
  [[nodiscard]] std::uint32_t skip_era(std::uint32_t i, std::string_view era) const;
  [[nodiscard]] bool is(std::uint32_t i, std::string_view role) const;
  [[nodiscard]] bool is_dash(std::uint32_t i) const;
  [[nodiscard]] bool is_whole_number(std::uint32_t i) const;
  [[nodiscard]] bool year_may_end(std::uint32_t i) const;
  [[nodiscard]] std::string_view role(std::uint32_t i) const;
  void merge_calendars(Parsed& date) const;
  void widen(Parsed& date, std::uint32_t floor) const;
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t i) const;

  const Tokens& tokens_;
  std::uint32_t begin_, end_;
  DateStyle style_;
  std::uint32_t years_until_ = 0;  // «عامي 2018 و2019»: the second year needs no word of its own
};

/// What a list says of a word, and how many particles were written on to it («لعام», «وفي», «وآذار»).
struct Lookup {
  std::string_view value;
  std::uint32_t particles = 0;
};

Lookup look_up(const lexicon::Table& table, std::u16string_view word) {
  static constexpr std::u16string_view kParticles = u"وفبلك";
  for (std::uint32_t particles = 0; particles <= 2 && word.size() > 1; ++particles) {
    if (const lexicon::Entry* entry = table.find(word)) {
      return {entry->value, particles};
    }
    if (word.size() > 3 && word.starts_with(u"لل")) {  // «للعام»: the alef of the article is lost
      const lexicon::Entry* entry = table.find(std::u16string(u"ال").append(word.substr(2)));
      return entry != nullptr ? Lookup{entry->value, particles} : Lookup{};
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

std::string_view Reader::role(std::uint32_t i) const {
  if (i < begin_ || i >= end_ || !tokens_.is_word(i)) {
    return {};
  }
  return look_up(lexicon::date_words, tokens_.folded(i)).value;
}

bool Reader::is(std::uint32_t i, std::string_view wanted) const { return role(i) == wanted; }

bool Reader::is_dash(std::uint32_t i) const {
  return i < end_ && (tokens_.is_mark(i, u'-') || tokens_.is_mark(i, u'–') || tokens_.is_mark(i, u'—') ||
                      tokens_.is_mark(i, u'ـ'));
}

/// Not part of a longer number such as 1,962 or 3.14.
bool Reader::is_whole_number(std::uint32_t i) const {
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

Month Reader::month_at(std::uint32_t i) const {
  if (i >= end_ || !tokens_.is_word(i)) {
    return {};
  }
  const lexicon::Match match = tokens_.match(lexicon::months, i, end_);
  const Lookup single = match.entry == nullptr ? look_up(lexicon::months, tokens_.folded(i)) : Lookup{};
  if (match.entry == nullptr && single.value.empty()) {
    return {};
  }
  Month month;
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

/// Behind a second name of the same month: «تشرين الأول/أكتوبر», «فبراير شباط», «يوليو (تموز)».
std::uint32_t Reader::skip_alias(const Month& month, std::uint32_t i) const {
  std::uint32_t at = i;
  const bool bracket = tokens_.is_mark(at, u'(') && at < end_;
  if (at < end_ && (bracket || tokens_.is_mark(at, u'/') || tokens_.is_mark(at, u'\\') || is_dash(at))) {
    ++at;
  }
  const Month alias = month_at(at);
  if (alias.number != month.number || alias.calendar != month.calendar) {
    return i;
  }
  at = alias.end;
  if (bracket) {
    return at < end_ && tokens_.is_mark(at, u')') ? at + 1 : i;
  }
  return at;
}

std::uint32_t Reader::skip_era(std::uint32_t i, std::string_view era) const {
  if (i >= end_ || !is(i, era)) {
    return i;
  }
  const bool abbreviation =
      tokens_.is_mark(i + 1, u'.') && tokens_.touches_next(i + 1) && tokens_.is_word(i + 2);
  return abbreviation ? i : i + 1;
}

/// The year behind a month: «[من] [عام] 2025 [م]»; 0 and `i` unchanged where there is none.
int Reader::year_behind(std::uint32_t& i, Calendar calendar) const {
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
std::optional<Parsed> Reader::month_and_year(const Month& month, Parsed date) const {
  date.end = skip_alias(month, month.end);
  date.first.calendar = month.calendar;
  date.first.month = month.number;
  date.first.year = year_behind(date.end, month.calendar);
  if (date.first.year == 0 && (month.weak || date.first.day == 0)) {
    return std::nullopt;
  }
  if (date.interval) {
    date.second.calendar = month.calendar;
    date.second.month = month.number;
    date.second.year = date.first.year;
  }
  return date;
}

/// «12 مارس 2025», «السابع من أكتوبر», «3-5 مايو 2024», «من 3 إلى 5 مايو».
std::optional<Parsed> Reader::day_first(std::uint32_t i) const {
  Parsed date;
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
  const Month month = month_at(at);
  if (month.number == 0) {
    return std::nullopt;
  }
  const std::optional<Parsed> found = month_and_year(month, date);
  if (found && joined && found->first.year == 0) {
    return std::nullopt;
  }
  return found;
}

/// «يناير 2025», «شهر مايو من العام 2024», «أغسطس 2, 2021».
std::optional<Parsed> Reader::month_first(std::uint32_t i) const {
  std::uint32_t at = i;
  if (is(at, "month")) {
    ++at;
  }
  const Month month = month_at(at);
  if (month.number == 0) {
    return std::nullopt;
  }
  Parsed date;
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

/// «22/10/2025», «2025-10-22», «01 - 11 - 2012»; in a stamp «23/04/09». The day comes first unless
/// the second number is no month.
std::optional<Parsed> Reader::numeric(std::uint32_t i) const {
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
  Parsed date;
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
  if (d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 || d.year > kLastPlainYear) {
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
std::optional<Parsed> Reader::year_range(std::uint32_t i) const {
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
  Parsed date;
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
std::optional<Parsed> Reader::hijri_year(std::uint32_t i) const {
  if (!is_whole_number(i)) {
    return std::nullopt;
  }
  const int year = tokens_.value(i);
  Parsed date;
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
std::optional<Parsed> Reader::announced_year(std::uint32_t i) const {
  const bool one = is(i, "year");
  if (!one && !is(i, "years")) {
    return std::nullopt;
  }
  std::uint32_t at = i + 1;
  if (at < end_ && (tokens_.is_mark(at, u':'))) {
    ++at;
  }
  const bool bracket = at < end_ && tokens_.is_mark(at, u'(');
  if (bracket) {
    ++at;
  }
  if (at + 1 < end_ && tokens_.is_word(at) && tokens_.folded(at).starts_with(u"ال") &&
      tokens_.value(at + 1) >= kFirstPlainYear) {
    ++at;  // «العام الدراسي 2024»
  }
  Parsed date;
  if (std::optional<Parsed> range = year_range(at)) {
    range->begin = i;
    return range;
  }
  if (!is_whole_number(at)) {
    return std::nullopt;
  }
  date.begin = bracket ? at : i;
  date.first.year = tokens_.value(at);
  date.end = skip_era(at + 1, "hijri");
  if (date.end != at + 1) {
    date.first.calendar = Calendar::islamic;
    return date.first.year >= 1 ? std::optional(date) : std::nullopt;
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
bool Reader::year_may_end(std::uint32_t i) const {
  if (i >= end_ || !tokens_.is_word(i)) {
    return true;
  }
  const std::u16string_view next = tokens_.folded(i);
  return is(i, "in") || next.starts_with(u"ال") || next.starts_with(u"و") || next == u"ان" || next == u"عن" ||
         next == u"علي" || next == u"الذي" || next == u"التي";
}

/// «منذ 1995», «انتخابات 2011», «صدر في 2010»: a year that only the word before it announces.
std::optional<Parsed> Reader::bare_year(std::uint32_t i) const {
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
  Parsed date;
  date.begin = i;
  date.first.year = year;
  date.end = skip_era(i + 1, "gregorian");
  return date;
}

std::optional<Parsed> Reader::date_at(std::uint32_t i) const {
  if (tokens_.is_number(i)) {
    for (auto rule : {&Reader::numeric, &Reader::day_first, &Reader::year_range, &Reader::hijri_year,
                      &Reader::bare_year}) {
      if (std::optional<Parsed> date = (this->*rule)(i)) {
        return date;
      }
    }
    return std::nullopt;
  }
  if (!tokens_.is_word(i)) {
    return std::nullopt;
  }
  for (auto rule : {&Reader::day_first, &Reader::month_first, &Reader::announced_year}) {
    if (std::optional<Parsed> date = (this->*rule)(i)) {
      return date;
    }
  }
  return std::nullopt;
}

/// «17 رمضان 1433هـ الموافق 5 أغسطس 2012م», «1020هـ/1611م»: one date, and its value is the Gregorian one.
void Reader::merge_calendars(Parsed& date) const {
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
  std::optional<Parsed> other = date_at(at);
  if (!other && tokens_.value(at) >= 1000) {  // «1089هـ / 1678 م»
    const std::uint32_t behind = skip_era(at + 1, "gregorian");
    if (behind != at + 1 && date.first.calendar == Calendar::islamic) {
      other = Parsed{{tokens_.value(at), 0, 0, Calendar::gregory}, {}, false, at, behind};
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
void Reader::widen(Parsed& date, std::uint32_t floor) const {
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
std::uint32_t Reader::begin_of(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != Token::Kind::word || token.span.size() != tokens_.folded(i).size()) {
    return token.span.begin;
  }
  const Lookup word = look_up(lexicon::date_words, tokens_.folded(i));
  const Lookup month = word.value.empty() ? look_up(lexicon::months, tokens_.folded(i)) : word;
  return token.span.begin + month.particles;
}

std::vector<FoundDate> Reader::read() {
  std::vector<FoundDate> found;
  std::uint32_t floor = begin_;
  for (std::uint32_t i = begin_; i < end_;) {
    if (is(i, "years") || (tokens_.is_number(i + 1) && is(i, "in") && tokens_.folded(i).ends_with(u"بين"))) {
      years_until_ = i + 6;  // «عامي 2018 و2019», «بين 2005 و2009»
    }
    std::optional<Parsed> date = date_at(i);
    if (!date) {
      ++i;
      continue;
    }
    merge_calendars(*date);
    widen(*date, floor);
    // «15 يناير إلى 20 فبراير 2024»: the year stands once, at the end.
    FoundDate result;
    result.span = {begin_of(date->begin), tokens_[date->end - 1].span.end};
    result.first = date->first;
    result.second = date->second;
    result.interval = date->interval;
    if (!found.empty() && result.first.year != 0 && found.back().first.year == 0 && !found.back().interval &&
        found.back().first.calendar == result.first.calendar && date->begin > floor &&
        date->begin - floor <= 2) {
      const std::uint32_t link = date->begin - 1;
      if (is_dash(link) ||
          (tokens_.is_word(link) && (tokens_.folded(link) == u"الي" || tokens_.folded(link) == u"حتي" ||
                                     tokens_.folded(link) == u"وحتي"))) {
        found.back().first.year = result.first.year;
      }
    }
    found.push_back(result);
    floor = i = date->end;
  }
  return found;
}

void append_number(std::string& out, int value, int digits) {
  const std::string plain = std::to_string(value);
  for (int i = static_cast<int>(plain.size()); i < digits; ++i) {
    out.push_back('0');
  }
  out += plain;
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
                                  DateStyle style) {
  return Reader(tokens, begin, end, style).read();
}

}  // namespace naqi
