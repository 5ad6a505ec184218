// Segments of any text: sorted, disjoint, and together the text.

#include <vector>

#include "fuzz/input.h"
#include "naqi/segment.h"
#include "unicode/properties.h"

namespace {

using naqi::SegmentUnit;
using naqi::Span;
using naqi::fuzz::require;

void check(std::u16string_view text, SegmentUnit unit, const naqi::SegmentOptions& options) {
  const bool whole = options.conformant;
  const bool leaves_only_space =
      unit == SegmentUnit::sentence || unit == SegmentUnit::line || unit == SegmentUnit::paragraph;
  std::uint32_t at = 0;
  for (const Span span : naqi::segment(text, unit, options)) {
    require(at <= span.begin && span.begin < span.end && span.end <= text.size(),
            "spans are sorted and disjoint");
    require(!whole || at == span.begin, "conformant segments leave nothing out");
    while (leaves_only_space && !whole && at < span.begin) {
      require(naqi::unicode::is_invisible(naqi::unicode::next(text, at)), "nothing visible is left out");
    }
    at = span.end;
  }
  require(!whole || at == text.size(), "conformant segments reach the end");
  while (leaves_only_space && at < text.size()) {
    require(naqi::unicode::is_invisible(naqi::unicode::next(text, at)), "nothing visible is left at the end");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const naqi::fuzz::Input input(data, size);
  naqi::SegmentOptions options;
  options.ellipsis_ends_sentence = (input.choice & 1U) != 0;
  options.semicolon_ends_sentence = (input.choice & 2U) != 0;
  options.split_quotes = (input.choice & 4U) != 0;
  options.join_hard_wrapped = (input.choice & 8U) == 0;
  for (const SegmentUnit unit : {SegmentUnit::paragraph, SegmentUnit::line, SegmentUnit::sentence,
                                 SegmentUnit::word, SegmentUnit::clitic, SegmentUnit::grapheme}) {
    check(input.text, unit, options);
  }
  naqi::SegmentOptions conformant;
  conformant.conformant = true;
  for (const SegmentUnit unit : {SegmentUnit::sentence, SegmentUnit::word, SegmentUnit::grapheme}) {
    check(input.text, unit, conformant);
  }
  for (const naqi::GlueCandidate& candidate : naqi::glue_candidates(input.text)) {
    require(candidate.before.end <= candidate.position && candidate.position <= candidate.after.begin &&
                candidate.after.end <= input.text.size(),
            "a glue candidate stands between its words");
  }
  return 0;
}
