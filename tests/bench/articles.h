#pragma once

#include <string>

namespace naqi::bench {

/// `tests/bench/article.txt` as often as needed, cut behind a word at about `units` UTF-16 units. It was
/// written for this purpose: news with numbers, quotations, abbreviations, a headline, some Latin, some
/// vocalised words.
[[nodiscard]] std::u16string article(std::size_t units);

}  // namespace naqi::bench
