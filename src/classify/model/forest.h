#pragma once

#include <cstdint>
#include <vector>

#include "classify/features/feature_vector.h"

namespace naqi {

/// A node of a decision tree. A split is followed by its left side, for values up to the threshold.
struct TreeNode {
  static constexpr std::int16_t kLeaf = -1;
  std::int16_t component = kLeaf;  ///< of a FeatureVector
  std::int16_t value = 0;          ///< the threshold of a split; what a leaf adds, in thousandths of a logit
  std::uint16_t right = 0;         ///< of a split: place of its right side in Forest::nodes
};

/// Boosted trees: the log-odds that a piece is kept are the sum of what the trees say. trees.tsv, fitted by
/// src/classify/training.
struct Forest {
  std::vector<TreeNode> nodes;
  std::vector<std::uint16_t> roots;

  [[nodiscard]] bool empty() const noexcept { return roots.empty(); }
  /// Thousandths of a logit; above 0 where keeping is the likelier.
  [[nodiscard]] std::int32_t log_odds(const FeatureVector& vector) const noexcept;
};

}  // namespace naqi
