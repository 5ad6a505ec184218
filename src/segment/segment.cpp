#include "naqi/segment.h"

#include "normalize/fold.h"
#include "segment/clitics.h"
#include "segment/conformant.h"
#include "segment/paragraphs.h"
#include "segment/segmenter.h"
#include "segment/word_scanner.h"

namespace naqi {

std::vector<Span> segment(std::u16string_view text, SegmentUnit unit, const SegmentOptions& options) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  std::vector<Span> spans;
  if (options.conformant && unit == SegmentUnit::word) {
    conformant::words(text, all, spans);
    return spans;
  }
  switch (unit) {
    case SegmentUnit::grapheme: conformant::graphemes(text, all, spans); break;
    case SegmentUnit::paragraph: find_paragraphs(text, all, options.join_hard_wrapped, spans); break;
    case SegmentUnit::line: find_lines(text, all, spans); break;
    case SegmentUnit::sentence: return sentences(text, all, options);
    case SegmentUnit::word:
    case SegmentUnit::clitic: {
      spans.reserve(text.size() / 5);
      WordScanner scanner(text, all);
      Span span;
      WordKind kind{};
      while (scanner.next(span, kind)) {
        if (unit == SegmentUnit::clitic && kind == WordKind::arabic) {
          split_clitics(text, span, spans);
        } else {
          spans.push_back(span);
        }
      }
      break;
    }
  }
  return spans;
}

void find_words(std::u16string_view text, std::vector<Word>& words, std::u16string& folded) {
  words.reserve(words.size() + text.size() / 5);
  folded.reserve(folded.size() + text.size());
  WordScanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  Word word;
  while (scanner.next(word.span, word.kind)) {
    word.folded_begin = static_cast<std::uint32_t>(folded.size());
    fold_append(folded, text.substr(word.span.begin, word.span.size()));
    word.folded_end = static_cast<std::uint32_t>(folded.size());
    words.push_back(word);
  }
}

}  // namespace naqi
