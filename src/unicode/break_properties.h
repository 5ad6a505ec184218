#pragma once

// The properties that UAX #29 breaks text by, for one code point each. The values are Unicode's
// (15.0, with ICU 72); the enumerators follow the order of ICU's own constants.

#include <array>
#include <cstdint>

namespace naqi::unicode {

enum class GraphemeBreak : std::uint8_t {
  other,
  control,
  cr,
  extend,
  l,
  lf,
  lv,
  lvt,
  t,
  v,
  spacing_mark,
  prepend,
  regional_indicator,
  e_base,
  e_base_gaz,
  e_modifier,
  glue_after_zwj,
  zwj,
};

enum class WordBreak : std::uint8_t {
  other,
  aletter,
  format,
  katakana,
  mid_letter,
  mid_num,
  numeric,
  extend_num_let,
  cr,
  extend,
  lf,
  mid_num_let,
  newline,
  regional_indicator,
  hebrew_letter,
  single_quote,
  double_quote,
  e_base,
  e_base_gaz,
  e_modifier,
  glue_after_zwj,
  zwj,
  w_seg_space,
};

enum class SentenceBreak : std::uint8_t {
  other,
  a_term,
  close,
  format,
  lower,
  numeric,
  o_letter,
  sep,
  sp,
  s_term,
  upper,
  cr,
  extend,
  lf,
  s_continue,
};

[[nodiscard]] GraphemeBreak grapheme_break(char32_t c) noexcept;
[[nodiscard]] WordBreak word_break(char32_t c) noexcept;
[[nodiscard]] SentenceBreak sentence_break(char32_t c) noexcept;
[[nodiscard]] bool is_extended_pictographic(char32_t c) noexcept;

/// One of these properties with a table for the blocks that most text is made of. Made at the
/// first use, then read by any thread.
template <typename Property, Property (*Look)(char32_t) noexcept>
class BreakTable {
 public:
  [[nodiscard]] static const BreakTable& get() noexcept {
    static const BreakTable table;
    return table;
  }
  [[nodiscard]] Property operator[](char32_t c) const noexcept { return c < kSize ? values_[c] : Look(c); }

 private:
  static constexpr char32_t kSize = 0x0900;

  BreakTable() noexcept {
    for (char32_t c = 0; c < kSize; ++c) {
      values_[c] = Look(c);
    }
  }

  std::array<Property, kSize> values_{};
};
using WordBreaks = BreakTable<WordBreak, word_break>;
using SentenceBreaks = BreakTable<SentenceBreak, sentence_break>;

}  // namespace naqi::unicode
