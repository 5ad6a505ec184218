// JsonText beside nlohmann_json: what is JSON, and what it says.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "render/json_reader.h"

namespace naqi {
namespace {

using Reference = nlohmann::ordered_json;

Reference built(const JsonText& text, std::size_t at) {
  const JsonValue& value = text[at];
  Reference out;
  std::size_t next = at + 1;
  switch (value.kind) {
    case JsonKind::null: return nullptr;
    case JsonKind::boolean: return text.bytes(value) == "true";
    case JsonKind::number: return Reference::parse(text.bytes(value));
    case JsonKind::string: return text.string(value);
    case JsonKind::array:
      out = Reference::array();
      for (std::size_t i = 0; i < value.size; ++i, next = text[next].next) {
        out.push_back(built(text, next));
      }
      break;
    case JsonKind::object:
      out = Reference::object();
      for (std::size_t i = 0; i < value.size; ++i, next = text[next + 1].next) {
        out[text.string(text[next])] = built(text, next + 1);
      }
      break;
  }
  EXPECT_EQ(next, value.next);
  return out;
}

/// Whether both take `text`; what they take says the same.
bool both_take(const std::string& text) {
  const Result<JsonText> ours = JsonText::parse(text);
  const Reference theirs = Reference::parse(text, nullptr, false);
  EXPECT_EQ(bool(ours), !theirs.is_discarded()) << text << (ours ? "" : ": " + ours.error().message);
  if (ours && !theirs.is_discarded()) {
    EXPECT_EQ(built(ours.value(), 0), theirs) << text;
  }
  return bool(ours);
}

const std::string kTexts[] = {
    R"({"schema":"naqi/1","blocks":[{"span":[0,12],"text":"نص \"عربي\"\n","kept":true,"level":null}]})",
    R"([0,-0,123456789012,1.5,-2.25e3,1E-2,true,false,null,"",{},[]])",
    "\"\\u0627\\ud83d\\ude00\\/\\b\\f\\t\\r\"",
    R"( { "a" : { "b" : [ [ ] , { } ] } , "c\u0064" : "😀" } )",
    "\xEF\xBB\xBF[1]",
};

TEST(JsonText, SaysWhatTheReferenceSays) {
  for (const std::string& text : kTexts) {
    EXPECT_TRUE(both_take(text)) << text;
  }
}

TEST(JsonText, RefusesWhatTheReferenceRefuses) {
  for (const char* text : {"",
                           " ",
                           "[",
                           "]",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{1:1}",
                           "01",
                           "-",
                           "+1",
                           "1.",
                           ".5",
                           "1e",
                           "1e+",
                           "nul",
                           "True",
                           "\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\ud800\"",
                           "\"\\udc00\"",
                           "\"\\ud800\\u0041\"",
                           "\"\n\"",
                           "\"\xFF\"",
                           "[1]x",
                           "'a'",
                           "[1}",
                           "{\"a\":1]"}) {
    EXPECT_FALSE(both_take(text)) << text;
  }
}

TEST(JsonText, AgreesOnTextsWithMistakes) {
  std::mt19937 random(20261127);
  // No letter of an exponent: the reference refuses what no double can hold.
  const std::string letters = "{}[]:,\"\\0123456789.+-trufalsn u \n\xD8\xA7\xFF";
  std::size_t taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = kTexts[random() % std::size(kTexts)];
    for (auto mistakes = 1 + random() % 3; mistakes > 0; --mistakes) {
      const std::size_t at = random() % text.size();
      const char letter = letters[random() % letters.size()];
      switch (random() % 3) {
        case 0: text[at] = letter; break;
        case 1: text.insert(at, 1, letter); break;
        default: text.erase(at, 1 + random() % 3);
      }
      text += text.empty() ? "0" : "";
    }
    taken += both_take(text) ? 1 : 0;
  }
  EXPECT_GT(taken, 1000U);
}

TEST(JsonText, ReadsFractionsAsTheyAreWritten) {
  for (const auto& [text, thousandths] : {std::pair{"0.98", 980},
                                          {"-3.142", -3142},
                                          {"1e3", 1'000'000},
                                          {"12.5e-1", 1250},
                                          {"0.0004", 0},
                                          {"0.0005", 1},
                                          {"0.00000000000000000001", 0},
                                          {"100000000000000000000e-20", 1000},
                                          {"1e-999999", 0}}) {
    std::optional<Error> fault;
    const Result<JsonText> json = JsonText::parse(text);
    EXPECT_EQ(JsonReader(json.value(), fault).scaled(1000), thousandths) << text;
    EXPECT_FALSE(fault) << text;
  }
  for (const char* text : {"1e7", "-1000001", "1e999999999999", "\"1\""}) {
    std::optional<Error> fault;
    const Result<JsonText> json = JsonText::parse(text);
    static_cast<void>(JsonReader(json.value(), fault).scaled(1000));
    EXPECT_TRUE(fault) << text;
  }
}

TEST(JsonText, TakesTheLastOfMembersOfOneName) {
  std::optional<Error> fault;
  const std::string text = R"({"a":1,"\u0061":2})";
  const Result<JsonText> json = JsonText::parse(text);
  EXPECT_EQ(JsonReader(json.value(), fault).member("a").number(), 2U);
}

}  // namespace
}  // namespace naqi
