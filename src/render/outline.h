#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/document.h"

namespace naqi {

/// What is printed of a Document, in the order of a page: its head, then the content. Views into
/// the Document. Only kept blocks count: a restored block is content whatever its label says.
struct Outline {
  /// A line of the head.
  struct Line {
    std::u16string_view text;
    std::string_view language;
    Direction direction = Direction::rtl;
    std::string_view date;  ///< ISO 8601, of a date that stands in the page's metadata only
  };
  std::vector<Line> titles, subtitles;
  std::vector<Line> metadata;  ///< byline, dateline, source; each text once
  std::vector<const Block*> content;
};

[[nodiscard]] Outline outline(const Document& document);

/// The text of a list item without the bullet that it begins with.
[[nodiscard]] std::u16string_view without_bullet(std::u16string_view text) noexcept;

/// Whether `each_line` finds a line in the text.
[[nodiscard]] bool has_lines(std::u16string_view text) noexcept;

/// Calls `line(text)` for every line of a text, trimmed; empty lines are left out.
template <typename EachLine>
void each_line(std::u16string_view text, EachLine&& line) {
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(u"\n\r\u2028\u2029\u0085");
    std::u16string_view one = text.substr(0, end);
    text.remove_prefix(end == std::u16string_view::npos ? text.size() : end + 1);
    const std::size_t begin = one.find_first_not_of(u" \t");
    if (begin != std::u16string_view::npos) {
      line(one.substr(begin, one.find_last_not_of(u" \t") + 1 - begin));
    }
  }
}

}  // namespace naqi
