#pragma once

#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi::conformant {

// UAX #29 of Unicode 15.0 to the letter, untailored. Each appends the segments between all
// boundaries of `within`, so that together they are all of it: white space and punctuation are
// segments too, a sentence includes the space behind it. Linear.

void graphemes(std::u16string_view text, Span within, std::vector<Span>& out);  ///< §3.1.1, extended
void words(std::u16string_view text, Span within, std::vector<Span>& out);      ///< §4.1.1
void sentences(std::u16string_view text, Span within, std::vector<Span>& out);  ///< §5.1

}  // namespace naqi::conformant
