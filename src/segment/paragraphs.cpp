#include "segment/paragraphs.h"

#include <algorithm>

namespace naqi {
namespace {

bool is_blank(CharClass c) noexcept {
  return c == CharClass::space || c == CharClass::format || c == CharClass::line_end;
}

/// Controls are invisible too; of them only tab to CR are white space.
bool is_invisible(const CharClasses& classes, std::u16string_view text, std::uint32_t i) noexcept {
  const CharClass c = classes.at(text, i);
  return is_blank(c) || (c == CharClass::other && unicode::is_control(text[i]));
}

constexpr bool is_line_end(char16_t c) noexcept {
  return c == u'\n' || c == u'\r' || c == 0x85U || c == 0x2028U || c == 0x2029U;
}

/// Calls `line` with every line of `within`, untrimmed and without what ends it, and with whether
/// a paragraph separator ends it.
template <typename OnLine>
void each_line(std::u16string_view text, Span within, OnLine&& line) {
  std::uint32_t begin = within.begin;
  for (std::uint32_t i = within.begin; i < within.end; ++i) {
    const char16_t c = text[i];
    if (!is_line_end(c)) {
      continue;
    }
    line(Span{begin, i}, c == 0x2029U);
    if (c == u'\r' && i + 1 < within.end && text[i + 1] == u'\n') {
      ++i;
    }
    begin = i + 1;
  }
  line(Span{begin, within.end}, true);
}

/// Whether a line ends with a mark that ends a sentence, a clause or a heading.
bool is_closed(std::u16string_view text, Span line) noexcept {
  const CharClasses& classes = CharClasses::get();
  std::uint32_t end = line.end;
  while (end > line.begin) {
    const CharClass c = classes.before(text, end, end);
    if (c == CharClass::double_quote || c == CharClass::guillemet || c == CharClass::bracket ||
        c == CharClass::mark || is_blank(c)) {
      continue;
    }
    return c == CharClass::stop || c == CharClass::terminator || c == CharClass::ellipsis ||
           c == CharClass::semicolon || text[end] == u':';
  }
  return false;
}

/// Whether a line begins with the sign or the number of a list item and a space: «- », «• », «12. », «3) ».
bool is_item(std::u16string_view text, Span line) noexcept {
  const CharClasses& classes = CharClasses::get();
  constexpr std::uint32_t kMostDigits = 3;
  std::uint32_t i = line.begin;
  while (i < line.end && i - line.begin < kMostDigits && classes.of_unit(text[i]) == CharClass::digit) {
    ++i;
  }
  if (i + 1 >= line.end || classes.of_unit(text[i + 1]) != CharClass::space) {
    return false;
  }
  const char16_t sign = text[i];
  return sign == u'-' || sign == 0x2013U || sign == 0x2014U ||
         (i > line.begin ? sign == u'.' || sign == u')'
                         : sign == u'*' || sign == 0x2022U || sign == 0x00B7U || sign == 0x25CFU ||
                               sign == 0x25AAU || sign == 0x25E6U);
}

/// How a line looks to the question whether its text goes on in the next one.
struct Shape {
  Span span;
  std::uint32_t width = 0;       ///< characters, marks not counted
  std::uint32_t first_word = 0;  ///< the width of its first word
  char16_t rhyme = 0;            ///< its last letter
  bool closed = false;           ///< as `is_closed` says
  bool verse = false;            ///< parts two hemistichs
  bool item = false;             ///< begins like an item of a list
};

Shape shape_of(std::u16string_view text, Span span) noexcept {
  const CharClasses& classes = CharClasses::get();
  Shape shape;
  shape.span = span;
  shape.closed = is_closed(text, span);
  std::uint32_t spaces = 0;
  bool in_first = true;
  for (std::uint32_t i = span.begin; i < span.end;) {
    const std::uint32_t at = i;
    const CharClass c = classes.at(text, at, i);
    if (c == CharClass::mark || c == CharClass::format) {
      continue;
    }
    ++shape.width;
    if (c == CharClass::space) {
      in_first = false;
      ++spaces;
      shape.verse = shape.verse || spaces > 2 || text[at] == u'\t';
      continue;
    }
    const bool apart = spaces > 0;
    spaces = 0;
    shape.first_word += in_first ? 1U : 0U;
    shape.verse = shape.verse || (apart && (text[at] == u'*' || text[at] == u'/'));
    if (c == CharClass::arabic || c == CharClass::letter) {
      shape.rhyme = text[at];
    }
  }
  shape.item = is_item(text, span);
  return shape;
}

/// Joins lines that are one text broken at `width`: prose is full to that width on every line but
/// those that end a sentence, and verse rhymes. A short line without a stop where a paragraph begins is
/// a heading; anywhere else it says that the lines are no such text, and false is given.
bool join_at(std::uint32_t width, const std::vector<Shape>& lines, std::uint32_t fewest_full,
             std::vector<Span>& paragraphs) {
  std::uint32_t full = 0;
  std::uint32_t joined = 0;
  std::uint32_t rhymes = 0;
  std::size_t first = 0;  // line of the paragraph
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Shape& line = lines[i];
    if (i + 1 < lines.size() && line.width + 1 + lines[i + 1].first_word > width) {
      ++joined;
      full += line.closed ? 0U : 1U;
      rhymes += line.rhyme == lines[i + 1].rhyme ? 1U : 0U;
      continue;
    }
    if (!line.closed && first != i) {
      return false;
    }
    paragraphs.push_back({lines[first].span.begin, line.span.end});
    first = i + 1;
  }
  return full >= fewest_full && (rhymes < joined || joined < 2);
}

}  // namespace

