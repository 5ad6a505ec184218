// Every property and mapping of src/unicode, over U+0000–U+10FFFF, against the data files of Unicode 15.0
// (Debian's package unicode-data). Natively and in WebAssembly.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/shared_data.h"
#include "unicode/break_properties.h"
#include "unicode/composition.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

constexpr char32_t kCodePoints = 0x110000;
using Strings = std::vector<std::string>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    part.remove_prefix(std::min(part.find_first_not_of(" \t\r"), part.size()));
    part = part.substr(0, part.find_last_not_of(" \t\r") + 1);
    parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

char32_t code_point(std::string_view hexadecimal) {
  return static_cast<char32_t>(std::strtoul(std::string(hexadecimal).c_str(), nullptr, 16));
}

std::vector<char32_t> code_points(std::string_view list) {
  std::vector<char32_t> found;
  for (const std::string_view each : split(list, ' ')) {
    if (!each.empty()) {
      found.push_back(code_point(each));
    }
  }
  return found;
}

std::string file_of_unicode(const std::string& name) {
  const std::string text = test::read_file("/usr/share/unicode/" + name).value_or("");
  EXPECT_FALSE(text.empty()) << name << ": install unicode-data";
  return text;
}

/// Calls `line` with the fields of each line, without its comment. The `@missing` lines, which give the value
/// of what no other line names, come as they stand in front of the others.
void each_line(const std::string& name,
               const std::function<void(const std::vector<std::string_view>&)>& line) {
  constexpr std::string_view kMissing = "# @missing: ";
  const std::string text = file_of_unicode(name);
  for (std::string_view each : split(text, '\n')) {
    if (each.starts_with(kMissing)) {
      each.remove_prefix(kMissing.size());
    }
    each = each.substr(0, each.find('#'));
    if (each.find(';') != std::string_view::npos) {
      line(split(each, ';'));
    }
  }
}

/// The value that a file of the form "first..last ; value" gives to each code point.
Strings values_of(const std::string& name, std::string_view fallback) {
  Strings values(kCodePoints, std::string(fallback));
  each_line(name, [&](const std::vector<std::string_view>& fields) {
    const std::size_t dots = fields[0].find("..");
    const char32_t first = code_point(fields[0].substr(0, dots));
    const char32_t last = dots == std::string_view::npos ? first : code_point(fields[0].substr(dots + 2));
    for (char32_t c = first; c <= last; ++c) {
      values[c] = fields[1];
    }
  });
  return values;
}

/// The code points of one binary property in a file that holds several.
std::vector<bool> set_of(const std::string& name, std::string_view property) {
  std::vector<bool> set(kCodePoints);
  each_line(name, [&](const std::vector<std::string_view>& fields) {
    if (fields[1] == property) {
      const std::size_t dots = fields[0].find("..");
      const char32_t first = code_point(fields[0].substr(0, dots));
      const char32_t last = dots == std::string_view::npos ? first : code_point(fields[0].substr(dots + 2));
      std::fill(set.begin() + first, set.begin() + last + 1, true);
    }
  });
  return set;
}

/// A line of UnicodeData.txt.
struct CharacterData {
  std::string category = "Cn";
  int combining_class = 0;
  std::vector<char32_t> decomposition;  ///< canonical, one step
  int digit = -1;
  char32_t lower = 0;  ///< 0: itself
};

const std::vector<CharacterData>& unicode_data() {
  static const std::vector<CharacterData> instance = [] {
    std::vector<CharacterData> all(kCodePoints);
    char32_t range = 0;
    each_line("UnicodeData.txt", [&](const std::vector<std::string_view>& fields) {
      const char32_t c = code_point(fields[0]);
      CharacterData data;
      data.category = fields[2];
      data.combining_class = std::atoi(std::string(fields[3]).c_str());
      if (!fields[5].empty() && fields[5][0] != '<') {
        data.decomposition = code_points(fields[5]);
      }
      data.digit = fields[6].empty() ? -1 : std::atoi(std::string(fields[6]).c_str());
      data.lower = fields[13].empty() ? 0 : code_point(fields[13]);
      const char32_t first = fields[1].ends_with("Last>") ? range : c;
      std::fill(all.begin() + first, all.begin() + c + 1, data);
      range = c;
    });
    return all;
  }();
  return instance;
}

/// Compares for every code point; the first few that differ are named.
template <typename Actual, typename Expected>
void expect_same(const char* what, Actual&& actual, Expected&& expected) {
  int shown = 0;
  for (char32_t c = 0; c < kCodePoints && shown < 5; ++c) {
    if (actual(c) != expected(c)) {
      char text[16];
      std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
      ADD_FAILURE() << what << " of " << text << " is " << +actual(c) << ", expected " << +expected(c);
      ++shown;
    }
  }
}

