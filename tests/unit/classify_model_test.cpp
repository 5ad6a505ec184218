#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "classify/classify.h"
#include "classify/markers.h"
#include "classify/model.h"
#include "classify/pieces.h"
#include "classify/stamps.h"
#include "lexicon/word_set.h"

namespace naqi {
namespace {

Stamp stamp_in(std::u16string_view text) {
  const Analysis analysis = analyze(text);
  return stamp_at(analysis, 0, static_cast<std::uint32_t>(analysis.words.size()));
}

TEST(ClassifyStamps, ReadsTheNamesOfMonthsEverywhere) {
  for (const std::u16string_view text :
       {u"الأربعاء 22 أكتوبر 2025 - 16:00", u"الأحد، 04 آب/اغسطس 2013", u"27 جويلية 2012",
        u"السبت 28 يوليوز 2012", u"31 كانون الأول 2020", u"12 رمضان 1445 هـ", u"01/07/2009", u"منذ 3 ساعات",
        u"اليوم 06:42"}) {
    const Stamp stamp = stamp_in(text);
    EXPECT_TRUE(stamp.complete);
    EXPECT_EQ(stamp.last, analyze(text).words.size());
  }
}

TEST(ClassifyStamps, LeavesSentencesAlone) {
  for (const std::u16string_view text :
       {u"ثلاثة رجال في البيت", u"الأحد الماضي كان باردا", u"1250 صفقة", u"قبل أن يعود"}) {
    EXPECT_FALSE(stamp_in(text).complete);
  }
}

TEST(ClassifyPieces, CutsThePlaceInFrontOfTheFirstSentence) {
  const Analysis analysis = analyze(
      u"الرياض - واس: افتتح أمير المنطقة أمس معرض الكتاب بحضور عدد من الناشرين والمثقفين العرب في القاعة "
      u"الكبرى.");
  const std::vector<Piece> pieces = cut_pieces(analysis, {});
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_TRUE(pieces[0].place);
  EXPECT_EQ(analysis.slice(pieces[0].span), u"الرياض - واس:");
}

TEST(ClassifyPieces, CutsAtWideGapsOfTheSource) {
  const Analysis analysis = analyze(u"عنوان الخبر هنا      تعليق الصورة هنا");
  EXPECT_EQ(cut_pieces(analysis, {}).size(), 2U);
}

TEST(ClassifyModel, GivesTheFirstOfEqualLabels) {
  const Analysis analysis = analyze(u"كلمة");
  const std::vector<Piece> pieces = cut_pieces(analysis, {});
  const std::vector<Evidence> evidence(pieces.size());
  const Decision decision = decide(pieces, evidence, Weights{});
  EXPECT_EQ(decision.labels.front(), Label::title);
  EXPECT_EQ(decision.keep_margin.front(), 0);
}

TEST(ClassifyModel, MeasuresHowFarRemovingIsFromKeeping) {
  const Analysis analysis = analyze(u"كلمة\nأخرى");
  const std::vector<Piece> pieces = cut_pieces(analysis, {});
  std::vector<Evidence> evidence(pieces.size());
  evidence[1].facts.push_back({Feature::marker_alone, static_cast<std::uint8_t>(Label::ad)});
  Weights weights;
  weights.feature[static_cast<std::size_t>(Feature::marker_alone)].fill(700);
  const Decision decision = decide(pieces, evidence, weights);
  EXPECT_EQ(decision.labels[1], Label::ad);
  EXPECT_EQ(decision.keep_margin[0], 0);
  EXPECT_EQ(decision.keep_margin[1], -700);
}

TEST(ClassifyModel, RisesInConfidenceWithTheMargin) {
  for (const bool apart : {false, true}) {
    EXPECT_EQ(confidence_of(0, apart), 500);
    std::int32_t last = 500;
    for (std::int32_t margin = 0; margin <= 20000; margin += 50) {
      const std::int32_t confidence = confidence_of(margin, apart);
      EXPECT_GE(confidence, last);
      EXPECT_LT(confidence, 1000);
      EXPECT_EQ(confidence, confidence_of(-margin, apart));
      last = confidence;
    }
  }
}

TEST(ClassifyModel, DoubtsMoreWhereTheTextHasTurnedToAnotherTopic) {
  EXPECT_LT(confidence_of(4000, true), confidence_of(4000, false));
}

TEST(Classify, KeepsInDoubtWhereNothingSpeaksForALabel) {
  const std::vector<ClassifiedBlock> blocks = classify(analyze(u"كلمة"), nullptr, Weights{}, {});
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_TRUE(is_kept(blocks[0].label));
  ASSERT_EQ(blocks[0].reasons.size(), 1U);
  EXPECT_EQ(blocks[0].reasons[0].rule, kDefaultRule);
}

TEST(Classify, CoversEveryVisibleCharacter) {
  for (const std::u16string_view text : {u"", u" \n\t ", u"***", u"كلمة", u"a\xD800 b\nc", u"، ، ،\n- \n•",
                                         u"(اقرأ أيضا: خبر) ثم نص طويل بعده بلا نهاية"}) {
    const Analysis analysis = analyze(text);
    std::uint32_t at = 0;
    for (const ClassifiedBlock& block : classify(analysis)) {
      EXPECT_LE(at, block.span.begin);
      EXPECT_LT(block.span.begin, block.span.end);
      for (; at < block.span.begin; ++at) {
        EXPECT_TRUE(analysis.text()[at] == u' ' || analysis.text()[at] == u'\n' ||
                    analysis.text()[at] == u'\t');
      }
      EXPECT_FALSE(block.reasons.empty());
      at = block.span.end;
    }
    for (; at < analysis.text().size(); ++at) {
      EXPECT_TRUE(analysis.text()[at] == u' ' || analysis.text()[at] == u'\n' ||
                  analysis.text()[at] == u'\t');
    }
  }
}

/// Facts and pieces are what the decision works through: twice the text must not give more than twice as
/// many.
TEST(Classify, WorksInProportionToTheText) {
  const std::u16string unit =
      u"اقرأ أيضا: افتتاح معرض الكتاب غدا\nقالت الوزارة إن الأعمال بدأت أمس، وستستمر شهرا كاملا. جميع الحقوق "
      u"محفوظة\n"
      u"التعليقات\nسمير\nاليوم 10:20\nكلام جميل يا أخي والله\n";
  const auto work = [&](int times) {
    std::u16string text;
    for (int i = 0; i < times; ++i) {
      text += unit;
    }
    const Analysis analysis = analyze(text);
    const std::vector<Piece> pieces = cut_pieces(analysis, {});
    std::size_t facts = pieces.size();
    for (const Evidence& evidence : find_evidence(analysis, pieces, {}, nullptr)) {
      facts += evidence.facts.size();
    }
    return facts;
  };
  const std::size_t once = work(100);
  EXPECT_LE(work(200), once * 2 + 64);
}

TEST(ClassifyWords, FindWhatWasStoredFirst) {
  WordSet words;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    EXPECT_EQ(words.insert(WordSet::hash(std::u16string(1, static_cast<char16_t>(0x0600 + i))), i), i);
  }
  EXPECT_EQ(words.insert(WordSet::hash(u"\u0601"), 7777), 1U);
  EXPECT_EQ(words.find(WordSet::hash(u"\u0605")), 5U);
  EXPECT_EQ(words.find(WordSet::hash(u"xyz")), WordSet::kNone);
}

}  // namespace
}  // namespace naqi
