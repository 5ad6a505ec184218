#pragma once

#include <vector>

#include "extract/quote_marks.h"
#include "extract/tokens.h"

namespace naqi {

/// Speech that no quotation marks enclose: it follows a verb of speech and a colon («فقال الشيخ: خذها»). It
/// ends with its sentence, or before it at a lone closing mark, at «مضيفا» and its kin, at «رواه فلان», and
/// where the story goes on («، فأخذ القلم وقال: …»).
///
/// `sentences` are the token ranges of the sentences of a block, `quoted` its passages between marks; a
/// stretch that holds one of those is none. `announced` is true when the line before the block ends in a verb
/// of speech and a colon. Each result has `bare` set and `open` at the colon, or at the first token of the
/// block. Sorted, disjoint. Rules: tests/spec/extraction.md, "Quotes". Linear.
[[nodiscard]] std::vector<Quoted> find_bare_speech(const Tokens& tokens, const std::vector<Span>& sentences,
                                                   const std::vector<Quoted>& quoted, bool announced);

/// Is the token `colon` a colon that a verb of speech announces, with its subject and its addressee between
/// them? Reads back to `begin` at the most.
[[nodiscard]] bool announces_speech(const Tokens& tokens, std::uint32_t begin, std::uint32_t colon);

}  // namespace naqi
