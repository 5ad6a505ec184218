// What holds for every text: over random strings of Arabic and of all of Unicode, and over the
// articles and the vocalised lines of the shared data.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "naqi/normalize.h"
#include "normalize/characters.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"
#include "unicode/grapheme.h"
#include "unicode/properties.h"
#include "unit/normalize_random.h"

namespace naqi {
namespace {

constexpr Profile kProfiles[] = {Profile::reading, Profile::search, Profile::corpus};

/// Every unit has a place on the other side, places never run backwards, what is carried over and
/// back holds what it was, and no cluster is cut.
void check_map(std::u16string_view source, const NormalizedText& result) {
  const OffsetMap& map = result.map;
  ASSERT_EQ(map.source_size(), source.size());
  ASSERT_EQ(map.text_size(), result.text.size());
  const unicode::GraphemeBoundaries source_clusters(source);
  const unicode::GraphemeBoundaries text_clusters(result.text);
  std::uint32_t reached = 0;
  for (std::uint32_t i = 0; i < result.text.size(); ++i) {
    const Span unit = map.source_of({i, i + 1});
    ASSERT_LE(unit.begin, unit.end);
    ASSERT_LE(unit.end, source.size());
    ASSERT_GE(unit.end, reached) << i;
    reached = unit.end;
    if (!unit.empty()) {
      ASSERT_TRUE(map.text_of(unit).contains(Span{i, i + 1})) << i;
    }
  }
  reached = 0;
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    const Span unit = map.text_of({i, i + 1});
    ASSERT_LE(unit.begin, unit.end);
    ASSERT_LE(unit.end, result.text.size());
    ASSERT_GE(unit.end, reached) << i;
    reached = unit.end;
    if (!unit.empty()) {
      ASSERT_TRUE(map.source_of(unit).contains(Span{i, i + 1})) << i;
    }
  }
  const auto whole = [](const unicode::GraphemeBoundaries& clusters, Span span) {
    return clusters.is_boundary(span.begin) && clusters.is_boundary(span.end);
  };
  for (std::uint32_t begin = 0; begin < result.text.size();) {
    const std::uint32_t end = text_clusters.ceil(begin + 1);
    ASSERT_TRUE(whole(source_clusters, map.source_of({begin, end}))) << "text cluster at " << begin;
    begin = end;
  }
  for (std::uint32_t begin = 0; begin < source.size();) {
    const std::uint32_t end = source_clusters.ceil(begin + 1);
    ASSERT_TRUE(whole(text_clusters, map.text_of({begin, end}))) << "source cluster at " << begin;
    begin = end;
  }
}

/// An edit says what became of its place: outside all edits, source and text are the same.
void check_edits(std::u16string_view source, const NormalizedText& result) {
  std::vector<bool> edited(source.size() + 1);
  for (const Edit& edit : result.edits) {
    ASSERT_LE(edit.source.end, source.size());
    ASSERT_LE(edit.text.end, result.text.size());
    for (std::uint32_t i = edit.source.begin; i < edit.source.end; ++i) {
      edited[i] = true;
    }
  }
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    const Span text = result.map.text_of({i, i + 1});
    if (!edited[i] && text.size() == 1) {
      ASSERT_EQ(result.text[text.begin], source[i]) << i;
    }
  }
}

void check(std::u16string_view source) {
  for (const Profile profile : kProfiles) {
    const NormalizeOptions options = NormalizeOptions::of(profile);
    const NormalizedText once = normalize(source, options);
    const NormalizedText twice = normalize(once.text, options);
    ASSERT_EQ(test::escaped(twice.text), test::escaped(once.text))
        << name(profile) << "\nsource " << (source.size() < 500 ? test::escaped(source) : "");
    check_map(source, once);
    check_edits(source, once);
    if (::testing::Test::HasFatalFailure()) {
      FAIL() << name(profile) << "\nsource " << (source.size() < 500 ? test::escaped(source) : "")
             << "\ntext " << test::escaped(once.text).substr(0, 1000);
    }
  }
}

TEST(NormalizeProperty, RandomArabic) {
  test::RandomArabic random(7);
  for (int i = 0; i < 30000 && !HasFatalFailure(); ++i) {
    check(random.next());
  }
}

TEST(NormalizeProperty, RandomUnicode) {
  test::RandomArabic random(11);
  for (int i = 0; i < 20000 && !HasFatalFailure(); ++i) {
    std::u16string text;
    for (std::uint32_t size = random.below(24); size > 0; --size) {
      static constexpr char32_t kFirst[] = {0x0,    0x300,  0x370,  0x590,   0x900,   0x1100,
                                            0x1E00, 0x2000, 0xAC00, 0x1F300, 0x1F1E6, 0x0};
      static constexpr char32_t kSize[] = {0x180, 0x70,  0x180,  0x370, 0x200, 0x100,
                                           0x200, 0x300, 0x2BA4, 0x300, 26,    0x110000};
      const std::uint32_t block = random.below(std::size(kFirst));
      const char32_t c = kFirst[block] + random.below(kSize[block]);
      if (c < 0x10000) {
        text.push_back(static_cast<char16_t>(c));  // surrogates too, and mostly lone
      } else {
        unicode::append(text, c);
      }
    }
    check(text);
  }
}

TEST(NormalizeProperty, Articles) {
  require_shared_data("data/articles/docs");
  for (const auto& entry : std::filesystem::directory_iterator(test::shared_data("data/articles/docs"))) {
    check(unicode::utf8_to_utf16_replacing(*test::read_file(entry.path().string())));
    ASSERT_FALSE(HasFatalFailure()) << entry.path();
  }
}

