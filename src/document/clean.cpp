#include "naqi/clean.h"

#include "classify/classify.h"
#include "extract/extract.h"

namespace naqi {

Result<Document> clean(std::u16string_view source, const CleanOptions&) {
  const Analysis analysis = analyze(source);
  Document document;
  document.source_length = static_cast<std::uint32_t>(source.size());
  for (const ClassifiedBlock& found : classify(analysis)) {
    Block block;
    block.label = found.label;
    block.kept = is_kept(found.label);
    block.span = analysis.reading.map.source_of(found.span);
    block.text = analysis.slice(found.span);
    document.blocks.push_back(std::move(block));
  }
  return document;
}

Result<Document> clean(const Page& page, const CleanOptions& options) { return clean(page.source, options); }

}  // namespace naqi
