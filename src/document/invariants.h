#pragma once

#include <string_view>

#include "naqi/document.h"
#include "naqi/normalize.h"

namespace naqi {

/// What a Document promises whatever the text: blocks are a partition, sentences lie sorted and disjoint in
/// their block and words in their sentence, no span cuts a grapheme cluster, every text is the slice of the
/// normalised text that belongs to its span, ids are those of blocks, statistics add up. Gives the first
/// promise that does not hold, null when all do. `options` are those that the Document was made with. Linear.
[[nodiscard]] const char* broken_promise(std::u16string_view source, const Document& document,
                                         const NormalizeOptions& options);

}  // namespace naqi
