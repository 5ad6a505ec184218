#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "classify/evidence.h"
#include "classify/model/forest.h"
#include "naqi/document.h"

namespace naqi {

/// The weights of the decision, in thousandths: weights.tsv and trees.tsv (fitted by src/classify/training)
/// and editor_weights.tsv and page_weights.tsv (set by hand).
struct Weights {
  std::array<std::array<std::int32_t, kLabelCount>, kFeatureCount> feature{};
  std::array<std::array<std::int32_t, kLabelCount>, kLabelCount + 1>
      step{};                  ///< [before][label]; the last row: start
  std::int32_t same_line = 0;  ///< for the label of the piece before on the same line
  Forest forest;               ///< tells what to keep; the rest tells the label
};

inline constexpr std::size_t kStart = kLabelCount;

/// The weights that are compiled in, for the rest of the program's life.
[[nodiscard]] const Weights& compiled_weights();

struct Decision {
  std::vector<Label> labels;
  /// By how much the best labelling in which the piece is kept beats the best one in which it is
  /// removed; negative where removing wins.
  std::vector<std::int32_t> keep_margin;
};

/// The labelling with the highest sum of weights (Viterbi), and the margins (max-marginals).
/// Ties go to the label that stands first. `keep_odds`, where it is not empty, is added for each piece to the
/// labels that are kept (thousandths). Linear in the number of pieces.
[[nodiscard]] Decision decide(const std::vector<Piece>& pieces, const std::vector<Evidence>& evidence,
                              const Weights& weights, const std::vector<std::int32_t>& keep_odds = {});

/// Thousandths: how often a decision with this margin is right, in the text or apart from it
/// (Evidence::apart). From calibration.tsv.
[[nodiscard]] std::int32_t confidence_of(std::int32_t keep_margin, bool apart) noexcept;

}  // namespace naqi
