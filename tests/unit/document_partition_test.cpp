#include <gtest/gtest.h>

#include "document/partition.h"
#include "support/document_checks.h"
#include "support/random_text.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

std::vector<Span> spans_of(std::u16string_view source, const std::vector<Span>& found) {
  const unicode::GraphemeBoundaries clusters(source);
  std::vector<Span> spans;
  for (const Partition::Part& part : partition(source, found, clusters).parts) {
    spans.push_back(part.span);
  }
  return spans;
}

TEST(Partition, KeepsWhatWasFound) {
  EXPECT_EQ(spans_of(u"ab\ncd", {{0, 2}, {3, 5}}), (std::vector<Span>{{0, 2}, {3, 5}}));
}

TEST(Partition, GivesTheEndOfALineToTheBlockBefore) {
  EXPECT_EQ(spans_of(u"ab __\ncd", {{0, 2}, {6, 8}}), (std::vector<Span>{{0, 5}, {6, 8}}));
}

TEST(Partition, GivesTheBeginOfALineToTheBlockBehind) {
  EXPECT_EQ(spans_of(u"ab\n__ cd", {{0, 2}, {6, 8}}), (std::vector<Span>{{0, 2}, {3, 8}}));
}

TEST(Partition, MakesABlockOfALineThatNobodyFound) {
  const std::u16string_view source = u"ab\n__\n\ncd\n__";
  EXPECT_EQ(spans_of(source, {{0, 2}, {7, 9}}), (std::vector<Span>{{0, 2}, {3, 5}, {7, 9}, {10, 12}}));
  const Partition parts = partition(source, {{0, 2}, {7, 9}}, unicode::GraphemeBoundaries(source));
  EXPECT_EQ(parts.part_of, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_FALSE(parts.parts[1].found);
}

TEST(Partition, GivesAGraphemeClusterToTheBlockThatHoldsItsBegin) {
  EXPECT_EQ(spans_of(u"be\u0301d", {{0, 2}, {2, 4}}), (std::vector<Span>{{0, 3}, {3, 4}}));
}

TEST(Partition, DropsASpanThatAnotherSwallowed) {
  const std::u16string_view source = u"abcd";
  const Partition parts = partition(source, {{0, 3}, {1, 2}, {2, 4}}, unicode::GraphemeBoundaries(source));
  EXPECT_EQ(parts.part_of, (std::vector<std::uint32_t>{0, 0, 1}));
  EXPECT_EQ(parts.parts[1].span, (Span{3, 4}));
}

TEST(Partition, NeedsNoBlockForWhatIsInvisible) {
  EXPECT_TRUE(spans_of(u"\uFEFF \n\u200F\u200B\t", {}).empty());
  EXPECT_EQ(spans_of(u" \u06DD", {}).size(), 1U) << "the end of an ayah is a visible format character";
}

TEST(Partition, HoldsForEveryText) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const std::u16string source = test::random_text(seed, 3 + static_cast<std::uint32_t>(seed % 60));
    SCOPED_TRACE(seed);
    test::check_document(source);
    if (::testing::Test::HasFailure()) {
      return;
    }
  }
}

TEST(Partition, HoldsForEveryTextInEveryProfile) {
  for (const Profile profile : {Profile::search, Profile::corpus}) {
    CleanOptions options;
    options.normalize = NormalizeOptions::of(profile);
    options.words = true;
    for (std::uint64_t seed = 1000; seed < 1100; ++seed) {
      SCOPED_TRACE(seed);
      test::check_document(test::random_text(seed, 30), options);
      if (::testing::Test::HasFailure()) {
        return;
      }
    }
  }
}

TEST(Partition, HoldsWhereSpansMeetInsideAClusterOrAWord) {
  CleanOptions options;
  options.words = true;
  for (const std::u16string_view source :
       {u".\u200D👈", u"نعم.\u200D👈 لا", u"co.uk/?ة ء با", u"example.com/?سؤال ثم", u"https://a.b/؟كلمة!وكلمة",
        u"قال؟\u0651كلمة", u".\u0651👈", u"a@b.com!كلمة", u"1.5؟كلمة", u"!\u200D!\u200Dك"}) {
    SCOPED_TRACE(unicode::utf16_to_utf8(source));
    test::check_document(source, options);
  }
  const Document document = clean(u"co.uk/?ة ء با", options).value();
  EXPECT_EQ(document.statistics.sentences, 1U) << "a word belongs to one sentence";
}

TEST(Partition, HoldsForEveryMeetingOfSigns) {
  constexpr std::u16string_view kSigns[] = {
      u".", u"!", u"؟", u"…",      u"\u200D",       u"👈",      u"ة",      u"كلمة",
      u"a", u"/", u"?", u"co.uk",  u"https://a.b/", u"\u0651", u"»",      u"«",
      u" ", u"1", u"@", u"\u0600", u"\xD83D",       u"🇪",      u"\u200B", u"\u00AD"};
  CleanOptions options;
  options.words = true;
  test::Random random(7);
  for (int i = 0; i < 3000; ++i) {
    std::u16string source;
    for (std::uint32_t pieces = 2 + random.below(7); pieces > 0; --pieces) {
      source += kSigns[random.below(std::size(kSigns))];
    }
    test::check_document(source, options);
    if (::testing::Test::HasFailure()) {
      return;
    }
  }
}

TEST(Partition, HoldsForALineWithoutEnd) {
  std::u16string line;
  while (line.size() < 1'000'000) {
    line += u"كلمة 🇪🇬 ـــ \u064E";
  }
  const Document document = clean(line).value();
  EXPECT_EQ(document.statistics.kept_characters + document.statistics.removed_characters, line.size());
}

}  // namespace
}  // namespace naqi
