#include "classify/scene.h"

namespace naqi {

Scene::Scene(const Analysis& analysis_, const std::vector<Piece>& pieces_,
             std::span<const std::u16string> switched_off_)
    : analysis(analysis_),
      text(analysis_.text()),
      pieces(pieces_),
      switched_off(switched_off_),
      count(static_cast<std::uint32_t>(pieces_.size())),
      evidence(pieces_.size()),
      marks(pieces_.size()),
      sentence(pieces_.size()),
      far(pieces_.size()),
      far_from(static_cast<std::uint32_t>(pieces_.size())) {
  std::uint64_t arabic = 0;
  std::uint64_t words = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    sentence[i] = shape(i).sentence();
    arabic += shape(i).arabic;
    words += shape(i).words;
    if (sentence[i]) {
      first_sentence = sentences == 0 ? i : first_sentence;
      last_sentence = i;
      ++sentences;
    }
  }
  arabic_text = arabic * 2 > words;
}

bool Scene::among_short_lines(std::uint32_t i) const noexcept {
  const auto is_short = [&](std::uint32_t k) {
    const Shape& s = shape(k);
    return s.words >= 1 && s.words <= 4 && !s.terminated && !s.colon;
  };
  return is_short(i) && ((i > 0 && is_short(i - 1)) || (i + 1 < count && is_short(i + 1)));
}

void Scene::add(std::uint32_t i, Feature feature, Label target) {
  const Fact fact{feature, static_cast<std::uint8_t>(target)};
  for (const Fact& other : evidence[i].facts) {
    if (other.feature == fact.feature && other.target == fact.target) {
      return;
    }
  }
  evidence[i].facts.push_back(fact);
}

}  // namespace naqi
