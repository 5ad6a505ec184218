#pragma once

#include "extract/extract.h"
#include "extract/tokens.h"

namespace naqi {

/// Weighs what a page says of itself against what was read from its text, and puts the better value
/// into title, bylines, published and source. Rules: tests/spec/extraction.md, "Pages". Linear.
void read_page_meta(const Page& page, const Tokens& tokens, Structure& structure);

}  // namespace naqi
