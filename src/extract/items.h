#pragma once

#include <string_view>
#include <vector>

#include "classify/classify.h"
#include "extract/tokens.h"

namespace naqi {

/// The tokens of a block behind the marker that begins it and behind its colon. `label` is the name
/// of the label whose markers count where the classifier names none.
[[nodiscard]] Span without_marker(const Tokens& tokens, const ClassifiedBlock& block, std::string_view label);

/// The items of a tag line, cut at separators: commas, semicolons, bars, bullets, hash signs, dashes
/// between spaces, line ends. Token ranges that begin and end with a word or number. Linear.
[[nodiscard]] std::vector<Span> split_tags(const Tokens& tokens, Span range);

/// The part of a block before the first wide gap of the source: a headline and the caption or the text
/// behind it may stand on one line. In units of the reading text. Linear.
[[nodiscard]] Span before_gap(const Tokens& tokens, Span block);

/// The headlines of a block of links, cut at line ends and bullets, where normalisation separated
/// glued words, and at wide gaps of the source. Token ranges. Linear.
[[nodiscard]] std::vector<Span> split_headlines(const Tokens& tokens, Span range);

}  // namespace naqi
