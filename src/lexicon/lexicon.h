#pragma once

// The word lists of src/lexicon/*.tsv, compiled in. A list is one table: a phrase (its words
// folded as normalize/fold.h says, one space between them) and a value whose meaning the reader of
// the table defines. Adding an entry is one line in one file.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace naqi::lexicon {

struct Entry {
  std::u16string_view phrase;
  std::string_view value;
};

/// The longest entry that some words begin with.
struct Match {
  const Entry* entry = nullptr;
  std::uint32_t words = 0;
};

/// The UTF-16 unit at `i` of what compile.py packed, and `i` behind it: ASCII stands as itself, U+0600 to
/// U+067F as 0x80 to 0xFF, any other as 1 and two bytes.
[[nodiscard]] char16_t next_unit(std::string_view packed, std::size_t& i) noexcept;

/// A list that compile.py packed, unpacked for the rest of the program's life.
///
/// Packed it is one string of bytes, a quarter of the download of a web page: each value in its order, a 0
/// behind it, and the phrases that have it, sorted, each without what it shares with the one before, and a 0.
/// 2 to 31 begin a phrase that shares 0 to 29 units; the others stand as `next_unit` reads them.
class List {
 public:
  explicit List(std::string_view packed);
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  /// Sorted by phrase, in UTF-16 code units.
  [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }
  /// The entries whose first word is `word`. O(1).
  [[nodiscard]] std::span<const Entry> beginning_with(std::u16string_view word) const noexcept;

 private:
  [[nodiscard]] std::size_t slot_of(std::u16string_view word) const noexcept;

  std::u16string units_;  // of all phrases
  std::vector<Entry> entries_;
  struct Slot {
    std::uint32_t hash = 0;   // of the first word
    std::uint32_t entry = 0;  // one more than the first with that word, or 0
  };
  std::vector<Slot> slots_;  // by the hash
};

class Table {
 public:
  using Entries = std::span<const Entry>;

  constexpr explicit Table(Entries entries) noexcept : entries_(entries) {}
  /// A list that is unpacked when it is first asked for.
  constexpr explicit Table(const List& (*list)()) noexcept : list_(list) {}

  [[nodiscard]] Entries entries() const noexcept { return list_ != nullptr ? list_().entries() : entries_; }
  [[nodiscard]] const Entry* find(std::u16string_view phrase) const noexcept;

  /// The longest entry that the words begin with; `word(i)` gives the folded form of the i-th word
  /// and is called for i < count. O(longest phrase · log of the entries that begin with the first word).
  template <typename WordAt>
  [[nodiscard]] Match longest(WordAt&& word, std::uint32_t count) const;

 private:
  /// The entries whose first word is `word`.
  [[nodiscard]] Entries beginning_with(std::u16string_view word) const noexcept;
  /// The entries of `range`, all alike up to `at`, whose word there is `word`.
  [[nodiscard]] static Entries narrow(Entries range, std::size_t at, std::u16string_view word) noexcept;

  Entries entries_;  // sorted by phrase
  const List& (*list_)() = nullptr;
};

struct NamedTable {
  std::string_view name;
  const Table* table;
};

template <typename WordAt>
Match Table::longest(WordAt&& word, std::uint32_t count) const {
  Match best;
  Entries range;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::u16string_view next = word(i);
    range = i == 0 ? beginning_with(next) : narrow(range, at, next);
    if (range.empty()) {
      break;
    }
    at += next.size();
    if (range.front().phrase.size() == at) {
      best = {&range.front(), i + 1};
    }
    ++at;  // the space
  }
  return best;
}

}  // namespace naqi::lexicon

#include "lexicon/tables.h"  // generated: one `extern const Table NAME;` per file NAME.tsv, and `all_tables`
