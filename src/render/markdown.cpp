#include <algorithm>

#include "naqi/render.h"
#include "render/outline.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

bool is_ascii_digit(char16_t c) noexcept { return c >= u'0' && c <= u'9'; }

bool is_word_unit(char16_t c) noexcept {
  // A surrogate is half of an emoji or of a rare letter: not a letter is the safe reading.
  return unicode::is_letter(c) || unicode::is_mark(c) || unicode::is_decimal_digit(c);
}

/// The length of "12." or "3)" at the begin of a line, 0 where there is no such number (CommonMark §5.2).
std::size_t ordered_marker(std::u16string_view line) noexcept {
  std::size_t digits = 0;
  while (digits < line.size() && digits < 10 && is_ascii_digit(line[digits])) {
    ++digits;
  }
  const bool marker = digits > 0 && digits < 10 && digits < line.size() &&
                      (line[digits] == u'.' || line[digits] == u')') &&
                      (digits + 1 == line.size() || line[digits + 1] == u' ');
  return marker ? digits + 1 : 0;
}

/// Where a backslash must stand so that the line begins no block of its own; npos where none need.
std::size_t block_marker(std::u16string_view line) noexcept {
  if (line.empty()) {
    return std::u16string_view::npos;
  }
  const char16_t first = line[0];
  const std::size_t run = std::min(line.find_first_not_of(first), line.size());
  const bool alone = run == line.size();
  const bool spaced = !alone && line[run] == u' ';
  if (first == u'#' && run <= 6 && (alone || spaced)) {
    return 0;  // §4.2
  }
  if ((first == u'-' || first == u'+') && (line.size() == 1 || line[1] == u' ')) {
    return 0;  // §5.2; also §4.1, a thematic break with spaces
  }
  if ((first == u'-' || first == u'=') && alone) {
    return 0;  // §4.1, §4.3
  }
  if (first == u'>') {
    return 0;  // §5.1
  }
  const std::size_t marker = ordered_marker(line);
  return marker == 0 ? std::u16string_view::npos : marker - 1;
}

/// Whether a character reference begins with the ampersand at `at` (CommonMark §2.5). The longest name of
/// HTML has 31 letters.
bool is_reference(std::u16string_view line, std::size_t at) noexcept {
  const auto in_name = [](char16_t c) {
    return c == u'#' || (c < 0x80U && unicode::is_letter(c)) || is_ascii_digit(c);
  };
  std::size_t end = at + 1;
  while (end < line.size() && end - at <= 32 && in_name(line[end])) {
    ++end;
  }
  return end > at + 1 && end < line.size() && line[end] == u';';
}

/// One line, escaped so that it reads as it stands. A backslash stands only where it is needed.
void append_escaped(std::string& out, std::u16string_view line) {
  const std::size_t marker = block_marker(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char16_t c = line[i];
    bool escape = i == marker;
    switch (c) {
      case u'\\':
      case u'`':
      case u'*':
      case u'[':
      case u']':
      case u'<':
      case u'~':
      case u'|': escape = true; break;
      case u'_':  // §6.2: inside a word it is a letter like any other
        escape = i == 0 || i + 1 == line.size() || !is_word_unit(line[i - 1]) || !is_word_unit(line[i + 1]);
        break;
      case u'&': escape = is_reference(line, i); break;
      default: break;
    }
    if (escape) {
      out.push_back('\\');
    }
    const bool pair = (c & 0xFC00U) == 0xD800U && i + 1 < line.size();
    unicode::append_utf8(out, line.substr(i, pair ? 2 : 1));
    i += pair ? 1 : 0;
  }
}

/// The lines of a text: `first` before the first one, `rest` before the others, `end` behind all but the
/// last.
void append_lines(std::string& out, std::u16string_view text, std::string_view first, std::string_view rest,
                  std::string_view end) {
  bool begun = false;
  each_line(text, [&](std::u16string_view line) {
    out.append(begun ? end : "").append(begun ? "\n" : "").append(begun ? rest : first);
    append_escaped(out, line);
    begun = true;
  });
  out.push_back('\n');
}

void append_item(std::string& out, const Block& block) {
  const std::string indent(std::size_t{4} * (std::max<std::size_t>(block.level, 1) - 1), ' ');
  std::u16string_view text = block.text;
  const std::size_t number = ordered_marker(text);
  if (number > 0 && number < text.size()) {
    out.append(indent);
    unicode::append_utf8(out, text.substr(0, number + 1));
    append_lines(out, text.substr(number + 1), "", indent + "    ", "");
  } else {
    append_lines(out, without_bullet(text), indent + "- ", indent + "  ", "");
  }
}

void append_heading(std::string& out, std::u16string_view text, std::size_t level) {
  out.append(std::min<std::size_t>(level, 6), '#').push_back(' ');
  const std::size_t begin = out.size();
  append_lines(out, text, "", "", "");
  // A heading is one line.
  std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end() - 1, '\n', ' ');
}

void append_block(std::string& out, const Block& block) {
  switch (block.label) {
    case Label::heading: append_heading(out, block.text, std::max<std::size_t>(block.level, 2)); break;
    case Label::list_item: append_item(out, block); break;
    case Label::quote_block: append_lines(out, block.text, "> ", "> ", "\\"); break;  // verse keeps its lines
    default: append_lines(out, block.text, "", "", ""); break;
  }
}

}  // namespace

std::string to_markdown(const Document& document) {
  const Outline page = outline(document);
  std::string out;
  const auto separate = [&] { out.append(out.empty() ? "" : "\n"); };
  for (const Outline::Line& line : page.titles) {
    separate();
    append_heading(out, line.text, 1);
  }
  for (const auto* lines : {&page.subtitles, &page.metadata}) {
    for (const Outline::Line& line : *lines) {
      separate();
      append_lines(out, line.text, "", "", "");
      if (!line.date.empty()) {
        out.insert(out.size() - 1, line.date);
      }
    }
  }
  const Block* before = nullptr;
  for (const Block* block : page.content) {
    const bool same_list =
        before != nullptr && before->label == Label::list_item && block->label == Label::list_item;
    if (!same_list) {
      separate();
    }
    append_block(out, *block);
    before = block;
  }
  return out;
}

}  // namespace naqi
