#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "naqi/span.h"
#include "segment/char_class.h"

namespace naqi {

/// Appends the lines of `within` that hold anything visible, trimmed. Linear.
void find_lines(std::u16string_view text, Span within, std::vector<Span>& lines);

/// Appends the paragraphs of `within`, trimmed: its visible lines, those of a hard-wrapped
/// paragraph as one (if `join_wrapped`). Linear.
void find_paragraphs(std::u16string_view text, Span within, bool join_wrapped, std::vector<Span>& paragraphs);

/// Joins hard-wrapped lines, one block of lines with no blank one between them after the other.
class HardWrap {
 public:
  /// Appends the paragraphs that the lines make up, if they are one text broken at a fixed width;
  /// else appends nothing and gives false. Linear.
  bool join(std::u16string_view text, const std::vector<Span>& lines, std::vector<Span>& paragraphs);

 private:
  std::uint32_t width_ = 0;  ///< that the blocks before were broken at; 0 where none was
};

/// `span` without the white space and the invisible characters at its ends that can be taken off
/// without cutting a grapheme cluster.
[[nodiscard]] Span trimmed(std::u16string_view text, Span span) noexcept;

}  // namespace naqi
