#include "bench/articles.h"

#include <cstdlib>

#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi::bench {

std::u16string article(std::size_t units) {
  const auto bytes = test::read_file(NAQI_REPOSITORY "/tests/bench/article.txt");
  if (!bytes || bytes->empty()) {
    std::abort();
  }
  const std::u16string paragraphs = unicode::utf8_to_utf16_replacing(*bytes);
  std::u16string text;
  text.reserve(units + paragraphs.size());
  while (text.size() < units) {
    text += paragraphs;
  }
  text.resize(text.rfind(u' ', units) + 1);
  return text;
}

}  // namespace naqi::bench
