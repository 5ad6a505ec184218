// What the blocks of a page add to the evidence of its text.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "classify/evidence.h"
#include "classify/model.h"
#include "classify/page_evidence.h"
#include "classify/pieces.h"

namespace naqi {
namespace {

constexpr std::u16string_view kSentence =
    u"افتتح أمس سوق السمك الجديد في الميناء القديم بحضور عدد من المسؤولين والصيادين، بعد أعمال تطوير استمرت "
    u"أكثر من عامين، وقال أحد الصيادين إن الزبون اليوم يبحث عن النظافة والبرودة قبل أن يسأل عن السعر.";

struct Built {
  std::u16string source;
  Page page;

  InputBlock& add(std::u16string_view text, std::string tag) {
    if (!source.empty()) {
      source += u'\n';
    }
    InputBlock block;
    block.span = {static_cast<std::uint32_t>(source.size()),
                  static_cast<std::uint32_t>(source.size() + text.size())};
    block.tag = std::move(tag);
    source += text;
    page.blocks.push_back(block);
    return page.blocks.back();
  }
};

/// The rules that hold for the piece that was made of block `index`.
bool holds(Built& built, std::size_t index, Feature feature) {
  built.page.source = built.source;
  const Analysis analysis = analyze(built.source);
  const std::vector<Piece> pieces = cut_pieces(analysis, {});
  const std::vector<Evidence> evidence = find_evidence(analysis, pieces, {}, &built.page);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (built.page.blocks[index].span.contains(analysis.reading.map.source_of(pieces[i].span).begin)) {
      return std::any_of(evidence[i].facts.begin(), evidence[i].facts.end(),
                         [&](const Fact& fact) { return fact.feature == feature; });
    }
  }
  return false;
}

bool holds_for(std::u16string_view text, const std::string& tag, Feature feature,
               void (*set)(InputBlock&) = nullptr) {
  Built built;
  InputBlock& block = built.add(text, tag);
  if (set != nullptr) {
    set(block);
  }
  return holds(built, 0, feature);
}

TEST(ClassifyPage, SeesLinks) {
  EXPECT_TRUE(
      holds_for(u"أسعار الخضار", "li", Feature::page_link, [](InputBlock& b) { b.link_density = 900; }));
  EXPECT_TRUE(
      holds_for(u"أسعار الخضار", "p", Feature::page_half_link, [](InputBlock& b) { b.link_density = 400; }));
  EXPECT_TRUE(holds_for(kSentence, "p", Feature::page_plain));
  EXPECT_FALSE(holds_for(kSentence, "p", Feature::page_plain, [](InputBlock& b) { b.link_density = 900; }));
}

TEST(ClassifyPage, SeesElements) {
  EXPECT_TRUE(holds_for(u"سوق السمك", "h1", Feature::page_h1));
  EXPECT_TRUE(holds_for(u"سوق السمك", "h3", Feature::page_heading));
  EXPECT_TRUE(holds_for(u"سوق السمك", "h3", Feature::page_linked_heading,
                        [](InputBlock& b) { b.link_density = 1000; }));
  EXPECT_TRUE(holds_for(u"سوق السمك", "figcaption", Feature::page_caption));
  EXPECT_TRUE(holds_for(u"12 مارس 2024", "time", Feature::page_time));
  EXPECT_TRUE(holds_for(kSentence, "blockquote", Feature::page_quote));
  EXPECT_TRUE(holds_for(u"سوق السمك", "li", Feature::page_item, [](InputBlock& b) { b.list = true; }));
  EXPECT_TRUE(holds_for(u"سوق السمك", "td", Feature::page_table, [](InputBlock& b) { b.table = true; }));
  EXPECT_TRUE(holds_for(u"سوق السمك", "p", Feature::page_hidden, [](InputBlock& b) { b.hidden = true; }));
}

TEST(ClassifyPage, TakesClassWordsAsAHint) {
  EXPECT_TRUE(
      holds_for(u"سوق السمك", "div", Feature::page_hint, [](InputBlock& b) { b.hints = "box related x"; }));
  EXPECT_FALSE(holds_for(u"سوق السمك", "div", Feature::page_hint, [](InputBlock& b) {
    b.hints = "css1a2b loading";
  })) << "only whole words count: loading is no ad";
}

TEST(ClassifyPage, FindsTheMainTextByItsContainer) {
  Built built;
  for (int i = 0; i < 4; ++i) {
    built.add(kSentence, "p").container = 7;
  }
  built.add(u"دراسة جديدة عن النوم والمشي", "div").container = 9;
  EXPECT_TRUE(holds(built, 0, Feature::page_main));
  EXPECT_TRUE(holds(built, 4, Feature::page_aside));
  EXPECT_FALSE(holds(built, 4, Feature::page_main));
}

TEST(ClassifyPage, KnowsTheTitleFromTheMetadata) {
  Built built;
  built.add(u"افتتاح سوق السمك الجديد", "div");
  built.add(kSentence, "p");
  built.page.meta.titles.push_back({u"افتتاح سوق السمك الجديد - صوت الميناء", "title"});
  EXPECT_TRUE(holds(built, 0, Feature::page_title_text));
  EXPECT_FALSE(holds(built, 1, Feature::page_title_text));
}

}  // namespace
}  // namespace naqi
