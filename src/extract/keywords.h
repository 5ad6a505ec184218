#pragma once

#include <vector>

#include "classify/classify.h"
#include "extract/tokens.h"
#include "naqi/document.h"

namespace naqi {

/// The keywords of all tag lines, without what repeats and without menu residue. A line with
/// separators is split there; of a line without, those phrases are taken that the text of the
/// article supports. Rules: tests/spec/extraction.md, "Keywords". Linear.
[[nodiscard]] std::vector<Node> find_keywords(const Tokens& tokens,
                                              const std::vector<ClassifiedBlock>& blocks);

}  // namespace naqi
