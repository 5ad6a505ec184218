#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "classify/shape.h"
#include "segment/analysis.h"

namespace naqi {

/// What is labelled: a line, or a part of a line in which several things stand glued together.
struct Piece {
  Span span;   ///< of the reading text, trimmed
  Span words;  ///< of the analysis
  std::uint32_t line = 0;
  bool begins_line = true;
  bool ends_line = true;
  bool at_marker = false;  ///< cut in front of a marker inside the line
  bool markup = false;     ///< code: a tag, a shortcode, a line of a script
  bool place = false;      ///< «دمشق (رويترز) -»: cut off in front of the first sentence
  Shape shape;
};

/// Cuts the lines where something else may begin: at wide gaps, bullets, markers inside a line,
/// at the place in front of a first sentence, at stamps and authors glued to a title; a document
/// on one line at its sentences. Too many cuts do no harm: neighbours of one line with one label
/// become one block. Linear in the length of the text.
[[nodiscard]] std::vector<Piece> cut_pieces(const Analysis& analysis,
                                            std::span<const std::u16string> switched_off);

}  // namespace naqi
