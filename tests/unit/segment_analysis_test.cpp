// What the rooms above read: kinds of words, folded forms, lines with their words; and what no example of the
// specification shows.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "naqi/segment.h"
#include "segment/analysis.h"
#include "segment/segmenter.h"

namespace naqi {
namespace {

std::vector<WordKind> kinds(std::u16string_view text) {
  std::vector<Word> words;
  std::u16string folded;
  find_words(text, words, folded);
  std::vector<WordKind> out;
  for (const Word& word : words) {
    out.push_back(word.kind);
  }
  return out;
}

TEST(Words, HaveAKind) {
  EXPECT_EQ(kinds(u"عربي21 م.ت.ف. Latin ру́сский 3.5 12/08/2014 15:00 1445هـ"),
            (std::vector{WordKind::arabic, WordKind::arabic, WordKind::latin, WordKind::latin,
                         WordKind::number, WordKind::number, WordKind::number, WordKind::number}));
  EXPECT_EQ(kinds(u"https://a.example/b www.example.org example.net a@b.org #وسم @user 😀 🇸🇦"),
            (std::vector{WordKind::url, WordKind::url, WordKind::url, WordKind::email, WordKind::hashtag,
                         WordKind::mention, WordKind::symbol, WordKind::symbol}));
  EXPECT_EQ(kinds(u"Node.js e.g. U.S."), (std::vector{WordKind::latin, WordKind::latin, WordKind::latin}));
}

TEST(Words, AreAppendedWithTheirFoldedForms) {
  std::vector<Word> words(1);
  std::u16string folded = u"x";
  find_words(u"إلى المدرسةِ", words, folded);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(folded, u"xاليالمدرسه");
  EXPECT_EQ(words[1].folded_begin, 1U);
  EXPECT_EQ(words[1].folded_end, 4U);
  EXPECT_EQ(words[2].span, (Span{4, 12}));
}

TEST(Analysis, ListsLinesWithTheirWords) {
  const Analysis analysis = analyze(u"\n\nعنوان الخبر\r\n \u200F\r\n• أول كلمتين\n\nآخر");
  ASSERT_EQ(analysis.lines.size(), 3U);
  EXPECT_EQ(analysis.slice(analysis.lines[0].span), u"عنوان الخبر");
  EXPECT_EQ(analysis.lines[0].blank_before, 2U);
  EXPECT_EQ(analysis.lines[1].blank_before, 1U);
  EXPECT_EQ(analysis.lines[2].blank_before, 1U);
  EXPECT_EQ(analysis.lines[0].first_word, 0U);
  EXPECT_EQ(analysis.lines[0].last_word, 2U);
  EXPECT_EQ(analysis.lines[1].first_word, 2U);
  EXPECT_EQ(analysis.lines[1].last_word, 4U);
  EXPECT_EQ(analysis.folded_word(4), u"اخر");
  EXPECT_EQ(analysis.words_in(analysis.lines[1].span), (Span{2, 4}));
}

TEST(Sentences, OfAPartAreInUnitsOfTheWholeText) {
  const std::u16string text = u"قبله. أول. ثان. بعده.";
  EXPECT_EQ(sentences(text, {6, 15}), (std::vector<Span>{{6, 10}, {11, 15}}));
}

TEST(Sentences, TakeAbbreviationsWithAndWithoutTheirStop) {
  const std::u16string text = u"حضر المهند. سمير.";
  SegmentOptions options;
  EXPECT_EQ(segment(text, SegmentUnit::sentence, options).size(), 2U);
  for (const std::u16string_view written : {u"المهند", u"المهند.", u"المُهنّد."}) {
    options.abbreviations = {std::u16string(written)};
    EXPECT_EQ(segment(text, SegmentUnit::sentence, options).size(), 1U);
  }
}

TEST(Sentences, OfAFramedQuotationComeFromASecondCut) {
  const std::u16string text = u"قال: «لن أذهب. لا أريد».";
  const std::vector<Span> whole = segment(text, SegmentUnit::sentence);
  ASSERT_EQ(whole.size(), 1U);
  SegmentOptions split;
  split.split_quotes = true;
  EXPECT_EQ(sentences(text, whole[0], split).size(), 2U);
}

TEST(Glue, HasAConfidence) {
  const std::vector<GlueCandidate> found =
      glue_candidates(u"المدينةأمس شكراًجزيلا موقعNadir الساعة15:00 محمودالخطيب");
  std::vector<int> confidences;
  for (const GlueCandidate& candidate : found) {
    confidences.push_back(candidate.confidence);
    EXPECT_EQ(candidate.certain, candidate.confidence == 1000);
  }
  EXPECT_EQ(confidences, (std::vector{1000, 950, 850, 800, 650}));
}

TEST(Graphemes, AreWhole) {
  EXPECT_EQ(segment(u"بِ👨\u200D👩\r\n", SegmentUnit::grapheme), (std::vector<Span>{{0, 2}, {2, 7}, {7, 9}}));
}

TEST(Segment, OfNothingIsNothing) {
  for (const SegmentUnit unit : {SegmentUnit::paragraph, SegmentUnit::line, SegmentUnit::sentence,
                                 SegmentUnit::word, SegmentUnit::clitic, SegmentUnit::grapheme}) {
    EXPECT_TRUE(segment(u"", unit).empty());
  }
  EXPECT_TRUE(segment(u" \n\u200F\n", SegmentUnit::sentence).empty());
  EXPECT_TRUE(glue_candidates(u"").empty());
}

}  // namespace
}  // namespace naqi
