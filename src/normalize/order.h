#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace naqi {

/// Sorts by `place_of(item)`, a position in a text; items of one place stay in their order. All lists are
/// sorted through the one sort of 64-bit integers: every further instance of std::sort and std::stable_sort
/// is code that a web page downloads.
template <typename T, typename PlaceOf>
void sort_by_place(std::vector<T>& items, PlaceOf&& place_of) {
  const auto before = [&](const T& a, const T& b) { return place_of(a) < place_of(b); };
  if (std::is_sorted(items.begin(), items.end(), before)) {
    return;
  }
  std::vector<std::uint64_t> keys;
  keys.reserve(items.size());
  for (const T& item : items) {
    keys.push_back(std::uint64_t{place_of(item)} << 32U | keys.size());
  }
  std::sort(keys.begin(), keys.end());
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::uint64_t key : keys) {
    sorted.push_back(std::move(items[key & 0xFFFFFFFFU]));
  }
  items = std::move(sorted);
}

}  // namespace naqi
