#include <algorithm>

#include "naqi/render.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// Thousandths with two places and a sign.
std::string weight(std::int32_t thousandths) {
  const std::int32_t hundredths = (std::abs(thousandths) + 5) / 10;
  std::string out = thousandths < 0 ? "-" : "+";
  out += std::to_string(hundredths / 100);
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  out += static_cast<char>('0' + hundredths % 10);
  return out;
}

/// The begin of a text on one line.
std::string excerpt(std::u16string_view text) {
  constexpr std::uint32_t kLongest = 100;
  std::u16string line;
  std::uint32_t i = 0;
  while (i < text.size() && line.size() < kLongest) {
    const char32_t c = unicode::next(text, i);
    unicode::append(line, unicode::is_white_space(c) ? U' ' : c);
  }
  return unicode::utf16_to_utf8(line) + (i < text.size() ? "…" : "");
}

}  // namespace

std::string to_explanation(const Document& document) {
  std::string out;
  for (std::size_t id = 0; id < document.blocks.size(); ++id) {
    const Block& block = document.blocks[id];
    out.append(id == 0 ? "" : "\n").append("#").append(std::to_string(id)).append("  ");
    out.append(name(block.label)).append(block.kept ? "  kept  " : "  removed  ");
    out.append(weight(block.confidence).substr(1)).append("  [").append(std::to_string(block.span.begin));
    out.append(", ").append(std::to_string(block.span.end)).append(")\n  ");
    out.append(excerpt(block.text)).append("\n");
    for (const Reason& reason : block.reasons) {
      out.append("  ").append(weight(reason.weight)).append("  ").append(reason.rule).append("\n");
    }
  }
  return out;
}

}  // namespace naqi
