#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "naqi/render.h"
#include "render/outline.h"
#include "segment/web_address.h"
#include "segment/word_scanner.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

bool is_ascii_digit(char16_t c) noexcept { return c >= u'0' && c <= u'9'; }

bool is_word_unit(char16_t c) noexcept {
  // A surrogate is half of an emoji or of a rare letter: not a letter is the safe reading.
  return unicode::is_letter(c) || unicode::is_mark(c) || unicode::is_decimal_digit(c);
}

/// Whether nothing to read stands at `at`: the end, white space or an invisible character. CommonMark asks
/// for a space or a tab, some renderers take every white space.
bool is_gap(std::u16string_view line, std::size_t at) noexcept {
  return at >= line.size() || unicode::is_invisible(line[at]);
}

/// The length of "12." or "3)" at the begin of a line, 0 where there is no such number (CommonMark §5.2).
std::size_t ordered_marker(std::u16string_view line) noexcept {
  std::size_t digits = 0;
  while (digits < line.size() && digits < 10 && is_ascii_digit(line[digits])) {
    ++digits;
  }
  const bool marker = digits > 0 && digits < 10 && digits < line.size() &&
                      (line[digits] == u'.' || line[digits] == u')') && is_gap(line, digits + 1);
  return marker ? digits + 1 : 0;
}

/// The same as `block_marker` for a line that begins with something visible, or is empty.
std::size_t visible_block_marker(std::u16string_view line) noexcept {
  if (line.empty()) {
    return std::u16string_view::npos;
  }
  const char16_t first = line[0];
  const std::size_t run = std::min(line.find_first_not_of(first), line.size());
  if (first == u'#' && run <= 6 && is_gap(line, run)) {
    return 0;  // §4.2
  }
  if ((first == u'-' || first == u'+') && is_gap(line, 1)) {
    return 0;  // §5.2
  }
  if (line.find_first_not_of(u"-=:| \t") == std::u16string_view::npos) {
    return 0;  // §4.1, §4.3; GFM §4.10, the row below the head of a table
  }
  if (first == u'>') {
    return 0;  // §5.1
  }
  const std::size_t marker = ordered_marker(line);
  return marker == 0 ? std::u16string_view::npos : marker - 1;
}

/// Where a backslash must stand so that the line begins no block of its own; npos where none need. A byte
/// order mark at the begin of a text, which readers drop, hides no marker.
std::size_t block_marker(std::u16string_view line) noexcept {
  std::size_t begin = 0;
  while (begin < line.size() && unicode::is_invisible(line[begin])) {
    ++begin;
  }
  const std::size_t marker = visible_block_marker(line.substr(begin));
  return marker == std::u16string_view::npos ? marker : begin + marker;
}

/// Whether a character reference begins with the ampersand at `at` (CommonMark §2.5). The longest name of
/// HTML has 31 letters.
bool is_reference(std::u16string_view line, std::size_t at) noexcept {
  std::size_t end = at + 1;
  while (end < line.size() && end - at <= 32 && (line[end] == u'#' || is_ascii_alphanumeric(line[end]))) {
    ++end;
  }
  return end > at + 1 && end < line.size() && line[end] == u';';
}

/// Whether renderers that look for addresses in plain text (GFM §6.9 and their own rules) would begin or go
/// on with one at this unit: the dot of "example.com" and "www.", the sign of "a@b", the second slash of
/// "//".
bool is_address_sign(std::u16string_view line, std::size_t at) noexcept {
  switch (line[at]) {
    case u'.': {
      const auto is_w = [&](std::size_t back) { return at >= back && (line[at - back] | 0x20U) == u'w'; };
      return (at + 2 < line.size() && is_ascii_letter(line[at + 1]) && is_ascii_letter(line[at + 2])) ||
             (at + 1 < line.size() && (line[at + 1] == u'р' || line[at + 1] == u'Р')) ||
             (is_w(1) && is_w(2) && is_w(3) && !is_gap(line, at + 1));
    }
    case u'@': return at > 0 && !is_gap(line, at - 1) && !is_gap(line, at + 1);
    case u'/': return at > 0 && line[at - 1] == u'/';
    default: return false;
  }
}

bool needs_backslash(std::u16string_view line, std::size_t at) noexcept {
  switch (line[at]) {
    case u'\\':
    case u'`':
    case u'*':
    case u'[':
    case u']':
    case u'<':
    case u'~':
    case u'|': return true;
    case u'_':  // §6.2: inside a word it is a letter like any other
      return at == 0 || at + 1 == line.size() || !is_word_unit(line[at - 1]) || !is_word_unit(line[at + 1]);
    case u'&': return is_reference(line, at);
    default: return is_address_sign(line, at);
  }
}

/// Whether `address` may stand between angle brackets and reads there as it stands (CommonMark §6.5): it has
/// a scheme, and no renderer finds a character reference in it.
bool is_autolink(std::u16string_view address) noexcept {
  const std::size_t scheme = address.find(u"://");
  if (scheme == std::u16string_view::npos || scheme > 5) {
    return false;
  }
  for (std::uint32_t i = 0; i < address.size();) {
    const std::uint32_t at = i;
    const char32_t c = unicode::next(address, i);
    if (unicode::is_invisible(c) || c == U'<' || c == U'>' || (c >= 0xD800 && c <= 0xDFFF) ||
        (c == U'&' && is_reference(address, at))) {
      return false;
    }
  }
  return true;
}

