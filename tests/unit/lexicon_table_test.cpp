#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "normalize/fold.h"
#include "unicode/encoding.h"

namespace naqi::lexicon {
namespace {

constexpr std::array kEntries{Entry{u"ab", "short"}, Entry{u"ab cd", "long"}, Entry{u"ab ce", "other"},
                              Entry{u"abc", "word"}};
constexpr Table kTable{kEntries};

Match longest(const std::vector<std::u16string_view>& words) {
  return kTable.longest([&](std::uint32_t i) { return words[i]; }, static_cast<std::uint32_t>(words.size()));
}

TEST(LexiconTable, FindsWholePhrasesOnly) {
  ASSERT_NE(kTable.find(u"ab cd"), nullptr);
  EXPECT_EQ(kTable.find(u"ab cd")->value, "long");
  EXPECT_EQ(kTable.find(u"ab c"), nullptr);
  EXPECT_EQ(kTable.find(u""), nullptr);
}

TEST(LexiconTable, PrefersTheLongestPhrase) {
  const Match match = longest({u"ab", u"cd", u"ef"});
  ASSERT_NE(match.entry, nullptr);
  EXPECT_EQ(match.entry->value, "long");
  EXPECT_EQ(match.words, 2U);
}

TEST(LexiconTable, FallsBackToTheShorterPhrase) {
  const Match match = longest({u"ab", u"c"});
  ASSERT_NE(match.entry, nullptr);
  EXPECT_EQ(match.entry->value, "short");
  EXPECT_EQ(match.words, 1U);
}

TEST(LexiconTable, DoesNotTakeAPartOfAWord) {
  EXPECT_EQ(longest({u"a", u"b"}).entry, nullptr);
  EXPECT_EQ(longest({u"abcd"}).entry, nullptr);
  EXPECT_EQ(longest({}).entry, nullptr);
}

// compile.py folds the lists when they are compiled in, fold() folds the text: one folding, written twice.
TEST(LexiconTable, KeysAreFoldedAsTheTextIs) {
  for (const NamedTable& named : all_tables) {
    EXPECT_FALSE(named.table->entries().empty()) << named.name;
    for (const Entry& entry : named.table->entries()) {
      EXPECT_EQ(fold(entry.phrase), entry.phrase)
          << named.name << ": " << unicode::utf16_to_utf8(entry.phrase) << " would never be found";
    }
  }
}

TEST(LexiconTable, EveryEntryIsFound) {
  for (const NamedTable& named : all_tables) {
    for (const Entry& entry : named.table->entries()) {
      EXPECT_EQ(named.table->find(entry.phrase), &entry)
          << named.name << ": " << unicode::utf16_to_utf8(entry.phrase);
    }
  }
}

}  // namespace
}  // namespace naqi::lexicon
