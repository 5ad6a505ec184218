#pragma once

#include <array>
#include <cstdint>

namespace naqi::unicode {

/// A full canonical decomposition; the longest in Unicode 15.0 has four code points.
struct Decomposition {
  std::array<char32_t, 4> code_points{};
  std::uint8_t size = 0;  ///< 0: the code point decomposes to itself
};
[[nodiscard]] Decomposition decompose(char32_t c) noexcept;

/// The primary composite of two code points (UAX #15, D114), Hangul included, or 0.
[[nodiscard]] char32_t compose_pair(char32_t first, char32_t second) noexcept;

/// Whether NFC never joins or reorders `c` with what stands before it.
[[nodiscard]] bool composes_alone(char32_t c) noexcept;

}  // namespace naqi::unicode
