// Cleaning the rendered clean text again removes nothing more and changes nothing.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "naqi/naqi.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

TEST(Corpus, CleaningTheCleanTextAgainChangesNothing) {
  require_shared_data("data/articles/docs");
  std::size_t documents = 0;
  std::vector<std::string> changed;
  for (const auto& entry : std::filesystem::directory_iterator(test::shared_data("data/articles/docs"))) {
    const auto bytes = test::read_file(entry.path().string());
    ASSERT_TRUE(bytes);
    const std::string once = to_text(clean(unicode::utf8_to_utf16(*bytes).value()).value());
    const std::string twice = to_text(clean(unicode::utf8_to_utf16(once).value()).value());
    ++documents;
    if (once != twice) {
      changed.push_back(entry.path().stem().string());
    }
  }
  std::printf("%zu of %zu documents change when they are cleaned again", changed.size(), documents);
  for (const std::string& name : changed) {
    std::printf(" %s", name.c_str());
  }
  std::printf("\n");
  // The exceptions are lines whose label hangs on what stood around them: without the menu above it a tag
  // line is one line more of text. A fifth of the documents is more than that can explain.
  EXPECT_LT(changed.size() * 5, documents);
}

}  // namespace
}  // namespace naqi
