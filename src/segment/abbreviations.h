#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_set.h"
#include "segment/char_class.h"

namespace naqi {

/// What a full stop behind a word says.
enum class StopMeaning : std::uint8_t {
  end,     ///< no abbreviation
  inner,   ///< an abbreviation inside its sentence
  final,   ///< an abbreviation that may end its sentence
  number,  ///< an abbreviation if a number follows
};

/// The abbreviations of the lexicon and the caller's own.
class Abbreviations {
 public:
  explicit Abbreviations(const std::vector<std::u16string>& own);

  /// What the full stop at `stop` says. Reads at most a bounded number of units to its left, none
  /// before `begin`.
  [[nodiscard]] StopMeaning meaning(std::u16string_view text, std::uint32_t begin, std::uint32_t stop) const;

 private:
  const CharClasses& classes_ = CharClasses::get();
  WordSet own_;  // folded
};

}  // namespace naqi
