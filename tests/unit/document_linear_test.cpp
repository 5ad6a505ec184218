// The whole of clean() takes time in proportion to the text. Processor time of eight times the text against
// once the text: about 8 where it is linear, 64 where it is quadratic.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

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

double seconds_for(std::u16string_view piece, std::size_t units) {
  std::u16string text;
  while (text.size() < units) {
    text += piece;
  }
  double best = 1e9;
  for (int run = 0; run < 2; ++run) {
    const std::clock_t begin = std::clock();
    const Document document = clean(text).value();
    EXPECT_EQ(document.source_length, text.size());
    EXPECT_FALSE(to_json(document, text, OffsetUnit::utf8).empty());
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST(Clean, TakesTimeInProportionToTheText) {
  constexpr std::size_t kUnits = 12'000;
  constexpr double kLeastMeasurable = 0.04;
  for (const std::u16string_view piece : kPieces) {
    const double eightfold = seconds_for(piece, 8 * kUnits);
    if (eightfold > kLeastMeasurable) {
      EXPECT_LT(eightfold, 24 * seconds_for(piece, kUnits))
          << "repeated: " << unicode::utf16_to_utf8(piece.substr(0, 40));
    }
  }
}

}  // namespace
}  // namespace naqi
