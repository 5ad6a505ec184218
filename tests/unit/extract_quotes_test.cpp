#include <gtest/gtest.h>

#include <string>

#include "extract/quote_marks.h"
#include "extract_support.h"

namespace naqi {
namespace {

using test::Labelled;
using test::quotes_of;

struct Case {
  const char* rule;
  const char* text;
  const char* quotes;
};

class Quotes : public testing::TestWithParam<Case> {};

TEST_P(Quotes, AreAttributed) { EXPECT_EQ(quotes_of(GetParam().text), GetParam().quotes) << GetParam().rule; }

INSTANTIATE_TEST_SUITE_P(
    Speakers, Quotes,
    testing::Values(
        Case{"verb and subject", "قال سامر حداد: \"لن نغلق الورشة هذا العام\".",
             "لن نغلق الورشة هذا العام / سامر حداد / قال"},
        Case{"guillemets", "وأكد المدير أن «العمل يبدأ يوم الأحد المقبل».",
             "العمل يبدأ يوم الأحد المقبل / المدير / أكد"},
        Case{"post, then name", "وقال السفير لدى طوكيو، نادر بركات، إن \"الزيارة تفتح بابا جديدا\".",
             "الزيارة تفتح بابا جديدا / نادر بركات / قال"},
        Case{"name, then post", "وقال نادر بركات، مدير المتحف، إن \"القاعة تفتح أبوابها غدا\".",
             "القاعة تفتح أبوابها غدا / نادر بركات / قال"},
        Case{"name with the post behind it", "قال نادر بركات مدير المتحف: \"القاعة تفتح أبوابها غدا\".",
             "القاعة تفتح أبوابها غدا / نادر بركات / قال"},
        Case{"subject first", "منى الخطيب، باحثة في التاريخ، قالت إن \"الوثائق لم تنشر من قبل\".",
             "الوثائق لم تنشر من قبل / منى الخطيب / قالت"},
        Case{"amma and fa", "أما الحارس فأكد أن \"الفريق لم يلعب جيدا\".",
             "الفريق لم يلعب جيدا / الحارس / أكد"},
        Case{"pronoun preposition", "قال عنه الناقد: \"كاتب لا يشبه أحدا غيره\".",
             "كاتب لا يشبه أحدا غيره / الناقد / قال"},
        Case{"participle", "وأشار الوزير إلى تقدم الأشغال، مضيفا أن \"الجسر يفتح في الصيف\".",
             "الجسر يفتح في الصيف / الوزير / مضيفا"},
        Case{"unknown main verb", "كما تفادى سالم ناصر رئيس النادي الأسئلة قائلا: \"لا أعلق على الشائعات\".",
             "لا أعلق على الشائعات / سالم ناصر / قائلا"},
        Case{"bi-qawlihi with brackets", "وصى الجد أحفاده خيرا بقوله (لا تبيعوا أرض أجدادكم أبدا).",
             "لا تبيعوا أرض أجدادكم أبدا / الجد أحفاده خيرا / بقوله"},
        Case{"speaker behind", "\"لن نغلق الورشة هذا العام\"، قال سامر حداد.",
             "لن نغلق الورشة هذا العام / سامر حداد / قال"},
        Case{"according to", "\"لن نغلق الورشة هذا العام\"، وفق بيان الشركة.",
             "لن نغلق الورشة هذا العام / بيان الشركة / وفق"},
        Case{"reports speak", "جاء في دليل السائح: \"المدينة القديمة آمنة ليلا ونهارا\".",
             "المدينة القديمة آمنة ليلا ونهارا / دليل السائح / جاء"},
        Case{"that which states", "استندوا إلى المادة والوثيقة التي تنص على أن \"الماء حق لكل ساكن\".",
             "الماء حق لكل ساكن / الوثيقة / تنص"},
        Case{"label", "وفي كتاب الرحلات: \"دخلنا المدينة عند الفجر والناس نيام\".",
             "دخلنا المدينة عند الفجر والناس نيام / كتاب الرحلات / -"},
        Case{"weak verb", "وزاد حداد، في تصريح للصحافة، أن \"الورشة لن تغلق هذا العام\".",
             "الورشة لن تغلق هذا العام / حداد / زاد"},
        Case{"short family name", "أضاف الدكتور لي: \"لم تنشر هذه الوثائق من قبل\".",
             "لم تنشر هذه الوثائق من قبل / الدكتور لي / أضاف"},
        Case{"embedded verb", "قالت المحامية إن الشركة ترفض الحل، مؤكدة أن \"الجلسة القادمة ستكون حاسمة\".",
             "الجلسة القادمة ستكون حاسمة / المحامية / مؤكدة"},
        Case{"marks within marks", "قال سامر حداد: \"زرنا معرض «ألوان الشرق» قبل يومين\".",
             "زرنا معرض «ألوان الشرق» قبل يومين / سامر حداد / قال"},
        Case{"mixed marks", "قال سامر حداد: «لن نغلق الورشة هذا العام\".",
             "لن نغلق الورشة هذا العام / سامر حداد / قال"},
        Case{"reversed marks", "قال سامر حداد: ”لن نغلق الورشة هذا العام“.",
             "لن نغلق الورشة هذا العام / سامر حداد / قال"},
        Case{"spaces inside the marks", "قال سامر حداد: \" لن نغلق الورشة هذا العام \" .",
             "لن نغلق الورشة هذا العام / سامر حداد / قال"},
        Case{"two sentences", "قال سامر حداد: \"لن نغلق الورشة. نحن باقون هنا\".",
             "لن نغلق الورشة. نحن باقون هنا / سامر حداد / قال"},
        Case{"marked voice", "فَقَالَ سَامِرٌ: \"لَنْ نُغْلِقَ الوَرْشَةَ هَذَا العَامَ\".",
             "لَنْ نُغْلِقَ الوَرْشَةَ هَذَا العَامَ / سَامِرٌ / قَالَ"}));

INSTANTIATE_TEST_SUITE_P(
    Inferred, Quotes,
    testing::Values(
        Case{"nobody named", "قال سامر حداد إن الورشة بخير. وأضاف: \"لن نغلق الورشة هذا العام\".",
             "لن نغلق الورشة هذا العام / [سامر حداد] / أضاف"},
        Case{"the same one", "قال سامر حداد إن الورشة بخير. وأكد المتحدث نفسه أن \"العمل لم يتوقف يوما\".",
             "العمل لم يتوقف يوما / [سامر حداد] / أكد"},
        Case{"nobody in particular does not count",
             "قال سامر حداد إن الورشة بخير. ويرى بعض الجيران أن الضجيج كثير. وأضاف: \"لن نغلق الورشة هذا "
             "العام\".",
             "لن نغلق الورشة هذا العام / [سامر حداد] / أضاف"},
        Case{"a fuller name stays",
             "قال سامر حداد إن الورشة بخير. وقال حداد إنه متفائل. وأضاف: \"لن نغلق الورشة أبدا\".",
             "لن نغلق الورشة أبدا / [سامر حداد] / أضاف"},
        Case{"the participle does not agree",
             "قالت منى الخطيب إنها متفائلة. وجدت الانتقال سهلا، موضحة: \"كل كتاب درس جديد\".",
             "كل كتاب درس جديد / [منى الخطيب] / موضحة"},
        Case{"joined verb", "أكد سامر حداد أن الورشة بخير، وقال: \"لن نغلق الورشة هذا العام\".",
             "لن نغلق الورشة هذا العام / سامر حداد / قال"}));

INSTANTIATE_TEST_SUITE_P(
    None, Quotes,
    testing::Values(Case{"title of a work", "وقال إنه قرأ كتاب \"حكايات من شارع قديم جدا\" مرتين.", ""},
                    Case{"name of a body", "وقالت صحيفة \"أخبار المدينة الكبرى اليوم\" إن الطريق مغلق.", ""},
                    Case{"so-called", "وأعلن مقاتلو ما يعرف بـ\"جيش الشمال الحر الجديد\" انسحابهم.", ""},
                    Case{"so-called with a verb of speech",
                         "وقال إن القرية تتبع ما يدعى \"اتحاد قرى الساحل الشمالي\".", ""},
                    Case{"weak verb of another meaning",
                         "زاد الإنتاج في مصانع \"الساحل الشمالي الكبير جدا\" كثيرا.", ""},
                    Case{"scare quotes", "وأكد أن القرار \"مجحف\" ولن يقبل.", ""},
                    Case{"three words", "دعا السكان إلى \"ضبط النفس كليا\" هذه الليلة.", ""},
                    Case{"nobody says it", "كانت اللافتة \"أهلا بكم في مدينتنا الجميلة\" معلقة.", ""},
                    Case{"a name at the head of speech", "قال: \"النجم الأزرق\" سيفوز باللقب.", ""}));

TEST(Quotes, OnlyFromKeptBlocks) {
  const Labelled article({{Label::comment, "قال سامر حداد: \"لن نغلق الورشة هذا العام\"."}});
  EXPECT_EQ(quotes_of(article), "");
}

TEST(Quotes, TheLineBeforeMayNameTheSpeaker) {
  const Labelled article(
      {{Label::body, "وقال مدير الورشة:"}, {Label::quote_block, "«لن نغلق الورشة هذا العام»"}});
  EXPECT_EQ(quotes_of(article), "لن نغلق الورشة هذا العام / مدير الورشة / قال");
}

TEST(QuoteMarks, AnUnclosedPassageRunsToTheEnd) {
  const Analysis analysis = analyze(u"قال: «لن نغلق الورشة");
  const Tokens tokens(analysis);
  const std::vector<Quoted> quoted = find_quoted(tokens, 0, tokens.size());
  ASSERT_EQ(quoted.size(), 1U);
  EXPECT_FALSE(quoted[0].closed);
  EXPECT_EQ(quoted[0].inner.end, tokens.size());
}

TEST(QuoteMarks, AnApostropheIsNone) {
  const Analysis analysis = analyze(u"كتاب O'Neil عن l'homme");
  const Tokens tokens(analysis);
  EXPECT_TRUE(find_quoted(tokens, 0, tokens.size()).empty());
}

TEST(QuoteMarks, TenThousandOpeningMarksTakeLinearTime) {
  std::u16string text;
  for (int i = 0; i < 10000; ++i) {
    text += u"«كلمة \"أخرى ";
  }
  const Analysis analysis = analyze(text);
  const Tokens tokens(analysis);
  EXPECT_LE(find_quoted(tokens, 0, tokens.size()).size(), 20000U);
}

}  // namespace
}  // namespace naqi
