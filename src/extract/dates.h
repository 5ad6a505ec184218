#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/date_fields.h"
#include "extract/tokens.h"
#include "naqi/document.h"

namespace naqi {

/// One date of the text: `first` and, for an interval, `second`; the span is in units of the
/// reading text, from the weekday to the era.
struct FoundDate {
  Span span;
  DateFields first;
  DateFields second;
  bool interval = false;
};

/// ISO 8601: "2025", "2025-01", "2025-01-31", "--01-31"; with "AH:" in front for a Hijri one.
[[nodiscard]] std::string iso(const DateFields& date);
[[nodiscard]] std::string iso(const FoundDate& date);

/// How a numeric date may be written: in running text only with a year of four digits, in a stamp
/// of publication also as 23/04/09.
enum class DateStyle : std::uint8_t { text, stamp };

/// The dates among the tokens [begin, end), in the order of the text. Rules: tests/spec/extraction.md,
/// "Dates". Relative ones («أمس», «قبل ساعتين») are dates only where the day is given that they count from.
/// Linear.
[[nodiscard]] std::vector<FoundDate> find_dates(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                                                DateStyle style = DateStyle::text,
                                                const std::optional<DateFields>& reference = std::nullopt);

}  // namespace naqi
