#include <gtest/gtest.h>

#include <set>
#include <string>

#include "naqi/normalize.h"

namespace naqi {
namespace {

TEST(NormalizeOptions, TheTableHoldsEveryOperationOnce) {
  const auto options = option_descriptions();
  ASSERT_EQ(options.size(), kOperationCount);
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < options.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(options[i].operation), i);
    EXPECT_EQ(options[i].name, name(options[i].operation));
    EXPECT_TRUE(names.insert(options[i].name).second);
    EXPECT_FALSE(options[i].summary.empty());
    for (const Profile profile : {Profile::reading, Profile::search, Profile::corpus}) {
      NormalizeOptions given = NormalizeOptions::of(profile);
      EXPECT_EQ(given[options[i].operation], options[i].defaults[static_cast<std::size_t>(profile)]);
      for (const Setting value : options[i].values) {
        EXPECT_FALSE(given.set(options[i].name, name(value)).has_value());
        EXPECT_EQ(given[options[i].operation], value);
      }
    }
  }
}

TEST(NormalizeOptions, AWrongNameIsToldTheNearestOne) {
  NormalizeOptions options = NormalizeOptions::of(Profile::reading);
  const auto error = options.set("remove_tashkil", "on");
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, ErrorCode::invalid_option);
  EXPECT_EQ(error->message, "unknown option \"remove_tashkil\"; did you mean \"remove_tashkeel\"?");
  EXPECT_EQ(options, NormalizeOptions::of(Profile::reading));
  EXPECT_EQ(NormalizeOptions::of_profile("serach").error().message,
            "unknown profile \"serach\"; did you mean \"search\"?");
  EXPECT_EQ(NormalizeOptions::of_preset("luccene").error().message,
            "unknown compatibility preset \"luccene\"; did you mean \"lucene\"?");
  EXPECT_FALSE(NormalizeOptions::of_preset("none").ok());
}

TEST(NormalizeOptions, AWrongValueIsToldTheRightOnes) {
  NormalizeOptions options = NormalizeOptions::of(Profile::reading);
  EXPECT_EQ(options.set("ascii_punctuation", "delete")->message,
            "option \"ascii_punctuation\" cannot be \"delete\"; it takes off, on or drop");
  EXPECT_FALSE(options.set("remove_tashkeel", "true").has_value());
  EXPECT_EQ(options[Operation::remove_tashkeel], Setting::on);
  EXPECT_FALSE(options.set("remove_tashkeel", "false").has_value());
  EXPECT_EQ(options[Operation::remove_tashkeel], Setting::off);
}

TEST(NormalizeOptions, APresetTakesNoOption) {
  NormalizeOptions options = NormalizeOptions::of_preset("lucene").value();
  const auto error = options.set("fold_alef", "off");
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, ErrorCode::invalid_option);
  EXPECT_NE(error->message.find("\"lucene\""), std::string::npos);
}

TEST(OffsetMap, CarriesSpansBothWays) {
  // source  a b c d e f   (b c became X, an insertion Y stands before d, e was removed)
  // text    a X Y d f
  const OffsetMap map(6, 5, {{{1, 3}, {1, 2}}, {{3, 3}, {2, 3}}, {{4, 5}, {4, 4}}});
  EXPECT_EQ(map.source_of({0, 1}), (Span{0, 1}));
  EXPECT_EQ(map.source_of({1, 2}), (Span{1, 3}));
  EXPECT_EQ(map.source_of({2, 3}), (Span{3, 3}));
  EXPECT_EQ(map.source_of({1, 3}), (Span{1, 3}));
  EXPECT_EQ(map.source_of({2, 4}), (Span{3, 4}));
  EXPECT_EQ(map.source_of({3, 4}), (Span{3, 4}));
  EXPECT_EQ(map.source_of({4, 5}), (Span{5, 6}));
  EXPECT_EQ(map.source_of({0, 5}), (Span{0, 6}));
  EXPECT_EQ(map.source_of({5, 5}), (Span{6, 6}));
  EXPECT_EQ(map.text_of({1, 2}), (Span{1, 2}));
  EXPECT_EQ(map.text_of({2, 4}), (Span{1, 4}));
  EXPECT_EQ(map.text_of({3, 4}), (Span{3, 4}));
  EXPECT_EQ(map.text_of({4, 5}), (Span{4, 4}));
  EXPECT_EQ(map.text_of({3, 6}), (Span{3, 5}));
  EXPECT_EQ(map.text_of({0, 6}), (Span{0, 5}));
}

TEST(OffsetMap, OfAnUnchangedText) {
  const OffsetMap map(4);
  EXPECT_EQ(map.source_of({1, 3}), (Span{1, 3}));
  EXPECT_EQ(map.text_of({0, 4}), (Span{0, 4}));
  EXPECT_EQ(map.text_of({4, 4}), (Span{4, 4}));
}

TEST(Normalize, SaysWhatItDidAndWhere) {
  // ARABIC LIGATURE LAM WITH ALEF, Farsi yeh, a run of spaces, a right-to-left mark
  const NormalizedText result = normalize(u"\uFEFB \u0641\u06CC  \u200F\u0627\u0644\u0628\u064A\u062A");
  EXPECT_TRUE(result.text == u"\u0644\u0627 \u0641\u064A \u0627\u0644\u0628\u064A\u062A");
  ASSERT_EQ(result.edits.size(), 4U);
  EXPECT_EQ(result.edits[0].operation, Operation::lam_alef);
  EXPECT_EQ(result.edits[0].source, (Span{0, 1}));
  EXPECT_EQ(result.edits[0].text, (Span{0, 2}));
  EXPECT_EQ(result.edits[1].operation, Operation::farsi_yeh);
  EXPECT_EQ(result.edits[2].operation, Operation::spaces);
  EXPECT_EQ(result.edits[2].source, (Span{4, 6}));
  EXPECT_EQ(result.edits[3].operation, Operation::remove_invisibles);
  EXPECT_EQ(result.edits[3].source, (Span{6, 7}));
  EXPECT_TRUE(result.edits[3].text.empty());
}

TEST(Normalize, ReportsMojibakeThatItLeaves) {
  const std::u16string_view source = u"\u00D8\u00A7\u00D9\u201E\u00D9\u0160\u00D9\u02C6\u00D9\u2026";
  const NormalizedText reading = normalize(source);
  EXPECT_TRUE(reading.text == source);
  ASSERT_EQ(reading.edits.size(), 1U);
  EXPECT_EQ(reading.edits[0].operation, Operation::repair_mojibake);
  EXPECT_EQ(reading.edits[0].source, (Span{0, 10}));
  const NormalizedText corpus = normalize(source, NormalizeOptions::of(Profile::corpus));
  EXPECT_TRUE(corpus.text == u"\u0627\u0644\u064A\u0648\u0645");
  EXPECT_EQ(corpus.source_of_unit(1), (Span{2, 4}));
}

TEST(Normalize, LeavesCleanTextWithoutAnEdit) {
  const std::u16string_view clean =
      u"\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631: \u0646\u0639\u0645.\n\u062B\u0645 "
      u"\u0645\u0636\u0649.";
  const NormalizedText result = normalize(clean);
  EXPECT_TRUE(result.text == clean);
  EXPECT_TRUE(result.edits.empty());
  EXPECT_TRUE(result.map.changes().empty());
}

}  // namespace
}  // namespace naqi
