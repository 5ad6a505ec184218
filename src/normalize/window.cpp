#include "normalize/window.h"

namespace naqi::normalization {

void Window::remove_if(Operation operation, FunctionRef<bool(std::size_t)> gone) {
  std::size_t first = 0;
  while (first < items.size() && !gone(first)) {
    ++first;
  }
  if (first == items.size()) {
    return;
  }
  scratch.assign(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(first));
  removals.push_back({operation, {items[first].begin, items[first].end}});
  for (std::size_t i = first + 1; i < items.size(); ++i) {
    if (gone(i)) {
      removals.push_back({operation, {items[i].begin, items[i].end}});
    } else {
      scratch.push_back(items[i]);
    }
  }
  items.swap(scratch);
}

}  // namespace naqi::normalization
