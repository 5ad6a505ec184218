// Unicode's own test files for UAX #29, every row, in conformant mode.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/segment.h"
#include "support/shared_data.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// Where the Unicode Character Database lies: $NAQI_UNICODE_DATA, or where Debian's package unicode-data puts
/// it.
std::string unicode_data(std::string_view name) {
  const char* set = std::getenv("NAQI_UNICODE_DATA");
  std::string path = set != nullptr && *set != '\0' ? set : "/usr/share/unicode";
  return path.append("/auxiliary/").append(name);
}

struct Row {
  std::string source;
  std::u16string text;
  std::vector<Span> segments;
};

/// Rows such as `÷ 0061 × 0308 ÷ 0020 ÷  # comment`.
std::vector<Row> rows_of(const std::string& bytes) {
  std::vector<Row> rows;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string line = bytes.substr(begin, end - begin);
    begin = end + 1;
    Row row;
    row.source = line.substr(0, line.find('#'));
    std::uint32_t from = 0;
    for (std::size_t i = 0; i < row.source.size();) {
      if (row.source.compare(i, 2, "\u00F7") == 0) {
        const auto at = static_cast<std::uint32_t>(row.text.size());
        if (at > from) {
          row.segments.push_back({from, at});
        }
        from = at;
        i += 2;
      } else if (row.source.compare(i, 2, "\u00D7") == 0) {
        i += 2;
      } else if (row.source[i] == ' ' || row.source[i] == '\t') {
        ++i;
      } else {
        char* behind = nullptr;
        unicode::append(row.text, static_cast<char32_t>(std::strtoul(&row.source[i], &behind, 16)));
        i = static_cast<std::size_t>(behind - row.source.data());
      }
    }
    if (!row.text.empty()) {
      rows.push_back(row);
    }
  }
  return rows;
}

void expect_conformance(const char* file, SegmentUnit unit, std::size_t rows_at_least) {
  const auto bytes = test::read_file(unicode_data(file));
  if (!bytes) {
    GTEST_SKIP() << "no " << unicode_data(file) << ": install unicode-data or set NAQI_UNICODE_DATA";
  }
  ASSERT_NE(bytes->find("-15.0.0.txt"), std::string::npos) << "not the data of Unicode 15.0";
  const std::vector<Row> rows = rows_of(*bytes);
  EXPECT_GE(rows.size(), rows_at_least);
  SegmentOptions options;
  options.conformant = true;
  for (const Row& row : rows) {
    EXPECT_TRUE(segment(row.text, unit, options) == row.segments) << row.source;
  }
  std::printf("%s: %zu rows\n", file, rows.size());
}

TEST(Uax29, GraphemeBreakTest) { expect_conformance("GraphemeBreakTest.txt", SegmentUnit::grapheme, 602); }
TEST(Uax29, WordBreakTest) { expect_conformance("WordBreakTest.txt", SegmentUnit::word, 1823); }
TEST(Uax29, SentenceBreakTest) { expect_conformance("SentenceBreakTest.txt", SegmentUnit::sentence, 502); }

}  // namespace
}  // namespace naqi
