#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"

namespace naqi {

/// Takes out of the content what stands on lines that recur over the documents of a site
/// (`CleanOptions::recurring`, spans of the source): a block of it that lies in such a line becomes
/// `navigation`, rule `recurs-on-site`. Titles and metadata stay, since an author or an agency recurs too;
/// and so does everything where more than half of the content recurs: that is an article that the documents
/// have more than once. Linear.
void apply_recurring(std::vector<ClassifiedBlock>& blocks, const Analysis& analysis,
                     std::span<const Span> recurring);

}  // namespace naqi
