#pragma once

#include <vector>

#include "classify/classify.h"
#include "extract/tokens.h"
#include "naqi/document.h"

namespace naqi {

/// The quotations of the kept blocks with their speakers and verbs, in the order of the text. Spans
/// are in units of the reading text. Rules: tests/spec/extraction.md, "Quotes" and "Speakers". Linear.
[[nodiscard]] std::vector<Quote> find_quotes(const Tokens& tokens,
                                             const std::vector<ClassifiedBlock>& blocks);

}  // namespace naqi
