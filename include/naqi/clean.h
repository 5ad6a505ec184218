#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/document.h"
#include "naqi/error.h"
#include "naqi/normalize.h"

namespace naqi {

/// One block of a page, as the DOM adapter collected it. Its text is a span of `Page::source`.
struct InputBlock {
  Span span;
  std::string tag;                 ///< lower case: "p", "h2", "li", "figcaption", "td", "time", …
  std::uint8_t level = 0;          ///< 1–6 for headings, nesting depth for list items, else 0
  std::uint16_t link_density = 0;  ///< thousandths of the characters that stand inside links
  std::string hints;               ///< class, id and role words of the block and its containers, lower case
  bool hidden = false;
  bool list = false;
  bool table = false;
  /// Blocks that stand side by side in one element (the paragraphs of a story, the items of a list)
  /// share a number; 0 is unknown.
  std::uint32_t container = 0;
};

/// What a page says of itself outside its text; every list is in the order of trust.
struct PageMeta {
  struct Candidate {
    std::u16string value;
    std::string from;  ///< "json-ld", "meta", "time", "url", "title", "h1"
  };
  std::vector<Candidate> titles, bylines, dates, sites;
  std::string url;
  std::string language;
};

/// An article with the structure of the page that it comes from. `source` is the texts of the
/// blocks joined by one LF; all spans refer to it.
struct Page {
  std::u16string_view source;
  std::vector<InputBlock> blocks;
  PageMeta meta;
};

/// Who is told how far a call is: after each stage, in thousandths of the work, from the same thread.
struct Progress {
  void (*report)(void* context, std::uint32_t thousandths) = nullptr;
  void* context = nullptr;

  void operator()(std::uint32_t thousandths) const {
    if (report != nullptr) {
      report(context, thousandths);
    }
  }
};

struct CleanOptions {
  /// How the `text` fields read. Labels, spans and structure are the same for every setting.
  NormalizeOptions normalize = NormalizeOptions::of(Profile::reading);
  bool words = false;  ///< list the words of every sentence
  /// Lines of the source that many documents of its site have, as who cleans a corpus can know: sorted,
  /// disjoint, trimmed. What of the content stands in them is removed, but for titles, and unless that is
  /// most of it.
  std::vector<Span> recurring;
  /// The day that «أمس» and «قبل ساعتين» count from, as "2025-03-12"; without one they are no dates.
  std::string reference_date;
  Progress progress;
};

/// Cleans an article. Total: every string gives a Document. Linear in the length of the source.
/// Memory for each UTF-16 unit, beside the source: about 20 bytes for ordinary text; at most 250 where every
/// unit or two are a block of their own, and 350 with the JSON of `to_json` as one string beside the
/// Document. Errors: `input_too_large` beyond `kMaxTextUnits`; `invalid_option` for a `reference_date` that
/// is no day.
[[nodiscard]] Result<Document> clean(std::u16string_view source, const CleanOptions& options = {});

/// The same for a page. Errors: `input_too_large`; `invalid_option` when the blocks are not sorted,
/// overlap or lie outside the source (`position` is the index of the block).
[[nodiscard]] Result<Document> clean(const Page& page, const CleanOptions& options = {});

}  // namespace naqi
