// The compatibility presets: the pairs of Lucene's own tests, and vectors made from what the sources of the
// other packages do. tests/compat/compat.py holds them against the packages themselves.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "naqi/normalize.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

std::string as(Compatibility preset, std::u16string_view source) {
  return unicode::utf16_to_utf8(normalize(source, NormalizeOptions::of(preset)).text);
}
std::string utf8(std::u16string_view text) { return unicode::utf16_to_utf8(text); }

TEST(NormalizeCompatibility, LucenePairs) {
  require_shared_data("data/lucene/TestArabicNormalizationFilter.jsonl");
  std::istringstream lines(
      *test::read_file(test::shared_data("data/lucene/TestArabicNormalizationFilter.jsonl")));
  std::size_t pairs = 0;
  for (std::string line; std::getline(lines, line); ++pairs) {
    const auto pair = nlohmann::json::parse(line);
    EXPECT_EQ(as(Compatibility::lucene, unicode::utf8_to_utf16_replacing(pair["input"].get<std::string>())),
              pair["expected"].get<std::string>());
  }
  EXPECT_EQ(pairs, 14U);
}

struct Vector {
  Compatibility preset;
  std::u16string_view source;
  std::u16string_view expected;
};

constexpr Vector kVectors[] = {
    // Lucene leaves wasla, the superscript alef, Persian letters and presentation forms, and folds every
    // digit.
    {Compatibility::lucene, u"\u0671\u0644 \u0647\u0670 \u06A9\u06CC \uFEFB",
     u"\u0671\u0644 \u0647\u0670 \u06A9\u06CC \uFEFB"},
    {Compatibility::lucene, u"\u0661\u06F2\u0967\uFF13", u"1213"},
    {Compatibility::lucene, u"1445\u0647\u0640", u"1445\u0647"},
    // CAMeL: NFKC gives isolated marks a space and a tatweel to stand on; tatweel stays.
    {Compatibility::camel, u"\u0643\u062A\u0627\u0628\u0627\uFE70", u"\u0643\u062A\u0627\u0628\u0627 "},
    {Compatibility::camel, u"\uFE77", u"\u0640"},
    {Compatibility::camel, u"\uFDFC \uFDFD",
     u"\u0631\u064A\u0627\u0644 \u0628\u0633\u0645 \u0627\u0644\u0644\u0647 "
     u"\u0627\u0644\u0631\u062D\u0645\u0646 \u0627\u0644\u0631\u062D\u064A\u0645"},
    {Compatibility::camel, u"\u0671\u0644\u0649 \u0642\u0631\u0622\u0646\u064B \u0630\u0670\u0629",
     u"\u0627\u0644\u064A \u0642\u0631\u0627\u0646 \u0630\u0647"},
    {Compatibility::camel, u"\uFF21\u2460\u00BD\u2026\uFB01\u33A5", u"A11\u20442...fim3"},
    {Compatibility::camel, u"\U0001D400\uFF76\u1D43", u"A\u30ABa"},
    // PyArabic makes every hamza one, and every lam-alef but the final forms bare.
    {Compatibility::pyarabic, u"\u0633\u0624\u0627\u0644 \u0623\u0625\u0626\u0654",
     u"\u0633\u0621\u0627\u0644 \u0621\u0621\u0621\u0621"},
    {Compatibility::pyarabic, u"\u0642\u0631\u0622\u0646", u"\u0642\u0631\u0621\u0621\u0646"},
    {Compatibility::pyarabic, u"\u0622\u0645\u0646", u"\u0621\u0627\u0645\u0646"},
    {Compatibility::pyarabic, u"\u0622\u0645\u0646\u0648\u0627", u"\u0621\u0621\u0645\u0646\u0648\u0627"},
    {Compatibility::pyarabic, u"\uFEF5\uFEF7\uFEF9\uFEFB \uFEF6\uFEFC",
     u"\u0644\u0627\u0644\u0627\u0644\u0627\u0644\u0627 \uFEF6\uFEFC"},
    {Compatibility::pyarabic, u"\u0628\u0651\u0640\u0670", u"\u0628\u0670"},
    // AraBERT puts spaces around all but letters and digits, drops what is not in its vocabulary and joins
    // lines.
    {Compatibility::arabert, u"\u0646\u0639\u0645\u060C\n\u0644\u0627.",
     u"\u0646\u0639\u0645 \u060C \u0644\u0627 ."},
    {Compatibility::arabert, u"\u0627\u0644\u0639\u0633\u06A9\u0631\u06CC",
     u"\u0627\u0644\u0639\u0633 \u0631"},
    {Compatibility::arabert, u"\u0633\u0646\u0629\u0662\u0660\u0662\u0660\u0645",
     u"\u0633\u0646\u0629 2020 \u0645"},
    {Compatibility::arabert, u"x a@b.co http://c.d/e @f",
     u"x [\u0631\u0627\u0628\u0637] [\u0631\u0627\u0628\u0637] [\u0645\u0633\u062A\u062E\u062F\u0645]"},
    {Compatibility::arabert, u"\u0631\u0627\u0627\u0627\u0627\u0626\u0639 1111",
     u"\u0631\u0627\u0627\u0626\u0639 1111"},
    {Compatibility::arabert, u"<b>\u0646</b> 1/2 &lt;i&gt;", u"\u0646 1 - 2"},
};

TEST(NormalizeCompatibility, Vectors) {
  for (const Vector& vector : kVectors) {
    EXPECT_EQ(as(vector.preset, vector.source), utf8(vector.expected))
        << name(vector.preset) << ": " << utf8(vector.source);
  }
}

TEST(NormalizeCompatibility, TheMapHoldsForPresetsToo) {
  const NormalizedText result = normalize(u"\u0627\u0646\u0638\u0631 http://c.d/e \u0627\u0644\u0622\u0646",
                                          NormalizeOptions::of(Compatibility::arabert));
  const std::size_t token = result.text.find(u'[');
  ASSERT_NE(token, std::u16string::npos);
  EXPECT_EQ(result.source_of_unit(static_cast<std::uint32_t>(token)), (Span{5, 17}));
}

}  // namespace
}  // namespace naqi
