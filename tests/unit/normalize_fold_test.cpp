// The matching fold, and that src/lexicon/compile.py folds as it does.

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "lexicon/lexicon.h"
#include "normalize/fold.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

TEST(Fold, MakesSpellingsOfOneWordOne) {
  EXPECT_EQ(fold(u"\u0625\u0642\u0631\u0623"), fold(u"\u0627\u0642\u0631\u0627"));
  EXPECT_EQ(fold(u"\u0623\u064A\u0636\u0627\u064B"), u"\u0627\u064A\u0636\u0627");
  EXPECT_EQ(fold(u"\u0639\u0644\u0649"), u"\u0639\u0644\u064A");
  EXPECT_EQ(fold(u"\u0639\u0633\u06A9\u0631\u06CC\u06C3"), u"\u0639\u0633\u0643\u0631\u064A\u0647");
  EXPECT_EQ(fold(u"\u0647\u0640\u0670\u0630\u0627\u200F"), u"\u0647\u0630\u0627");
  EXPECT_EQ(fold(u"\u0661\u06F2 \u0645\u0624\u0645\u0646 \u0634\u064A\u0621 CNN"),
            u"12 \u0645\u0624\u0645\u0646 \u0634\u064A\u0621 cnn");
}

/// Every phrase of a list is found under what the core folds it to.
void check_list(const char* list, const lexicon::Table& table) {
  const auto bytes = test::read_file(std::string(NAQI_REPOSITORY "/src/lexicon/") + list + ".tsv");
  ASSERT_TRUE(bytes.has_value()) << list;
  std::istringstream lines(*bytes);
  std::size_t phrases = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    const std::string phrase = line.substr(0, line.find('\t'));
    EXPECT_NE(table.find(fold(unicode::utf8_to_utf16_replacing(phrase))), nullptr) << list << ": " << phrase;
    ++phrases;
  }
  EXPECT_GT(phrases, 0U) << list;
}

TEST(Fold, AgreesWithTheCompiledWordLists) {
  check_list("abbreviations", lexicon::abbreviations);
  check_list("agencies", lexicon::agencies);
  check_list("final_alef_maksura", lexicon::final_alef_maksura);
  check_list("function_words", lexicon::function_words);
  check_list("languages", lexicon::languages);
  check_list("markers", lexicon::markers);
  check_list("months", lexicon::months);
  check_list("places", lexicon::places);
  check_list("titles", lexicon::titles);
  check_list("web_suffixes", lexicon::web_suffixes);
}

}  // namespace
}  // namespace naqi
