#include <algorithm>

#include "naqi/render.h"
#include "render/names.h"
#include "render/outline.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out.append("&amp;"); break;
      case '<': out.append("&lt;"); break;
      case '>': out.append("&gt;"); break;
      case '"': out.append("&quot;"); break;
      case '\'': out.append("&#39;"); break;
      default: out.push_back(c); break;
    }
  }
}

/// Builds the fragment. Every element carries the language and the direction of its text.
class Fragment {
 public:
  void head(const std::vector<Outline::Line>& lines, std::string_view tag) {
    for (const Outline::Line& line : lines) {
      if (line.date.empty()) {
        element(tag, line.language, line.direction, line.text, "\n");
        continue;
      }
      out_.append("<p><time datetime=\"");
      append_escaped(out_, line.date);
      out_.append("\">");
      append_escaped(out_, line.date);
      out_.append("</time></p>\n");
    }
  }
  void block(const Block& block);
  /// Closes list items until `depth` lists are open, and there the item before.
  void close_lists(std::size_t depth);
  void open(std::string_view tag, std::string_view language, Direction direction);
  void raw(std::string_view markup) { out_.append(markup); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void element(std::string_view tag, std::string_view language, Direction direction, std::u16string_view text,
               std::string_view line_end) {
    open(tag, language, direction);
    lines(text, line_end);
    out_.append("</").append(tag).append(">\n");
  }
  void lines(std::u16string_view text, std::string_view line_end);
  void item(const Block& block);

  std::string out_;
  std::size_t lists_ = 0;  // open, one inside the other, each with an open item
};

void Fragment::open(std::string_view tag, std::string_view language, Direction direction) {
  out_.append("<").append(tag);
  if (!language.empty() && language != "und") {
    out_.append(" lang=\"");
    append_escaped(out_, language);
    out_.append("\"");
  }
  out_.append(" dir=\"").append(name(direction)).append("\">");
}

void Fragment::lines(std::u16string_view text, std::string_view line_end) {
  bool begun = false;
  each_line(text, [&](std::u16string_view line) {
    out_.append(begun ? line_end : "");
    append_escaped(out_, unicode::utf16_to_utf8(line));
    begun = true;
  });
}

void Fragment::close_lists(std::size_t depth) {
  for (; lists_ > depth; --lists_) {
    out_.append("</li>\n</ul>\n");
  }
  if (depth > 0 && lists_ == depth) {
    out_.append("</li>\n");
  }
}

void Fragment::item(const Block& block) {
  const std::size_t depth = std::clamp<std::size_t>(block.level, 1, lists_ + 1);
  close_lists(depth);
  if (lists_ < depth) {
    out_.append("<ul>\n");
    ++lists_;
  }
  open("li", block.language, block.direction);
  lines(without_bullet(block.text), "\n");
}

void Fragment::block(const Block& block) {
  if (block.label == Label::list_item) {
    item(block);
    return;
  }
  close_lists(0);
  switch (block.label) {
    case Label::heading: {
      const std::string tag = {'h', static_cast<char>('0' + std::clamp<int>(block.level, 2, 6))};
      element(tag, block.language, block.direction, block.text, "\n");
      break;
    }
    case Label::quote_block:
      out_.append("<blockquote>");
      element("p", block.language, block.direction, block.text, "<br>\n");
      out_.insert(out_.size() - 1, "</blockquote>");
      break;
    case Label::caption:
      out_.append("<figure>");
      element("figcaption", block.language, block.direction, block.text, "\n");
      out_.insert(out_.size() - 1, "</figure>");
      break;
    default: element("p", block.language, block.direction, block.text, "\n"); break;
  }
}

}  // namespace

std::string to_html(const Document& document) {
  const Outline page = outline(document);
  Fragment fragment;
  fragment.open("article", document.language, document.direction);
  fragment.raw("\n");
  if (!page.titles.empty() || !page.subtitles.empty() || !page.metadata.empty()) {
    fragment.raw("<header>\n");
    fragment.head(page.titles, "h1");
    fragment.head(page.subtitles, "p");
    fragment.head(page.metadata, "p");
    fragment.raw("</header>\n");
  }
  for (const Block* block : page.content) {
    fragment.block(*block);
  }
  fragment.close_lists(0);
  fragment.raw("</article>\n");
  return fragment.take();
}

}  // namespace naqi
