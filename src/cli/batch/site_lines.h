#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi::cli {

/// Counts 64-bit keys in a fixed amount of memory, never too low: a count-min sketch with conservative update
/// (Cormode and Muthukrishnan 2005; Estan and Varghese 2002). With as many cells in a row as there are keys,
/// a count is too high by one or two for a key in some hundreds.
class CountSketch {
 public:
  explicit CountSketch(std::size_t bytes);
  void add(std::uint64_t key);
  [[nodiscard]] std::uint32_t count(std::uint64_t key) const;

 private:
  static constexpr std::size_t kRows = 4;
  [[nodiscard]] std::size_t cell(std::uint64_t key, std::size_t row) const;

  std::size_t width_;  ///< of a row, a power of two
  std::vector<std::uint32_t> cells_;
};

/// Which lines recur over the documents of a site. First `count` every document, then ask; the counts of a
/// text that was seen before are left out, so a dump that has an article twice does not speak against it.
class SiteLines {
 public:
  explicit SiteLines(std::size_t bytes) : sketch_(bytes) {}

  void count(std::string_view site, std::u16string_view text);
  /// The lines of the text that at least a tenth of the site's documents have, and at least five: spans
  /// without the white space around them. Lines without a letter are none.
  [[nodiscard]] std::vector<Span> recurring(std::string_view site, std::u16string_view text) const;

 private:
  CountSketch sketch_;
};

/// "https://www.example.org/a" gives "www.example.org"; what is no address stands for itself.
[[nodiscard]] std::string_view site_of(std::string_view value);

}  // namespace naqi::cli
