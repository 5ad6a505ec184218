#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "classify/evidence.h"
#include "naqi/document.h"

namespace naqi {

/// The weights of the decision, in thousandths. Made from weights.tsv (set by hand) and
/// adjustments.tsv (fitted by tests/corpus/fit_weights).
struct Weights {
  std::array<std::array<std::int32_t, kLabelCount>, kFeatureCount> feature{};
  std::array<std::array<std::int32_t, kLabelCount>, kLabelCount + 1>
      step{};                  ///< [before][label]; the last row: start
  std::int32_t same_line = 0;  ///< for the label of the piece before on the same line
};

inline constexpr std::size_t kStart = kLabelCount;

/// The weights that are compiled in.
[[nodiscard]] const Weights& compiled_weights() noexcept;
/// Those of weights.tsv alone: where a fit begins.
[[nodiscard]] const Weights& hand_set_weights() noexcept;

struct Decision {
  std::vector<Label> labels;
  /// By how much the best labelling in which the piece is kept beats the best one in which it is
  /// removed; negative where removing wins.
  std::vector<std::int32_t> keep_margin;
};

/// The labelling with the highest sum of weights (Viterbi), and the margins (max-marginals).
/// `loss` is added to the score of a label of a piece: a fit uses it, elsewhere it is empty.
/// Ties go to the label that stands first. Linear in the number of pieces.
[[nodiscard]] Decision decide(const std::vector<Piece>& pieces, const std::vector<Evidence>& evidence,
                              const Weights& weights,
                              std::span<const std::array<std::int32_t, kLabelCount>> loss = {});

/// Thousandths: how often a decision with this margin is right. From calibration.tsv.
[[nodiscard]] std::int32_t confidence_of(std::int32_t keep_margin) noexcept;

}  // namespace naqi
