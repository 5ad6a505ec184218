#pragma once

#include <cstdint>
#include <vector>

#include "classify/features/feature_vector.h"
#include "classify/model/forest.h"

namespace naqi::fit {

/// Pieces with what the decision should be.
struct Pieces {
  std::vector<FeatureVector> vectors;
  std::vector<std::uint8_t> kept;  ///< 1 where the piece should be kept
  std::vector<float> weight;       ///< what a mistake costs

  void add(const FeatureVector& vector, bool keep, double cost) {
    vectors.push_back(vector);
    kept.push_back(keep ? 1 : 0);
    weight.push_back(static_cast<float>(cost));
  }
};

struct BoostOptions {
  int trees = 160;
  int leaves = 8;
  double rate = 0.1;            ///< how much of a tree's answer is taken
  double regularisation = 1;    ///< added to the sum of second derivatives of a leaf (L2)
  double least_hessian = 3;     ///< of a leaf
  std::uint32_t columns = 500;  ///< thousandths of the components that a tree may ask for
  std::uint64_t seed = 1;
};

/// Fits trees to the logistic loss by gradient boosting over histograms (Friedman 2001; second-order gain and
/// leaf-wise growth as in Chen and Guestrin 2016 and Ke et al. 2017). One order of additions: the same pieces
/// give the same trees on every machine.
[[nodiscard]] Forest boost(const Pieces& pieces, const BoostOptions& options);

}  // namespace naqi::fit
