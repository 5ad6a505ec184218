#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi::normalization {

/// Why a place is glued: a teh marbuta or an alef maksura inside a word, or a full stop between
/// two words with no space.
enum class GlueKind : std::uint8_t { teh_marbuta, alef_maksura, full_stop };

/// A place where a space is missing and no other reading is possible.
struct GluePlace {
  std::uint32_t position = 0;  ///< the unit that a space belongs in front of
  Span before;                 ///< the word in front of the place, marks included
  Span after;                  ///< the word behind it
  GlueKind kind{};
};

/// The places in `text` where two words are certainly glued (tests/spec/normalization.md, «Glued
/// words»), in order. URLs, addresses and hashtags are for the caller to leave out. Linear.
[[nodiscard]] std::vector<GluePlace> certain_glue(std::u16string_view text);
/// Of these the places inside words, those at full stops, or both: each kind in order, and the words around
/// a place as if it were the only one.
[[nodiscard]] std::vector<GluePlace> find_glue(std::u16string_view text, bool inside_words, bool at_stops);

}  // namespace naqi::normalization
