#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/clean.h"
#include "naqi/document.h"
#include "segment/analysis.h"

namespace naqi {

/// A block of the reading text with its label and the evidence for it.
struct ClassifiedBlock {
  Span span;  ///< units of the reading text, trimmed, not empty
  Label label = Label::body;
  std::int32_t confidence = 0;  ///< thousandths
  std::int32_t margin = 0;      ///< thousandths; above 0 where keeping wins (classify/model.h)
  bool apart = false;           ///< Evidence::apart
  std::uint8_t level = 0;
  std::vector<Reason> reasons;
  Span marker;  ///< the marker that begins the block («إقرأ أيضا:»), empty where there is none
  std::uint32_t group = 0;    ///< blocks of one other article or one list of links share a number; 0 is none
  std::optional<Span> input;  ///< input blocks of a page
};

/// Labels the whole text. The blocks are sorted, disjoint, and cover every visible character of
/// the reading text. `page` is null for plain text; its block spans are in units of the source.
/// Linear in the length of the text.
[[nodiscard]] std::vector<ClassifiedBlock> classify(const Analysis& analysis, const Page* page = nullptr);

struct Weights;

/// The reason of a block for whose label nothing speaks in particular: doubt keeps.
inline constexpr std::string_view kDefaultRule = "kept-in-doubt";

/// The same with other weights and without some entries of the list of markers (folded, sorted):
/// for fitting and for measuring on sites that the weights have not seen.
[[nodiscard]] std::vector<ClassifiedBlock> classify(const Analysis& analysis, const Page* page,
                                                    const Weights& weights,
                                                    std::span<const std::u16string> switched_off);

}  // namespace naqi
