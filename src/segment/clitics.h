#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi {

/// Appends an Arabic word cut into its proclitics (و ف ب ك ل س), its stem and its pronoun, where
/// they are sure; else the word whole. Marks stay with their letters. O(length of the word).
void split_clitics(std::u16string_view text, Span word, std::vector<Span>& out);

}  // namespace naqi
