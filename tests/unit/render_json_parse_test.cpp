// What parse_json takes and refuses, and the limits that keep a text from using up memory.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "render/json_parse.h"
#include "render/json_reader.h"
#include "render/json_writer.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

using Json = nlohmann::json;

const std::string kTexts[] = {
    R"({"schema":"naqi/1","blocks":[{"span":[0,12],"text":"نص \"عربي\"\n","kept":true,"level":null}]})",
    R"([0,-0,123456789012,1.5,-2.25e3,1E-2,true,false,null,"",{},[]])",
    "\"\\u0627\\ud83d\\ude00\\/\\b\\f\\t\\r\"",
    R"( { "a" : { "b" : [ [ ] , { } ] } , "c\u0064" : "😀" } )",
    "\xEF\xBB\xBF[1]",
};

TEST(JsonParse, BuildsWhatTheLibraryBuilds) {
  for (const std::string& text : kTexts) {
    const Result<Json> json = parse_json(text);
    ASSERT_TRUE(json) << json.error().message;
    EXPECT_EQ(json.value(), Json::parse(text));
  }
}

TEST(JsonParse, RefusesWhatIsNoJson) {
  for (const char* text :
       {"",         " ",          "[",     "]",     "[1,]", "[,1]",     "[1 2]",   "{\"a\"}",
        "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "01",   "-",        "+1",      "1.",
        ".5",       "1e",         "1e+",   "nul",   "True", "\"",       "\"\\x\"", "\"\\u12\"",
        "\"\n\"",   "\"\xFF\"",   "[1]x",  "'a'",   "[1}",  "{\"a\":1]"}) {
    const Result<Json> json = parse_json(text);
    ASSERT_FALSE(json) << text;
    EXPECT_EQ(json.error().code, ErrorCode::invalid_option);
    EXPECT_EQ(json.error().message.find("not valid JSON: at byte "), 0U);
    ASSERT_TRUE(json.error().position) << text;
    EXPECT_LE(*json.error().position, std::string_view(text).size()) << text;
  }
}

TEST(JsonParse, NamesThePlaceAndNotTheToken) {
  const Result<Json> json = parse_json("[1, \"a\xFF\"]");
  ASSERT_FALSE(json);
  EXPECT_EQ(json.error().position, 6U);
  EXPECT_EQ(unicode::valid_utf8_prefix(json.error().message), json.error().message.size());
  EXPECT_EQ(json.error().message.find("last read"), std::string::npos);
}

TEST(JsonParse, NeverCrashesOnTextsWithMistakes) {
  std::mt19937 random(20261127);
  const std::string letters = "{}[]:,\"\\0123456789.+-eEtrufalsn u \n\xD8\xA7\xFF";
  std::size_t taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = kTexts[random() % std::size(kTexts)];
    for (auto mistakes = 1 + random() % 3; mistakes > 0 && !text.empty(); --mistakes) {
      const std::size_t at = random() % text.size();
      const char letter = letters[random() % letters.size()];
      switch (random() % 3) {
        case 0: text[at] = letter; break;
        case 1: text.insert(at, 1, letter); break;
        default: text.erase(at, 1 + random() % 3);
      }
    }
    const Result<Json> json = parse_json(text);
    taken += json ? 1 : 0;
    if (json) {  // it is taken as it stands, but for lone surrogates and keys that stand twice
      const Json reference = Json::parse(text, nullptr, false);
      EXPECT_TRUE(reference.is_discarded() || reference == json.value()) << text;
    }
  }
  EXPECT_GT(taken, 1000U);
}

TEST(JsonParse, TakesLoneSurrogatesAsJavaScriptWritesThem) {
  for (const auto& [text, read] : {std::pair{R"("a\ud800b")", "a\uFFFDb"},
                                   {R"("\udc00\ud83d\ude00\ud83d")", "\uFFFD\U0001F600\uFFFD"},
                                   {R"("\ud800\u0041")", "\uFFFDA"},
                                   {R"("\\ud800")", "\\ud800"},
                                   {R"("\uD83D\uDE00")", "\U0001F600"}}) {
    const Result<Json> json = parse_json(text);
    ASSERT_TRUE(json) << text << json.error().message;
    EXPECT_EQ(json.value().get<std::string>(), read) << text;
  }
  EXPECT_FALSE(without_lone_surrogates(R"(["\ud83d\ude00", "\\ud800", "\n"])"));
  EXPECT_EQ(without_lone_surrogates(R"(["\ud83d", "\uDE00"])"), R"(["\ufffd", "\ufffd"])")
      << "no byte longer";
  EXPECT_FALSE(without_lone_surrogates("\"\\u12"));
  EXPECT_FALSE(without_lone_surrogates("\\"));
}

