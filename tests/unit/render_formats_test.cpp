#include <gtest/gtest.h>

#include "naqi/naqi.h"
#include "support/random_text.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

Block block_of(Label label, std::u16string_view text, std::uint8_t level = 0) {
  Block block;
  block.label = label;
  block.kept = is_kept(label);
  block.text = text;
  block.language = "ar";
  block.level = level;
  return block;
}

Document document_of(std::vector<Block> blocks) {
  Document document;
  document.language = "ar";
  document.blocks = std::move(blocks);
  return document;
}

std::string markdown_of(std::u16string_view text) {
  return to_markdown(document_of({block_of(Label::body, text)}));
}

Document article() {
  return document_of({
      block_of(Label::dateline, u"دبي، 25 يوليو 2025"),
      block_of(Label::title, u"افتتاح الميناء"),
      block_of(Label::navigation, u"الرئيسية"),
      block_of(Label::lead, u"افتتح الميناء اليوم."),
      block_of(Label::heading, u"التفاصيل", 2),
      block_of(Label::list_item, u"• رصيف أول", 1),
      block_of(Label::list_item, u"رصيف فرعي", 2),
      block_of(Label::list_item, u"- رصيف ثان", 1),
      block_of(Label::quote_block, u"سطر أول\nسطر ثان"),
      block_of(Label::caption, u"صورة الميناء"),
      block_of(Label::dateline, u"دبي، 25 يوليو 2025"),
  });
}

TEST(Markdown, PrintsHeadAndContent) {
  EXPECT_EQ(to_markdown(article()),
            "# افتتاح الميناء\n\nدبي، 25 يوليو 2025\n\nافتتح الميناء اليوم.\n\n## التفاصيل\n\n"
            "- رصيف أول\n    - رصيف فرعي\n- رصيف ثان\n\n> سطر أول\\\n> سطر ثان\n\nصورة الميناء\n");
}

TEST(Markdown, EscapesWhatWouldBeMarkup) {
  EXPECT_EQ(markdown_of(u"# وسم"), "\\# وسم\n");
  EXPECT_EQ(markdown_of(u"#وسم_جديد"), "#وسم_جديد\n") << "a hashtag is no heading";
  EXPECT_EQ(markdown_of(u"- بند"), "\\- بند\n");
  EXPECT_EQ(markdown_of(u"-5 درجات"), "-5 درجات\n");
  EXPECT_EQ(markdown_of(u"1. أول"), "1\\. أول\n");
  EXPECT_EQ(markdown_of(u"1.5 مليون"), "1.5 مليون\n");
  EXPECT_EQ(markdown_of(u"> اقتباس"), "\\> اقتباس\n");
  EXPECT_EQ(markdown_of(u"---"), "\\---\n");
  EXPECT_EQ(markdown_of(u"نص\n==="), "نص\n\\===\n");
  EXPECT_EQ(markdown_of(u"*نص* [رابط](x) `رمز` <b> ~~ a|b"),
            "\\*نص\\* \\[رابط\\](x) \\`رمز\\` \\<b> \\~\\~ a\\|b\n");
  EXPECT_EQ(markdown_of(u"_نص_ a_b"), "\\_نص\\_ a_b\n");
  EXPECT_EQ(markdown_of(u"R&D &amp; &#1605;"), "R&D \\&amp; \\&#1605;\n");
  EXPECT_EQ(markdown_of(u"C:\\naqi 😀"), "C:\\\\naqi 😀\n");
}

