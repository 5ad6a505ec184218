#include "render/outline.h"

#include <algorithm>

namespace naqi {
namespace {

Outline::Line line_of(const Block& block) { return {block.text, block.language, block.direction, {}}; }

void add_once(std::vector<Outline::Line>& lines, const Outline::Line& line) {
  const auto same = [&](const Outline::Line& other) {
    return other.text == line.text && other.date == line.date;
  };
  if (!(line.text.empty() && line.date.empty()) && std::none_of(lines.begin(), lines.end(), same)) {
    lines.push_back(line);
  }
}

}  // namespace

Outline outline(const Document& document) {
  Outline out;
  for (const Block& block : document.blocks) {
    if (!block.kept || block.text.empty()) {
      continue;
    }
    if (block.label == Label::title) {
      add_once(out.titles, line_of(block));
    } else if (block.label == Label::subtitle) {
      add_once(out.subtitles, line_of(block));
    } else if (is_metadata(block.label)) {
      add_once(out.metadata, line_of(block));
    } else {
      out.content.push_back(&block);
    }
  }
  // What only the page's metadata says stands in no block.
  const auto add = [&](std::vector<Outline::Line>& lines, std::u16string_view text) {
    add_once(lines, {text, document.language, document.direction, {}});
  };
  if (document.title && !document.title->span && out.titles.empty()) {
    add(out.titles, document.title->text);
  }
  if (document.subtitle && !document.subtitle->span && out.subtitles.empty()) {
    add(out.subtitles, document.subtitle->text);
  }
  for (const Byline& byline : document.bylines) {
    if (!byline.span) {
      add(out.metadata, byline.text);
    }
  }
  for (const Dateline& dateline : document.datelines) {
    if (!dateline.span) {
      add(out.metadata, dateline.text);
    }
  }
  if (document.published && !document.published->span && document.datelines.empty()) {
    add_once(out.metadata, {{}, {}, Direction::ltr, document.published->value});
  }
  if (document.source && !document.source->span) {
    add(out.metadata, document.source->name);
  }
  return out;
}

std::u16string_view without_bullet(std::u16string_view text) noexcept {
  constexpr std::u16string_view kBullets = u"-*+•‣▪●◦·–—○■□◾►▶✓✔";
  if (text.size() < 2 || kBullets.find(text[0]) == std::u16string_view::npos) {
    return text;
  }
  const std::size_t begin = text.find_first_not_of(u" \t\u00A0", 1);
  // «-5 درجات» is a number, «- خمس» an item.
  return begin == std::u16string_view::npos || begin == 1 ? text : text.substr(begin);
}

}  // namespace naqi
