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

}  // namespace
}  // namespace naqi
