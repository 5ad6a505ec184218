#pragma once

#include <cstdint>

#include "segment/analysis.h"

namespace naqi {

/// A run of words that is a date or a time as a page prints it.
struct Stamp {
  std::uint32_t first = 0;  ///< words [first, last) of the analysis
  std::uint32_t last = 0;
  bool complete = false;  ///< a day, an hour or «منذ …» is named: the run is a stamp and not just a number
  bool full_date = false;  ///< day or month with a year, or day with a month
  bool clock = false;      ///< the hour is named
  bool labelled = false;   ///< it begins with «نشر في», «آخر تحديث» or the like
};

/// The stamp that begins with the word `first`, none reaching beyond `last`; empty if there is none.
[[nodiscard]] Stamp stamp_at(const Analysis& analysis, std::uint32_t first, std::uint32_t last);

/// Digits, with the signs of numbers, dates and times between them.
[[nodiscard]] bool is_number_word(std::u16string_view folded) noexcept;

}  // namespace naqi
