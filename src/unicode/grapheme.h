#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace naqi::unicode {

/// The extended grapheme cluster boundaries of a text (UAX #29 §3.1.1, Unicode 15.0). Made in one
/// pass, one bit a unit. A lone surrogate is a character of its own.
class GraphemeBoundaries {
 public:
  explicit GraphemeBoundaries(std::u16string_view text);

  /// Whether a cluster begins or the text ends at `at`; places behind the end are boundaries.
  [[nodiscard]] bool is_boundary(std::uint32_t at) const noexcept {
    return at >= inside_.size() || !inside_[at];
  }
  /// The last boundary at or before `at`, the first one at or after it.
  [[nodiscard]] std::uint32_t floor(std::uint32_t at) const noexcept;
  [[nodiscard]] std::uint32_t ceil(std::uint32_t at) const noexcept;

 private:
  std::vector<std::uint8_t> inside_;  // whether the unit continues the cluster of the unit before
};

}  // namespace naqi::unicode
