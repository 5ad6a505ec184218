#pragma once

#include <string_view>
#include <vector>

#include "naqi/normalize.h"

namespace naqi::normalization {

/// The stretches of `source` that are Persian, Urdu, Kurdish or another language in Arabic script
/// but not Arabic: sorted, disjoint. Decided for each run of words between stops, quotation marks,
/// brackets and line ends; a run that gives no evidence reads as the one before it. The text is
/// read as normalisation with `options` will see it, so that its own output gives the same answer.
/// Linear.
[[nodiscard]] std::vector<Span> foreign_runs(std::u16string_view source, const NormalizeOptions& options);

}  // namespace naqi::normalization
