#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "normalize/function_ref.h"

namespace naqi {

/// The numbers from 0 to `count` − 1 by `place_of` them, a position in a text; numbers of one place stay in
/// their order. Empty if that is the order in which they stand.
[[nodiscard]] std::vector<std::uint32_t> order_by_place(std::size_t count,
                                                        FunctionRef<std::uint32_t(std::size_t)> place_of);

/// Sorts by `place_of(item)`; items of one place stay in their order. All lists are sorted through the one
/// sort of 64-bit integers: every further instance of std::sort and std::stable_sort is code that a web page
/// downloads.
template <typename T, typename PlaceOf>
void sort_by_place(std::vector<T>& items, PlaceOf&& place_of) {
  const std::vector<std::uint32_t> order =
      order_by_place(items.size(), [&](std::size_t i) { return place_of(items[i]); });
  if (order.empty()) {
    return;
  }
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t i : order) {
    sorted.push_back(std::move(items[i]));
  }
  items = std::move(sorted);
}

}  // namespace naqi
