#include "unicode/grapheme.h"

#include <unicode/uchar.h>

#include "unicode/properties.h"

namespace naqi::unicode {
namespace {

UGraphemeClusterBreak break_class(char32_t c) noexcept {
  // The letters and digits that most text is made of need no look-up.
  if ((c >= 0x20U && c < 0x7FU) || (c >= 0x0620U && c <= 0x064AU)) {
    return U_GCB_OTHER;
  }
  return static_cast<UGraphemeClusterBreak>(
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK));
}

bool is_pictographic(char32_t c) noexcept {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

/// What the rules must know of the text in front of a place.
struct Context {
  UGraphemeClusterBreak last = U_GCB_CONTROL;
  bool emoji = false;      // GB11: ExtPict Extend* stands here, or with a ZWJ behind it
  bool odd_flags = false;  // GB12, GB13: an odd number of regional indicators stands here
};

bool is_control(UGraphemeClusterBreak c) noexcept {
  return c == U_GCB_CONTROL || c == U_GCB_CR || c == U_GCB_LF;
}

bool joins(const Context& before, UGraphemeClusterBreak next, bool pictographic) noexcept {
  const UGraphemeClusterBreak last = before.last;
  if (last == U_GCB_CR && next == U_GCB_LF) {
    return true;  // GB3
  }
  if (is_control(last) || is_control(next)) {
    return false;  // GB4, GB5
  }
  switch (next) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:           // GB9
    case U_GCB_SPACING_MARK:  // GB9a
      return true;
    case U_GCB_V:
    case U_GCB_LV:
    case U_GCB_LVT:
    case U_GCB_L:
      if (last == U_GCB_L || (next == U_GCB_V && (last == U_GCB_V || last == U_GCB_LV))) {
        return true;  // GB6, GB7
      }
      break;
    case U_GCB_T:
      if (last == U_GCB_V || last == U_GCB_LV || last == U_GCB_T || last == U_GCB_LVT) {
        return true;  // GB7, GB8
      }
      break;
    case U_GCB_REGIONAL_INDICATOR:
      if (before.odd_flags) {
        return true;  // GB12, GB13
      }
      break;
    default: break;
  }
  return last == U_GCB_PREPEND                                    // GB9b
         || (last == U_GCB_ZWJ && before.emoji && pictographic);  // GB11
}

}  // namespace

GraphemeBoundaries::GraphemeBoundaries(std::u16string_view text) : inside_(text.size()) {
  Context before;
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t at = i;
    const char32_t c = next(text, i);
    const UGraphemeClusterBreak now = break_class(c);
    // An ExtPict is of class Other, and only behind a ZWJ or in front of one does it matter.
    const bool pictographic =
        now == U_GCB_OTHER && c >= 0xA9U && (c < 0x0600U || c > 0x06FFU) && is_pictographic(c);
    inside_[at] = at != 0 && joins(before, now, pictographic) ? 1 : 0;
    for (std::uint32_t unit = at + 1; unit < i; ++unit) {
      inside_[unit] = 1;
    }
    before.emoji = pictographic ||
                   (before.emoji && before.last != U_GCB_ZWJ && (now == U_GCB_EXTEND || now == U_GCB_ZWJ));
    before.odd_flags = now == U_GCB_REGIONAL_INDICATOR && !before.odd_flags;
    before.last = now;
  }
}

std::uint32_t GraphemeBoundaries::floor(std::uint32_t at) const noexcept {
  while (!is_boundary(at)) {
    --at;
  }
  return at;
}

std::uint32_t GraphemeBoundaries::ceil(std::uint32_t at) const noexcept {
  while (!is_boundary(at)) {
    ++at;
  }
  return at;
}

}  // namespace naqi::unicode