/// The names of a property's values in the order of its enumeration; those that Unicode no longer uses are
/// empty.
template <typename Value>
Value value_named(const std::vector<std::string_view>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  EXPECT_NE(found, names.end()) << name;
  return static_cast<Value>(found - names.begin());
}

TEST(Unicode, VersionIsThatOfTheFiles) {
  EXPECT_EQ(unicode::unicode_version(), "15.0");
  EXPECT_NE(file_of_unicode("PropList.txt").find("PropList-15.0.0"), std::string::npos);
}

TEST(Unicode, GeneralCategories) {
  const auto& data = unicode_data();
  const auto category = [&](std::string_view prefix) {
    return [&data, prefix](char32_t c) { return data[c].category.starts_with(prefix); };
  };
  expect_same("is_letter", unicode::is_letter, category("L"));
  expect_same("is_mark", unicode::is_mark, category("M"));
  expect_same("is_number", unicode::is_number, category("N"));
  expect_same("is_decimal_digit", unicode::is_decimal_digit, category("Nd"));
  expect_same("is_punctuation", unicode::is_punctuation, category("P"));
  expect_same("is_format", unicode::is_format, category("Cf"));
  expect_same("is_control", unicode::is_control, category("Cc"));
}

TEST(Unicode, DigitsClassesAndCase) {
  const auto& data = unicode_data();
  expect_same("digit_value", unicode::digit_value, [&](char32_t c) { return data[c].digit; });
  expect_same("combining_class", unicode::combining_class,
              [&](char32_t c) { return data[c].combining_class; });
  expect_same(
      "to_lower", [](char32_t c) { return static_cast<std::uint32_t>(unicode::to_lower(c)); },
      [&](char32_t c) { return static_cast<std::uint32_t>(data[c].lower != 0 ? data[c].lower : c); });
}

TEST(Unicode, BinaryProperties) {
  const std::vector<bool> white_space = set_of("PropList.txt", "White_Space");
  const std::vector<bool> prepended = set_of("PropList.txt", "Prepended_Concatenation_Mark");
  const std::vector<bool> pictographic = set_of("emoji/emoji-data.txt", "Extended_Pictographic");
  const auto& data = unicode_data();
  expect_same("is_white_space", unicode::is_white_space, [&](char32_t c) { return bool{white_space[c]}; });
  expect_same("is_extended_pictographic", unicode::is_extended_pictographic,
              [&](char32_t c) { return bool{pictographic[c]}; });
  expect_same("is_invisible", unicode::is_invisible, [&](char32_t c) {
    return white_space[c] || data[c].category == "Cc" || (data[c].category == "Cf" && !prepended[c]);
  });
  expect_same("is_line_end", unicode::is_line_end,
              [](char32_t c) { return c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029; });
}

TEST(Unicode, Scripts) {
  const Strings scripts = values_of("Scripts.txt", "Unknown");
  expect_same(
      "script", [](char32_t c) { return static_cast<int>(unicode::script(c)); },
      [&](char32_t c) {
        const std::string& name = scripts[c];
        using unicode::Script;
        return static_cast<int>(name == "Common"      ? Script::common
                                : name == "Inherited" ? Script::inherited
                                : name == "Arabic"    ? Script::arabic
                                : name == "Latin"     ? Script::latin
                                                      : Script::other);
      });
}

TEST(Unicode, Directions) {
  const Strings classes = values_of("extracted/DerivedBidiClass.txt", "Left_To_Right");
  const auto is = [&](char32_t c, std::string_view brief, std::string_view name) {
    return classes[c] == brief || classes[c] == name;
  };
  expect_same("is_strong_ltr", unicode::is_strong_ltr,
              [&](char32_t c) { return is(c, "L", "Left_To_Right"); });
  expect_same("is_strong_rtl", unicode::is_strong_rtl,
              [&](char32_t c) { return is(c, "R", "Right_To_Left") || is(c, "AL", "Arabic_Letter"); });
}

TEST(Unicode, GraphemeBreaks) {
  const std::vector<std::string_view> names = {"Other",
                                               "Control",
                                               "CR",
                                               "Extend",
                                               "L",
                                               "LF",
                                               "LV",
                                               "LVT",
                                               "T",
                                               "V",
                                               "SpacingMark",
                                               "Prepend",
                                               "Regional_Indicator",
                                               "",
                                               "",
                                               "",
                                               "",
                                               "ZWJ"};
  const Strings values = values_of("auxiliary/GraphemeBreakProperty.txt", "Other");
  expect_same(
      "grapheme_break", [](char32_t c) { return static_cast<int>(unicode::grapheme_break(c)); },
      [&](char32_t c) { return value_named<int>(names, values[c]); });
}

