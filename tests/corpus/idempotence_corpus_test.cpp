// Cleaning the rendered clean text again removes nothing more.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "naqi/naqi.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

// What the second time finds and the first one let pass, with the reason.
const std::map<std::string, std::string> kExceptions = {};

TEST(Corpus, CleaningTheCleanTextAgainRemovesNothing) {
  require_shared_data("data/articles/docs");
  std::size_t documents = 0;
  for (const std::string& name : test::articles_of_split("dev")) {
    const auto bytes = test::read_file(test::shared_data("data/articles/docs/" + name + ".txt"));
    ASSERT_TRUE(bytes);
    const std::string once = to_text(clean(unicode::utf8_to_utf16(*bytes).value()).value());
    const Document again = clean(unicode::utf8_to_utf16(once).value()).value();
    ++documents;
    const auto lost = std::find_if(again.blocks.begin(), again.blocks.end(),
                                   [](const Block& block) { return !is_kept(block.label); });
    if (kExceptions.count(name) == 0) {
      EXPECT_EQ(lost, again.blocks.end())
          << name << " loses " << (lost == again.blocks.end() ? "" : unicode::utf16_to_utf8(lost->text));
    } else {
      EXPECT_NE(lost, again.blocks.end()) << name << " is no exception any more";
    }
  }
  EXPECT_GT(documents, 0U);
}

}  // namespace
}  // namespace naqi
