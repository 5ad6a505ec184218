// The same article written otherwise: every form of space, of normalisation and of spelling a character gives
// the same labels and the same texts.

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/naqi.h"
#include "normalize/tables.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

using Rewrite = std::function<std::u16string(std::u16string_view)>;
struct Metamorphosis {
  const char* name;
  Rewrite rewrite;
  bool same_text = true;  ///< what it writes is no more to be seen in the text
};

/// Every space that stands between two words of a line.
std::u16string with_spaces(std::u16string_view text, std::u16string_view space) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside = i > 0 && i + 1 < text.size() && text[i - 1] > u' ' && text[i + 1] > u' ';
    if (text[i] == u' ' && inside) {
      out += space;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Every space, also where there are several; of other white space inside lines as many characters.
std::u16string with_all_spaces(std::u16string_view text, std::u16string_view space, std::size_t characters) {
  std::u16string out;
  for (const char16_t c : text) {
    if (c == u' ') {
      out += space;
    } else if (unicode::is_white_space(c) && !unicode::is_line_end(c)) {
      out.append(characters, c);
    } else {
      out += c;
    }
  }
  return out;
}

std::u16string decomposed(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : text) {
    switch (c) {
      case u'آ': out += u"\u0627\u0653"; break;
      case u'أ': out += u"\u0627\u0654"; break;
      case u'إ': out += u"\u0627\u0655"; break;
      case u'ؤ': out += u"\u0648\u0654"; break;
      case u'ئ': out += u"\u064A\u0654"; break;
      default: out += c; break;
    }
  }
  return out;
}

bool is_arabic_letter(char16_t c) { return c >= 0x0621 && c <= 0x064A && c != 0x0640; }

std::u16string with_entities(std::u16string_view text, bool hexadecimal) {
  std::u16string out;
  for (const char16_t c : text) {
    if (!is_arabic_letter(c)) {
      out += c;
      continue;
    }
    char entity[16];
    std::snprintf(entity, sizeof entity, hexadecimal ? "&#x%X;" : "&#%u;", static_cast<unsigned>(c));
    for (const char* digit = entity; *digit != '\0'; ++digit) {
      out += static_cast<char16_t>(*digit);
    }
  }
  return out;
}

/// Every letter as the presentation form that is the last of those that stand for it alone.
std::u16string with_presentation_forms(std::u16string_view text) {
  static const std::vector<char16_t> forms = [] {
    std::vector<char16_t> table(0x0700);
    for (char16_t form = 0xFE80; form < 0xFEF5; ++form) {
      const normalization::Form* found = normalization::find_form(form);
      if (found != nullptr && found->letters().size() == 1 && table[found->letters()[0]] == 0) {
        table[found->letters()[0]] = form;
      }
    }
    return table;
  }();
  std::u16string out;
  for (const char16_t c : text) {
    out += c < forms.size() && forms[c] != 0 ? forms[c] : c;
  }
  return out;
}

/// An invisible character behind every word.
std::u16string with_invisible(std::u16string_view text, std::u16string_view invisible) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (is_arabic_letter(text[i]) && (i + 1 == text.size() || text[i + 1] <= u' ')) {
      out += invisible;
    }
  }
  return out;
}

