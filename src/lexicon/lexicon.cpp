#include "lexicon/lexicon.h"

#include <algorithm>

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
  const std::u16string_view part = rest.substr(0, rest.find(u' '));
  return part.compare(word);
}

}  // namespace

const Entry* Table::find(std::u16string_view phrase) const noexcept {
  const auto found =
      std::lower_bound(entries_.begin(), entries_.end(), phrase,
                       [](const Entry& entry, std::u16string_view key) { return entry.phrase < key; });
  return found != entries_.end() && found->phrase == phrase ? &*found : nullptr;
}

std::span<const Entry> Table::narrow(std::span<const Entry> range, std::size_t at,
                                     std::u16string_view word) const noexcept {
  const auto first = std::partition_point(range.begin(), range.end(), [&](const Entry& entry) {
    return compare_word(entry.phrase, at, word) < 0;
  });
  const auto last = std::partition_point(
      first, range.end(), [&](const Entry& entry) { return compare_word(entry.phrase, at, word) <= 0; });
  return {first, last};
}

}  // namespace naqi::lexicon
