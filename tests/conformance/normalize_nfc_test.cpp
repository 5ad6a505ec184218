// NormalizationTest.txt of Unicode (Debian's package unicode-data): every line through our NFC.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "naqi/normalize.h"
#include "support/shared_data.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// The columns of a line, each a sequence of code points in hexadecimal.
std::vector<std::u16string> columns(const std::string& line) {
  std::vector<std::u16string> found(1);
  for (const char* at = line.c_str(); *at != '\0' && *at != '#';) {
    if (*at == ';') {
      found.emplace_back();
      ++at;
    } else if (*at == ' ') {
      ++at;
    } else {
      char* end = nullptr;
      unicode::append(found.back(), static_cast<char32_t>(std::strtoul(at, &end, 16)));
      at = end;
    }
  }
  return found;
}

/// NFC and nothing else.
NormalizeOptions composing() {
  NormalizeOptions options;
  options.profile = Profile::corpus;
  options.settings[static_cast<std::size_t>(Operation::compose)] = Setting::on;
  return options;
}

TEST(NormalizeConformance, NormalizationTest) {
  const std::string text = test::read_file(NAQI_NORMALIZATION_TEST).value_or("");
  if (text.empty()) {
    GTEST_SKIP() << "no " << NAQI_NORMALIZATION_TEST << ": install unicode-data and bzip2";
  }
  const NormalizeOptions options = composing();
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line[0] == '#' || line[0] == '@') {
      continue;
    }
    const std::vector<std::u16string> c = columns(line);
    ASSERT_GE(c.size(), 5U) << line;
    // c2 == NFC(c1) == NFC(c2) == NFC(c3); c4 == NFC(c4) == NFC(c5)
    for (const std::size_t from : {0U, 1U, 2U}) {
      ASSERT_TRUE(normalize(c[from], options).text == c[1]) << line;
    }
    for (const std::size_t from : {3U, 4U}) {
      ASSERT_TRUE(normalize(c[from], options).text == c[3]) << line;
    }
    ++lines;
  }
  EXPECT_GT(lines, 18000U);
}

}  // namespace
}  // namespace naqi
