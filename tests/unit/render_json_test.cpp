#include <gtest/gtest.h>

#include "naqi/naqi.h"
#include "support/random_text.h"

namespace naqi {
namespace {

/// A Document in which every part of the schema occurs; its spans are those of `kSource`.
constexpr std::u16string_view kSource = u"عنوان 😀\nنص \"قصير\"\n\x01";

Document full_document() {
  static constexpr std::string_view kRule = "some-rule";
  Document document;
  document.source_length = static_cast<std::uint32_t>(kSource.size());
  document.language = "ar";
  document.language_confidence = 990;
  document.title = Node{u"عنوان 😀", Span{0, 8}, ""};
  document.subtitle = Node{u"من الصفحة", std::nullopt, "meta"};
  document.bylines.push_back({u"كتب: علي", u"علي", Span{0, 5}, ""});
  document.datelines.push_back({u"دبي", Span{0, 5}, "2025-07-25", u"دبي", ""});
  document.datelines.push_back({u"دبي", std::nullopt, "", u"", "time"});
  document.published = Published{"2025-07-25", std::nullopt, "json-ld"};
  document.source = SourceName{u"وكالة", Span{0, 5}, ""};
  document.keywords.push_back({u"نقل", Span{9, 11}, ""});
  Block title;
  title.label = Label::title;
  title.span = {0, 8};
  title.text = u"عنوان 😀";
  title.language = "ar";
  title.confidence = 1000;
  title.reasons = {{kRule, 1200}, {kRule, -50}};
  title.sentences.push_back({{0, 8}, u"عنوان 😀", std::vector<std::uint32_t>{0, 5}});
  title.input = Span{0, 1};
  Block item;
  item.label = Label::related_link;
  item.kept = false;
  item.span = {9, 18};
  item.text = u"نص \"قصير\"\n\x01";
  item.direction = Direction::ltr;
  item.level = 2;
  item.confidence = 5;
  document.blocks = {title, item};
  document.quotes.push_back(
      {u"قصير", {13, 17}, 1, Speaker{u"علي", Span{0, 5}, true}, Node{u"قال", Span{0, 5}, ""}});
  document.quotes.push_back({u"قصير", {13, 17}, 1, std::nullopt, std::nullopt});
  document.dates.push_back({u"نص", {9, 11}, 1, "AH:1445-09-12", Calendar::islamic});
  document.related.push_back({u"نص", {9, 11}, 1, RelatedKind::list, Media::video});
  document.other_articles.push_back({Node{u"نص", Span{9, 11}, ""}, {1}});
  document.other_articles.push_back({std::nullopt, {}});
  document.statistics = {1, 2, 3, 56, 8, 9};
  return document;
}

TEST(Json, HasTheBytesOfTheContract) {
  EXPECT_EQ(
      to_json(full_document(), kSource),
      R"({"schema":"naqi/1","generator":{"version":"0.1.0","unicode":"15.0","icu":"72.1"},"offset_unit":"utf16",)"
      R"("source_length":20,"language":{"code":"ar","confidence":0.99},"direction":"rtl",)"
      R"("title":{"text":"عنوان 😀","span":[0,8]},"subtitle":{"text":"من الصفحة","span":null,"from":"meta"},)"
      R"("bylines":[{"text":"كتب: علي","name":"علي","span":[0,5]}],)"
      R"("datelines":[{"text":"دبي","span":[0,5],"date":"2025-07-25","place":"دبي"},)"
      R"({"text":"دبي","span":null,"date":null,"place":null,"from":"time"}],)"
      R"("published":{"value":"2025-07-25","span":null,"from":"json-ld"},"source":{"name":"وكالة","span":[0,5]},)"
      R"("keywords":[{"text":"نقل","span":[9,11]}],)"
      R"("blocks":[{"id":0,"label":"title","kept":true,"span":[0,8],"text":"عنوان 😀","language":"ar",)"
      R"("direction":"rtl","confidence":1,"reasons":[{"rule":"some-rule","weight":1.2},)"
      R"({"rule":"some-rule","weight":-0.05}],)"
      R"("sentences":[{"span":[0,8],"text":"عنوان 😀","words":[0,5]}],"input":[0,1]},)"
      R"({"id":1,"label":"related_link","kept":false,"span":[9,18],"text":"نص \"قصير\"\n\u0001",)"
      R"("language":"und","direction":"ltr","level":2,"confidence":0.005,"reasons":[],"sentences":[]}],)"
      R"("quotes":[{"text":"قصير","span":[13,17],"block":1,"speaker":{"text":"علي","span":[0,5],"inferred":true},)"
      R"("verb":{"text":"قال","span":[0,5]}},{"text":"قصير","span":[13,17],"block":1,"speaker":null,"verb":null}],)"
      R"("dates":[{"text":"نص","span":[9,11],"block":1,"value":"AH:1445-09-12","calendar":"islamic"}],)"
      R"("related":[{"title":"نص","span":[9,11],"block":1,"kind":"list","media":"video"}],)"
      R"("other_articles":[{"title":{"text":"نص","span":[9,11]},"blocks":[1]},{"title":null,"blocks":[]}],)"
      R"("statistics":{"paragraphs":1,"sentences":2,"words":3,"reading_minutes":5.6,"kept_characters":8,)"
      R"("removed_characters":9}})");
}

TEST(Json, ConvertsEveryOffset) {
  const std::string bytes = to_json(full_document(), kSource, OffsetUnit::utf8);
  EXPECT_NE(bytes.find(R"("offset_unit":"utf8","source_length":33)"), std::string::npos) << bytes;
  EXPECT_NE(bytes.find(R"("title":{"text":"عنوان 😀","span":[0,15]})"), std::string::npos);
  EXPECT_NE(bytes.find(R"("words":[0,10]}],"input":[0,1])"), std::string::npos) << "input is no offset";
  const std::string points = to_json(full_document(), kSource, OffsetUnit::codepoint);
  EXPECT_NE(points.find(R"("span":[0,7])"), std::string::npos);
}

TEST(Json, ComesBackAsItWas) {
  const std::string json = to_json(full_document(), kSource);
  const Result<Document> back = from_json(json);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(to_json(back.value(), kSource), json);
  const Document copy = back.value();
  EXPECT_EQ(to_json(copy, kSource), json) << "the rule names live as long as any copy";
}

TEST(Json, OfCleanedTextsComesBackAsItWas) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::u16string source = test::random_text(seed, 50);
    CleanOptions options;
    options.words = seed % 2 == 0;
    const std::string json = to_json(clean(source, options).value(), source);
    const Result<Document> back = from_json(json);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(to_json(back.value(), source), json);
  }
}

