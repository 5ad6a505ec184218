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
  const int order = rest.substr(0, word.size()).compare(word);
  if (order != 0) {
    return order;
  }
  return rest.size() == word.size() || rest[word.size()] == u' ' ? 0 : 1;
}

std::u16string_view first_word(std::u16string_view phrase) noexcept {
  return phrase.substr(0, phrase.find(u' '));
}

std::uint32_t hash_of(std::u16string_view word) noexcept {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char16_t c : word) {
    hash = (hash ^ c) * 16777619U;
  }
  return hash ^ hash >> 15U;
}

}  // namespace

char16_t next_unit(std::string_view packed, std::size_t& i) noexcept {
  const auto byte = [&] { return static_cast<unsigned>(static_cast<unsigned char>(packed[i++])); };
  const unsigned first = byte();
  if (first == 1) {
    const unsigned high = byte();
    return static_cast<char16_t>(high << 8U | byte());
  }
  return static_cast<char16_t>(first < 0x80 ? first : first - 0x80 + 0x600);
}

List::List(std::string_view packed) {
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view value;
  };
  std::vector<Place> phrases;
  for (std::size_t i = 0; i < packed.size(); ++i) {
    const std::string_view value = packed.substr(i, packed.find('\0', i) - i);
    i += value.size() + 1;
    while (packed[i] != '\0') {
      const auto head = static_cast<unsigned char>(packed[i]);
      if (head < 2 || head >= 0x20) {
        units_.push_back(next_unit(packed, i));
      } else {
        const std::size_t begin = units_.size();
        if (head > 2) {
          units_.append(units_, phrases.back().begin, head - 2U);
        }
        phrases.push_back({begin, 0, value});
        ++i;
      }
      phrases.back().end = units_.size();
    }
  }
  // By their first three units, then each to its place among those that share them: the one sort of 64-bit
  // integers (normalize/order.h) is shorter to download than another one of phrases.
  std::vector<std::uint64_t> keys;
  keys.reserve(phrases.size());
  for (const Place& place : phrases) {
    std::uint64_t key = 0;
    for (std::size_t i = place.begin; i < place.begin + 3; ++i) {
      key = key << 16U | (i < place.end ? units_[i] : 0U);
    }
    keys.push_back(key << 16U | keys.size());
  }
  std::sort(keys.begin(), keys.end());
  entries_.reserve(phrases.size());
  for (const std::uint64_t key : keys) {
    const Place& place = phrases[key & 0xFFFFU];
    const Entry entry{std::u16string_view(units_).substr(place.begin, place.end - place.begin), place.value};
    entries_.push_back(entry);
    std::size_t at = entries_.size() - 1;
    for (; at > 0 && entry.phrase < entries_[at - 1].phrase; --at) {
      entries_[at] = entries_[at - 1];
    }
    entries_[at] = entry;
  }
  std::size_t size = 16;
  while (size < 2 * entries_.size()) {
    size *= 2;
  }
  slots_.resize(size);
  for (std::size_t i = entries_.size(); i-- > 0;) {
    const std::u16string_view word = first_word(entries_[i].phrase);
    slots_[slot_of(word)] = {hash_of(word), static_cast<std::uint32_t>(i + 1)};
  }
}

/// The slot of the word, or the empty one where it would go.
std::size_t List::slot_of(std::u16string_view word) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = hash_of(word);
  std::size_t at = hash & mask;
  // Most words are in no list: the hash says so without a look at the phrase.
  while (slots_[at].entry != 0 &&
         (slots_[at].hash != hash || compare_word(entries_[slots_[at].entry - 1].phrase, 0, word) != 0)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::span<const Entry> List::beginning_with(std::u16string_view word) const noexcept {
  const std::uint32_t slot = slots_[slot_of(word)].entry;
  if (slot == 0) {
    return {};
  }
  const std::size_t first = slot - 1;
  std::size_t last = first + 1;
  while (last < entries_.size() && compare_word(entries_[last].phrase, 0, word) == 0) {
    ++last;
  }
  return entries().subspan(first, last - first);
}

Table::Entries Table::beginning_with(std::u16string_view word) const noexcept {
  return list_ != nullptr ? list_().beginning_with(word) : narrow(entries_, 0, word);
}

const Entry* Table::find(std::u16string_view phrase) const noexcept {
  const Entries all = beginning_with(first_word(phrase));
  const auto found =
      std::lower_bound(all.begin(), all.end(), phrase,
                       [](const Entry& entry, std::u16string_view key) { return entry.phrase < key; });
  return found != all.end() && found->phrase == phrase ? &*found : nullptr;
}

Table::Entries Table::narrow(Entries range, std::size_t at, std::u16string_view word) noexcept {
  const auto first = std::partition_point(range.begin(), range.end(), [&](const Entry& entry) {
    return compare_word(entry.phrase, at, word) < 0;
  });
  auto last = first;
  while (last != range.end() && compare_word(last->phrase, at, word) == 0) {
    ++last;
  }
  return {first, last};
}

}  // namespace naqi::lexicon
