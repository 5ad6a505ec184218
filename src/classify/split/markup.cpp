#include "classify/split/markup.h"

#include <algorithm>
#include <array>

#include "unicode/properties.h"

namespace naqi {
namespace {

constexpr std::uint32_t kLongestTag = 400;  // units; what goes on longer is a comparison, not a tag

constexpr bool is_ascii_letter(char16_t c) noexcept {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
constexpr bool is_name_part(char16_t c) noexcept {
  return is_ascii_letter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u':';
}
constexpr bool is_arabic(char16_t c) noexcept { return c >= 0x0600 && c <= 0x06FF; }

/// The end of a tag that begins at `at`, or `at`: a name, then attributes, then its bracket.
std::uint32_t end_of_tag(std::u16string_view text, std::uint32_t at, std::uint32_t end,
                         char16_t close) noexcept {
  const char16_t open = text[at];
  std::uint32_t i = at + 1;
  const bool closing = i < end && text[i] == u'/';
  i += closing ? 1U : 0U;
  const std::uint32_t name = i;
  while (i < end && is_name_part(text[i])) {
    ++i;
  }
  if (i == name || !is_ascii_letter(text[name])) {
    return at;
  }
  // A shortcode has a closing form, attributes or a name of small letters: «[UPDATE]» and «[CNN]» are words.
  bool attributes = false;
  char16_t quote = 0;
  const std::uint32_t limit = std::min(end, at + kLongestTag);
  for (; i < limit; ++i) {
    const char16_t c = text[i];
    if (quote != 0) {
      quote = c == quote ? u'\0' : quote;
    } else if (c == close) {
      const std::u16string_view word = text.substr(name, i - name);
      const bool small = std::all_of(word.begin(), word.end(), [](char16_t each) {
        return (each >= u'a' && each <= u'z') || (each >= u'0' && each <= u'9') || each == u'_' ||
               each == u'/' || each == u' ';
      });
      return open == u'<' || closing || attributes || (small && word.size() > 1) ? i + 1 : at;
    } else if (c == open) {
      return at;
    } else if (c == u'=') {
      attributes = true;
    } else if ((c == u'"' || c == u'\'') && attributes) {
      quote = c;
    } else if (is_arabic(c) && !attributes) {
      return at;
    }
  }
  return at;
}

std::uint32_t end_of_comment(std::u16string_view text, std::uint32_t at, std::uint32_t end) noexcept {
  if (text.substr(at, 4) != u"<!--") {
    return at;
  }
  const std::size_t close = text.substr(0, end).find(u"-->", at + 4);
  return close == std::u16string_view::npos ? at : static_cast<std::uint32_t>(close + 3);
}

std::uint32_t end_of_variable(std::u16string_view text, std::uint32_t at, std::uint32_t end) noexcept {
  if (text.substr(at, 2) != u"{{") {
    return at;
  }
  const std::size_t close = text.substr(0, std::min(end, at + kLongestTag)).find(u"}}", at + 2);
  return close == std::u16string_view::npos ? at : static_cast<std::uint32_t>(close + 2);
}

/// «الوسم <div>», «كود [gallery]»: the tag is a word of the sentence.
bool is_mentioned(std::u16string_view text, std::uint32_t line, std::uint32_t at) noexcept {
  constexpr std::array<std::u16string_view, 9> kWords = {
      u"\u0648\u0633\u0645",                   // وسم
      u"\u0627\u0644\u0648\u0633\u0645",       // الوسم
      u"\u0648\u0633\u0648\u0645",             // وسوم
      u"\u062A\u0627\u063A",                   // تاغ
      u"\u062A\u0627\u062C",                   // تاج
      u"\u0643\u0648\u062F",                   // كود
      u"\u0627\u0644\u0643\u0648\u062F",       // الكود
      u"\u0639\u0646\u0635\u0631",             // عنصر
      u"\u0627\u0644\u0639\u0646\u0635\u0631"  // العنصر
  };
  std::u16string_view before = text.substr(line, at - line);
  while (!before.empty() && (before.back() == u' ' || before.back() == u'"' || before.back() == 0x00AB)) {
    before.remove_suffix(1);
  }
  return std::any_of(kWords.begin(), kWords.end(), [&](std::u16string_view word) {
    return before.size() >= word.size() && before.substr(before.size() - word.size()) == word;
  });
}

/// Whether grapheme clusters end before and after: a sign that combines with the bracket makes it no bracket.
bool stands_alone(std::u16string_view text, Span code) noexcept {
  const auto combines = [](char32_t c) {
    return unicode::is_mark(c) || unicode::is_format(c) || (c >= 0x1F3FB && c <= 0x1F3FF);  // skin tones
  };
  std::uint32_t after = code.end;
  std::uint32_t before = code.begin;
  return !(after < text.size() && combines(unicode::next(text, after))) &&
         !(before > 0 && unicode::is_format(unicode::previous(text, before)));
}

bool contains(std::u16string_view line, std::u16string_view needle) noexcept {
  return line.find(needle) != std::u16string_view::npos;
}

}  // namespace

void find_markup(std::u16string_view text, Span line, std::vector<Span>& found) {
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    const char16_t c = text[i];
    std::uint32_t end = i;
    if (c == u'<') {
      end = end_of_comment(text, i, line.end);
      end = end == i ? end_of_tag(text, i, line.end, u'>') : end;
    } else if (c == u'[') {
      end = end_of_tag(text, i, line.end, u']');
    } else if (c == u'{') {
      end = end_of_variable(text, i, line.end);
    }
    if (end > i && stands_alone(text, {i, end}) && !is_mentioned(text, line.begin, i)) {
      if (!found.empty() && found.back().end == i && found.back().begin >= line.begin) {
        found.back().end = end;
      } else {
        found.push_back({i, end});
      }
    }
    i = end > i ? end - 1 : i;
  }
}

bool is_code_line(std::u16string_view line) noexcept {
  std::size_t i = 0;
  while (i < line.size() && is_name_part(line[i])) {
    ++i;
  }
  const bool attribute = i > 1 && is_ascii_letter(line[0]) && i + 1 < line.size() && line[i] == u'=' &&
                         (line[i + 1] == u'"' || line[i + 1] == u'\'');
  if (attribute) {
    return true;
  }
  const auto arabic = std::count_if(line.begin(), line.end(), is_arabic);
  if (static_cast<std::size_t>(arabic) * 5 > line.size()) {
    return false;
  }
  std::uint32_t signs = 0;
  for (const char16_t c : line) {
    signs += c == u'{' || c == u'}' || c == u';' || c == u'(' || c == u')' || c == u'=' ? 1U : 0U;
  }
  constexpr std::array<std::u16string_view, 8> kCalls = {u"function(", u"function (", u".push(", u"window.",
                                                         u"document.", u"var ",       u"=>",     u"![CDATA["};
  const bool call = std::any_of(kCalls.begin(), kCalls.end(),
                                [&](std::u16string_view each) { return contains(line, each); });
  return (call && signs >= 2) || (signs >= 4 && contains(line, u"{") && contains(line, u"}"));
}

}  // namespace naqi
