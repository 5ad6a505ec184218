#pragma once

// The word lists of src/lexicon/*.tsv, compiled in. A list is one table: a phrase (its words
// folded as normalize/fold.h says, one space between them) and a value whose meaning the reader of
// the table defines. Adding an entry is one line in one file.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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

class Table {
 public:
  using Entries = std::span<const Entry>;

  constexpr explicit Table(Entries entries) noexcept : entries_(entries) {}
  /// A list that is unpacked when it is first asked for.
  constexpr explicit Table(Entries (*unpacked)()) noexcept : unpacked_(unpacked) {}

  [[nodiscard]] Entries entries() const noexcept { return unpacked_ != nullptr ? unpacked_() : entries_; }
  [[nodiscard]] const Entry* find(std::u16string_view phrase) const noexcept;

  /// The longest entry that the words begin with; `word(i)` gives the folded form of the i-th word
  /// and is called for i < count. O(longest phrase · log entries).
  template <typename WordAt>
  [[nodiscard]] Match longest(WordAt&& word, std::uint32_t count) const;

 private:
  /// The entries that begin with `phrase` narrowed down from [first, last); `at` is where the next
  /// word begins in each of them.
  [[nodiscard]] std::span<const Entry> narrow(std::span<const Entry> range, std::size_t at,
                                              std::u16string_view word) const noexcept;

  Entries entries_;  // sorted by phrase
  Entries (*unpacked_)() = nullptr;
};

/// Unpacks what compile.py packed, for the rest of the program's life: one byte a letter instead of a view
/// and two bytes, which is a fifth of the download of a web page. A phrase is bytes up to a 0: ASCII as
/// itself, U+0600 to U+067F as 0x80 to 0xFF, 1 and two bytes for any other unit; then two bytes, the position
/// of its value.
[[nodiscard]] std::span<const Entry> unpack(std::string_view packed,
                                            std::span<const std::string_view> values);

struct NamedTable {
  std::string_view name;
  const Table* table;
};

template <typename WordAt>
Match Table::longest(WordAt&& word, std::uint32_t count) const {
  Match best;
  std::span<const Entry> range = entries();
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < count && !range.empty(); ++i) {
    const std::u16string_view next = word(i);
    range = narrow(range, at, next);
    at += next.size();
    if (!range.empty() && range.front().phrase.size() == at) {
      best = {&range.front(), i + 1};
    }
    ++at;  // the space
  }
  return best;
}

}  // namespace naqi::lexicon

#include "lexicon/tables.h"  // generated: one `extern const Table NAME;` per file NAME.tsv, and `all_tables`
