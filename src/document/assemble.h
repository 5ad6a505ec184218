#pragma once

#include <string_view>
#include <vector>

#include "classify/classify.h"
#include "extract/extract.h"
#include "naqi/clean.h"

namespace naqi {

/// Makes the Document out of what the stages found in the reading text: spans of the source, `text`
/// fields as the caller wants to read them, a partition without gaps, languages, statistics.
/// `page` is null for plain text. Linear.
[[nodiscard]] Document assemble(std::u16string_view source, const Analysis& analysis,
                                std::vector<ClassifiedBlock> found, Structure structure, const Page* page,
                                const CleanOptions& options);

}  // namespace naqi