Span trimmed(std::u16string_view text, Span span) noexcept {
  const CharClasses& classes = CharClasses::get();
  std::uint32_t begin = span.begin;
  while (begin < span.end && is_invisible(classes, text, begin)) {
    std::uint32_t next = begin;
    static_cast<void>(classes.at(text, begin, next));
    if (next < span.end && classes.at(text, next) == CharClass::mark &&
        classes.at(text, begin) == CharClass::space) {
      break;  // the mark sits on this space
    }
    begin = next;
  }
  std::uint32_t end = span.end;
  while (end > begin) {
    std::uint32_t at = end;
    static_cast<void>(classes.before(text, end, at));
    if (!is_invisible(classes, text, at)) {
      break;
    }
    if (at > begin && classes.at(text, at) == CharClass::space) {
      std::uint32_t sign = at;
      if (classes.before(text, at, sign) == CharClass::prepend) {
        break;
      }
    }
    end = at;
  }
  return {begin, end};
}

void find_lines(std::u16string_view text, Span within, std::vector<Span>& lines) {
  each_line(text, within, [&](Span line, bool) {
    if (const Span visible = trimmed(text, line); !visible.empty()) {
      lines.push_back(visible);
    }
  });
}

bool HardWrap::join(std::u16string_view text, const std::vector<Span>& lines, std::vector<Span>& paragraphs) {
  constexpr std::uint32_t kNarrowest = 30;
  constexpr std::uint32_t kWidest = 130;
  // One block proves itself with two full lines; behind such a block, one is enough.
  const std::uint32_t fewest_full = width_ == 0 ? 2 : 1;
  // What most texts fail is looked at first: in an article with a paragraph a line, nearly all are closed.
  if (lines.size() <= fewest_full || !is_closed(text, lines.back())) {
    return false;
  }
  const auto open =
      std::count_if(lines.begin(), lines.end() - 1, [text](Span line) { return !is_closed(text, line); });
  if (open < static_cast<std::ptrdiff_t>(fewest_full)) {
    return false;
  }
  std::vector<Shape> shapes;
  shapes.reserve(lines.size());
  std::uint32_t width = 0;
  for (const Span line : lines) {
    shapes.push_back(shape_of(text, trimmed(text, line)));
    width = std::max(width, shapes.back().width);
    if (shapes.back().verse || shapes.back().item || width > kWidest) {
      return false;
    }
  }
  width = std::max(width, width_);
  const std::size_t found = paragraphs.size();
  if (width < kNarrowest || !join_at(width, shapes, fewest_full, paragraphs)) {
    paragraphs.resize(found);
    return false;
  }
  width_ = width;
  return true;
}

void find_paragraphs(std::u16string_view text, Span within, bool join_wrapped,
                     std::vector<Span>& paragraphs) {
  if (!join_wrapped) {
    find_lines(text, within, paragraphs);
    return;
  }
  HardWrap wrap;
  std::vector<Span> block;
  each_line(text, within, [&](Span line, bool ends_paragraph) {
    const Span visible = trimmed(text, line);
    if (!visible.empty()) {
      block.push_back(visible);
    }
    if (ends_paragraph || visible.empty()) {
      if (!wrap.join(text, block, paragraphs)) {
        paragraphs.insert(paragraphs.end(), block.begin(), block.end());
      }
      block.clear();
    }
  });
}

}  // namespace naqi
