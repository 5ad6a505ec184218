#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "linear/steps.h"
#include "naqi/naqi.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

constexpr std::u16string_view kArticle =
    u"افتتاح الميناء الجديد\n\nكتب: أحمد علي\nدبي - 25 يوليو 2025\n\n"
    u"افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية. وقال الوزير: «سيعمل الميناء بكامل "
    u"طاقته قبل "
    u"نهاية العام المقبل». وأضاف: «هذا يوم تاريخي للمدينة وأهلها».\n\n"
    u"إقرأ أيضا: تأخر افتتاح الميناء الجديد للمرة الثالثة\n\nالمصدر: وكالة الأنباء\n"
    u"كلمات دلالية: الميناء الجديد, وزير النقل, المدينة الساحلية والأسواق القديمة في وسط البلد وما حولها من "
    u"قرى\n"
    u"مواضيع ذات صلة\nالوزير يزور الأرصفة\nالسفن تعود إلى الميناء\n";

constexpr std::u16string_view kPieces[] = {
    kArticle,
    u"كلمة ",
    u"سطر\n",
    u"\n",
    u"ـ\n",
    u"\u064E",
    u"«قال الوزير: ",
    u"وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام». ",
    u"وأضاف: «نعم نعم نعم نعم». ",
    u"كلمات دلالية: الميناء, النقل, الوزير\n",
    u"#وسم ",
    u"إقرأ أيضا: خبر آخر عن الميناء\n",
    u"25 يوليو 2025 ",
    u"1/1/",
    u"المصدر: وكالة\n",
    u"كتب: أحمد علي\n",
    u"الرئيسية | أخبار | رياضة\n",
    u"&amp;",
    u"&#",
    u"Ø§Ù„",
    u"الرئيس.وقال",
    u"ﻻ",
    u"🇪🇬",
    u"\xD83D",
    u"- بند\n",
    u"https://example.org/a ",
    u"The harbour opened. ",
};

TEST(CleanLinear, TwiceTheTextTakesTwiceTheSteps) {
  constexpr std::size_t kUnits = std::size_t{1} << 15U;
  const auto count = [](std::u16string_view piece, std::size_t units) {
    const std::u16string text = test::text_of({"", piece}, units);
    return test::steps_of([&] {
      const Document document = clean(text).value();
      EXPECT_EQ(document.source_length, text.size());
      EXPECT_FALSE(to_json(document, text, OffsetUnit::utf8).empty());
      EXPECT_FALSE(to_html(document).empty() && to_markdown(document).empty() && to_text(document).empty() &&
                   document.blocks.size() > 0 && is_kept(document.blocks[0].label));
    });
  };
  for (const std::u16string_view piece : kPieces) {
    EXPECT_TRUE(test::is_linear(count(piece, kUnits), count(piece, 2 * kUnits)))
        << "repeated: " << unicode::utf16_to_utf8(piece.substr(0, 40));
  }
}

/// Blocks with distinct texts: what is compared with everything before it takes quadratic time only there.
std::u16string numbered(std::u16string_view before, std::size_t number) {
  std::u16string text(before);
  for (const char c : unicode::decimal(number)) {
    text.push_back(static_cast<char16_t>(c));
  }
  return text;
}

TEST(CleanLinear, DistinctLinesToo) {
  constexpr std::size_t kLines = 3000;
  const auto count = [](std::u16string_view line, std::size_t lines) {
    std::u16string text;
    for (std::size_t i = 0; i < lines; ++i) {
      text += numbered(line, 10000 + i) + u"\n";
    }
    return test::steps_of([&] { EXPECT_EQ(clean(text).value().source_length, text.size()); });
  };
  for (const std::u16string_view line :
       {u"بقلم: محمد علي ", u"كتبت: سارة أحمد ", u"تصوير: محمود ", u"المصدر: وكالة ", u"سطر ",
        u"إقرأ أيضا: خبر ", u"كلمات دلالية: وسم ", u"- بند ", u"القاهرة - 25 يوليو 2025 "}) {
    EXPECT_TRUE(test::is_linear(count(line, kLines), count(line, 2 * kLines)))
        << "numbered: " << unicode::utf16_to_utf8(line);
  }
}

Document document_of(Label label, std::size_t blocks) {
  Document document;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < blocks; ++i) {
    Block block;
    block.label = label;
    block.kept = true;
    block.text = numbered(u"https://a.b/_c صورة محمد علي *", 10000 + i);
    block.span = {at, at + static_cast<std::uint32_t>(block.text.size())};
    block.level = static_cast<std::uint8_t>(i % 4);
    block.sentences.push_back({block.span, block.text, std::nullopt});
    document.bylines.push_back(
        {block.text, block.text, i % 2 == 0 ? std::optional(block.span) : std::nullopt, "meta"});
    document.datelines.push_back({block.text, std::nullopt, "", block.text, "meta"});
    document.keywords.push_back({block.text, block.span, ""});
    document.quotes.push_back(
        {block.text, block.span, static_cast<std::uint32_t>(i), std::nullopt, std::nullopt});
    document.related.push_back({block.text, block.span, static_cast<std::uint32_t>(i), {}, {}});
    at = block.span.end + 1;
    document.blocks.push_back(std::move(block));
  }
  document.source_length = at;
  return document;
}

TEST(RenderLinear, TwiceTheBlocksTakeTwiceTheSteps) {
  constexpr std::size_t kBlocks = 500;
  struct Renderer {
    const char* name;
    std::string (*render)(const Document&);
  };
  constexpr Renderer kRenderers[] = {
      {"json", [](const Document& d) { return to_json(d, std::u16string(d.source_length, u'x')); }},
      {"json, utf8",
       [](const Document& d) { return to_json(d, std::u16string(d.source_length, u'x'), OffsetUnit::utf8); }},
      {"json, code points",
       [](const Document& d) {
         return to_json(d, std::u16string(d.source_length, u'x'), OffsetUnit::codepoint);
       }},
      {"markdown", to_markdown},
      {"text", to_text},
      {"html", to_html},
      {"explain", to_explanation},
  };
  for (std::size_t label = 0; label < kLabelCount; ++label) {
    const Document once = document_of(static_cast<Label>(label), kBlocks);
    const Document twice = document_of(static_cast<Label>(label), 2 * kBlocks);
    for (const Renderer& renderer : kRenderers) {
      const auto count = [&](const Document& document) {
        return test::steps_of([&] { EXPECT_FALSE(renderer.render(document).empty()); });
      };
      EXPECT_TRUE(test::is_linear(count(once), count(twice)))
          << renderer.name << ", " << name(static_cast<Label>(label));
    }
  }
}

TEST(RenderLinear, OneLongLineToo) {
  constexpr std::size_t kUnits = std::size_t{1} << 14U;
  for (const std::u16string_view piece :
       {u"https://a.b/", u"a@", u"a-", u"a.", u"www.", u"//", u"&a", u"_", u"<", u"1.", u"#", u"- ",
        u"a@b.c ", u"\xD800", u"https://a.b/(", u"\n", u" \n", u"ص/"}) {
    for (const auto render : {to_markdown, to_html, to_text, to_explanation}) {
      const auto count = [&](std::size_t units) {
        Document document = document_of(Label::heading, 1);
        document.blocks[0].text = test::text_of({"", piece}, units);
        return test::steps_of([&] { static_cast<void>(render(document)); });
      };
      EXPECT_TRUE(test::is_linear(count(kUnits), count(2 * kUnits))) << unicode::utf16_to_utf8(piece);
    }
  }
}

}  // namespace
}  // namespace naqi
