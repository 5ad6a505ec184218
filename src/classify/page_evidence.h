#pragma once

#include <vector>

#include "classify/evidence.h"

namespace naqi {

/// Adds what the blocks of the page say of the pieces that were cut from them: links, elements,
/// visibility, the neighbours of the main text, and, as weak evidence only, class and id words.
/// Linear in the number of pieces and blocks.
void look_at_page(const Analysis& analysis, const std::vector<Piece>& pieces, const Page& page,
                  std::vector<Evidence>& evidence);

}  // namespace naqi
