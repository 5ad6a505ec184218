#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi {

/// Appends the pieces of code that stand in `line` of the text: HTML tags and comments («<p class="x">»,
/// «<!-- … -->»), shortcodes («[caption id="1"]», «[/b]»), template variables («{{ name }}»). A lone tag
/// without attributes that a word for "tag" stands before is what the text talks about and is left out.
/// Linear in the length of the line.
void find_markup(std::u16string_view text, Span line, std::vector<Span>& found);

/// True for a line that is code as a whole: an attribute that was torn off its tag («content="…»), a
/// statement of a script, a rule of a style sheet. Linear.
[[nodiscard]] bool is_code_line(std::u16string_view line) noexcept;

}  // namespace naqi
