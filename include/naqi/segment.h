#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi {

enum class SegmentUnit : std::uint8_t { paragraph, line, sentence, word, clitic, grapheme };

/// How `segment` cuts. The default is tailored to Arabic (tests/spec/segmentation.md);
/// `conformant` is UAX #29 of Unicode 15.0 to the letter for words and
/// sentences and ignores their options.
struct SegmentOptions {
  bool conformant = false;
  bool ellipsis_ends_sentence = false;        ///< «..» and «…» in the middle end a sentence
  bool semicolon_ends_sentence = false;       ///< «؛» ends a sentence
  bool split_quotes = false;                  ///< the sentences inside a framed quotation stand alone
  bool join_hard_wrapped = true;              ///< lines of one width with no stop are one paragraph
  std::vector<std::u16string> abbreviations;  ///< added to the lexicon's, with or without their final dot
};

/// A place where two words may stand glued together: at `position` (units) a space is missing.
struct GlueCandidate {
  std::uint32_t position = 0;
  Span before;                   ///< the word in front of the place
  Span after;                    ///< the word behind it
  bool certain = false;          ///< only the separated reading is possible; normalisation separates these
  std::uint16_t confidence = 0;  ///< thousandths; 1000 where it is certain
};

/// Cuts `text` into units. Spans are in UTF-16 units of `text`, sorted and disjoint, and cut no grapheme
/// cluster. Paragraphs, lines and sentences are trimmed; together with the white space and the invisible
/// characters between them they are the text. Words are letters, numbers, addresses and emoji: white space
/// and punctuation are none.
///
/// In conformant mode words and sentences are all segments between two boundaries (UAX #29 §4, §5), white
/// space and punctuation included. Grapheme clusters are the extended ones of §3 in either mode.
///
/// Total, and linear in the length of the text.
[[nodiscard]] std::vector<Span> segment(std::u16string_view text, SegmentUnit unit,
                                        const SegmentOptions& options = {});

/// The places where a space is missing. Nothing is changed. Linear.
[[nodiscard]] std::vector<GlueCandidate> glue_candidates(std::u16string_view text);

}  // namespace naqi
