#include "classify/model/forest.h"

namespace naqi {

std::int32_t Forest::log_odds(const FeatureVector& vector) const noexcept {
  std::int32_t sum = 0;
  for (std::size_t at : roots) {
    while (nodes[at].component != TreeNode::kLeaf) {
      const bool low = vector[static_cast<std::size_t>(nodes[at].component)] <= nodes[at].value;
      at = low ? at + 1 : nodes[at].right;
    }
    sum += nodes[at].value;
  }
  return sum;
}

}  // namespace naqi
