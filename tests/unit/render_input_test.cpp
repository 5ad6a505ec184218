#include <gtest/gtest.h>

#include "naqi/input.h"

namespace naqi {
namespace {

TEST(PageInput, JoinsTheTextsOfItsBlocks) {
  const Result<PageInput> page = page_from_json(
      R"({"blocks":[{"text":"عنوان","tag":"h1","level":1},{"text":""},{"text":"رابط","linkDensity":0.985,"hidden":true}],)"
      R"("meta":{"titles":[{"value":"عنوان","from":"meta"}],"url":"https://example.org/"}})");
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page.value().source, u"عنوان\n\nرابط");
  ASSERT_EQ(page.value().blocks.size(), 3U);
  EXPECT_EQ(page.value().blocks[0].tag, "h1");
  EXPECT_EQ(page.value().blocks[0].level, 1);
  EXPECT_EQ(page.value().blocks[1].tag, "p") << "the default";
  EXPECT_EQ(page.value().blocks[2].span, (Span{7, 11}));
  EXPECT_EQ(page.value().blocks[2].link_density, 985);
  EXPECT_TRUE(page.value().blocks[2].hidden);
  EXPECT_EQ(page.value().meta.titles[0].value, u"عنوان");
  EXPECT_EQ(page.value().meta.url, "https://example.org/");
  EXPECT_TRUE(clean(page.value().page()));
}

TEST(PageInput, TakesSpansOfASourceThatCrossesApart) {
  const std::u16string source = {u'a', 0xD800, u'\n', u'b'};
  const Result<PageInput> page = page_from_json(
      R"({"blocks":[{"span":[0,2],"link_density":500,"container":7},{"span":[3,4]}]})", source);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page.value().source, source);
  EXPECT_EQ(page.value().blocks[0].link_density, 500);
  EXPECT_EQ(page.value().blocks[0].container, 7U);
  EXPECT_EQ(page.value().blocks[1].span, (Span{3, 4}));
}

std::string fault(std::string_view json) {
  const Result<PageInput> page = page_from_json(json);
  EXPECT_FALSE(page);
  return page ? "" : page.error().message;
}

TEST(PageInput, NamesThePlaceOfAFault) {
  EXPECT_EQ(fault("").find("not valid JSON"), 0U);
  EXPECT_EQ(fault("[]"), "the JSON text must be an object");
  EXPECT_EQ(fault(R"({"blocks":[],"blcks":[]})"), R"(/blcks is unknown; did you mean "blocks"?)");
  EXPECT_EQ(fault(R"({"blocks":[{"text":"a"},{"text":"b","linkdensity":1}]})"),
            R"(/blocks/1/linkdensity is unknown; did you mean "linkDensity"?)");
  EXPECT_EQ(fault(R"({"blocks":[],"meta":{"title":[]}})"),
            R"(/meta/title is unknown; did you mean "titles"?)");
  EXPECT_EQ(fault(R"({"blocks":[],"meta":{"titles":[{"value":"a","form":"b"}]}})"),
            R"(/meta/titles/0/form is unknown; did you mean "from"?)");
  EXPECT_EQ(fault(R"({"blocks":[{"tag":"p"}]})"), R"(/blocks/0 must have a "text", or the page a "source")");
  EXPECT_EQ(fault(R"({"blocks":[{"text":"a","level":1.5}]})"),
            "/blocks/0/level must be a whole number from 0 to 255");
  EXPECT_EQ(fault(R"({"blocks":[{"text":"a","linkDensity":2}]})"),
            "/blocks/0/linkDensity must be a number from 0 to 1");
  EXPECT_EQ(fault(R"({"source":"ab","blocks":[{"text":"a"}]})"),
            "/blocks must be the source when their texts are joined by line feeds");
  EXPECT_EQ(fault(R"({"blocks":[],"meta":{"titles":[{"value":"a"}]}})"), R"(/meta/titles/0 lacks "from")");
}

TEST(OptionsInput, StartFromProfileOrPreset) {
  EXPECT_EQ(normalize_options_from_json("").value(), NormalizeOptions::of(Profile::reading));
  EXPECT_EQ(normalize_options_from_json("{}").value(), NormalizeOptions::of(Profile::reading));
  EXPECT_EQ(normalize_options_from_json(R"({"compat":"camel"})").value(),
            NormalizeOptions::of(Compatibility::camel));
  NormalizeOptions expected = NormalizeOptions::of(Profile::search);
  ASSERT_FALSE(expected.set("fold_alef", "off"));
  EXPECT_EQ(normalize_options_from_json(R"({"fold_alef":false,"profile":"search"})").value(), expected)
      << "the profile counts first, wherever it stands";
  EXPECT_EQ(
      normalize_options_from_json(R"({"fold_alef":"off"})", NormalizeOptions::of(Profile::search)).value(),
      expected);
}

TEST(OptionsInput, RefuseWhatIsUnknown) {
  EXPECT_FALSE(normalize_options_from_json(R"({"profile":"sea"})"));
  EXPECT_FALSE(normalize_options_from_json(R"({"profile":"search","compat":"lucene"})"));
  EXPECT_FALSE(normalize_options_from_json(R"({"fold_alf":true})"));
  EXPECT_FALSE(normalize_options_from_json(R"({"fold_alef":3})"));
  EXPECT_FALSE(normalize_options_from_json(R"({"words":true})")) << "of clean only";
  EXPECT_FALSE(normalize_options_from_json(R"([])"));
  EXPECT_FALSE(segment_request_from_json(R"({"unit":"chapter"})"));
  EXPECT_FALSE(segment_request_from_json(R"({"conformant":"maybe"})"));
}

TEST(OptionsInput, OfCleanAndSegment) {
  EXPECT_TRUE(clean_options_from_json(R"({"words":true})").value().words);
  const SegmentRequest request =
      segment_request_from_json(R"({"unit":"word","split_quotes":true,"abbreviations":["د."]})").value();
  EXPECT_EQ(request.unit, SegmentUnit::word);
  EXPECT_TRUE(request.options.split_quotes);
  EXPECT_EQ(request.options.abbreviations, (std::vector<std::u16string>{u"د."}));
}

}  // namespace
}  // namespace naqi