/// The same of an e-mail address: the labels of its domain are as §6.5 has them.
bool is_email_autolink(std::u16string_view address) noexcept {
  const std::size_t domain = address.find(u'@') + 1;
  for (std::size_t label = domain; label < address.size();) {
    const std::size_t end = std::min(address.find(u'.', label), address.size());
    if (end == label || end - label > 63 || address[label] == u'-' || address[end - 1] == u'-') {
      return false;
    }
    label = end + 1;
  }
  return std::all_of(address.begin(), address.end(), [](char16_t c) { return c > u' ' && c < 0x7F; });
}

/// One line, escaped so that it reads as it stands. A backslash stands only where it is needed. An address
/// stands between angle brackets: without them each renderer has its own mind of where it ends, and none
/// reads backslashes in it.
void append_escaped(std::string& out, std::u16string_view line) {
  const std::size_t marker = block_marker(line);
  WordScanner words(line, {0, static_cast<std::uint32_t>(line.size())});
  Span word;
  WordKind kind{};
  bool more = words.next(word, kind);
  for (std::size_t i = 0; i < line.size();) {
    while (more && word.begin < i) {
      more = words.next(word, kind);
    }
    if (more && word.begin == i && i != marker) {
      const std::u16string_view address = line.substr(i, word.size());
      if ((kind == WordKind::url && is_autolink(address)) ||
          (kind == WordKind::email && is_email_autolink(address))) {
        out.push_back('<');
        unicode::append_utf8(out, address);
        out.push_back('>');
        i = word.end;
        continue;
      }
    }
    if (i == marker || needs_backslash(line, i)) {
      out.push_back('\\');
    }
    const bool pair = (line[i] & 0xFC00U) == 0xD800U && i + 1 < line.size();
    unicode::append_utf8(out, line.substr(i, pair ? 2 : 1));
    i += pair ? 2 : 1;
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

/// A heading is one line. The number signs at its end would be taken for its end mark (§4.2).
void append_heading(std::string& out, std::u16string_view text, std::size_t level) {
  out.append(std::min<std::size_t>(level, 6), '#');
  each_line(text, [&](std::u16string_view line) {
    out.push_back(' ');
    append_escaped(out, line);
  });
  const std::size_t last = out.find_last_not_of('#');
  if (last + 1 < out.size() && out[last] == ' ' && last > 0 && out[last - 1] != '\n') {
    out.insert(last + 1, 1, '\\');
  }
  out.push_back('\n');
}

/// Builds the text block by block. A list item stands below the text of the item that it belongs to.
class Markdown {
 public:
  void heading(std::u16string_view text, std::size_t level) {
    begin_block();
    append_heading(out_, text, level);
  }
  void paragraph(std::u16string_view text) {
    begin_block();
    append_lines(out_, text, "", "", "");
  }
  void block(const Block& block);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  /// Deeper ones are printed at this depth: renderers give up or take long at some depth.
  static constexpr std::size_t kDeepest = 24;

  void begin_block() {
    out_.append(out_.empty() ? "" : "\n");
    items_.clear();
  }
  void item(const Block& block);

  std::string out_;
  std::vector<std::size_t> items_;  // where the text of each open item stands, in columns
};

void Markdown::item(const Block& block) {
  if (items_.empty()) {
    begin_block();
  }
  const std::size_t depth = std::clamp<std::size_t>(block.level, 1, std::min(items_.size() + 1, kDeepest));
  items_.resize(depth - 1);
  const std::size_t column = std::max(4 * (depth - 1), items_.empty() ? 0 : items_.back());
  std::u16string_view text = block.text;
  std::string marker = "- ";
  const std::size_t number = ordered_marker(text);
  if (number > 0 && has_lines(text.substr(number))) {
    marker = unicode::utf16_to_utf8(text.substr(0, number)) + " ";
    text.remove_prefix(number + 1);
  } else if (has_lines(without_bullet(text))) {
    text = without_bullet(text);
  }
  items_.push_back(column + marker.size());
  append_lines(out_, text, std::string(column, ' ') + marker, std::string(items_.back(), ' '), "");
}

void Markdown::block(const Block& block) {
  switch (block.label) {
    case Label::heading: heading(block.text, std::max<std::size_t>(block.level, 2)); break;
    case Label::list_item: item(block); break;
    case Label::quote_block:
      begin_block();
      append_lines(out_, block.text, "> ", "> ", "\\");  // verse keeps its lines
      break;
    default: paragraph(block.text); break;
  }
}

}  // namespace

std::string to_markdown(const Document& document) {
  const Outline page = outline(document);
  Markdown out;
  for (const Outline::Line& line : page.titles) {
    out.heading(line.text, 1);
  }
  for (const auto* lines : {&page.subtitles, &page.metadata}) {
    for (const Outline::Line& line : *lines) {
      if (line.date.empty()) {
        out.paragraph(line.text);
      } else {
        out.paragraph(unicode::utf8_to_utf16_replacing(line.date));
      }
    }
  }
  for (const Block* block : page.content) {
    out.block(*block);
  }
  return out.take();
}

}  // namespace naqi
