#pragma once

#include <vector>

#include "naqi/segment.h"
#include "segment/analysis.h"

namespace naqi {

/// The sentences of `within`, a span of `text`; sorted, disjoint, trimmed. Linear in its length.
[[nodiscard]] std::vector<Span> sentences(std::u16string_view text, Span within,
                                          const SegmentOptions& options = {});

/// Appends the words of `text` to `words`, with folded forms appended to `folded`. Linear.
void find_words(std::u16string_view text, std::vector<Word>& words, std::u16string& folded);

}  // namespace naqi