TEST(Markdown, SetsAddressesApart) {
  EXPECT_EQ(markdown_of(u"https://a.b/<img src=x onerror=y> اليوم"),
            "<https://a.b/>\\<img src=x onerror=y> اليوم\n");
  EXPECT_EQ(markdown_of(u"زوروا https://a.b/c_d*e، ثم"), "زوروا <https://a.b/c_d*e>، ثم\n");
  EXPECT_EQ(markdown_of(u"راسلوا a_b@example.com."), "راسلوا <a_b@example.com>.\n");
  EXPECT_EQ(markdown_of(u"a@-b.com"), "a\\@-b\\.com\n") << "no address for CommonMark";
  EXPECT_EQ(markdown_of(u"https://a.b/?c&copy;d"), "https:/\\/a.b/?c\\&copy;d\n");
  EXPECT_EQ(markdown_of(u"www.a.b"), "www\\.a.b\n");
  EXPECT_EQ(markdown_of(u"example.com/*x"), "example\\.com/\\*x\n");
  EXPECT_EQ(markdown_of(u"//example/x"), "/\\/example/x\n");
  EXPECT_EQ(markdown_of(u"1.5 و U.S. و @user و 3/4"), "1.5 و U.S. و @user و 3/4\n");
}

TEST(Markdown, EscapesMarkersBeforeEveryWhiteSpace) {
  for (const std::u16string_view space : {u"\t", u" ", u"\u00A0", u"\u3000", u"\u000C"}) {
    const std::string after = unicode::utf16_to_utf8(space) + "x\n";
    for (const std::u16string_view marker : {u"#", u"######", u"-", u"+", u">"}) {
      EXPECT_EQ(markdown_of(std::u16string(marker).append(space) + u"x"),
                "\\" + unicode::utf16_to_utf8(marker) + after);
    }
    EXPECT_EQ(markdown_of(u"12." + std::u16string(space) + u"x"), "12\\." + after);
  }
  EXPECT_EQ(markdown_of(u"\uFEFF- x"), "\uFEFF\\- x\n") << "readers drop the byte order mark";
  EXPECT_EQ(markdown_of(u"-- -"), "\\-- -\n");
  EXPECT_EQ(markdown_of(u"نص\n:-"), "نص\n\\:-\n");
  EXPECT_EQ(to_markdown(document_of({block_of(Label::heading, u"لغة C #", 2)})), "## لغة C \\#\n");
}

TEST(Markdown, PrintsNoListDeeperThanItsItems) {
  EXPECT_EQ(to_markdown(document_of({block_of(Label::list_item, u"أ", 9), block_of(Label::list_item, u"ب", 9),
                                     block_of(Label::list_item, u"ج", 1)})),
            "- أ\n    - ب\n- ج\n");
  EXPECT_EQ(to_markdown(document_of(
                {block_of(Label::list_item, u"123456. أ", 1), block_of(Label::list_item, u"ب", 2)})),
            "123456. أ\n        - ب\n");
}

TEST(Markdown, PrintsNoItemWithoutText) {
  EXPECT_EQ(
      to_markdown(document_of({block_of(Label::list_item, u"\t", 1), block_of(Label::list_item, u"أ", 2)})),
      "- أ\n");
  EXPECT_EQ(to_markdown(document_of({block_of(Label::list_item, u"1. \n", 1)})), "- 1\\.\n");
}

TEST(Markdown, EscapesADate) {
  Document document = document_of({});
  document.published = Published{"<b>", std::nullopt, "meta"};
  EXPECT_EQ(to_markdown(document), "\\<b>\n");
}

TEST(Markdown, KeepsTheNumberOfAListItem) {
  EXPECT_EQ(to_markdown(document_of({block_of(Label::list_item, u"1. أول", 1)})), "1. أول\n");
  EXPECT_EQ(to_markdown(document_of({block_of(Label::list_item, u"-5 درجات", 1)})), "- -5 درجات\n");
}

TEST(Text, PrintsOneParagraphForEachBlock) {
  EXPECT_EQ(to_text(article()),
            "افتتاح الميناء\n\nدبي، 25 يوليو 2025\n\nافتتح الميناء اليوم.\n\nالتفاصيل\n\n• رصيف أول\n\nرصيف "
            "فرعي\n\n"
            "- رصيف ثان\n\nسطر أول\nسطر ثان\n\nصورة الميناء\n");
}