/// The code points without white space, the marks of each letter in a fixed order.
std::u32string letters_and_marks(std::u16string_view text) {
  std::u32string out;
  std::size_t base = 0;
  for (std::uint32_t i = 0; i < text.size();) {
    const char32_t c = unicode::next(text, i);
    if (unicode::is_white_space(c)) {
      continue;
    }
    if (unicode::combining_class(c) == 0) {
      base = out.size();
    }
    out.push_back(c);
    std::sort(
        out.begin() + static_cast<std::ptrdiff_t>(base) + (unicode::combining_class(out[base]) == 0 ? 1 : 0),
        out.end());
  }
  return out;
}

std::vector<std::u16string> vocalised_lines() {
  std::vector<std::u16string> lines;
  std::istringstream bytes(*test::read_file(test::shared_data("data/tashkeela/test.txt")));
  for (std::string line; std::getline(bytes, line);) {
    lines.push_back(unicode::utf8_to_utf16_replacing(line));
  }
  return lines;
}

TEST(NormalizeProperty, ReadingLeavesVocalisedTextButForMarkOrderAndWhiteSpace) {
  require_shared_data("data/tashkeela/test.txt");
  const auto lines = vocalised_lines();
  ASSERT_EQ(lines.size(), 2500U);
  for (const std::u16string& line : lines) {
    const NormalizedText result = normalize(line, NormalizeOptions::of(Profile::reading));
    ASSERT_TRUE(letters_and_marks(result.text) == letters_and_marks(line))
        << unicode::utf16_to_utf8(line) << "\n"
        << unicode::utf16_to_utf8(result.text);
    check(line);
    ASSERT_FALSE(HasFatalFailure());
  }
}

TEST(NormalizeProperty, SearchLeavesNoMarkAndEveryConsonant) {
  require_shared_data("data/tashkeela/test.txt");
  const auto consonants = [](std::u16string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char16_t c) { return normalization::is_arabic_letter(c); });
  };
  for (const std::u16string& line : vocalised_lines()) {
    const std::u16string text = normalize(line, NormalizeOptions::of(Profile::search)).text;
    for (std::uint32_t i = 0; i < text.size();) {
      const char32_t c = unicode::next(text, i);
      ASSERT_FALSE(unicode::is_mark(c)) << unicode::utf16_to_utf8(line);
    }
    ASSERT_EQ(consonants(text), consonants(line)) << unicode::utf16_to_utf8(line);
  }
}

/// Passages in other languages and scripts, as their writers would write them.
TEST(NormalizeProperty, ReadingLeavesOtherLanguagesAlone) {
  static constexpr std::u16string_view kPassages[] = {
      u"این کتاب‌ها را می‌خوانیم و دربارهٔ آن‌ها گفت‌وگو "
      u"می‌کنیم.",
      u"یہ ایک اچھی کتاب ہے، اور میں اسے پڑھ رہا ہوں۔",
      u"ئەم کتێبە زۆر باشە و من دەیخوێنمەوە.",
      u"بۇ كىتاب ناھايىتى ياخشى، مەن ئۇنى ئوقۇۋاتىمەن.",
      u"دا کتاب ډېر ښه دی او زه یې لولم.",
      u"Voilà : « déjà vu » ! C'est l'été… n'est-ce pas ?",
      u"see https://example.org/a?b=1&c=2 . e.g. std::vector<int> x , y ;",
      u"これは本です。मैं किताब पढ़ता हूँ। Это книга ; вот так !",
      u"`x = \"قال\"  ;  y`",
      u"#كأس_العـالم @أحمد_١ info@نقي.شبكة https://نقي.شبكة/مـقال",
  };
  for (const std::u16string_view passage : kPassages) {
    const NormalizedText result = normalize(passage);
    EXPECT_EQ(unicode::utf16_to_utf8(result.text), unicode::utf16_to_utf8(passage));
    EXPECT_TRUE(result.edits.empty());
    check(passage);
  }
}

/// A text says the same of its language, and so reads the same, in every normalisation form.
TEST(NormalizeProperty, HamzaOnItsLetterOrBehindItIsTheSame) {
  constexpr std::pair<std::u16string_view, std::u16string_view> kForms[] = {
      {u"\u06C0", u"\u06D5\u0654"}, {u"\u06C2", u"\u06C1\u0654"}, {u"\u06D3", u"\u06D2\u0654"},
      {u"\u0623", u"\u0627\u0654"}, {u"\u0625", u"\u0627\u0655"}, {u"\u0622", u"\u0627\u0653"},
      {u"\u0624", u"\u0648\u0654"}, {u"\u0626", u"\u064A\u0654"}};
  constexpr std::u16string_view kAround[][2] = {{u"", u""},  {u"ه", u"لاء"},     {u"خانه", u" ما"},
                                                {u"", u"ن"}, {u"مدرس", u" گفت"}, {u"کوردستان ", u" بۆ"}};
  for (const Profile profile : kProfiles) {
    const NormalizeOptions options = NormalizeOptions::of(profile);
    for (const auto& [composed, decomposed] : kForms) {
      for (const auto& around : kAround) {
        const auto text = [&](std::u16string_view letter) {
          return normalize(std::u16string(around[0]).append(letter).append(around[1]), options).text;
        };
        EXPECT_EQ(text(composed), text(decomposed)) << unicode::utf16_to_utf8(composed);
        EXPECT_EQ(normalize(text(decomposed), options).text, text(decomposed))
            << unicode::utf16_to_utf8(composed);
      }
    }
  }
}

}  // namespace
}  // namespace naqi
