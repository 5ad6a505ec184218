#include "naqi/segment.h"

#include "normalize/fold.h"
#include "segment/segmenter.h"
#include "unicode/properties.h"

namespace naqi {

std::vector<Span> sentences(std::u16string_view, Span within, const SegmentOptions&) { return {within}; }

std::vector<Span> segment(std::u16string_view text, SegmentUnit, const SegmentOptions&) {
  return {Span{0, static_cast<std::uint32_t>(text.size())}};
}

std::vector<GlueCandidate> glue_candidates(std::u16string_view) { return {}; }

void find_words(std::u16string_view text, std::vector<Word>& words, std::u16string& folded) {
  const auto is_word = [](char32_t c) {
    return unicode::is_letter(c) || unicode::is_mark(c) || unicode::is_decimal_digit(c);
  };
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t begin = i;
    char32_t c = unicode::next(text, i);
    if (!is_word(c)) {
      continue;
    }
    std::uint32_t end = i;
    while (i < text.size() && is_word(c = unicode::next(text, i))) {
      end = i;
    }
    Word word;
    word.span = {begin, end};
    word.folded_begin = static_cast<std::uint32_t>(folded.size());
    fold_append(folded, text.substr(begin, end - begin));
    word.folded_end = static_cast<std::uint32_t>(folded.size());
    words.push_back(word);
    i = end;
  }
}

}  // namespace naqi
