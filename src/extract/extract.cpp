#include "extract/extract.h"

#include "extract/dates.h"
#include "extract/quotes.h"

namespace naqi {
namespace {

std::vector<Date> dates_of(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks) {
  std::vector<Date> out;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Span range = tokens.in(blocks[i].span);
    const DateStyle style = blocks[i].label == Label::dateline ? DateStyle::stamp : DateStyle::text;
    for (const FoundDate& found : find_dates(tokens, range.begin, range.end, style)) {
      Date date;
      date.span = found.span;
      date.block = i;
      date.value = iso(found);
      date.calendar = found.first.calendar;
      out.push_back(std::move(date));
    }
  }
  return out;
}

}  // namespace

Structure extract(const Analysis& analysis, const std::vector<ClassifiedBlock>& blocks, const Page*) {
  const Tokens tokens(analysis);
  Structure structure;
  structure.dates = dates_of(tokens, blocks);
  structure.quotes = find_quotes(tokens, blocks);
  return structure;
}

}  // namespace naqi
