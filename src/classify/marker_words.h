#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_set.h"
#include "naqi/document.h"

namespace naqi {

/// A word without و ف ب ل ك, the article and the commonest endings, as far as that is sure enough for
/// counting (the light stemming of Larkey et al. 2002, a little shyer).
[[nodiscard]] std::u16string_view stem_for_counting(std::u16string_view folded) noexcept;

/// The words that the markers of a label are made of: sites word their furniture anew («الأكثر تداولا»), but
/// with the same few words. A word speaks for a label if at least two phrases of the label hold it, and a
/// third of all phrases that hold it.
class MarkerWords {
 public:
  /// Without the phrases of `switched_off` (folded, sorted).
  explicit MarkerWords(std::span<const std::u16string> switched_off);

  /// A bit for every label that the word speaks for.
  [[nodiscard]] std::uint32_t labels_of(std::u16string_view folded) const noexcept;

  /// Those of the whole list, made when they are first asked for.
  [[nodiscard]] static const MarkerWords& all();

 private:
  WordSet numbers_;
  std::vector<std::uint32_t> labels_;
};

}  // namespace naqi
