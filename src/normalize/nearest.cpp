#include "normalize/nearest.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace naqi {
namespace {

/// Levenshtein distance of two names. Names are short: a longer one is cut.
std::size_t distance(std::string_view a, std::string_view b) noexcept {
  constexpr std::size_t kLongest = 40;
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  std::array<std::size_t, kLongest + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replace = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replace, row[j] + 1, diagonal + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view wanted, std::span<const std::string_view> candidates) noexcept {
  std::string_view best;
  std::size_t least = SIZE_MAX;
  for (const std::string_view candidate : candidates) {
    const std::size_t d = distance(wanted, candidate);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

}  // namespace naqi