TEST(JsonParse, RefusesAKeyThatStandsTwice) {
  for (const char* text : {R"({"a":1,"a":2})", R"([{"b":{"a":1,"\u0061":[]}}])"}) {
    const Result<Json> json = parse_json(text);
    ASSERT_FALSE(json) << text;
    EXPECT_EQ(json.error().code, ErrorCode::invalid_option);
    EXPECT_EQ(json.error().message, "not valid JSON: an object has the key \"a\" twice");
  }
  EXPECT_TRUE(parse_json(R"([{"a":1},{"a":2}])"));
}

TEST(JsonParse, RefusesWhatIsTooDeepOrTooLarge) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(kMaxJsonDepth)));
  for (const std::string& text : {nested(kMaxJsonDepth + 1), std::string(1'000'000, '['), [] {
                                    std::string objects;
                                    for (int i = 0; i < 1000; ++i) {
                                      objects += "{\"a\":";
                                    }
                                    return objects;
                                  }()}) {
    const Result<Json> json = parse_json(text);
    ASSERT_FALSE(json);
    EXPECT_EQ(json.error().code, ErrorCode::input_too_large);
  }
  std::string many = "[0";
  for (std::size_t i = 0; i < kMaxJsonValues; ++i) {
    many += ",0";
  }
  const Result<Json> json = parse_json(many + "]");
  ASSERT_FALSE(json);
  EXPECT_EQ(json.error().code, ErrorCode::input_too_large);
}

TEST(JsonReader, ReadsFractionsAsTheyAreWritten) {
  for (const auto& [text, thousandths] : {std::pair{"0.98", 980},
                                          {"-3.142", -3142},
                                          {"1e3", 1'000'000},
                                          {"12.5e-1", 1250},
                                          {"0.0004", 0},
                                          {"0.0005", 1},
                                          {"0.00000000000000000001", 0},
                                          {"100000000000000000000e-20", 1000},
                                          {"1e-400", 0}}) {
    std::optional<Error> fault;
    const Result<Json> json = parse_json(text);
    EXPECT_EQ(JsonReader(json.value(), fault).scaled(1000), thousandths) << text;
    EXPECT_FALSE(fault) << text;
  }
  for (const char* text : {"1e7", "-1000001", "\"1\""}) {
    std::optional<Error> fault;
    const Result<Json> json = parse_json(text);
    static_cast<void>(JsonReader(json.value(), fault).scaled(1000));
    EXPECT_TRUE(fault) << text;
  }
}

TEST(JsonReader, ReadsWholeNumbersWithinTheirLimit) {
  const auto number = [](const char* text) {
    std::optional<Error> fault;
    const Result<Json> json = parse_json(text);
    const std::uint32_t read = JsonReader(json.value(), fault).number(255);
    return fault ? std::optional<std::uint32_t>() : read;
  };
  EXPECT_EQ(number("0"), 0U);
  EXPECT_EQ(number("255"), 255U);
  for (const char* text :
       {"256", "-1", "1.0", "1e1", "18446744073709551616", "4294967296", "true", "\"1\""}) {
    EXPECT_FALSE(number(text)) << text;
  }
}

TEST(JsonReader, NamesTheNearestOfTheNamesThatAreKnown) {
  constexpr std::string_view kNames[] = {"linkDensity", "hidden", "tag"};
  std::optional<Error> fault;
  const Result<Json> json = parse_json(R"({"tag":"p","linkDesnity":1})");
  JsonReader(json.value(), fault).expect_only(kNames);
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->message, "/linkDesnity is unknown; did you mean \"linkDensity\"?");
}

/// Every string comes back as it was from the library's own parser.
TEST(JsonWriter, EscapesSoThatTheLibraryReadsTheSame) {
  for (char16_t unit = 0; unit < 0x300; ++unit) {
    const std::u16string text = {u'a', unit, u'b'};
    std::string from_units;
    append_json_string(from_units, text);
    std::string from_bytes;
    append_json_string(from_bytes, unicode::utf16_to_utf8(text));
    EXPECT_EQ(from_units, from_bytes);
    EXPECT_EQ(Json::parse(from_units).get<std::string>(), unicode::utf16_to_utf8(text));
    EXPECT_EQ(from_units, Json(unicode::utf16_to_utf8(text)).dump()) << "the library's spelling";
  }
}

}  // namespace
}  // namespace naqi
