#pragma once

#include <cstdint>
#include <vector>

#include "classify/features/feature_vector.h"
#include "classify/model/forest.h"
#include "classify/pieces.h"

namespace naqi {

/// The log-odds of keeping a piece (thousandths), before the labels are decided: what the forest says, what a
/// few rules prove by themselves, and what a removal costs.
[[nodiscard]] std::int32_t keep_odds(const FeatureVector& vector, const Forest& forest) noexcept;

/// By how much the rule by itself speaks for removing (thousandths); 0 for a rule that proves nothing alone.
[[nodiscard]] std::int32_t proof_of_removal(Feature feature) noexcept;

/// True if what is kept is no article: a few words left of a long page of menus and lists.
[[nodiscard]] bool is_no_article(const std::vector<Piece>& pieces, const std::vector<Label>& labels) noexcept;

}  // namespace naqi
