#pragma once

#include <cstdint>
#include <vector>

namespace naqi {

/// The stretch of a text where most of its running text stands, by the scores of its pieces: the maximum
/// subsequence (Pasternack and Roth, "Extracting article text from the web with maximum subsequence
/// segmentation", WWW 2009). What interrupts the text (a list, an advertisement, a caption) is inside it.
struct MainText {
  std::uint32_t begin = 0;  ///< pieces [begin, end); empty where nothing reads as running text
  std::uint32_t end = 0;
  std::int64_t score = 0;     ///< of the stretch
  std::int64_t positive = 0;  ///< of all pieces that score above 0: the running text of the document

  [[nodiscard]] bool empty() const noexcept { return begin == end; }
  [[nodiscard]] bool holds(std::uint32_t piece) const noexcept { return begin <= piece && piece < end; }
};

/// `scores` has one score for each piece, above 0 for running text. Of equal stretches the first. Linear.
[[nodiscard]] MainText find_main_text(const std::vector<std::int32_t>& scores) noexcept;

}  // namespace naqi
