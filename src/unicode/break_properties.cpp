#include "unicode/break_properties.h"

#include <unicode/uchar.h>

namespace naqi::unicode {
namespace {

static_assert(static_cast<int>(GraphemeBreak::zwj) == U_GCB_ZWJ);
static_assert(static_cast<int>(GraphemeBreak::prepend) == U_GCB_PREPEND);
static_assert(static_cast<int>(WordBreak::w_seg_space) == U_WB_WSEGSPACE);
static_assert(static_cast<int>(WordBreak::hebrew_letter) == U_WB_HEBREW_LETTER);
static_assert(static_cast<int>(SentenceBreak::s_continue) == U_SB_SCONTINUE);
static_assert(static_cast<int>(SentenceBreak::s_term) == U_SB_STERM);

int property(char32_t c, UProperty which) noexcept {
  return u_getIntPropertyValue(static_cast<UChar32>(c), which);
}

}  // namespace

GraphemeBreak grapheme_break(char32_t c) noexcept {
  return static_cast<GraphemeBreak>(property(c, UCHAR_GRAPHEME_CLUSTER_BREAK));
}
WordBreak word_break(char32_t c) noexcept { return static_cast<WordBreak>(property(c, UCHAR_WORD_BREAK)); }
SentenceBreak sentence_break(char32_t c) noexcept {
  return static_cast<SentenceBreak>(property(c, UCHAR_SENTENCE_BREAK));
}
bool is_extended_pictographic(char32_t c) noexcept {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

}  // namespace naqi::unicode
