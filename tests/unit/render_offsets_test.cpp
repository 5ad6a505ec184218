#include <gtest/gtest.h>

#include "render/offsets.h"
#include "support/random_text.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

TEST(Offsets, AreThoseOfCountingFromTheBegin) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::u16string text = test::random_text(seed, 100);
    const OffsetConverter utf8(text, OffsetUnit::utf8);
    const OffsetConverter points(text, OffsetUnit::codepoint);
    std::uint32_t point = 0;
    for (std::uint32_t i = 0; i < text.size(); ++point) {
      EXPECT_EQ(utf8(i), unicode::utf16_to_utf8(std::u16string_view(text).substr(0, i)).size());
      EXPECT_EQ(points(i), point);
      (void)unicode::next(text, i);
    }
    EXPECT_EQ(utf8(static_cast<std::uint32_t>(text.size())), unicode::utf16_to_utf8(text).size());
    EXPECT_EQ(points(static_cast<std::uint32_t>(text.size())), point);
  }
}

TEST(Offsets, HoldAtTheEdgesOfTheirSteps) {
  const std::u16string text(128, u'\u0628');
  const OffsetConverter utf8(text, OffsetUnit::utf8);
  for (const std::uint32_t at : {0U, 63U, 64U, 65U, 127U, 128U}) {
    EXPECT_EQ(utf8(at), 2 * at);
  }
  EXPECT_EQ(utf8(1000), 256U) << "what lies behind the end is the end";
  EXPECT_EQ(OffsetConverter(u"", OffsetUnit::codepoint)(0), 0U);
}

}  // namespace
}  // namespace naqi
