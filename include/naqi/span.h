#pragma once

#include <cstdint>

namespace naqi {

/// A half-open range `[begin, end)` of UTF-16 code units.
///
/// Which text it refers to is said where it is used: the source as the caller gave it, or a
/// normalised text. Texts are at most 2^26 units long (`kMaxTextUnits`), so 32 bits suffice.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t unit) const noexcept {
    return begin <= unit && unit < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const noexcept {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Span, Span) noexcept = default;
};

/// The longest text that any call takes, in UTF-16 code units; a longer one is `input_too_large`.
inline constexpr std::uint32_t kMaxTextUnits = std::uint32_t{1} << 26U;

}  // namespace naqi
