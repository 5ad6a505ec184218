#include "classify/main_text/main_text.h"

namespace naqi {

MainText find_main_text(const std::vector<std::int32_t>& scores) noexcept {
  MainText best;
  std::int64_t sum = 0;
  std::uint32_t start = 0;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += scores[i];
    if (sum > best.score) {
      best.begin = start;
      best.end = i + 1;
      best.score = sum;
    }
    best.positive += scores[i] > 0 ? scores[i] : 0;
  }
  return best;
}

}  // namespace naqi
