#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace naqi {

/// Hashes of words, each with the number it was first stored with. The order of the stored hashes
/// decides nothing; a lookup gives the same answer everywhere.
class WordSet {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  [[nodiscard]] static std::uint64_t hash(std::u16string_view word,
                                          std::uint64_t seed = 14695981039346656037ULL) noexcept {
    for (const char16_t c : word) {
      seed = (seed ^ c) * 1099511628211ULL;
    }
    return seed == 0 ? 1 : seed;
  }

  /// Stores `number` under `key` unless something is stored there; gives what is stored.
  std::uint32_t insert(std::uint64_t key, std::uint32_t number) {
    if (count_ * 2 >= slots_.size()) {
      grow();
    }
    Slot& slot = slots_[find_slot(key)];
    if (slot.first == 0) {
      slot = {key, number};
      ++count_;
    }
    return slot.second;
  }

  /// Stores `key`; false if it is stored already.
  bool add(std::uint64_t key) {
    const std::uint32_t before = size();
    insert(key, before);
    return size() > before;
  }

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(count_); }

  [[nodiscard]] std::uint32_t find(std::uint64_t key) const noexcept {
    if (slots_.empty()) {
      return kNone;
    }
    const Slot& slot = slots_[find_slot(key)];
    return slot.first == 0 ? kNone : slot.second;
  }

 private:
  using Slot = std::pair<std::uint64_t, std::uint32_t>;

  [[nodiscard]] std::size_t find_slot(std::uint64_t key) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key ^ (key >> 29U)) & mask;
    while (slots_[at].first != 0 && slots_[at].first != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.first != 0) {
        slots_[find_slot(slot.first)] = slot;
      }
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, or none
  std::size_t count_ = 0;
};

}  // namespace naqi
