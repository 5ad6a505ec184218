// Lines that recur over the documents of a site, as evidence from outside: CleanOptions::recurring.

#include <gtest/gtest.h>

#include <string>

#include "naqi/naqi.h"

namespace naqi {
namespace {

const std::u16string kStation = u"تبث محطتنا الجبلية برامجها على مدار الساعة من أعالي الوادي الأخضر.";
const std::u16string kSource =
    u"مزارعون يتوقعون موسما وفيرا للقطن هذا العام\n\nقال مزارعون إن المحصول في القرى الشمالية جاء وفيرا بعد "
    u"أمطار الشتاء.\n\n" +
    kStation + u"\n\nوأضاف تجار أن الطلب ارتفع كثيرا في الأسابيع الماضية بسبب قرب الأعياد وعودة المغتربين.\n";

Span line(std::u16string_view text) {
  const auto begin = static_cast<std::uint32_t>(kSource.find(text));
  return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

Document cleaned(std::vector<Span> recurring) {
  CleanOptions options;
  options.recurring = std::move(recurring);
  return clean(kSource, options).value();
}

const Block& block_of(const Document& document, std::u16string_view text) {
  for (const Block& block : document.blocks) {
    if (block.span == line(text)) {
      return block;
    }
  }
  ADD_FAILURE() << "no block is that line";
  return document.blocks.front();
}

TEST(Recurring, AContentLineThatRecursIsRemovedWithItsReason) {
  ASSERT_TRUE(block_of(cleaned({}), kStation).kept);
  const Document document = cleaned({line(kStation)});
  const Block& block = block_of(document, kStation);
  EXPECT_FALSE(block.kept);
  EXPECT_EQ(block.label, Label::navigation);
  EXPECT_EQ(block.reasons.front().rule, "recurs-on-site");
  EXPECT_EQ(document.blocks.size(), cleaned({}).blocks.size());
  EXPECT_EQ(document.statistics.removed_characters, kStation.size());
}

TEST(Recurring, ATitleThatRecursStays) {
  const Document document = cleaned({line(u"مزارعون يتوقعون موسما وفيرا للقطن هذا العام")});
  ASSERT_TRUE(document.title.has_value());
  EXPECT_EQ(to_json(document, kSource), to_json(cleaned({}), kSource));
}

TEST(Recurring, ABlockThatIsMoreThanTheLineStays) {
  EXPECT_TRUE(block_of(cleaned({line(kStation.substr(0, 20))}), kStation).kept);
}

TEST(Recurring, WhereMostRecursNothingIsRemoved) {
  std::vector<Span> all;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= kSource.size(); ++at) {
    if (at == kSource.size() || kSource[at] == u'\n') {
      if (at > begin) {
        all.push_back({begin, at});
      }
      begin = at + 1;
    }
  }
  EXPECT_EQ(to_json(cleaned(all), kSource), to_json(cleaned({}), kSource));
}

}  // namespace
}  // namespace naqi
