#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "linear/steps.h"
#include "naqi/segment.h"

namespace naqi {
namespace {

using test::Input;

constexpr Input kInputs[] = {
    {"one sentence without a stop", u"كلمة "},
    {"full stops", u"."},
    {"quotes never closed", u"«قال. "},
    {"dotted letters", u"أ."},
    {"dotted letters and a word", u"أ.", u"", u"كلمة"},
    {"dotted letters with spaces", u"أ. "},
    {"straight quotes", u"\""},
    {"straight quotes and stops", u"\" . "},
    {"quotations closed and opened", u"»«"},
    {"open brackets", u"((((نعم. "},
    {"brackets, each kind", u"([«\"نعم.»"},
    {"closers behind a stop", u")", u"قال."},
    {"terminators of all kinds", u"؟!…."},
    {"spaces", u" ", u"قال.", u"ثم"},
    {"marks", u"\u064B", u"ق"},
    {"marks behind a stop", u"\u064B", u"قال."},
    {"format characters", u"\u200F", u"ق"},
    {"format characters between letters", u"ق\u200F"},
    {"letters without a space", u"ق"},
    {"digits", u"1"},
    {"numbers with stops", u"1."},
    {"dates", u"1/1/"},
    {"times", u"1:11:"},
    {"Latin with stops", u"a."},
    {"e-mail addresses that are none", u"a@"},
    {"the local part of an address", u"a-"},
    {"domains", u"a@b.", u"a@"},
    {"schemes", u"http://"},
    {"hosts", u"www."},
    {"one URL", u"/(", u"http://a.b"},
    {"a URL of punctuation", u".,", u"http://a.b/"},
    {"hashtags", u"#"},
    {"connectors", u"_", u"ق"},
    {"apostrophes", u"a'"},
    {"prepended signs", u"\u0600"},
    {"emoji joined", u"\U0001F468\u200D"},
    {"flags", u"\U0001F1F8"},
    {"Thai", u"ไท"},
    {"Hangul jamo", u"\u1112\u1161"},
    {"Han", u"漢"},
    {"lone surrogates", u"\xD83D"},
    {"line ends", u"\n"},
    {"carriage returns", u"\r"},
    {"short lines", u"كلمة\n"},
    {"lines of one width", u"هذا سطر طويل من نص مطوي عند عرض واحد ثم\n", u"", u"انتهى."},
    {"lines of one width, two that end", u"هذا سطر طويل من نص مطوي عند عرض واحد ثم\nانتهى.\n"},
    {"teh marbutas", u"مة"},
    {"words with teh marbuta inside", u"مدينةعامرة"},
    {"alef maksuras", u"علىال"},
    {"tatweel", u"\u0640", u"ق", u"5"},
    {"waws", u"و"},
    {"the article", u"ال"},
    {"a stop and what decides nothing", u". 1 "},
    {"colons between letters", u"a:"},
    {"a colon and marks", u":\u0308\u0308", u"a"},
};

/// Of one unit, or of the search for glue where `unit` is below 0.
std::uint64_t steps_for(const Input& input, std::size_t units, int unit, bool conformant) {
  const std::u16string text = test::text_of(input, units);
  SegmentOptions options;
  options.conformant = conformant;
  options.ellipsis_ends_sentence = true;
  options.abbreviations = {u"أ.أ.أ"};
  return test::steps_of([&] {
    if (unit < 0) {
      static_cast<void>(glue_candidates(text));
    } else {
      static_cast<void>(segment(text, static_cast<SegmentUnit>(unit), options));
    }
  });
}

void expect_linear(const Input& input, std::size_t units) {
  constexpr const char* kNames[] = {"glue", "paragraph", "line", "sentence", "word", "clitic"};
  for (int unit = -1; unit <= static_cast<int>(SegmentUnit::clitic); ++unit) {
    for (const bool conformant : {false, true}) {
      static_cast<void>(steps_for(input, 64, unit, conformant));  // unpacks the word lists that it asks for
      EXPECT_TRUE(test::is_linear(steps_for(input, units, unit, conformant),
                                  steps_for(input, 2 * units, unit, conformant)))
          << input.name << ", " << kNames[unit + 1] << (conformant ? ", conformant" : "");
    }
  }
}

TEST(SegmentLinear, TwiceTheTextTakesTwiceTheSteps) {
  for (const Input& input : kInputs) {
    expect_linear(input, 1U << 14U);
  }
}

TEST(SegmentLinear, TenMegabytesOfTheWorst) {
  constexpr std::size_t kUnits = 2621440;  // twice that is 10 MB of UTF-16
  for (std::size_t i = 0; i < 4; ++i) {
    const auto count = [&](std::size_t units) {
      return steps_for(kInputs[i], units, static_cast<int>(SegmentUnit::sentence), false);
    };
    const std::uint64_t twice = count(2 * kUnits);
    EXPECT_TRUE(test::is_linear(count(kUnits), twice)) << kInputs[i].name;
    std::printf("%-28s %zu units, %.2f branches a unit for sentences\n", kInputs[i].name, 2 * kUnits,
                static_cast<double>(twice) / static_cast<double>(2 * kUnits));
  }
}

}  // namespace
}  // namespace naqi
