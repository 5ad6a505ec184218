// NFC (UAX #15) over items. The data is ICU's; the algorithm is our own, because every composite
// must keep its source, and because a megabyte of marks on one letter must stay linear.

#include <algorithm>
#include <array>
#include <vector>

#include "normalize/characters.h"
#include "normalize/window.h"
#include "unicode/composition.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

struct Part {
  char32_t c = 0;
  std::uint8_t combining_class = 0;
};

class Composer {
 public:
  explicit Composer(Window& window) noexcept : window_(window) {}

  void run() {
    auto& items = window_.items;
    auto& out = window_.scratch;
    out.clear();
    bool changed = false;
    for (std::size_t i = 0; i < items.size();) {
      std::size_t end = i + 1;
      while (end < items.size() && !unicode::composes_alone(items[end].c)) {
        ++end;
      }
      const bool plain = end == i + 1 && (items[i].c < 0x0340 || between(items[i].c, 0x0600, 0x06FF));
      if (!plain && segment(i, end)) {
        replace(i, end);
        changed = true;
      } else {
        out.insert(out.end(), items.begin() + static_cast<std::ptrdiff_t>(i),
                   items.begin() + static_cast<std::ptrdiff_t>(end));
      }
      i = end;
    }
    if (changed) {
      items.swap(out);
    }
  }

 private:
  /// Composes the items [begin, end), which no neighbour composes with, into parts_; whether they
  /// differ from the items.
  bool segment(std::size_t begin, std::size_t end) {
    const auto& items = window_.items;
    parts_.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const unicode::Decomposition decomposition = unicode::decompose(items[i].c);
      if (decomposition.size == 0) {
        parts_.push_back({items[i].c, unicode::combining_class(items[i].c)});
      }
      for (std::uint8_t k = 0; k < decomposition.size; ++k) {
        parts_.push_back(
            {decomposition.code_points[k], unicode::combining_class(decomposition.code_points[k])});
      }
    }
    order();
    join();
    return parts_.size() != end - begin ||
           !std::equal(parts_.begin(), parts_.end(), items.begin() + static_cast<std::ptrdiff_t>(begin),
                       [](const Part& part, const Item& item) { return part.c == item.c; });
  }

  /// The Canonical Ordering Algorithm (D109).
  void order() {
    for (std::size_t i = 0; i < parts_.size();) {
      if (parts_[i].combining_class == 0) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < parts_.size() && parts_[end].combining_class != 0) {
        ++end;
      }
      order(i, end);
      i = end;
    }
  }
  void order(std::size_t begin, std::size_t end) {
    constexpr std::size_t kFew = 16;
    if (end - begin <= kFew) {
      for (std::size_t i = begin + 1; i < end; ++i) {
        const Part part = parts_[i];
        std::size_t k = i;
        for (; k > begin && parts_[k - 1].combining_class > part.combining_class; --k) {
          parts_[k] = parts_[k - 1];
        }
        parts_[k] = part;
      }
      return;
    }
    std::array<std::size_t, 256> place{};
    for (std::size_t i = begin; i < end; ++i) {
      ++place[parts_[i].combining_class];
    }
    std::size_t at = begin;
    for (std::size_t& each : place) {
      at += std::exchange(each, at);
    }
    const std::vector<Part> unordered(parts_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      parts_.begin() + static_cast<std::ptrdiff_t>(end));
    for (const Part& part : unordered) {
      parts_[place[part.combining_class]++] = part;
    }
  }

  /// The Canonical Composition Algorithm (D117).
  void join() {
    constexpr std::size_t kNone = SIZE_MAX;
    std::size_t starter = kNone;
    std::size_t out = 0;
    for (const Part part : parts_) {  // a copy: what is joined is written into the places already read
      const bool adjacent = starter != kNone && out == starter + 1;
      if (starter != kNone && (adjacent || parts_[out - 1].combining_class < part.combining_class)) {
        if (const char32_t composite = unicode::compose_pair(parts_[starter].c, part.c); composite != 0) {
          parts_[starter].c = composite;
          continue;
        }
      }
      if (part.combining_class == 0) {
        starter = out;
      }
      parts_[out++] = part;
    }
    parts_.resize(out);
  }

  /// Appends parts_ in place of the items [begin, end). What both have in common at their ends keeps
  /// its own source; the rest comes from all that lies between.
  void replace(std::size_t begin, std::size_t end) {
    const auto& items = window_.items;
    auto& out = window_.scratch;
    const std::size_t size = end - begin;
    const std::size_t most = std::min(size, parts_.size()) - 1;
    std::size_t head = 0;
    while (head < most && parts_[head].c == items[begin + head].c) {
      ++head;
    }
    std::size_t tail = 0;
    while (tail < most - head && parts_[parts_.size() - 1 - tail].c == items[end - 1 - tail].c) {
      ++tail;
    }
    Item middle = items[begin + head];
    for (std::size_t i = begin + head; i < end - tail; ++i) {
      middle.operations |= items[i].operations;
      middle.begin = std::min(middle.begin, items[i].begin);
      middle.end = std::max(middle.end, items[i].end);
    }
    middle.mark(Operation::compose);
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(begin);
    out.insert(out.end(), first, first + static_cast<std::ptrdiff_t>(head));
    for (std::size_t i = head; i < parts_.size() - tail; ++i) {
      middle.c = parts_[i].c;
      out.push_back(middle);
    }
    out.insert(out.end(), first + static_cast<std::ptrdiff_t>(size - tail),
               first + static_cast<std::ptrdiff_t>(size));
  }

  Window& window_;
  std::vector<Part> parts_;
};

}  // namespace

void compose(Window& window) { Composer(window).run(); }

}  // namespace naqi::normalization
