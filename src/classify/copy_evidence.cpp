#include <algorithm>

#include "classify/scene.h"

namespace naqi {
namespace {

constexpr std::uint32_t kHead = 40;    // pieces before the text, the menus of a page included
constexpr std::uint32_t kPassage = 7;  // words: a refrain or a figure of speech is shorter

std::uint64_t hash_of(const Scene& scene, Span words) noexcept {
  std::uint64_t hash = WordSet::hash({});
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    hash = WordSet::hash(scene.analysis.folded_word(word), hash);
    hash = WordSet::hash(u" ", hash);
  }
  return hash;
}

bool same_words(const Scene& scene, std::uint32_t a, std::uint32_t b, std::uint32_t count) noexcept {
  for (std::uint32_t k = 0; k < count; ++k) {
    if (scene.analysis.folded_word(a + k) != scene.analysis.folded_word(b + k)) {
      return false;
    }
  }
  return true;
}

/// «CNN - العنوان» in front of «العنوان».
void find_page_title(Scene& scene) {
  const std::uint32_t limit = std::min<std::uint32_t>(scene.count, kHead);
  for (std::uint32_t i = 0; i < limit; ++i) {
    const Span whole = scene.pieces[i].words;
    for (std::uint32_t k = 0; k < limit; ++k) {
      const Span part = scene.pieces[k].words;
      if (k == i || part.size() < 3 || part.size() >= whole.size() || whole.size() > part.size() + 8 ||
          scene.sentence[i]) {
        continue;
      }
      const bool opens = same_words(scene, part.begin, whole.begin, part.size());
      const bool ends = same_words(scene, part.begin, whole.end - part.size(), part.size());
      if (opens || ends) {
        scene.add(i, Feature::page_title);
        scene.add(k, Feature::in_page_title);
        break;
      }
    }
  }
}

}  // namespace

void look_at_copies(Scene& scene) {
  WordSet seen;
  Flags later(scene.count, 0);
  Flags first(scene.count, 0);
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    const Shape& s = scene.shape(i);
    if (scene.pieces[i].words.empty() || s.stamp_only() || s.words > 60 || s.numbers == s.words) {
      continue;
    }
    const std::uint32_t original = seen.insert(hash_of(scene, scene.pieces[i].words), i);
    if (original != i) {
      first[original] = true;
      later[i] = true;
      const bool outside = scene.in_head(i) || scene.in_tail(i);
      if (outside && original + 2 >= i && s.words >= 2 && !scene.sentence[i]) {
        scene.add(i, Feature::copy_adjacent);
      }
    }
  }
  Flags among(scene.count, 0);
  for (std::uint32_t begin = 0; begin < scene.count;) {
    std::uint32_t end = begin;
    std::uint32_t copies = 0;
    while (end < scene.count && !scene.sentence[end]) {
      copies += later[end] && scene.shape(end).words >= 3 ? 1U : 0U;
      ++end;
    }
    for (std::uint32_t i = begin; i < end && copies >= 2; ++i) {
      among[i] = true;
    }
    begin = end + 1;
  }
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    scene.add_if(later[i], i, Feature::copy_later);
    scene.add_if(!later[i] && first[i], i, Feature::copy_first);
    scene.add_if(among[i], i, Feature::run_of_copies);
  }
  // Twice is a page's doing; more often it is the text's own, a litany or a refrain.
  const auto repeats = [&](std::uint32_t i) {
    if (i == 0 || i >= scene.count) {
      return false;
    }
    const Span words = scene.pieces[i].words;
    const Span before = scene.pieces[i - 1].words;
    return words.size() >= kPassage && words.size() == before.size() &&
           same_words(scene, words.begin, before.begin, words.size());
  };
  for (std::uint32_t i = 1; i < scene.count; ++i) {
    scene.add_if(repeats(i) && !repeats(i - 1) && !repeats(i + 1), i, Feature::passage_again);
  }
  find_page_title(scene);
}

}  // namespace naqi
