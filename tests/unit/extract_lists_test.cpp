#include <gtest/gtest.h>

#include <string>

#include "extract_support.h"

namespace naqi {
namespace {

using test::Labelled;

std::string keywords_of(const Labelled& article) {
  std::string out;
  for (const Node& keyword : article.structure.keywords) {
    out += (out.empty() ? "" : "; ") + article.text(keyword.span);
  }
  return out;
}

TEST(Keywords, AreSplitAtSeparators) {
  EXPECT_EQ(keywords_of(Labelled({{Label::keywords, "كلمات دلالية: الجسر، النهر القديم | وزارة النقل"}})),
            "الجسر; النهر القديم; وزارة النقل");
  EXPECT_EQ(keywords_of(Labelled({{Label::keywords, "#الجسر #النهر"}})), "الجسر; النهر");
  EXPECT_EQ(keywords_of(Labelled({{Label::keywords, "الجسر - النهر - الجِسر"}})), "الجسر; النهر");
}

TEST(Keywords, AreOneALine) {
  EXPECT_EQ(keywords_of(Labelled(
                {{Label::keywords, "الجسر الجديد"}, {Label::keywords, "سكان الضفة الأخرى من النهر"}})),
            "الجسر الجديد; سكان الضفة الأخرى من النهر");
}

TEST(Keywords, WithoutSeparatorsTheTextDecides) {
  EXPECT_EQ(keywords_of(Labelled({{Label::body, "افتتحت وزارة النقل الجسر الجديد فوق النهر."},
                                  {Label::keywords, "الجسر الجديد وزارة النقل فوق مقالات"}})),
            "الجسر الجديد; وزارة النقل");
}

TEST(Keywords, ParticlesInTheTextDoNotHide) {
  EXPECT_EQ(keywords_of(Labelled({{Label::body, "تحدث الناس بالنهر القديم وبالجسر الجديد."},
                                  {Label::keywords, "الجسر الجديد النهر القديم"}})),
            "الجسر الجديد; النهر القديم");
}

TEST(Keywords, TheMenuIsNone) {
  std::string line = "كلمات دلالية:";
  for (int i = 0; i < 8; ++i) {
    line += " سياسة اقتصاد رياضة صحة";
  }
  line += " الجسر الجديد";
  EXPECT_EQ(keywords_of(
                Labelled({{Label::body, "الجسر الجديد يخدم الرياضة. الصحة أولا."}, {Label::keywords, line}})),
            "الجسر الجديد");
}

TEST(Keywords, ATableIsNone) {
  EXPECT_EQ(keywords_of(Labelled({{Label::keywords, "الطول 3620 مم"},
                                  {Label::keywords, "الأبعاد"},
                                  {Label::keywords, "العرض 1475 مم"}})),
            "");
  EXPECT_EQ(keywords_of(Labelled({{Label::keywords, "الجسر"}, {Label::keywords, "عام 2023"}})),
            "الجسر; عام 2023");
}

std::string related_of(const Labelled& article) {
  std::string out;
  for (const Related& related : article.structure.related) {
    out += (out.empty() ? "" : "; ") + article.text(related.span);
    out += related.kind == RelatedKind::list ? " (list)" : "";
    out += related.media == Media::video ? " (video)" : related.media == Media::photo ? " (photo)" : "";
  }
  return out;
}

TEST(RelatedLinks, LoseTheirMarker) {
  EXPECT_EQ(related_of(Labelled({{Label::related_link, "إقرأ أيضا: جسر جديد فوق النهر"}})),
            "جسر جديد فوق النهر");
  EXPECT_EQ(related_of(
                Labelled({{Label::related_link, "اقرأ أيضاً:"}, {Label::related_link, "جسر جديد فوق النهر"}})),
            "جسر جديد فوق النهر");
}

TEST(RelatedLinks, SayWhatTheyShow) {
  EXPECT_EQ(related_of(Labelled({{Label::related_link, "إقرأ أيضا: جسر جديد فوق النهر (شاهد)"}})),
            "جسر جديد فوق النهر (شاهد) (video)");
  EXPECT_EQ(related_of(Labelled({{Label::related_list, "بالصور.. جسر جديد فوق النهر"}})),
            "بالصور.. جسر جديد فوق النهر (list) (photo)");
  EXPECT_EQ(related_of(Labelled({{Label::related_list, "سكان النهر يطلبون صور الجسر القديم"}})),
            "سكان النهر يطلبون صور الجسر القديم (list)");
}

TEST(RelatedLists, HoldHeadlinesOnly) {
  EXPECT_EQ(related_of(Labelled({{Label::related_list, "مواضيع ذات صلة"},
                                 {Label::related_list, "• جسر جديد فوق النهر"},
                                 {Label::related_list, "الأربعاء 22 أكتوبر 2025 - 15:47"},
                                 {Label::related_list, "جسر جديد فوق النهر"},
                                 {Label::related_list, "admin أغسطس 2, 2021 0"},
                                 {Label::related_list, "قطار سريع بين المدينتين 12 مارس 2025"}})),
            "جسر جديد فوق النهر (list); قطار سريع بين المدينتين (list)");
}

TEST(RelatedLists, ADateInTheClauseIsNoStamp) {
  EXPECT_EQ(related_of(Labelled({{Label::related_list, "الجسر القديم افتتح في 11 يونيو 2012"},
                                 {Label::related_list, "واتخذت الشركة من المدينة مقرا لها."},
                                 {Label::related_list, "اشترك الآن في النشرة البريدية للموقع"}})),
            "الجسر القديم افتتح في 11 يونيو 2012 (list)");
}

TEST(RelatedLinks, AreCutWhereTheyWereGlued) {
  EXPECT_EQ(related_of(Labelled(
                {{Label::related_link, "أخبار متعلقة جسر جديد فوق المدينةعاجل: قطار سريع بين المدينتين"}})),
            "جسر جديد فوق المدينة; عاجل: قطار سريع بين المدينتين");
  EXPECT_EQ(related_of(Labelled({{Label::related_link,
                                  "روابط ذات علاقة     جسر جديد فوق النهر     قطار سريع بين المدينتين"}})),
            "جسر جديد فوق النهر; قطار سريع بين المدينتين");
}

TEST(OtherArticles, HaveAHeadlineAndBlocks) {
  const Labelled article({{Label::body, "النص الأول."},
                          {Label::other_article, "إقرأ أيضاً:"},
                          {Label::other_article, "جسر جديد فوق النهر"},
                          {Label::other_article, "افتتح الوزير الجسر صباح اليوم."},
                          {Label::related_link, "أخبار متعلقة: قطار سريع بين المدينتين"},
                          {Label::other_article, "وسيخدم الجسر سكان الضفتين."}});
  ASSERT_EQ(article.structure.other_articles.size(), 1U);
  const OtherArticle& other = article.structure.other_articles[0];
  ASSERT_TRUE(other.title.has_value());
  EXPECT_EQ(article.text(other.title->span), "جسر جديد فوق النهر");
  EXPECT_EQ(other.blocks, (std::vector<std::uint32_t>{1, 2, 3, 5}));
}

TEST(OtherArticles, MayHaveNoHeadline) {
  const Labelled article({{Label::other_article, "افتتح الوزير الجسر صباح اليوم بحضور السكان."}});
  ASSERT_EQ(article.structure.other_articles.size(), 1U);
  EXPECT_FALSE(article.structure.other_articles[0].title.has_value());
}

}  // namespace
}  // namespace naqi