TEST(Html, PrintsAFragmentWithLanguageAndDirection) {
  EXPECT_EQ(to_html(article()),
            "<article lang=\"ar\" dir=\"rtl\">\n<header>\n"
            "<h1 lang=\"ar\" dir=\"rtl\">افتتاح الميناء</h1>\n"
            "<p lang=\"ar\" dir=\"rtl\">دبي، 25 يوليو 2025</p>\n</header>\n"
            "<p lang=\"ar\" dir=\"rtl\">افتتح الميناء اليوم.</p>\n"
            "<h2 lang=\"ar\" dir=\"rtl\">التفاصيل</h2>\n"
            "<ul>\n<li lang=\"ar\" dir=\"rtl\">رصيف أول<ul>\n<li lang=\"ar\" dir=\"rtl\">رصيف "
            "فرعي</li>\n</ul>\n</li>\n"
            "<li lang=\"ar\" dir=\"rtl\">رصيف ثان</li>\n</ul>\n"
            "<blockquote><p lang=\"ar\" dir=\"rtl\">سطر أول<br>\nسطر ثان</p></blockquote>\n"
            "<figure><figcaption lang=\"ar\" dir=\"rtl\">صورة الميناء</figcaption></figure>\n</article>\n");
}

TEST(Html, EscapesEverything) {
  Block block = block_of(Label::body, u"<script>alert(\"x\" & 'y')</script>");
  block.language = "x\" onclick=\"";
  const std::string html = to_html(document_of({block}));
  EXPECT_NE(html.find("&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;"),
            std::string::npos);
  EXPECT_NE(html.find("lang=\"x&quot; onclick=&quot;\""), std::string::npos);
}

TEST(Formats, PrintARestoredBlockAndNoRemovedOne) {
  Document document =
      document_of({block_of(Label::body, u"متن"), block_of(Label::related_link, u"اقرأ أيضا: خبر")});
  for (const auto render : {to_markdown, to_text, to_html}) {
    document.blocks[1].kept = false;
    EXPECT_EQ(render(document).find("خبر"), std::string::npos);
    document.blocks[1].kept = true;
    EXPECT_NE(render(document).find("خبر"), std::string::npos);
    document.blocks[0].kept = false;
    EXPECT_EQ(render(document).find("متن"), std::string::npos);
    document.blocks[0].kept = true;
  }
}

TEST(Formats, PrintWhatOnlyThePageSays) {
  Document document = document_of({block_of(Label::body, u"متن")});
  document.title = Node{u"عنوان", std::nullopt, "meta"};
  document.bylines.push_back({u"علي", u"علي", std::nullopt, "json-ld"});
  document.published = Published{"2025-07-25", std::nullopt, "meta"};
  EXPECT_EQ(to_markdown(document), "# عنوان\n\nعلي\n\n2025-07-25\n\nمتن\n");
  EXPECT_EQ(to_text(document), "عنوان\n\nعلي\n\n2025-07-25\n\nمتن\n");
  EXPECT_NE(to_html(document).find("<time datetime=\"2025-07-25\">2025-07-25</time>"), std::string::npos);
}

TEST(Formats, AreValidForEveryText) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Document document = clean(test::random_text(seed, 60)).value();
    for (const auto render : {to_markdown, to_text, to_html, to_explanation}) {
      EXPECT_TRUE(unicode::utf8_to_utf16(render(document)));
    }
    EXPECT_EQ(to_html(document).find("<b>"), std::string::npos);
  }
}

TEST(Explanation, GivesLabelConfidenceAndReasons) {
  Block block = block_of(Label::related_link, u"اقرأ أيضا: خبر");
  block.span = {3, 17};
  block.confidence = 984;
  block.reasons = {{"read-also-marker", 3200}, {"ends-with-full-stop", -405}};
  EXPECT_EQ(to_explanation(document_of({block})),
            "#0  related_link  removed  0.98  [3, 17)\n  اقرأ أيضا: خبر\n  +3.20  read-also-marker\n"
            "  -0.41  ends-with-full-stop\n");
}

}  // namespace
}  // namespace naqi
