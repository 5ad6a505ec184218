#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "naqi/document.h"
#include "segment/analysis.h"

namespace naqi {

/// Where a marker counts (head of src/lexicon/markers.tsv).
enum class MarkerRole : std::uint8_t {
  alone,
  weak,
  number,
  menu,
  network,
  colon,
  line,
  short_line,
  inside,  ///< spelled "inline"
  tail,
  bracket,
  any,
};
inline constexpr std::size_t kMarkerRoleCount = 12;

/// One reading of a phrase of the list.
struct MarkerReading {
  Label label = Label::junk;
  std::uint16_t roles = 0;  ///< a bit for every MarkerRole

  [[nodiscard]] constexpr bool has(MarkerRole role) const noexcept {
    return ((roles >> static_cast<unsigned>(role)) & 1U) != 0;
  }
};

/// A phrase of the list in a text: the words [first, last) of the analysis.
struct MarkerHit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string_view value;
};

/// Calls `visit(MarkerReading)` for every reading of a value of the list
/// ("related_link:line,alone;navigation:alone").
template <typename Visit>
void for_each_reading(std::string_view value, Visit&& visit);

[[nodiscard]] MarkerReading next_reading(std::string_view& value) noexcept;

/// Appends the phrases that begin with the word `first`, the longest one first, none reaching
/// beyond `last`; the words of a phrase are parted by spaces only. `switched_off` are phrases
/// (folded, sorted) that do not count: a measurement leaves them out.
void markers_at(const Analysis& analysis, std::uint32_t first, std::uint32_t last,
                std::span<const std::u16string> switched_off, std::vector<MarkerHit>& hits);

/// True if a colon stands behind the word, or behind one of the three words that follow it
/// («رابط الخبر بصحيفة الواحة: …»), before `end`.
[[nodiscard]] bool colon_soon(const Analysis& analysis, std::uint32_t word, std::uint32_t end) noexcept;

/// True if only spaces, or one dot or hyphen, stand between the words `word` and `word + 1`.
[[nodiscard]] bool joined_to_next(const Analysis& analysis, std::uint32_t word) noexcept;

template <typename Visit>
void for_each_reading(std::string_view value, Visit&& visit) {
  while (!value.empty()) {
    visit(next_reading(value));
  }
}

}  // namespace naqi
