// What holds for every input, over random texts made of the characters that the rules look at.

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "naqi/segment.h"
#include "segment/segmenter.h"
#include "unicode/encoding.h"
#include "unicode/grapheme.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

constexpr std::array kUnits = {SegmentUnit::paragraph, SegmentUnit::line,   SegmentUnit::sentence,
                               SegmentUnit::word,      SegmentUnit::clitic, SegmentUnit::grapheme};

/// Pieces that rules look at, whole words so that their conditions are met, and what cuts clusters.
constexpr std::array<std::u16string_view, 96> kPieces = {
    u" ",           u" ",         u" ",       u".",       u".",          u"..",       u"…",      u"!",
    u"؟",           u"?",         u"۔",       u"،",       u"؛",          u":",        u",",      u"\"",
    u"«",           u"»",         u"“",       u"”",       u"‹",          u"›",        u"(",      u")",
    u"[",           u"]",         u"'",       u"’",       u"-",          u"–",        u"•",      u"\n",
    u"\n",          u"\r",        u"\r\n",    u"\u0085",  u"\u2028",     u"\u2029",   u"\t",     u"\u00A0",
    u"\u200B",      u"\u200C",    u"\u200D",  u"\u200F",  u"\u00AD",     u"\uFEFF",   u"\u0600", u"\u06DD",
    u"\u064B",      u"\u0651",    u"\u0301",  u"\u20E3",  u"\uFE0F",     u"\u0640",   u"و",      u"ب",
    u"د",           u"م",         u"أ",       u"هـ",      u"ق.م",        u"د.",       u"إلخ.",   u"قال",
    u"وفق",         u"وزارة",     u"والكتاب", u"المدرسةُ", u"مدينةعامرة", u"علىالأرض", u"بيتهم",  u"1",
    u"٣",           u"12",        u"15:00",   u"3.5",     u"14/03/2023", u"1445هـ",   u"a",      u"Inc.",
    u"example.com", u"www.a.b/x", u"a@b.org", u"#",       u"@",          u"_",        u"\u1112", u"\u1161",
    u"각",          u"漢",        u"ไท",      u"😀",       u"🇸",          u"🏽",     u"©",      u"\xD83D",
};

std::u16string random_text(std::mt19937& random) {
  std::u16string text;
  const std::size_t pieces = random() % 40;
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random() % 24 == 0) {
      unicode::append(text, static_cast<char32_t>(random() % 0x110000U));  // anything, a lone surrogate too
    } else {
      text += kPieces[random() % kPieces.size()];
    }
  }
  return text;
}

SegmentOptions random_options(std::mt19937& random) {
  SegmentOptions options;
  const auto bits = random();
  options.ellipsis_ends_sentence = (bits & 1U) != 0;
  options.semicolon_ends_sentence = (bits & 2U) != 0;
  options.split_quotes = (bits & 4U) != 0;
  options.join_hard_wrapped = (bits & 24U) != 0;
  if ((bits & 32U) != 0) {
    options.abbreviations = {u"قال", u"a."};
  }
  return options;
}

std::string escaped(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) {
    std::array<char, 8> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "\\u%04X", unit);
    out += buffer.data();
  }
  return out;
}

class Segmented : public testing::Test {
 protected:
  static constexpr std::size_t kTexts = 30000;

  template <typename Check>
  static void each_text(Check&& check) {
    std::mt19937 random(20230415);  // NOLINT: the same texts in every run
    for (std::size_t i = 0; i < kTexts && !HasFailure(); ++i) {
      const std::u16string text = random_text(random);
      check(text, random_options(random));
    }
  }
};

TEST_F(Segmented, SpansAreSortedDisjointAndCutNoCluster) {
  each_text([](const std::u16string& text, const SegmentOptions& options) {
    const unicode::GraphemeBoundaries boundaries(text);
    for (const SegmentUnit unit : kUnits) {
      std::uint32_t end = 0;
      for (const Span span : segment(text, unit, options)) {
        ASSERT_LE(end, span.begin) << escaped(text);
        ASSERT_LT(span.begin, span.end) << escaped(text);
        ASSERT_LE(span.end, text.size()) << escaped(text);
        ASSERT_TRUE(boundaries.is_boundary(span.begin) && boundaries.is_boundary(span.end))
            << "unit " << static_cast<int>(unit) << " [" << span.begin << ", " << span.end << ") of "
            << escaped(text);
        end = span.end;
      }
    }
  });
}

