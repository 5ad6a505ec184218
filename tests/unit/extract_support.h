#pragma once

// Texts whose blocks and labels are given, so that extraction is tested without the classifier.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/tokens.h"
#include "unicode/encoding.h"

namespace naqi::test {

struct Line {
  Label label;
  std::string_view text;  ///< UTF-8
};

/// A text with one block a line.
class Labelled {
 public:
  explicit Labelled(std::initializer_list<Line> lines,
                    const std::optional<DateFields>& reference = std::nullopt) {
    std::u16string source;
    std::vector<Span> spans;
    for (const Line& line : lines) {
      const auto begin = static_cast<std::uint32_t>(source.size());
      source += unicode::utf8_to_utf16_replacing(line.text);
      spans.push_back({begin, static_cast<std::uint32_t>(source.size())});
      source += u'\n';
    }
    analysis = analyze(source);
    auto span = spans.begin();
    for (const Line& line : lines) {
      ClassifiedBlock block;
      block.span = analysis.reading.map.text_of(*span++);
      block.label = line.label;
      blocks.push_back(std::move(block));
    }
    structure = extract(analysis, blocks, nullptr, reference);
  }

  [[nodiscard]] std::string text(Span span) const { return unicode::utf16_to_utf8(analysis.slice(span)); }
  [[nodiscard]] std::string text(const std::optional<Span>& span) const { return span ? text(*span) : "-"; }

  Analysis analysis;
  std::vector<ClassifiedBlock> blocks;
  Structure structure;
};

/// «text = value», one date after the other, joined with «; ».
[[nodiscard]] inline std::string dates_of(const Labelled& article) {
  std::string out;
  for (const Date& date : article.structure.dates) {
    out += (out.empty() ? "" : "; ") + article.text(date.span) + " = " + date.value;
  }
  return out;
}
[[nodiscard]] inline std::string dates_of(std::string_view text) {
  return dates_of(Labelled({{Label::body, text}}));
}

/// «quote / speaker / verb», an inferred speaker in brackets, joined with «; ».
[[nodiscard]] inline std::string quotes_of(const Labelled& article) {
  std::string out;
  for (const Quote& quote : article.structure.quotes) {
    std::string speaker = quote.speaker ? article.text(quote.speaker->span) : "-";
    if (quote.speaker && quote.speaker->inferred) {
      speaker = "[" + speaker + "]";
    }
    out += (out.empty() ? "" : "; ") + article.text(quote.span) + " / " + speaker + " / " +
           (quote.verb ? article.text(quote.verb->span) : "-");
  }
  return out;
}
[[nodiscard]] inline std::string quotes_of(std::string_view text) {
  return quotes_of(Labelled({{Label::body, text}}));
}

}  // namespace naqi::test
