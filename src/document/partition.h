#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "naqi/span.h"
#include "unicode/grapheme.h"

namespace naqi {

/// The spans of the source that become the blocks of the Document.
struct Partition {
  struct Part {
    Span span;
    std::optional<std::uint32_t> found;  ///< which of the found spans it is; none for what they left out
  };
  std::vector<Part> parts;
  /// For each found span the part that holds it; 0 also where there is no part at all.
  std::vector<std::uint32_t> part_of;
};

/// Makes a partition of the visible characters of `source` out of the spans that were found in it,
/// which are in order but may overlap at their edges, cut a grapheme cluster or leave characters
/// out (what normalisation deleted). What was left out goes to the span that stands on the same
/// line, the one before it first; a line of its own becomes a part of its own. Linear.
[[nodiscard]] Partition partition(std::u16string_view source, const std::vector<Span>& found,
                                  const unicode::GraphemeBoundaries& clusters);

}  // namespace naqi
