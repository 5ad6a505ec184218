#pragma once

#include <vector>

#include "classify/model.h"
#include "labelled.h"

namespace naqi::fit {

struct TrainingOptions {
  double regularisation = 1;   ///< of the square of the weights
  double false_removal = 1.5;  ///< what a wrong label costs: kept text removed
  double leak = 1.0;           ///< noise kept
  double wrong_kind = 0.3;     ///< right side, other label
  int iterations = 300;
};

/// Trains the linear chain of classify/model.h on examples: a conditional random field (Lafferty et al. 2001)
/// with softmax-margin (Gimpel and Smith 2010), so that the mistakes that cost more are avoided more, fitted
/// by L-BFGS. Only additions, multiplications, divisions and square roots of IEEE doubles are used, in one
/// order: the same examples give the same weights on every machine.
[[nodiscard]] Weights train(const std::vector<Example>& examples, const TrainingOptions& options);

}  // namespace naqi::fit
