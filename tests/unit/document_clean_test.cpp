#include <gtest/gtest.h>

#ifndef __EMSCRIPTEN__
#include <thread>
#endif

#include "naqi/naqi.h"
#include "support/document_checks.h"
#include "support/random_text.h"

namespace naqi {
namespace {

constexpr std::u16string_view kArticle =
    u"افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية.\n\n"
    u"وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام المقبل».\n\n"
    u"إقرأ أيضا: تأخر افتتاح الميناء الجديد للمرة الثالثة\n\n"
    u"ويضم الميناء ثلاثة أرصفة ومخازن واسعة، وتبلغ كلفته ٣٠٠ مليون دولار.\n";

TEST(Clean, GivesADocumentForTheEmptyText) {
  const Document document = clean(u"").value();
  EXPECT_TRUE(document.blocks.empty());
  EXPECT_EQ(document.language, "und");
  EXPECT_EQ(document.language_confidence, 0);
  EXPECT_EQ(document.statistics.reading_minutes_tenths, 0U);
}

TEST(Clean, GivesALoneSurrogateOneUnitAndAReplacementCharacter) {
  const std::u16string source = {u'a', 0xD800, u'b', u'\n', 0xDC00};
  const Document document = clean(source).value();
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].span, (Span{0, 3}));
  EXPECT_EQ(document.blocks[0].text, u"a\uFFFDb");
  EXPECT_EQ(document.blocks[1].text, u"\uFFFD");
}

TEST(Clean, RefusesATextBeyondTheLimit) {
  const std::u16string source(kMaxTextUnits + 1U, u' ');
  const Result<Document> document = clean(source);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::input_too_large);
}

TEST(Clean, ListsWordsOnlyWhenAsked) {
  CleanOptions options;
  options.words = true;
  const Document with = clean(kArticle, options).value();
  const Document without = clean(kArticle).value();
  std::size_t words = 0;
  for (const Block& block : with.blocks) {
    for (const Sentence& sentence : block.sentences) {
      ASSERT_TRUE(sentence.words);
      words += sentence.words->size() / 2;
    }
  }
  EXPECT_EQ(words, with.statistics.words);
  EXPECT_FALSE(without.blocks[0].sentences[0].words);
}

TEST(Clean, CountsReadingTimeInTenthsRoundedHalfUp) {
  std::u16string text;
  for (int i = 0; i < 21; ++i) {
    text += u"وصلت السفينة الكبيرة إلى الميناء القديم في الصباح الباكر.\n\n";
  }
  const Document document = clean(text).value();
  ASSERT_EQ(document.statistics.words, 189U);
  EXPECT_EQ(document.statistics.reading_minutes_tenths, 11U) << "189 / 180 = 1.05";
}

/// The Document without what the profile may change.
std::string skeleton(Document document) {
  const auto blank = [](std::u16string& text) { text.clear(); };
  for (Block& block : document.blocks) {
    blank(block.text);
    for (Sentence& sentence : block.sentences) {
      blank(sentence.text);
    }
  }
  for (auto* node : {&document.title, &document.subtitle}) {
    if (*node) {
      blank((*node)->text);
    }
  }
  for (Byline& byline : document.bylines) {
    blank(byline.text);
    blank(byline.name);
  }
  for (Dateline& dateline : document.datelines) {
    blank(dateline.text);
    dateline.place = dateline.place.empty() ? u"" : u"x";
  }
  if (document.source) {
    blank(document.source->name);
  }
  for (Node& keyword : document.keywords) {
    blank(keyword.text);
  }
  for (Quote& quote : document.quotes) {
    blank(quote.text);
    if (quote.speaker) {
      blank(quote.speaker->text);
    }
    if (quote.verb) {
      blank(quote.verb->text);
    }
  }
  for (Date& date : document.dates) {
    blank(date.text);
  }
  for (Related& related : document.related) {
    blank(related.title);
  }
  for (OtherArticle& article : document.other_articles) {
    if (article.title) {
      blank(article.title->text);
    }
  }
  return to_json(document, {});
}

TEST(Clean, GivesTheSameStructureForEveryProfile) {
  std::vector<std::u16string> sources = {std::u16string(kArticle)};
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    sources.push_back(test::random_text(seed, 40));
  }
  for (const std::u16string& source : sources) {
    const std::string reading = skeleton(clean(source).value());
    for (const NormalizeOptions& normalize :
         {NormalizeOptions::of(Profile::search), NormalizeOptions::of(Profile::corpus),
          NormalizeOptions::of(Compatibility::lucene), NormalizeOptions::of(Compatibility::arabert)}) {
      CleanOptions options;
      options.normalize = normalize;
      EXPECT_EQ(skeleton(clean(source, options).value()), reading);
    }
  }
}

TEST(Clean, WritesTextsAsTheProfileReads) {
  CleanOptions options;
  options.normalize = NormalizeOptions::of(Profile::search);
  const Document document = clean(u"إلى المدرسةِ الكبيرة في القرية.", options).value();
  EXPECT_EQ(document.blocks[0].text, normalize(u"إلى المدرسةِ الكبيرة في القرية.", options.normalize).text);
  EXPECT_NE(document.blocks[0].text, clean(u"إلى المدرسةِ الكبيرة في القرية.").value().blocks[0].text);
}

TEST(Clean, SaysWhichBlockOfAPageIsWrong) {
  const auto error_of = [](std::vector<Span> spans) {
    Page page;
    page.source = u"abcdef";
    for (const Span span : spans) {
      page.blocks.emplace_back().span = span;
    }
    const Result<Document> document = clean(page);
    EXPECT_FALSE(document);
    return document ? Error{} : document.error();
  };
  EXPECT_EQ(error_of({{0, 2}, {1, 3}}).position, 1U);
  EXPECT_EQ(error_of({{4, 6}, {0, 2}}).position, 1U);
  EXPECT_EQ(error_of({{0, 7}}).position, 0U);
  EXPECT_EQ(error_of({{3, 2}}).position, 0U);
  EXPECT_EQ(error_of({{3, 2}}).code, ErrorCode::invalid_option);
}

TEST(Clean, SaysWhichBlocksOfAPageABlockWasMadeOf) {
  Page page;
  page.source = u"السطر الأول من النص هنا.\n\nالسطر الثاني من النص هنا.";
  page.blocks.resize(3);
  page.blocks[0].span = {0, 24};
  page.blocks[1].span = {25, 25};
  page.blocks[2].span = {26, static_cast<std::uint32_t>(page.source.size())};
  const Document document = clean(page).value();
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].input, (Span{0, 1}));
  EXPECT_EQ(document.blocks[1].input, (Span{2, 3}));
  EXPECT_FALSE(clean(page.source).value().blocks[0].input);
}

#ifndef __EMSCRIPTEN__
TEST(Clean, GivesTheSameBytesInEveryThread) {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const std::u16string source = test::random_text(seed, 200);
        result += to_json(clean(source).value(), source);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const std::string& result : results) {
    EXPECT_EQ(result, results[0]);
  }
}
#endif

}  // namespace
}  // namespace naqi
