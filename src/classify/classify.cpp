#include "classify/classify.h"

namespace naqi {

std::vector<ClassifiedBlock> classify(const Analysis& analysis, const Page*) {
  std::vector<ClassifiedBlock> blocks;
  for (const Line& line : analysis.lines) {
    ClassifiedBlock block;
    block.span = line.span;
    blocks.push_back(block);
  }
  return blocks;
}

}  // namespace naqi
