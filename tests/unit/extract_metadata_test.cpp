#include <gtest/gtest.h>

#include <string>

#include "extract_support.h"

namespace naqi {
namespace {

using test::Labelled;

std::string bylines_of(const char* text) {
  std::string out;
  const Labelled article({{Label::byline, text}});
  for (const Byline& byline : article.structure.bylines) {
    out += (out.empty() ? "" : "; ") + unicode::utf16_to_utf8(byline.name);
  }
  return out;
}

TEST(Bylines, AreTheNamesInASignature) {
  EXPECT_EQ(bylines_of("بقلم: ليلى منصور"), "ليلى منصور");
  EXPECT_EQ(bylines_of("كتب – سامر حداد:"), "سامر حداد");
  EXPECT_EQ(bylines_of("حاورته ليلى منصور"), "ليلى منصور");
  EXPECT_EQ(bylines_of("نقله إلى العربية: سامر حداد."), "سامر حداد");
  EXPECT_EQ(bylines_of("ليلى منصور من صفاقس"), "ليلى منصور");
  EXPECT_EQ(bylines_of("د. ليلى منصور"), "د. ليلى منصور");
  EXPECT_EQ(bylines_of("(إعداد ليلى منصور للنشرة العربية - تحرير سامر حداد)"), "ليلى منصور; سامر حداد");
  EXPECT_EQ(bylines_of("ليلى منصور وسامر حداد"), "ليلى منصور; سامر حداد");
  EXPECT_EQ(bylines_of("بقلم: وليد حداد"), "وليد حداد");
}

TEST(Bylines, APersonComesBeforeThePaper) {
  EXPECT_EQ(bylines_of("البلد - ليلى منصور"), "ليلى منصور");
  EXPECT_EQ(bylines_of("عمان: ليلى منصور"), "ليلى منصور");
  EXPECT_EQ(bylines_of("ليلى منصور - EXAMPLE.INFO"), "ليلى منصور");
  EXPECT_EQ(bylines_of("البلد - رويترز"), "رويترز");
  EXPECT_EQ(bylines_of("الجزيرة - المحليات"), "الجزيرة");
  EXPECT_EQ(bylines_of("المواصفات العامة"), "");
}

TEST(Bylines, MayStandElsewhere) {
  const Labelled article({{Label::dateline, "ليلى منصور نشر في مجلة البلد يوم 05 - 09 - 2012"},
                          {Label::body, "(إعداد سامر حداد للنشرة العربية - تحرير منى علي)"},
                          {Label::byline, "تونس -(رويترز)-:"}});
  std::string names;
  for (const Byline& byline : article.structure.bylines) {
    names += unicode::utf16_to_utf8(byline.name) + ";";
  }
  EXPECT_EQ(names, "ليلى منصور;سامر حداد;منى علي;");
  ASSERT_EQ(article.structure.datelines.size(), 2U);
  EXPECT_EQ(unicode::utf16_to_utf8(article.structure.datelines[1].place), "تونس");
}

TEST(Title, IsNoNameOfAPaperAndEndsAtAWideGap) {
  const Labelled article(
      {{Label::title, "هسبريس"}, {Label::title, "جسر جديد فوق النهر        صورة للجسر من الضفة الأخرى"}});
  ASSERT_TRUE(article.structure.title.has_value());
  EXPECT_EQ(article.text(article.structure.title->span), "جسر جديد فوق النهر");
}

TEST(Title, StandsUnderItsDeckAndIsNoOffice) {
  const Labelled decked({{Label::title, "أكد أنه لن يترشح مرة أخرى"},
                         {Label::subtitle, "رئيس البلدية سالم ناصر: الجسر مفتوح للسكان"}});
  EXPECT_EQ(decked.text(decked.structure.title->span), "رئيس البلدية سالم ناصر: الجسر مفتوح للسكان");
  const Labelled alone({{Label::title, "أكد أنه لن يترشح مرة أخرى"}, {Label::body, "قال إنه متعب."}});
  EXPECT_EQ(alone.text(alone.structure.title->span), "أكد أنه لن يترشح مرة أخرى");
  const Labelled office({{Label::title, "الإشراف العام: منى علي"}, {Label::title, "جسر جديد فوق النهر"}});
  EXPECT_EQ(office.text(office.structure.title->span), "جسر جديد فوق النهر");
}

TEST(Bylines, FieldsOfficesAndTopicsSignNothing) {
  EXPECT_EQ(bylines_of("رئيس التحرير: سامر حداد"), "");
  EXPECT_EQ(bylines_of("كود الخبر: عين منصور"), "");
  EXPECT_EQ(bylines_of("التصنيف: أحكام الصلاة | بقلم: ليلى منصور"), "ليلى منصور");
  EXPECT_EQ(bylines_of("بقلم رئيس التحرير: سامر حداد"), "سامر حداد");
  EXPECT_EQ(bylines_of("بسم الله الرحمن الرحيم"), "");
  EXPECT_EQ(bylines_of("إرشادات صحية للصائمين"), "");
  EXPECT_EQ(bylines_of("المصدر: رويترز"), "");
}

TEST(Bylines, AnAddressIsNoName) {
  EXPECT_EQ(bylines_of("تصوير: ليلى منصور layla@example.org"), "ليلى منصور");
  EXPECT_EQ(bylines_of("متابعة"), "");
}

std::string dateline_of(const char* text) {
  const Labelled article({{Label::dateline, text}});
  if (article.structure.datelines.empty()) {
    return "";
  }
  const Dateline& dateline = article.structure.datelines.front();
  return dateline.date + "|" + unicode::utf16_to_utf8(dateline.place);
}

TEST(Datelines, GiveADayAndAPlace) {
  EXPECT_EQ(dateline_of("الأربعاء 22 أكتوبر 2025 - 16:00"), "2025-10-22|");
  EXPECT_EQ(dateline_of("1300 (GMT+04:00) - 23/04/09"), "2009-04-23|");
  EXPECT_EQ(dateline_of("آخر تحديث 14 مايو 2024 - نشر 13 مايو 2024"), "2024-05-13|");
  EXPECT_EQ(dateline_of("القاهرة - 12 مارس 2025"), "2025-03-12|القاهرة");
  EXPECT_EQ(dateline_of("دمشق، سوريا (CNN) --"), "|دمشق، سوريا");
  EXPECT_EQ(dateline_of("تونس -(رويترز)-البلد:"), "|تونس");
  EXPECT_EQ(dateline_of("الأحد، 04 آب 2013"), "2013-08-04|");
  EXPECT_EQ(dateline_of("منذ ساعتين"), "");
}

TEST(Published, IsTheStampNearestToTheTitle) {
  const Labelled article({{Label::dateline, "الجمعة 24 مايو 2024"},
                          {Label::navigation, "الرئيسية"},
                          {Label::navigation, "اقتصاد"},
                          {Label::dateline, "الإثنين 13 مايو 2024"},
                          {Label::title, "جسر جديد فوق النهر يفتح أبوابه"}});
  ASSERT_TRUE(article.structure.published.has_value());
  EXPECT_EQ(article.structure.published->value, "2024-05-13");
}

std::string source_of(Label label, const char* text) {
  const Labelled article({{label, text}});
  return article.structure.source ? article.text(article.structure.source->span) : "";
}

TEST(Source, IsTheNameBehindItsMarker) {
  EXPECT_EQ(source_of(Label::source_line, "المصدر: البلد أونلاين"), "البلد أونلاين");
  EXPECT_EQ(source_of(Label::source_line, "نقلا عن صحيفة البلد"), "صحيفة البلد");
  EXPECT_EQ(source_of(Label::source_line, "رابط الخبر بصحيفة البلد: جسر جديد فوق النهر"), "صحيفة البلد");
  EXPECT_EQ(source_of(Label::source_line, "عن ((Daily Example"), "Daily Example");
  EXPECT_EQ(source_of(Label::dateline, "نشر في مجلة البلد يوم 05 - 09 - 2012"), "مجلة البلد");
  EXPECT_EQ(source_of(Label::dateline, "نشر في 05/09/2012"), "");
  EXPECT_EQ(source_of(Label::dateline, "القاهرة (رويترز) -"), "رويترز");
  EXPECT_EQ(source_of(Label::body, "افتتح الجسر أمس. المصدر: البلد أونلاين"), "البلد أونلاين");
  EXPECT_EQ(source_of(Label::body, "افتتح الجسر أمس. رابط الخبر بصحيفة البلد: جسر جديد فوق النهر"),
            "صحيفة البلد");
  EXPECT_EQ(source_of(Label::body, "افتتح الجسر أمس، وأوضح المصدر: لن يغلق الجسر."), "");
  EXPECT_EQ(source_of(Label::body, "افتتح الجسر أمس. مصادر المدينة كثيرة: النهر والبحر."), "");
}

std::u16string utf16(const char* text) { return unicode::utf8_to_utf16_replacing(text); }

Structure with_page(const std::u16string& source, PageMeta meta) {
  Page page;
  page.source = source;
  page.meta = std::move(meta);
  InputBlock block;
  block.tag = "h1";
  block.span = {0, static_cast<std::uint32_t>(source.find(u'\n'))};
  page.blocks.push_back(block);
  const Analysis analysis = analyze(source);
  std::vector<ClassifiedBlock> blocks(2);
  blocks[0].span = analysis.reading.map.text_of(block.span);
  blocks[0].label = Label::navigation;
  blocks[1].span =
      analysis.reading.map.text_of({block.span.end + 1, static_cast<std::uint32_t>(source.size())});
  blocks[1].label = Label::dateline;
  return extract(analysis, blocks, &page);
}

TEST(Pages, TheTitleLosesTheSiteAndIsFoundInTheText) {
  PageMeta meta;
  meta.titles = {{utf16("البلد | جسر جديد فوق النهر يفتح أبوابه"), "title"}};
  meta.sites = {{utf16("البلد"), "meta"}};
  const Structure structure = with_page(utf16("جسر جديد فوق النهر يفتح أبوابه\nالإثنين 13 مايو 2024"), meta);
  ASSERT_TRUE(structure.title && structure.title->span);
  EXPECT_EQ(*structure.title->span, (Span{0, 30}));
}

TEST(Pages, ATitleThatTheTextLacksKeepsItsOrigin) {
  PageMeta meta;
  meta.titles = {{utf16("قطار سريع بين المدينتين - موقع البلد"), "json-ld"},
                 {utf16("قطار سريع بين المدينتين"), "meta"}};
  const Structure structure = with_page(utf16("اسم الموقع\nالإثنين 13 مايو 2024"), meta);
  ASSERT_TRUE(structure.title.has_value());
  EXPECT_EQ(structure.title->text, utf16("قطار سريع بين المدينتين"));
  EXPECT_EQ(structure.title->from, "json-ld");
  EXPECT_FALSE(structure.title->span.has_value());
}

std::string published_of(const char* dateline, std::vector<PageMeta::Candidate> dates) {
  PageMeta meta;
  meta.dates = std::move(dates);
  const Structure structure = with_page(utf16("عنوان الصفحة هنا\n") + utf16(dateline), meta);
  return structure.published ? structure.published->value + " " + structure.published->from : "";
}

TEST(Pages, ADayInUtcGivesWayToTheNextOne) {
  EXPECT_EQ(published_of("الإثنين 13 مايو 2024", {{u"2024-05-12T22:10:00Z", "json-ld"}}),
            "2024-05-13 json-ld");
  EXPECT_EQ(published_of("الإثنين 13 مايو 2024", {{u"2024-05-12T09:10:00Z", "json-ld"}}),
            "2024-05-12 json-ld");
  EXPECT_EQ(published_of("الخميس 30 مايو 2024", {{u"2024-05-12T22:10:00Z", "json-ld"}}),
            "2024-05-12 json-ld");
  EXPECT_EQ(published_of("الإثنين 1 يناير 2024", {{u"2023-12-31T22:10:00Z", "meta"}}), "2024-01-01 meta");
}

TEST(Pages, TheAddressIsTrustedLeast) {
  EXPECT_EQ(published_of("الإثنين 13 مايو 2024", {{u"2024-05-12", "url"}}), "2024-05-13 text");
  EXPECT_EQ(published_of("الخميس 30 مايو 2024", {{u"2024-05-12", "url"}}), "2024-05-12 url");
  EXPECT_EQ(published_of("الخميس 30 مايو 2024", {{u"2024-05-12", "url"}, {u"12/05/2024", "time"}}),
            "2024-05-12 time");
  EXPECT_EQ(published_of("الإثنين 13 مايو 2024", {}), "2024-05-13 text");
}

TEST(Pages, AnAccountAndTheSiteAreNoAuthors) {
  PageMeta meta;
  meta.sites = {{utf16("موقع البلد"), "meta"}};
  meta.bylines = {{utf16("موقع البلد"), "json-ld"},
                  {u"admin", "json-ld"},
                  {utf16("ليلى منصور"), "json-ld"},
                  {utf16("سامر حداد"), "meta"}};
  const Structure structure = with_page(utf16("عنوان الصفحة هنا\n12 مايو 2024"), meta);
  ASSERT_EQ(structure.bylines.size(), 1U);
  EXPECT_EQ(structure.bylines[0].name, utf16("ليلى منصور"));
}

}  // namespace
}  // namespace naqi
