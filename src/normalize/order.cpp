#include "normalize/order.h"

#include <algorithm>

namespace naqi {

std::vector<std::uint32_t> order_by_place(std::size_t count,
                                          FunctionRef<std::uint32_t(std::size_t)> place_of) {
  std::vector<std::uint64_t> keys;
  keys.reserve(count);
  bool sorted = true;
  for (std::size_t i = 0; i < count; ++i) {
    keys.push_back(std::uint64_t{place_of(i)} << 32U | i);
    sorted = sorted && (i == 0 || keys[i - 1] < keys[i]);
  }
  std::vector<std::uint32_t> order;
  if (sorted) {
    return order;
  }
  std::sort(keys.begin(), keys.end());
  order.reserve(count);
  for (const std::uint64_t key : keys) {
    order.push_back(static_cast<std::uint32_t>(key));
  }
  return order;
}

}  // namespace naqi
