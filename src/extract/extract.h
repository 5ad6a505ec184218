#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "classify/classify.h"
#include "extract/date_fields.h"
#include "naqi/document.h"
#include "segment/analysis.h"

namespace naqi {

/// The structured part of an article. Spans are in units of the reading text here; `text` fields
/// are filled in when the Document is assembled, unless the value comes from a page's metadata.
struct Structure {
  std::optional<Node> title, subtitle;
  std::vector<Byline> bylines;
  std::vector<Dateline> datelines;
  std::optional<Published> published;
  std::optional<SourceName> source;
  std::vector<Node> keywords;
  std::vector<Quote> quotes;
  std::vector<Date> dates;
  std::vector<Related> related;
  std::vector<OtherArticle> other_articles;
};

/// Reads title, bylines, datelines, source, keywords, quotes, dates, related links and other
/// articles out of classified blocks. `page` is null for plain text. Relative dates are resolved from
/// `reference`. Linear.
[[nodiscard]] Structure extract(const Analysis& analysis, const std::vector<ClassifiedBlock>& blocks,
                                const Page* page = nullptr,
                                const std::optional<DateFields>& reference = std::nullopt);

}  // namespace naqi
