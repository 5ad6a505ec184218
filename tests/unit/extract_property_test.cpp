// What holds of the structure of every text, tried on random ones made of the words and marks that the rules
// look for.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "extract_support.h"

namespace naqi {
namespace {

/// A linear congruential generator (Numerical Recipes): the same texts everywhere.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }

 private:
  std::uint32_t state_;
};

constexpr const char* kPieces[] = {"قال",
                                   "وأضاف",
                                   "مؤكدا",
                                   "بقوله",
                                   "وفق",
                                   "تعبيره",
                                   "أن",
                                   "إن",
                                   "أنه",
                                   "الوزير",
                                   "السفير",
                                   "لدى",
                                   "أحمد",
                                   "سالم",
                                   "نفسه",
                                   "المتحدث",
                                   "في",
                                   "تصريح",
                                   "لرويترز",
                                   "كتاب",
                                   "صحيفة",
                                   "كما",
                                   "أما",
                                   "الذي",
                                   "\"",
                                   "«",
                                   "»",
                                   "“",
                                   "”",
                                   "(",
                                   ")",
                                   ":",
                                   "،",
                                   ".",
                                   "؟",
                                   "-",
                                   "12",
                                   "2024",
                                   "1445",
                                   "هـ",
                                   "م",
                                   "مارس",
                                   "تشرين",
                                   "الأول",
                                   "رمضان",
                                   "عام",
                                   "عامي",
                                   "و2009",
                                   "الموافق",
                                   "/",
                                   "1/2",
                                   "22/10/2025",
                                   "الأربعاء",
                                   "السابع",
                                   "من",
                                   "إلى",
                                   "بقلم",
                                   "بقلم:",
                                   "كتب",
                                   "القاهرة",
                                   "رويترز",
                                   "المصدر",
                                   "نشر في",
                                   "يوم",
                                   "إقرأ أيضا:",
                                   "•",
                                   "#وسم_طويل",
                                   "|",
                                   "شاهد",
                                   "\xEF\xBB\xBF",
                                   "ـ",
                                   "\xF0\x9F\x98\x80",
                                   "\n",
                                   "     ",
                                   "غزةعاجل",
                                   "كلمات دلالية:",
                                   "https://example.org/2013/08/04",
                                   "a@b.org"};

std::string random_line(Random& random) {
  std::string line;
  const std::uint32_t pieces = 1 + random.below(40);
  for (std::uint32_t i = 0; i < pieces; ++i) {
    line += kPieces[random.below(static_cast<std::uint32_t>(std::size(kPieces)))];
    line += random.below(4) == 0 ? "" : " ";
  }
  return line;
}

class EveryText : public testing::TestWithParam<std::uint32_t> {};

TEST_P(EveryText, GivesSpansOfItself) {
  Random random(GetParam());
  for (int round = 0; round < 100; ++round) {
    std::string text;
    for (std::uint32_t line = 0; line < 8; ++line) {
      text += random_line(random) + "\n";
    }
    const std::u16string source = unicode::utf8_to_utf16_replacing(text);
    const Analysis analysis = analyze(source);
    std::vector<ClassifiedBlock> blocks;
    for (const Line& line : analysis.lines) {
      ClassifiedBlock block;
      block.span = line.span;
      block.label = static_cast<Label>(random.below(static_cast<std::uint32_t>(kLabelCount)));
      block.group = random.below(3);
      blocks.push_back(block);
    }
    const Structure structure = extract(analysis, blocks);
    const auto size = static_cast<std::uint32_t>(analysis.text().size());
    const auto check = [&](Span span) {
      ASSERT_LT(span.begin, span.end) << text;
      ASSERT_LE(span.end, size) << text;
    };
    const auto check_node = [&](const std::optional<Node>& node) {
      if (node) {
        check(*node->span);
      }
    };
    check_node(structure.title);
    check_node(structure.subtitle);
    for (const Byline& byline : structure.bylines) {
      check(*byline.span);
      EXPECT_FALSE(byline.name.empty()) << text;
    }
    for (const Dateline& dateline : structure.datelines) {
      check(*dateline.span);
      EXPECT_FALSE(dateline.date.empty() && dateline.place.empty()) << text;
    }
    if (structure.source) {
      check(*structure.source->span);
    }
    for (const Node& keyword : structure.keywords) {
      check(*keyword.span);
    }
    std::uint32_t last = 0;
    for (const Date& date : structure.dates) {
      check(date.span);
      EXPECT_GE(date.span.begin, last) << text;
      EXPECT_TRUE(blocks.at(date.block).span.contains(date.span)) << text;
      last = date.span.end;
    }
    last = 0;
    for (const Quote& quote : structure.quotes) {
      check(quote.span);
      EXPECT_GE(quote.span.begin, last) << text;
      EXPECT_TRUE(blocks.at(quote.block).span.contains(quote.span)) << text;
      EXPECT_TRUE(is_kept(blocks.at(quote.block).label)) << text;
      if (quote.speaker) {
        check(*quote.speaker->span);
      }
      check_node(quote.verb);
      last = quote.span.end;
    }
    for (const Related& related : structure.related) {
      check(related.span);
      EXPECT_TRUE(blocks.at(related.block).span.contains(related.span)) << text;
    }
    for (const OtherArticle& other : structure.other_articles) {
      check_node(other.title);
      EXPECT_FALSE(other.blocks.empty());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Random, EveryText, testing::Range(1U, 21U));

}  // namespace
}  // namespace naqi
