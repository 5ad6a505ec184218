// Extracts the structure of a text whose blocks are given, not classified: what the extractor finds when
// every label is right. Reads the text on standard input and writes the Document as JSON.
//
//     structure_from_labels BLOCKS
//
// BLOCKS holds one block a line, `begin end label group`, in UTF-16 units of the text;
// structure_from_labels.py makes it out of the labels of shared/data/articles.

#include <cstdio>
#include <cstdlib>
#include <string>

#include "document/assemble.h"
#include "naqi/render.h"
#include "unicode/encoding.h"

namespace {

std::string read_input() {
  std::string bytes;
  char buffer[1 << 14];
  std::size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, stdin)) > 0) {
    bytes.append(buffer, got);
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: structure_from_labels BLOCKS < TEXT\n", stderr);
    return 2;
  }
  const std::u16string source = naqi::unicode::utf8_to_utf16_replacing(read_input());
  const naqi::Analysis analysis = naqi::analyze(source);
  std::vector<naqi::ClassifiedBlock> blocks;
  std::FILE* list = std::fopen(argv[1], "r");
  unsigned begin = 0;
  unsigned end = 0;
  unsigned group = 0;
  char label[64];
  while (list != nullptr && std::fscanf(list, "%u %u %63s %u", &begin, &end, label, &group) == 4) {
    naqi::ClassifiedBlock block;
    block.span = analysis.reading.map.text_of({begin, end});
    block.label = naqi::label_of(label).value_or(naqi::Label::body);
    block.group = group;
    if (!block.span.empty()) {
      blocks.push_back(block);
    }
  }
  if (list != nullptr) {
    std::fclose(list);
  }
  const naqi::Document document =
      naqi::assemble(source, analysis, blocks, naqi::extract(analysis, blocks), nullptr, {});
  std::puts(naqi::to_json(document, source).c_str());
  return 0;
}
