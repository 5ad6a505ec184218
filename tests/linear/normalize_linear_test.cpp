#include <gtest/gtest.h>

#include <string>

#include "linear/steps.h"
#include "naqi/normalize.h"

namespace naqi {
namespace {

using test::Input;

constexpr Input kInputs[] = {
    {"clean words", u"\u0643\u0644\u0645\u0629 "},
    {"combining marks", u"\u064E\u0651", u"\u0628"},
    {"combining marks in the worst order", u"\u0654\u0651\u0655\u0670\u064B", u"\u0627"},
    {"hamzas above alef", u"\u0654", u"\u0627"},
    {"tatweel", u"\u0640", u"\u0628"},
    {"tatweel with hamza", u"\u0640\u0654", u"\u0628"},
    {"tatweel between letters", u"\u0628\u0640"},
    {"tatweel and spaces", u"\u0640 "},
    {"sallallahou alayhe wasallam", u"\uFDFA"},
    {"presentation forms", u"\uFEFB\uFDF2\uFE77"},
    {"one letter", u"\u0627"},
    {"Farsi yeh", u"\u06CC"},
    {"Farsi yeh at the end of words", u"\u0627\u0644\u06CC "},
    {"heh variants and marks", u"\u06C1\u0654"},
    {"spaces", u" "},
    {"spaces and stops", u" .", u"\u0642\u0627\u0644"},
    {"stops", u".", u"\u0642\u0627\u0644 "},
    {"words and stops", u"\u0642\u0627\u0644."},
    {"teh marbutas", u"\u0629", u"\u0628"},
    {"glued words", u"\u0645\u062F\u0631\u0633\u0629"},
    {"alef maksuras", u"\u0649\u0644", u"\u0628"},
    {"ampersands", u"&"},
    {"entities of entities", u"amp;", u"&"},
    {"entities", u"&#38;"},
    {"semicolons", u"a;", u"&"},
    {"backticks", u"`"},
    {"backticks and letters", u"`\u0628"},
    {"open fences", u"```a\n"},
    {"at signs", u"a@"},
    {"hash signs", u"#\u0628"},
    {"schemes", u"a://"},
    {"www", u"www."},
    {"www and stops", u"www.!!!! "},
    {"one URL of stops", u".,", u"http://a/"},
    {"mojibake", u"\u00D8\u00A7"},
    {"mojibake of mojibake", u"\u00C3\u02DC\u00C2\u00A7"},
    {"mojibake that is none", u"\u00D8\u00A7 ", u"\u00D8"},
    {"mojibake of Windows-1256", u"\u0637\u00A7\u0638\u201E\u00A0"},
    {"zero width joiners", u"\u200D"},
    {"joiners and marks", u"\u200D\u064E", u"\u0647"},
    {"emoji", u"\U0001F468\u200D"},
    {"Persian and Arabic", u"\u067E\u0698 \u0627\u0644\u0643\u062A\u0627\u0628. "},
    {"lone surrogates", u"\xD800"},
    {"flags and invisibles", u"\U0001F1F8\u200B"},
    {"Hangul", u"\u1100\u1161\u11A8"},
    {"tags", u"<a"},
};

TEST(NormalizeLinear, TwiceTheTextTakesTwiceTheSteps) {
  constexpr std::size_t kUnits = std::size_t{1} << 16U;  // with less, some inputs are one window and some two
  const NormalizeOptions options[] = {
      NormalizeOptions::of(Profile::reading),       NormalizeOptions::of(Profile::search),
      NormalizeOptions::of(Profile::corpus),        NormalizeOptions::of(Compatibility::lucene),
      NormalizeOptions::of(Compatibility::camel),   NormalizeOptions::of(Compatibility::pyarabic),
      NormalizeOptions::of(Compatibility::arabert),
  };
  const auto count = [](const Input& input, std::size_t units, const NormalizeOptions& each) {
    const std::u16string text = test::text_of(input, units);
    return test::steps_of([&] { EXPECT_EQ(normalize(text, each).map.source_size(), text.size()); });
  };
  for (const NormalizeOptions& each : options) {
    for (const Input& input : kInputs) {
      const std::uint64_t once = count(input, kUnits, each);
      ASSERT_GT(once, kUnits / 8) << "nothing was counted";
      EXPECT_TRUE(test::is_linear(once, count(input, 2 * kUnits, each)))
          << name(each.profile) << " " << name(each.compatibility) << ": " << input.name;
    }
  }
}

TEST(NormalizeLinear, AMegabyteOfMarksIsOrdered) {
  const std::u16string marks = [] {
    std::u16string text = u"\u0628";
    for (int i = 0; i < 1 << 19; ++i) {
      text += i % 2 == 0 ? u'\u0651' : u'\u064E';
    }
    return text;
  }();
  const NormalizedText result = normalize(marks);
  ASSERT_EQ(result.text.size(), marks.size());
  EXPECT_EQ(result.text[1], u'\u064E');
  EXPECT_EQ(result.text.back(), u'\u0651');
  EXPECT_EQ(result.map.source_of({0, result.map.text_size()}), (Span{0, result.map.source_size()}));
}

}  // namespace
}  // namespace naqi