TEST(Unicode, WordBreaks) {
  const std::vector<std::string_view> names = {"Other",
                                               "ALetter",
                                               "Format",
                                               "Katakana",
                                               "MidLetter",
                                               "MidNum",
                                               "Numeric",
                                               "ExtendNumLet",
                                               "CR",
                                               "Extend",
                                               "LF",
                                               "MidNumLet",
                                               "Newline",
                                               "Regional_Indicator",
                                               "Hebrew_Letter",
                                               "Single_Quote",
                                               "Double_Quote",
                                               "",
                                               "",
                                               "",
                                               "",
                                               "ZWJ",
                                               "WSegSpace"};
  const Strings values = values_of("auxiliary/WordBreakProperty.txt", "Other");
  const auto expected = [&](char32_t c) { return value_named<int>(names, values[c]); };
  expect_same(
      "word_break", [](char32_t c) { return static_cast<int>(unicode::word_break(c)); }, expected);
  expect_same(
      "WordBreaks", [](char32_t c) { return static_cast<int>(unicode::WordBreaks::get()[c]); }, expected);
}

TEST(Unicode, SentenceBreaks) {
  const std::vector<std::string_view> names = {"Other",   "ATerm",   "Close",  "Format", "Lower",
                                               "Numeric", "OLetter", "Sep",    "Sp",     "STerm",
                                               "Upper",   "CR",      "Extend", "LF",     "SContinue"};
  const Strings values = values_of("auxiliary/SentenceBreakProperty.txt", "Other");
  const auto expected = [&](char32_t c) { return value_named<int>(names, values[c]); };
  expect_same(
      "sentence_break", [](char32_t c) { return static_cast<int>(unicode::sentence_break(c)); }, expected);
  expect_same(
      "SentenceBreaks", [](char32_t c) { return static_cast<int>(unicode::SentenceBreaks::get()[c]); },
      expected);
}

/// UAX #15, by its definition: the decomposition of a syllable of Hangul is arithmetic.
std::vector<char32_t> canonical_decomposition(char32_t c) {
  if (c >= 0xAC00 && c < 0xAC00 + 11172) {
    const char32_t index = c - 0xAC00;
    std::vector<char32_t> jamo = {0x1100 + index / 588, 0x1161 + index % 588 / 28};
    if (index % 28 != 0) {
      jamo.push_back(0x11A7 + index % 28);
    }
    return jamo;
  }
  const std::vector<char32_t>& parts = unicode_data()[c].decomposition;
  std::vector<char32_t> all;
  for (const char32_t part : parts) {
    const std::vector<char32_t> of_part = canonical_decomposition(part);
    of_part.empty() ? all.push_back(part)
                    : static_cast<void>(all.insert(all.end(), of_part.begin(), of_part.end()));
  }
  return all;
}

std::vector<char32_t> decomposition(char32_t c) {
  const unicode::Decomposition found = unicode::decompose(c);
  return {found.code_points.begin(), found.code_points.begin() + found.size};
}

TEST(Unicode, Decompositions) {
  for (char32_t c = 0; c < kCodePoints; ++c) {
    ASSERT_EQ(decomposition(c), canonical_decomposition(c)) << static_cast<unsigned>(c);
  }
}

TEST(Unicode, Compositions) {
  const std::vector<bool> excluded = set_of("DerivedNormalizationProps.txt", "Full_Composition_Exclusion");
  std::map<std::pair<char32_t, char32_t>, char32_t> pairs;
  for (char32_t c = 0; c < kCodePoints; ++c) {
    const std::vector<char32_t>& parts = unicode_data()[c].decomposition;
    if (parts.size() == 2 && !excluded[c]) {
      pairs[{parts[0], parts[1]}] = c;
    }
    if (c >= 0xAC00 && c < 0xAC00 + 11172) {
      const std::vector<char32_t> jamo = canonical_decomposition(c);
      const char32_t without_trailing = c - (c - 0xAC00) % 28;
      const std::pair<char32_t, char32_t> parts_of_syllable =
          jamo.size() == 2 ? std::pair(jamo[0], jamo[1]) : std::pair(without_trailing, jamo[2]);
      pairs[parts_of_syllable] = c;
    }
  }
  for (const auto& [parts, composite] : pairs) {
    ASSERT_EQ(unicode::compose_pair(parts.first, parts.second), composite)
        << static_cast<unsigned>(composite);
  }
  // And nothing else is composed: every starter of a pair with every second of one.
  std::vector<char32_t> seconds;
  for (const auto& [parts, composite] : pairs) {
    seconds.push_back(parts.second);
  }
  std::sort(seconds.begin(), seconds.end());
  seconds.erase(std::unique(seconds.begin(), seconds.end()), seconds.end());
  char32_t last = kCodePoints;
  for (const auto& [parts, composite] : pairs) {
    if (parts.first == last) {
      continue;
    }
    last = parts.first;
    for (const char32_t second : seconds) {
      const auto found = pairs.find({last, second});
      ASSERT_EQ(unicode::compose_pair(last, second), found == pairs.end() ? 0 : found->second)
          << static_cast<unsigned>(last) << " " << static_cast<unsigned>(second);
    }
  }
}