TEST(Json, OfWhatIsPrintedComesBackForThePrinters) {
  std::string json = to_json(full_document(), kSource);
  const Document whole = from_json(json).value();
  const std::string_view unprinted = R"("calendar":"islamic")";
  json.replace(json.find(unprinted), unprinted.size(), R"("calendar":"julian")");
  ASSERT_FALSE(from_json(json));
  const Result<Document> printed = printed_from_json(json);
  ASSERT_TRUE(printed) << printed.error().message;
  EXPECT_EQ(to_html(printed.value()), to_html(whole));
  EXPECT_EQ(to_markdown(printed.value()), to_markdown(whole));
  EXPECT_EQ(to_text(printed.value()), to_text(whole));
  const std::string_view label = R"("label":"related_link")";
  json.replace(json.find(label), label.size(), R"("label":"advert")");
  EXPECT_FALSE(printed_from_json(json));
}

/// The message for the full document with one piece of its JSON replaced.
std::string fault(std::string_view piece, std::string_view by) {
  std::string json = to_json(full_document(), kSource);
  const std::size_t at = json.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  json.replace(at, piece.size(), by);
  const Result<Document> back = from_json(json);
  EXPECT_FALSE(back);
  if (back) {
    return {};
  }
  EXPECT_EQ(back.error().code, ErrorCode::invalid_option);
  return back.error().message;
}

TEST(Json, NamesThePlaceOfAFault) {
  EXPECT_EQ(fault(R"("naqi/1")", R"("naqi/2")"), R"(/schema must be "naqi/1")");
  EXPECT_EQ(fault(R"("kept":false)", R"("kept":0)"), "/blocks/1/kept must be true or false");
  EXPECT_EQ(fault(R"("label":"related_link")", R"("label":"advert")"),
            "/blocks/1/label must be one of the labels of the schema");
  EXPECT_EQ(fault(R"("words":[0,5])", R"("words":[0,"5"])"),
            "/blocks/0/sentences/0/words/1 must be a whole number from 0 to 20");
  EXPECT_EQ(fault(R"("span":[9,18])", R"("span":[9,21])"),
            "/blocks/1/span/1 must be a whole number from 0 to 20");
  EXPECT_EQ(fault(R"("span":[9,18])", R"("span":[18,9])"),
            "/blocks/1/span must be [start, end] with start not behind end");
  EXPECT_EQ(fault(R"("block":1,"value")", R"("block":2,"value")"),
            "/dates/0/block must be the id of a block");
  EXPECT_EQ(fault(R"("statistics")", R"("figures")"), "the JSON text lacks \"statistics\"");
  EXPECT_EQ(fault(R"("offset_unit":"utf16")", R"("offset_unit":"utf8")"),
            "/offset_unit must be \"utf16\": without the source no other offsets can be read");
}

TEST(Json, SaysWhereATextIsNotJson) {
  const Result<Document> back = from_json("{\"schema\": nonsense}");
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().position, 12U);
  EXPECT_EQ(back.error().message,
            "not valid JSON: at byte 12: syntax error while parsing value - invalid literal");
}

TEST(Json, ThatIsNestedWithoutEndIsRefused) {
  EXPECT_FALSE(from_json(std::string(1'000'000, '[')));
  EXPECT_FALSE(from_json(std::string(200'000, '[') + std::string(200'000, ']')));
}

TEST(Json, OfANormalizedTextHasASourceForEveryUnit) {
  const std::u16string_view source = u"a😀";
  const NormalizedText text = normalize(source);
  EXPECT_EQ(to_json(text, source, false), R"({"text":"a😀"})");
  EXPECT_EQ(to_json(text, source, true, OffsetUnit::codepoint),
            R"({"text":"a😀","edits":[],"map":[[0,1],[1,2]]})");
  EXPECT_EQ(to_json(text, source, true, OffsetUnit::utf8),
            R"({"text":"a😀","edits":[],"map":[[0,1],[1,5],[1,5],[1,5],[1,5]]})");
  EXPECT_EQ(to_json(text, source, true), R"({"text":"a😀","edits":[],"map":[[0,1],[1,3],[1,3]]})");
}

}  // namespace
}  // namespace naqi
