#include "render/outline.h"

#include <cstdint>

#include "lexicon/word_set.h"

namespace naqi {
namespace {

Outline::Line line_of(const Block& block) { return {block.text, block.language, block.direction, {}}; }

/// Lines of one part of the head, each once.
class Lines {
 public:
  explicit Lines(std::vector<Outline::Line>& lines) : lines_(lines) {}

  void add(const Outline::Line& line) {
    if (!has_lines(line.text) && line.date.empty()) {
      return;
    }
    std::uint64_t key = WordSet::hash(line.text);
    for (const char c : line.date) {
      const auto unit = static_cast<char16_t>(static_cast<unsigned char>(c));
      key = WordSet::hash({&unit, 1}, key);
    }
    if (seen_.add(key)) {
      lines_.push_back(line);
    }
  }

 private:
  std::vector<Outline::Line>& lines_;
  WordSet seen_;
};

}  // namespace

Outline outline(const Document& document) {
  Outline out;
  Lines titles(out.titles);
  Lines subtitles(out.subtitles);
  Lines metadata(out.metadata);
  for (const Block& block : document.blocks) {
    if (!block.kept || !has_lines(block.text)) {
      continue;
    }
    if (block.label == Label::title) {
      titles.add(line_of(block));
    } else if (block.label == Label::subtitle) {
      subtitles.add(line_of(block));
    } else if (is_metadata(block.label)) {
      metadata.add(line_of(block));
    } else {
      out.content.push_back(&block);
    }
  }
  // What only the page's metadata says stands in no block.
  const auto add = [&](Lines& lines, std::u16string_view text) {
    lines.add({text, document.language, document.direction, {}});
  };
  if (document.title && !document.title->span && out.titles.empty()) {
    add(titles, document.title->text);
  }
  if (document.subtitle && !document.subtitle->span && out.subtitles.empty()) {
    add(subtitles, document.subtitle->text);
  }
  for (const Byline& byline : document.bylines) {
    if (!byline.span) {
      add(metadata, byline.text);
    }
  }
  for (const Dateline& dateline : document.datelines) {
    if (!dateline.span) {
      add(metadata, dateline.text);
    }
  }
  if (document.published && !document.published->span && document.datelines.empty()) {
    metadata.add({{}, {}, Direction::ltr, document.published->value});
  }
  if (document.source && !document.source->span) {
    add(metadata, document.source->name);
  }
  return out;
}

bool has_lines(std::u16string_view text) noexcept {
  return text.find_first_not_of(u" \t\n\r\u2028\u2029\u0085") != std::u16string_view::npos;
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
