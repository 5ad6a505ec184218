#include "lexicon/lexicon.h"

#include <algorithm>
#include <string>
#include <vector>

namespace naqi::lexicon {
namespace {

// Orders entries against one word at one place: the part of the phrase from `at` up to the next
// space. Sorting whole phrases by code unit keeps these parts in order too, since the space sorts
// before every letter.
int compare_word(std::u16string_view phrase, std::size_t at, std::u16string_view word) noexcept {
  if (at > phrase.size()) {
    return -1;  // the phrase ended before this place
  }
  const std::u16string_view rest = phrase.substr(at);
  const int order = rest.substr(0, word.size()).compare(word);
  if (order != 0) {
    return order;
  }
  return rest.size() == word.size() || rest[word.size()] == u' ' ? 0 : 1;
}

/// What a packed list becomes; the entries point into the units.
struct Unpacked {
  std::u16string units;
  std::vector<Entry> entries;
};

}  // namespace

std::span<const Entry> unpack(std::string_view packed, std::span<const std::string_view> values) {
  auto& list = *new Unpacked;  // never given back: a static object with a destructor would outlive its users
  list.units.reserve(packed.size());
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(packed[i]));
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < packed.size();) {
    const unsigned head = byte(i++);
    if (head == 0) {
      const std::u16string_view phrase{list.units.data() + begin, list.units.size() - begin};
      list.entries.push_back({phrase, values[byte(i) << 8U | byte(i + 1)]});
      begin = list.units.size();
      i += 2;
    } else if (head == 1) {
      list.units.push_back(static_cast<char16_t>(byte(i) << 8U | byte(i + 1)));
      i += 2;
    } else {
      list.units.push_back(static_cast<char16_t>(head < 0x80 ? head : head - 0x80 + 0x600));
    }
  }
  return list.entries;
}

const Entry* Table::find(std::u16string_view phrase) const noexcept {
  const Entries all = entries();
  const auto found =
      std::lower_bound(all.begin(), all.end(), phrase,
                       [](const Entry& entry, std::u16string_view key) { return entry.phrase < key; });
  return found != all.end() && found->phrase == phrase ? &*found : nullptr;
}

std::span<const Entry> Table::narrow(std::span<const Entry> range, std::size_t at,
                                     std::u16string_view word) const noexcept {
  const auto first = std::partition_point(range.begin(), range.end(), [&](const Entry& entry) {
    return compare_word(entry.phrase, at, word) < 0;
  });
  // Most words begin no phrase, and few phrases begin with the same word.
  auto last = first;
  while (last != range.end() && compare_word(last->phrase, at, word) == 0) {
    ++last;
  }
  return {first, last};
}

}  // namespace naqi::lexicon