TEST(Unicode, BoundariesOfComposition) {
  std::vector<bool> maybe(kCodePoints);
  each_line("DerivedNormalizationProps.txt", [&](const std::vector<std::string_view>& fields) {
    if (fields.size() > 2 && fields[1] == "NFC_QC" && fields[2] == "M") {
      const std::size_t dots = fields[0].find("..");
      const char32_t first = code_point(fields[0].substr(0, dots));
      const char32_t last = dots == std::string_view::npos ? first : code_point(fields[0].substr(dots + 2));
      std::fill(maybe.begin() + first, maybe.begin() + last + 1, true);
    }
  });
  expect_same("composes_alone", unicode::composes_alone, [&](char32_t c) {
    const std::vector<char32_t> parts = canonical_decomposition(c);
    const char32_t first = parts.empty() ? c : parts[0];
    return unicode_data()[first].combining_class == 0 && !maybe[first] && !maybe[c];
  });
}

/// NFD through decompose and combining_class: columns 3 and 5 of NormalizationTest.txt are what columns 1 to
/// 3, and 4 and 5, become. (NFC of the same file: conformance/normalize_nfc_test.cpp.)
TEST(Unicode, NormalizationTest) {
  const std::string text = test::read_file(NAQI_NORMALIZATION_TEST).value_or("");
  ASSERT_FALSE(text.empty()) << NAQI_NORMALIZATION_TEST << ": install unicode-data and bzip2";
  const auto nfd = [](const std::vector<char32_t>& from) {
    std::vector<char32_t> to;
    for (const char32_t c : from) {
      const std::vector<char32_t> parts = decomposition(c);
      parts.empty() ? to.push_back(c) : static_cast<void>(to.insert(to.end(), parts.begin(), parts.end()));
    }
    for (auto begin = to.begin(); begin != to.end();) {
      const auto is_starter = [](char32_t c) { return unicode::combining_class(c) == 0; };
      const auto first = std::find_if_not(begin, to.end(), is_starter);
      const auto last = std::find_if(first, to.end(), is_starter);
      std::stable_sort(first, last, [](char32_t a, char32_t b) {
        return unicode::combining_class(a) < unicode::combining_class(b);
      });
      begin = last;
    }
    return to;
  };
  std::size_t lines = 0;
  for (std::string_view line : split(text, '\n')) {
    line = line.substr(0, line.find('#'));
    if (line.empty() || line[0] == '@') {
      continue;
    }
    const std::vector<std::string_view> fields = split(line, ';');
    std::vector<std::vector<char32_t>> columns;
    for (std::size_t i = 0; i < 5; ++i) {
      columns.push_back(code_points(fields[i]));
    }
    for (const std::size_t i : {0U, 1U, 2U}) {
      ASSERT_EQ(nfd(columns[i]), columns[2]) << line;
    }
    for (const std::size_t i : {3U, 4U}) {
      ASSERT_EQ(nfd(columns[i]), columns[4]) << line;
    }
    ++lines;
  }
  EXPECT_GT(lines, 18000U);
}

TEST(Unicode, EncodingsRoundTrip) {
  for (char32_t c = 0; c < kCodePoints; ++c) {
    std::u16string text;
    unicode::append(text, c);
    std::uint32_t at = 0;
    ASSERT_EQ(unicode::next(text, at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(unicode::previous(text, at), c);
    const std::string utf8 = unicode::utf16_to_utf8(text);
    const bool surrogate = c >= 0xD800 && c < 0xE000;
    ASSERT_EQ(unicode::utf8_to_utf16_replacing(utf8), surrogate ? u"\uFFFD" : text);
    ASSERT_EQ(unicode::valid_utf8_prefix(utf8), utf8.size());
  }
}

TEST(Unicode, InvalidUtf8) {
  for (const std::string_view bytes :
       {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5", "\xD8", "\xE2\x82"}) {
    const std::string text = "ab" + std::string(bytes);
    const auto strict = unicode::utf8_to_utf16(text);
    ASSERT_FALSE(strict);
    EXPECT_EQ(strict.error().code, ErrorCode::invalid_encoding);
    EXPECT_EQ(strict.error().position, 2U);
    EXPECT_EQ(unicode::utf8_to_utf16_replacing(text).substr(0, 3), u"ab\uFFFD");
  }
}

}  // namespace
}  // namespace naqi
