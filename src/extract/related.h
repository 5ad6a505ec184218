#pragma once

#include <vector>

#include "classify/classify.h"
#include "extract/tokens.h"
#include "naqi/document.h"

namespace naqi {

/// The headlines of the links to other texts, each once, without markers, bullets and stamps. Rules:
/// tests/spec/extraction.md, "Related links". Linear.
[[nodiscard]] std::vector<Related> find_related(const Tokens& tokens,
                                                const std::vector<ClassifiedBlock>& blocks);

/// The articles behind the first one: their headlines and blocks. Linear.
[[nodiscard]] std::vector<OtherArticle> find_other_articles(const Tokens& tokens,
                                                            const std::vector<ClassifiedBlock>& blocks);

}  // namespace naqi
