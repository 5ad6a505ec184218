#include <algorithm>

#include "classify/marker_words.h"
#include "classify/scene.h"

namespace naqi {
namespace {

template <typename Visit>
void for_each_content_word(const Scene& scene, std::uint32_t i, Visit&& visit) {
  const Span words = scene.pieces[i].words;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const std::u16string_view folded = scene.analysis.folded_word(word);
    if (folded.size() >= 3 && !is_function_word(folded) && !is_number_word(folded)) {
      visit(WordSet::hash(stem_for_counting(folded)));
    }
  }
}

/// A standfirst says in one sentence what a paragraph behind it says again.
void find_restated(Scene& scene) {
  if (scene.sentences < 3) {
    return;
  }
  const std::uint32_t opening = scene.first_sentence;
  WordSet words;
  std::uint32_t all = 0;
  for_each_content_word(scene, opening,
                        [&](std::uint64_t word) { all += words.insert(word, all) == all ? 1U : 0U; });
  if (all < 6) {
    return;
  }
  std::vector<std::uint32_t> last_seen(all, 0);
  for (std::uint32_t i = opening + 1; i <= scene.last_sentence; ++i) {
    if (!scene.sentence[i]) {
      continue;
    }
    std::uint32_t shared = 0;
    for_each_content_word(scene, i, [&](std::uint64_t word) {
      const std::uint32_t number = words.find(word);
      if (number != WordSet::kNone && last_seen[number] != i) {
        last_seen[number] = i;
        ++shared;
      }
    });
    if (shared * 10 >= all * 6) {
      scene.add(opening, Feature::restated);
      for (std::uint32_t k = opening + 1; k < scene.count; ++k) {
        if (scene.sentence[k]) {
          scene.add(k, Feature::after_restated);
          break;
        }
      }
      return;
    }
  }
}

}  // namespace

void find_topics(Scene& scene) {
  // What is far from the text lends it no words: a statement of three sentences stays far to its end.
  constexpr std::uint32_t kFewestWords = 8;
  constexpr std::uint32_t kShare = 22;   // in a hundred
  constexpr std::uint32_t kOpening = 3;  // sentences that make the topic
  WordSet words;
  std::uint32_t seen = 0;
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    if (!scene.sentence[i]) {
      continue;
    }
    std::uint32_t all = 0;
    std::uint32_t shared = 0;
    for_each_content_word(scene, i, [&](std::uint64_t word) {
      ++all;
      shared += words.find(word) != WordSet::kNone ? 1U : 0U;
    });
    scene.far[i] = ++seen > kOpening && all >= kFewestWords && shared * 100 < all * kShare;
    if (!scene.far[i]) {
      for_each_content_word(scene, i, [&](std::uint64_t word) { words.insert(word, i); });
      scene.far_from = i + 1;
    }
  }
}

void look_at_topics(Scene& scene) {
  constexpr std::uint32_t kTitleLines = 3;
  std::uint32_t turn = scene.far_from;  // the first of the sentences that are far to the end
  while (turn < scene.count && !scene.far[turn]) {
    ++turn;
  }
  WordSet words;
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    if (scene.sentence[i]) {
      for_each_content_word(scene, i, [&](std::uint64_t word) { words.insert(word, i); });
    }
  }
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    std::uint32_t all = 0;
    std::uint32_t shared = 0;
    const bool title = i < turn && i + kTitleLines >= turn && turn < scene.count;
    scene.evidence[i].apart = title || i >= turn;
    scene.add_if(!scene.sentence[i] && i > turn, i, Feature::behind_far);
    scene.add_if(!scene.sentence[i] && title, i, Feature::before_far);
    if (scene.sentence[i]) {
      scene.add_if(scene.far[i], i, Feature::topic_far);
      scene.add_if(i >= scene.far_from, i, Feature::far_to_the_end);
      continue;
    }
    for_each_content_word(scene, i, [&](std::uint64_t word) {
      ++all;
      shared += words.find(word) != WordSet::kNone ? 1U : 0U;
    });
    if (all == 0 || scene.sentences == 0) {
      continue;
    }
    const Shape& s = scene.shape(i);
    const bool plain = !s.bulleted && !s.numbered;
    if (shared == all && all <= 5) {
      scene.add(i, Feature::words_in_text);
      scene.add_if(scene.in_tail(i) && s.words <= 5 && !s.terminated && !s.colon && plain &&
                       (scene.among_short_lines(i) || s.words == 1),
                   i, Feature::tag_line);
    } else if (shared * 3 < all) {
      scene.add(i, Feature::words_not_in_text);
    }
    scene.add_if(i + 1 == scene.count && i > 0 && scene.in_tail(i) && s.headline() && s.words >= 5 &&
                     !s.bracketed && plain && shared * 2 < all && !scene.shape(i - 1).colon &&
                     !scene.shape(i - 1).bulleted && scene.pieces[i].begins_line,
                 i, Feature::lone_headline);
  }
  find_restated(scene);
}

}  // namespace naqi
