// Conformant mode against ICU's iterators over random texts: two implementations of one standard. ICU's rules
// for words and sentences are UAX #29's outside the scripts that it cuts by dictionary, which are left out
// here.

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "naqi/segment.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// Some characters of every class that a rule of UAX #29 names.
std::vector<char32_t> characters_of_all_classes() {
  constexpr std::array kProperties = {UCHAR_WORD_BREAK, UCHAR_SENTENCE_BREAK, UCHAR_GRAPHEME_CLUSTER_BREAK,
                                      UCHAR_EXTENDED_PICTOGRAPHIC};
  constexpr int kEach = 6;
  std::vector<char32_t> out;
  for (const UProperty property : kProperties) {
    std::array<int, 32> taken{};
    for (UChar32 c = 0; c < 0x20000; ++c) {
      const int line = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
      const bool by_dictionary =
          line == U_LB_COMPLEX_CONTEXT || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ||
          (c >= 0x3040 && c < 0x3100) || (c >= 0x31F0 && c < 0x3200) || (c >= 0xFF66 && c < 0xFFA0) ||
          (c >= 0xAC00 && c < 0xD800) || (c >= 0x1AFF0 && c < 0x1B170) || (c >= 0x32D0 && c < 0x3358);
      if (c == u':' || c == 0xFE55 || c == 0xFF1A) {
        continue;  // MidLetter in Unicode's data, not in CLDR's rules, which are ICU's
      }
      int& count = taken[static_cast<std::size_t>(u_getIntPropertyValue(c, property))];
      if (!by_dictionary && u_charType(c) != U_UNASSIGNED && u_charType(c) != U_SURROGATE && count < kEach) {
        ++count;
        out.push_back(static_cast<char32_t>(c));
      }
    }
  }
  return out;
}

std::vector<Span> with_icu(icu::BreakIterator& iterator, const std::u16string& text) {
  const icu::UnicodeString view(false, text.data(), static_cast<std::int32_t>(text.size()));
  iterator.setText(view);
  std::vector<Span> out;
  std::int32_t begin = iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator.next()) {
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return out;
}

std::vector<std::uint32_t> ends(const std::vector<Span>& spans) {
  std::vector<std::uint32_t> out;
  for (const Span span : spans) {
    out.push_back(span.end);
  }
  return out;
}

TEST(Uax29, AgreesWithIcuOnRandomTexts) {
  UErrorCode status = U_ZERO_ERROR;
  const std::array<std::pair<SegmentUnit, std::unique_ptr<icu::BreakIterator>>, 3> iterators = {
      {{SegmentUnit::grapheme,
        std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status))},
       {SegmentUnit::word, std::unique_ptr<icu::BreakIterator>(
                               icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status))},
       {SegmentUnit::sentence, std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createSentenceInstance(
                                   icu::Locale::getRoot(), status))}}};
  ASSERT_TRUE(U_SUCCESS(status));
  const std::vector<char32_t> characters = characters_of_all_classes();
  std::mt19937 random(29);  // NOLINT: the same texts in every run
  SegmentOptions options;
  options.conformant = true;
  for (int round = 0; round < 40000 && !HasFailure(); ++round) {
    std::u16string text;
    for (std::size_t length = random() % 16; length > 0; --length) {
      unicode::append(text, characters[random() % characters.size()]);
    }
    for (const auto& [unit, iterator] : iterators) {
      EXPECT_EQ(ends(segment(text, unit, options)), ends(with_icu(*iterator, text)))
          << "unit " << static_cast<int>(unit) << ": " << testing::PrintToString(text);
    }
  }
}

}  // namespace
}  // namespace naqi
