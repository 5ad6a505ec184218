// Every rule that can be given as a reason has an example in the specification.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "classify/classify.h"
#include "classify/evidence.h"
#include "classify/markers.h"
#include "classify/model.h"
#include "lexicon/lexicon.h"

namespace naqi {
namespace {

const std::string kSpecification = std::string(NAQI_REPOSITORY) + "/tests/spec/";

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string specification() {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(kSpecification)) {
    if (entry.path().filename().string().rfind("classification", 0) == 0) {
      all += read(entry.path().string());
    }
  }
  return all;
}

/// What a block has to weigh to be told (classify.cpp).
bool can_be_told(Feature feature) {
  const auto& row = compiled_weights().feature[static_cast<std::size_t>(feature)];
  return feature != Feature::prior && *std::max_element(row.begin(), row.end()) >= 300;
}

TEST(ClassifyRules, HaveAnExampleEach) {
  const std::string text = specification();
  std::set<std::string> names{std::string(kDefaultRule)};
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const auto feature = static_cast<Feature>(i);
    EXPECT_TRUE(names.insert(std::string(name(feature))).second) << name(feature) << " stands twice";
    // Page rules need a page, which a text has not: they are listed there and shown in classify_page_test.
    const bool page = Feature::page_link <= feature && feature <= Feature::page_hint;
    if (!can_be_told(feature)) {
      continue;
    }
    const std::string sign =
        page ? "- `" + std::string(name(feature)) + "`" : "classify rule=" + std::string(name(feature));
    const std::size_t at = text.find(sign);
    ASSERT_NE(at, std::string::npos) << "no example of the rule " << name(feature);
    EXPECT_TRUE(page || text[at + sign.size()] == '\n' || text[at + sign.size()] == ' ') << name(feature);
  }
  EXPECT_NE(text.find("`" + std::string(kDefaultRule) + "`"), std::string::npos);
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

TEST(ClassifyRules, KeepFalseFriends) {
  const std::string text = read(kSpecification + "classification_false_friends.md");
  EXPECT_GE(count(text, "```example classify"), 60U);
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    const auto label = static_cast<Label>(i);
    if (!is_kept(label)) {
      EXPECT_EQ(count(text, "\n" + std::string(name(label)) + ": "), 0U) << name(label);
    }
  }
}

TEST(ClassifyRules, AreTriedOnNoiseOfEveryLabel) {
  const std::string text = read(kSpecification + "classification_noise.md");
  std::size_t lines = 0;
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    const auto label = static_cast<Label>(i);
    if (!is_kept(label)) {
      const std::size_t found = count(text, "\n" + std::string(name(label)) + ": ");
      EXPECT_GE(found, 3U) << name(label);
      lines += found;
    }
  }
  EXPECT_GE(lines, 150U);
}

TEST(ClassifyPageHints, NameALabelEach) {
  for (const lexicon::Entry& entry : lexicon::page_hints.entries()) {
    EXPECT_TRUE(label_of(entry.value)) << entry.value;
  }
}

TEST(ClassifyMarkers, ReadEveryEntryOfTheList) {
  for (const lexicon::Entry& entry : lexicon::markers.entries()) {
    std::string again;
    for_each_reading(entry.value, [&](MarkerReading reading) {
      EXPECT_NE(reading.roles, 0U) << entry.value;
      again += std::string(again.empty() ? "" : ";") + std::string(name(reading.label));
    });
    // Every label is one of the schema and every role is known: nothing was dropped.
    std::string labels;
    std::size_t roles = 1;
    for (std::size_t i = 0; i < entry.value.size(); ++i) {
      roles += entry.value[i] == ',' || entry.value[i] == ';' ? 1U : 0U;
    }
    std::string_view value = entry.value;
    std::size_t bits = 0;
    while (!value.empty()) {
      const std::size_t colon = value.find(':');
      ASSERT_NE(colon, std::string_view::npos) << entry.value;
      labels += std::string(labels.empty() ? "" : ";") + std::string(value.substr(0, colon));
      for (std::uint16_t roles_of = next_reading(value).roles; roles_of != 0;
           roles_of &= static_cast<std::uint16_t>(roles_of - 1U)) {
        ++bits;
      }
    }
    EXPECT_EQ(again, labels) << entry.value;
    EXPECT_EQ(bits, roles) << entry.value;
  }
}

}  // namespace
}  // namespace naqi
