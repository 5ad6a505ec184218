#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "naqi/render.h"

namespace naqi {

/// Converts offsets in UTF-16 units of a text into bytes of its UTF-8 form or into code points.
/// Made in one pass over the text; a conversion then is O(1). A lone surrogate counts as the
/// U+FFFD that it is written as: three bytes, one code point.
class OffsetConverter {
 public:
  OffsetConverter(std::u16string_view text, OffsetUnit unit);

  /// Offsets behind the end of the text are taken for its end.
  [[nodiscard]] std::uint32_t operator()(std::uint32_t at) const noexcept;
  /// How many units of the other kind the UTF-16 unit at `at` stands for; a surrogate pair counts at its
  /// lead.
  [[nodiscard]] std::uint32_t width(std::uint32_t at) const noexcept;

 private:
  std::u16string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> marks_;  // the converted offset of every kStep-th unit
};

}  // namespace naqi
