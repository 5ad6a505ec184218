#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "naqi/normalize.h"

namespace naqi::normalization {

/// An Arabic presentation form: the letters that it shows, and the operation that replaces it.
struct Form {
  char16_t code = 0;
  std::uint16_t at = 0;
  std::uint8_t size = 0;
  Operation operation{};

  [[nodiscard]] std::u16string_view letters() const noexcept;
};
/// The form with this code point, or none. O(1).
[[nodiscard]] const Form* find_form(char32_t c);

/// The compatibility decomposition (UAX #15) in UTF-16, what is canonical in it left to NFC; empty if
/// there is none. O(log runs).
[[nodiscard]] std::u16string compatibility_decomposition(char32_t c);

/// The code point of a named character reference ("quot"; HTML 4 and XML), or 0.
[[nodiscard]] char32_t find_reference(std::string_view name) noexcept;
inline constexpr std::size_t kLongestReference = 8;

}  // namespace naqi::normalization
