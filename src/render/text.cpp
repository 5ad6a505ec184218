#include "naqi/render.h"
#include "render/outline.h"
#include "unicode/encoding.h"

namespace naqi {

std::string to_text(const Document& document) {
  const Outline page = outline(document);
  std::string out;
  const auto paragraph = [&](std::u16string_view text) {
    out.append(out.empty() ? "" : "\n");
    each_line(text, [&](std::u16string_view line) {
      unicode::append_utf8(out, line);
      out.push_back('\n');
    });
  };
  const auto head = [&](const std::vector<Outline::Line>& lines) {
    for (const Outline::Line& line : lines) {
      if (line.date.empty()) {
        paragraph(line.text);
      } else {
        out.append(out.empty() ? "" : "\n").append(line.date).append("\n");
      }
    }
  };
  head(page.titles);
  head(page.subtitles);
  head(page.metadata);
  for (const Block* block : page.content) {
    paragraph(block->text);
  }
  return out;
}

}  // namespace naqi
