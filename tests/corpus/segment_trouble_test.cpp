// Sentence ends in troubled text, beside ICU's iterator on the same text. Prints a table:
//
//     build/release/tests/segment_trouble_test

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <vector>

#include "corpus/troubled_text.h"
#include "naqi/segment.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

struct Score {
  std::size_t right = 0, found = 0, wanted = 0;

  [[nodiscard]] double f1() const {
    return 200.0 * static_cast<double>(right) / static_cast<double>(found + wanted);
  }
};

/// Ends with the white space before them taken off, without the text's own.
std::vector<std::uint32_t> inner(const std::u16string& text, std::vector<std::uint32_t> ends) {
  const auto trim = [&](std::uint32_t end) {
    while (end > 0 && (text[end - 1] == u' ' || text[end - 1] == u'\n')) {
      --end;
    }
    return end;
  };
  std::transform(ends.begin(), ends.end(), ends.begin(), trim);
  const std::uint32_t last = trim(static_cast<std::uint32_t>(text.size()));
  ends.erase(
      std::remove_if(ends.begin(), ends.end(), [&](std::uint32_t end) { return end == 0 || end == last; }),
      ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

void count(const std::vector<std::uint32_t>& wanted, const std::vector<std::uint32_t>& found, Score& score) {
  std::vector<std::uint32_t> both;
  std::set_intersection(wanted.begin(), wanted.end(), found.begin(), found.end(), std::back_inserter(both));
  score.right += both.size();
  score.found += found.size();
  score.wanted += wanted.size();
}

void print_errors(const std::u16string& text, const std::vector<std::uint32_t>& wanted,
                  const std::vector<std::uint32_t>& found) {
  std::vector<std::uint32_t> wrong;
  std::set_symmetric_difference(wanted.begin(), wanted.end(), found.begin(), found.end(),
                                std::back_inserter(wrong));
  for (const std::uint32_t end : wrong) {
    const std::uint32_t begin = end > 50 ? end - 50 : 0;
    std::printf("  %s %s ⏐ %s\n", std::binary_search(wanted.begin(), wanted.end(), end) ? "missed" : "false",
                unicode::utf16_to_utf8(text.substr(begin, end - begin)).c_str(),
                unicode::utf16_to_utf8(text.substr(end, 40)).c_str());
  }
}

TEST(SegmentTrouble, SentenceEndsAreAheadOfIcuInEveryKindOfTrouble) {
  constexpr int kArticles = 60;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> icu(
      icu::BreakIterator::createSentenceInstance(icu::Locale("ar"), status));
  ASSERT_TRUE(U_SUCCESS(status));
  std::printf("| trouble             | ends  | Naqi F1 |  ICU F1 |\n|---|---|---|---|\n");
  for (std::size_t kind = 0; kind < test::kTroubles; ++kind) {
    const auto trouble = static_cast<test::Trouble>(kind);
    std::mt19937 random(1000 + static_cast<unsigned>(kind));  // NOLINT: the same texts in every run
    Score ours;
    Score theirs;
    for (int article = 0; article < kArticles; ++article) {
      const test::Troubled troubled = test::troubled_text(trouble, random);
      const std::vector<std::uint32_t> wanted = inner(troubled.text, troubled.ends);

      std::vector<std::uint32_t> found;
      for (const Span span : segment(troubled.text, SegmentUnit::sentence)) {
        found.push_back(span.end);
      }
      found = inner(troubled.text, found);
      count(wanted, found, ours);
      if (std::getenv("NAQI_SHOW_ERRORS") != nullptr) {
        print_errors(troubled.text, wanted, found);
      }

      icu->setText(
          icu::UnicodeString(false, troubled.text.data(), static_cast<std::int32_t>(troubled.text.size())));
      std::vector<std::uint32_t> by_icu;
      for (std::int32_t end = icu->next(); end != icu::BreakIterator::DONE; end = icu->next()) {
        by_icu.push_back(static_cast<std::uint32_t>(end));
      }
      count(wanted, inner(troubled.text, by_icu), theirs);
    }
    std::printf("| %-19s | %5zu | %7.2f | %7.2f |\n", test::name(trouble).data(), ours.wanted, ours.f1(),
                theirs.f1());
    EXPECT_GT(ours.f1(), theirs.f1()) << test::name(trouble);
    EXPECT_GE(ours.f1(), 97.0) << test::name(trouble);
  }
}

}  // namespace
}  // namespace naqi
