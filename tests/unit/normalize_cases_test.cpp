// The cases of data/cases/cases.jsonl that are about normalisation.

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "naqi/normalize.h"
#include "normalize/glue.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

using nlohmann::json;

std::u16string utf16(const std::string& text) { return unicode::utf8_to_utf16_replacing(text); }

/// Options whose names in the cases are not the library's. A function-word list is how the library
/// always decides about a final Farsi yeh.
bool is_implied(const std::string& option) { return option == "final_farsi_yeh"; }

NormalizeOptions options_of(const json& given) {
  NormalizeOptions options = NormalizeOptions::of_profile(given.value("profile", "reading")).value();
  for (const auto& [key, value] : given.items()) {
    if (key == "profile" || is_implied(key)) {
      continue;
    }
    const std::string setting =
        value.is_boolean() ? (value.get<bool>() ? "on" : "off") : value.get<std::string>();
    const auto error = options.set(key, setting);
    EXPECT_FALSE(error.has_value()) << error->message;
  }
  return options;
}

std::vector<json> cases(const std::string& kind) {
  const std::string bytes = *test::read_file(test::shared_data("data/cases/cases.jsonl"));
  std::vector<json> found;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    json each = json::parse(line);
    if (each["kind"] == kind) {
      found.push_back(std::move(each));
    }
  }
  EXPECT_FALSE(found.empty());
  return found;
}

TEST(NormalizeCases, Normalize) {
  require_shared_data("data/cases/cases.jsonl");
  for (const json& each : cases("normalize")) {
    const auto result = normalize(utf16(each["input"]), options_of(each["options"]));
    EXPECT_EQ(unicode::utf16_to_utf8(result.text), each["expected"].get<std::string>())
        << each["id"] << each["why"];
  }
}

TEST(NormalizeCases, Offset) {
  require_shared_data("data/cases/cases.jsonl");
  for (const json& each : cases("offset")) {
    const auto result = normalize(utf16(each["input"]), options_of(each["options"]));
    EXPECT_EQ(unicode::utf16_to_utf8(result.text), each["expected"]["text"].get<std::string>()) << each["id"];
    json map = json::array();
    for (std::uint32_t i = 0; i < result.text.size(); ++i) {
      const Span source = result.source_of_unit(i);
      map.push_back({source.begin, source.end});
    }
    EXPECT_EQ(map, each["expected"]["map"]) << each["id"] << each["why"];
  }
}

TEST(NormalizeCases, Property) {
  require_shared_data("data/cases/cases.jsonl");
  for (const json& each : cases("property")) {
    for (const json& profile : each["options"]["profiles"]) {
      const auto options = NormalizeOptions::of_profile(profile.get<std::string>()).value();
      const auto once = normalize(utf16(each["input"]), options);
      EXPECT_EQ(normalize(once.text, options).text, once.text) << each["id"] << profile;
    }
  }
}

TEST(NormalizeCases, Glue) {
  require_shared_data("data/cases/cases.jsonl");
  for (const json& each : cases("glue")) {
    const std::u16string text = utf16(each["input"]);
    json found = json::array();
    for (const auto& place : normalization::certain_glue(text)) {
      // The cases say «after X comes Y»: X is the word in front of the place.
      found.push_back(
          {{"after", unicode::utf16_to_utf8(text.substr(place.before.begin, place.before.size()))},
           {"before", unicode::utf16_to_utf8(text.substr(place.after.begin, place.after.size()))},
           {"confidence", "high"}});
    }
    EXPECT_EQ(found, each["expected"]["candidates"]) << each["id"] << each["why"];
  }
}

}  // namespace
}  // namespace naqi
