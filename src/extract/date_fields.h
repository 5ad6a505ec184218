#pragma once

#include <optional>
#include <string_view>

#include "naqi/document.h"

namespace naqi {

/// A date as the text gives it. A field that it does not give is 0.
struct DateFields {
  int year = 0;
  int month = 0;
  int day = 0;
  Calendar calendar = Calendar::gregory;
  friend bool operator==(const DateFields&, const DateFields&) = default;
};

/// "2025-03-12" as fields; nothing for what is no day of the Gregorian calendar in that form.
[[nodiscard]] std::optional<DateFields> day_of_reference(std::string_view iso) noexcept;

}  // namespace naqi