std::vector<Metamorphosis> metamorphoses() {
  std::vector<Metamorphosis> out;
  const auto space = [&](const char* name, std::u16string_view with, std::size_t characters = 1) {
    out.push_back({name, [=](std::u16string_view text) { return with_all_spaces(text, with, characters); }});
  };
  space("no-break space", u"\u00A0");
  space("en space", u"\u2002");
  space("thin space", u"\u2009");
  space("narrow no-break space", u"\u202F");
  space("medium mathematical space", u"\u205F");
  space("ideographic space", u"\u3000");
  space("&nbsp;", u"&nbsp;");
  space("&#32;", u"&#32;");
  space("&#160;", u"&#160;");
  space("&#xA0;", u"&#xA0;");
  space("&ensp;", u"&ensp;");
  space("doubled", u"  ", 2);
  space("space and no-break space", u" \u00A0", 2);
  space("space and &nbsp;", u" &nbsp;", 2);
  space("space and ZWSP", u" \u200B");
  space("five times", u"     ", 5);
  space("RLM and space", u"\u200F ");
  space("space, four invisibles", u" \u200B\u200E\u2060\uFEFF");
  out.push_back({"tabs", [](std::u16string_view text) { return with_spaces(text, u"\t"); }});
  out.push_back({"marks between words",
                 [](std::u16string_view text) { return with_spaces(text, u" \u064E\u0651 "); }, false});
  out.push_back({"decomposed", decomposed});
  out.push_back({"decimal entities", [](std::u16string_view text) { return with_entities(text, false); }});
  out.push_back({"hexadecimal entities", [](std::u16string_view text) { return with_entities(text, true); }});
  out.push_back({"presentation forms", with_presentation_forms, false});
  for (const auto& [name, invisible] :
       std::vector<std::pair<const char*, std::u16string_view>>{{"ZWSP", u"\u200B"},
                                                                {"RLM", u"\u200F"},
                                                                {"word joiner", u"\u2060"},
                                                                {"soft hyphen", u"\u00AD"},
                                                                {"BOM", u"\uFEFF"},
                                                                {"bidi isolates", u"\u2066\u2069"}}) {
    out.push_back(
        {name, [with = invisible](std::u16string_view text) { return with_invisible(text, with); }});
  }
  out.push_back({"CR LF", [](std::u16string_view text) {
                   std::u16string lines;
                   for (std::size_t i = 0; i < text.size(); ++i) {
                     if (text[i] == u'\n' && (i == 0 || text[i - 1] != u'\r')) {
                       lines += u'\r';
                     }
                     lines += text[i];
                   }
                   return lines;
                 }});
  return out;
}

/// Labels, and texts where they are asked for. A line of nothing but entities of spaces is a block with no
/// text.
std::vector<std::string> lines_of(std::u16string_view source, bool texts) {
  std::vector<std::string> out;
  const Document document = clean(source).value();
  for (const Block& block : document.blocks) {
    if (!block.text.empty()) {
      out.push_back(std::string(name(block.label)) +
                    (texts ? ": " + unicode::utf16_to_utf8(block.text) : ""));
    }
  }
  return out;
}

/// Names the first difference.
void expect_same(std::u16string_view source, const std::string& title, std::string_view but = {}) {
  for (const Metamorphosis& each : metamorphoses()) {
    if (each.name == but) {
      continue;
    }
    const std::vector<std::string> wanted = lines_of(source, each.same_text);
    const std::vector<std::string> got = lines_of(each.rewrite(source), each.same_text);
    for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
      const std::string a = i < wanted.size() ? wanted[i] : "(none)";
      const std::string b = i < got.size() ? got[i] : "(none)";
      if (a != b) {
        ADD_FAILURE() << title << ", " << each.name << ", block " << i << "\n  " << a << "\n  " << b;
        break;
      }
    }
  }
}

TEST(Metamorphic, TextsOfOurOwn) {
  for (const std::u16string_view text :
       {u"أعلنت وزارة الصحة اليوم عن تسجيل حالات جديدة في العاصمة المصرية القاهرة.",
        u"قال الوزير إن الحكومة ستعلن القرار غدا.",
        u"الرئيسية   أخبار   رياضة   اقتصاد\n\nافتتاح الميناء الجديد\n\nكتب: أحمد علي\n\nافتتح وزير النقل "
        u"صباح اليوم الميناء "
        u"الجديد في المدينة الساحلية. وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام المقبل».   "
        u"إقرأ أيضا: تأخر "
        u"افتتاح الميناء الجديد للمرة الثالثة\n\nالمصدر: وكالة الأنباء\nكلمات دلالية: الميناء، النقل، "
        u"الوزير\n"}) {
    expect_same(text, unicode::utf16_to_utf8(text.substr(0, 20)));
  }
}

TEST(Metamorphic, ArticlesOfTheCorpus) {
  require_shared_data("data/articles/index.jsonl");
  std::vector<std::string> ids = test::articles_of_split("dev");
  const std::vector<std::string> more = test::articles_of_split("dev2");
  ids.insert(ids.end(), more.begin(), more.end());
  ASSERT_GE(ids.size(), 47U);
  for (const std::string& id : ids) {
    const auto bytes = test::read_file(test::shared_data("data/articles/docs/" + id + ".txt"));
    ASSERT_TRUE(bytes) << id;
    // Marks that stand alone stay in the text, and some words of a line are looked for with nothing between
    // them.
    expect_same(unicode::utf8_to_utf16(*bytes).value(), id, "marks between words");
  }
}

}  // namespace
}  // namespace naqi
