#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "classify/stamps.h"
#include "segment/analysis.h"

namespace naqi {

/// What a stretch of text looks like by itself. Everything is counted in one pass over it.
struct Shape {
  std::uint32_t words = 0;  ///< of every kind but symbols
  std::uint32_t arabic = 0;
  std::uint32_t latin = 0;
  std::uint32_t numbers = 0;
  std::uint32_t hashtags = 0;   ///< and mentions
  std::uint32_t addresses = 0;  ///< URLs and e-mail addresses
  std::uint32_t function_words = 0;
  std::uint32_t conjunctions = 0;  ///< words that begin with و or ف and are no names of one syllable
  std::uint32_t commas = 0;        ///< ، ؛ and their Latin forms
  std::uint32_t quotes = 0;
  std::uint32_t pipes = 0;        ///< | › » as separators, bullets inside
  std::uint32_t menu_words = 0;   ///< words that entries of a menu tile
  std::uint32_t stamp_words = 0;  ///< words that stamps tile
  Stamp stamp;                    ///< the first one, if any
  bool terminated = false;        ///< ends in . ! ؟ or the like, closers behind it aside
  bool question = false;
  bool ellipsis = false;
  bool colon = false;
  bool bulleted = false;  ///< • - * ـ before the first word
  bool numbered = false;  ///< 1- 2. أ) before the first word
  bool quoted = false;    ///< opens with a quotation mark and ends with one
  bool bracketed = false;
  bool opens_with_conjunction = false;

  [[nodiscard]] bool sentence() const noexcept;   ///< reads as running text
  [[nodiscard]] bool headline() const noexcept;   ///< 4 to 24 words, no full stop
  [[nodiscard]] bool name_like() const noexcept;  ///< 2 to 5 words that may be a person's name
  [[nodiscard]] bool dump() const noexcept;       ///< many words, nothing that holds them together
  [[nodiscard]] bool stamp_only() const noexcept { return stamp_words > 0 && stamp_words == words; }
};

[[nodiscard]] bool is_function_word(std::u16string_view folded) noexcept;
[[nodiscard]] bool is_terminator(char32_t c) noexcept;  ///< of a sentence
[[nodiscard]] bool is_bullet(char32_t c) noexcept;

/// `words` are the words [begin, end) of the analysis inside `span`; `switched_off` as in
/// classify/markers.h.
[[nodiscard]] Shape shape_of(const Analysis& analysis, Span span, Span words,
                             std::span<const std::u16string> switched_off = {});

}  // namespace naqi
