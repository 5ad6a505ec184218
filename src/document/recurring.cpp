#include "document/recurring.h"

#include <algorithm>
#include <cstdint>

namespace naqi {
namespace {

constexpr Reason kRecurs{"recurs-on-site", 3000};
/// The line says nothing of the kind of boilerplate that it is, only that a template wrote it.
constexpr std::int32_t kConfidence = 900;

bool is_told_by_recurrence(Label label) noexcept {
  return is_content(label) && label != Label::title && label != Label::subtitle;
}

}  // namespace

void apply_recurring(std::vector<ClassifiedBlock>& blocks, const Analysis& analysis,
                     std::span<const Span> recurring) {
  std::vector<ClassifiedBlock*> found;
  std::uint64_t content = 0;
  std::uint64_t recurs = 0;
  auto line = recurring.begin();
  for (ClassifiedBlock& block : blocks) {
    if (!is_told_by_recurrence(block.label)) {
      continue;
    }
    const Span source = analysis.reading.map.source_of(block.span);
    content += source.size();
    line = std::find_if(line, recurring.end(), [&](Span each) { return each.end > source.begin; });
    if (line != recurring.end() && line->begin <= source.begin && source.end <= line->end) {
      recurs += source.size();
      found.push_back(&block);
    }
  }
  if (2 * recurs > content) {
    return;
  }
  for (ClassifiedBlock* block : found) {
    block->label = Label::navigation;
    block->level = 0;
    block->confidence = kConfidence;
    block->margin = -kRecurs.weight;
    block->reasons.insert(block->reasons.begin(), kRecurs);
  }
}

}  // namespace naqi