TEST_F(Segmented, SentencesLinesAndParagraphsLeaveOutOnlyWhatIsInvisible) {
  each_text([](const std::u16string& text, const SegmentOptions& options) {
    for (const SegmentUnit unit : {SegmentUnit::sentence, SegmentUnit::line, SegmentUnit::paragraph}) {
      std::vector<Span> spans = segment(text, unit, options);
      spans.push_back({static_cast<std::uint32_t>(text.size()), 0});
      std::uint32_t at = 0;
      for (const Span span : spans) {
        while (at < span.begin) {
          const char32_t c = unicode::next(text, at);
          ASSERT_TRUE(unicode::is_invisible(c)) << static_cast<std::uint32_t>(c) << " in " << escaped(text);
        }
        at = span.end;
      }
    }
  });
}

TEST_F(Segmented, SentencesLieInsideParagraphs) {
  each_text([](const std::u16string& text, const SegmentOptions& options) {
    const std::vector<Span> paragraphs = segment(text, SegmentUnit::paragraph, options);
    std::size_t paragraph = 0;
    for (const Span span : segment(text, SegmentUnit::sentence, options)) {
      while (paragraph < paragraphs.size() && paragraphs[paragraph].end <= span.begin) {
        ++paragraph;
      }
      ASSERT_LT(paragraph, paragraphs.size()) << escaped(text);
      ASSERT_TRUE(paragraphs[paragraph].contains(span)) << escaped(text);
    }
  });
}

TEST_F(Segmented, EveryLetterAndDigitIsInAWord) {
  each_text([](const std::u16string& text, const SegmentOptions&) {
    const std::vector<Span> words = segment(text, SegmentUnit::word);
    std::size_t word = 0;
    for (std::uint32_t i = 0; i < text.size();) {
      const std::uint32_t at = i;
      const char32_t c = unicode::next(text, i);
      if (!unicode::is_letter(c) && !unicode::is_decimal_digit(c)) {
        continue;
      }
      while (word < words.size() && words[word].end <= at) {
        ++word;
      }
      ASSERT_TRUE(word < words.size() && words[word].contains(at)) << at << " of " << escaped(text);
    }
  });
}

TEST_F(Segmented, CliticsMakeUpTheWords) {
  each_text([](const std::u16string& text, const SegmentOptions&) {
    const std::vector<Span> clitics = segment(text, SegmentUnit::clitic);
    std::size_t next = 0;
    for (const Span word : segment(text, SegmentUnit::word)) {
      std::uint32_t at = word.begin;
      while (at < word.end) {
        ASSERT_LT(next, clitics.size()) << escaped(text);
        ASSERT_EQ(clitics[next].begin, at) << escaped(text);
        at = clitics[next++].end;
      }
      ASSERT_EQ(at, word.end) << escaped(text);
    }
    ASSERT_EQ(next, clitics.size()) << escaped(text);
  });
}

TEST_F(Segmented, ConformantSegmentsAreTheWholeText) {
  each_text([](const std::u16string& text, SegmentOptions options) {
    options.conformant = true;
    for (const SegmentUnit unit : {SegmentUnit::grapheme, SegmentUnit::word, SegmentUnit::sentence}) {
      std::uint32_t at = 0;
      for (const Span span : segment(text, unit, options)) {
        ASSERT_EQ(span.begin, at) << escaped(text);
        at = span.end;
      }
      ASSERT_EQ(at, text.size()) << escaped(text);
    }
  });
}

TEST_F(Segmented, APartReadsAsItReadsAlone) {
  each_text([](const std::u16string& text, const SegmentOptions& options) {
    const std::u16string around = u"قبله. «" + text + u"» بعده.";
    const Span within{7, 7 + static_cast<std::uint32_t>(text.size())};
    const std::vector<Span> alone = sentences(text, {0, within.size()}, options);
    const std::vector<Span> inside = sentences(around, within, options);
    ASSERT_EQ(alone.size(), inside.size()) << escaped(text);
    for (std::size_t i = 0; i < alone.size(); ++i) {
      ASSERT_EQ(alone[i].begin + within.begin, inside[i].begin) << escaped(text);
      ASSERT_EQ(alone[i].end + within.begin, inside[i].end) << escaped(text);
    }
  });
}

TEST_F(Segmented, GlueStandsInsideOneRunOfLettersAndDigits) {
  each_text([](const std::u16string& text, const SegmentOptions&) {
    std::uint32_t last = 0;
    for (const GlueCandidate& candidate : glue_candidates(text)) {
      ASSERT_LT(last, candidate.position) << escaped(text);
      ASSERT_LE(candidate.before.end, candidate.position) << escaped(text);
      ASSERT_EQ(candidate.after.begin, candidate.position) << escaped(text);
      ASSERT_FALSE(candidate.before.empty() || candidate.after.empty()) << escaped(text);
      last = candidate.position;
    }
  });
}

}  // namespace
}  // namespace naqi
