#pragma once

// What the files of the date finder share; only they include it. The rules of months stand in
// date_months.cpp, those of years and figures in date_years.cpp, how they go together in dates.cpp.

#include <optional>
#include <string_view>
#include <vector>

#include "extract/dates.h"

namespace naqi {

inline constexpr int kLastHijriYear = 1600;
inline constexpr int kFirstPlainYear = 1900;  // a year that no word announces is not before this one
inline constexpr int kLastPlainYear = 2100;

inline bool is_gregorian_year(int year) noexcept { return 1000 <= year && year <= 2999; }

/// Can a month have that many days? February may be of a leap year.
inline bool has_day(const DateFields& date) noexcept {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int last = date.calendar == Calendar::islamic ? 30 : kDays[date.month - 1];
  return 0 <= date.day && date.day <= last;
}

/// A date that was read, and the token behind it.
struct ParsedDate {
  DateFields first, second;
  bool interval = false;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct FoundMonth {
  int number = 0;
  Calendar calendar = Calendar::gregory;
  bool weak = false;
  std::uint32_t end = 0;
};

/// What a list says of a word, and how many particles were written on to it («لعام», «وفي», «وآذار»).
struct DateWord {
  std::string_view value;
  std::uint32_t particles = 0;
};

[[nodiscard]] DateWord look_up(const lexicon::Table& table, std::u16string_view word);

/// Reads the dates of a range of tokens. Every rule looks a bounded number of tokens ahead.
class DateReader {
 public:
  DateReader(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, DateStyle style,
             const std::optional<DateFields>& reference)
      : tokens_(tokens), begin_(begin), end_(end), style_(style), reference_(reference) {}

  std::vector<FoundDate> read();

 private:
  [[nodiscard]] std::optional<ParsedDate> date_at(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> relative(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> numeric(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> day_first(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> month_first(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> announced_year(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> bare_year(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> year_range(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> hijri_year(std::uint32_t i) const;
  [[nodiscard]] std::optional<ParsedDate> month_and_year(const FoundMonth& month, ParsedDate date) const;

  [[nodiscard]] std::vector<ParsedDate> month_list(std::uint32_t i) const;
  [[nodiscard]] std::vector<ParsedDate> day_list(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t skip_joiner(std::uint32_t i) const;

  [[nodiscard]] FoundMonth month_at(std::uint32_t i) const;
  [[nodiscard]] FoundMonth numbered_month(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t skip_alias(const FoundMonth& month, std::uint32_t i) const;
  [[nodiscard]] int year_behind(std::uint32_t& i, Calendar calendar) const;
  [[nodiscard]] std::uint32_t skip_era(std::uint32_t i, std::string_view era) const;
  [[nodiscard]] bool is(std::uint32_t i, std::string_view role) const;
  [[nodiscard]] bool is_dash(std::uint32_t i) const;
  [[nodiscard]] bool is_whole_number(std::uint32_t i) const;
  [[nodiscard]] bool year_may_end(std::uint32_t i) const;
  [[nodiscard]] std::string_view role(std::uint32_t i) const;
  void emit(const ParsedDate& date, std::uint32_t& floor, std::vector<FoundDate>& found) const;
  void merge_calendars(ParsedDate& date) const;
  void widen(ParsedDate& date, std::uint32_t floor) const;
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t i) const;

  const Tokens& tokens_;
  std::uint32_t begin_, end_;
  DateStyle style_;
  std::optional<DateFields> reference_;
  std::uint32_t years_until_ = 0;  // «عامي 2018 و2019»: the second year needs no word of its own
};

}  // namespace naqi
