#pragma once

#include <string>

namespace naqi::bench {

/// An article of at least `units` UTF-16 units, put together from paragraphs written for this
/// purpose: news, numbers, quotations, abbreviations, a headline, some Latin, some vocalised words.
[[nodiscard]] std::u16string article(std::size_t units);

}  // namespace naqi::bench
