#include <algorithm>

#include "classify/scene.h"

namespace naqi {
namespace {

/// Up to three words that nothing holds together.
bool is_bare(const Shape& s) noexcept {
  return s.words >= 1 && s.words <= 3 && s.function_words == 0 && !s.terminated && !s.colon && !s.bulleted &&
         !s.numbered && s.stamp_words == 0;
}

/// What lines between two sentences are, counted.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t stamps = 0;
  std::uint32_t listed = 0;
  std::uint32_t menu = 0;
  std::uint32_t names = 0;
  std::uint32_t bare = 0;
  std::uint32_t signs = 0;
  std::uint32_t headlines = 0;

  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

bool is_list_headline(const Scene& scene, std::uint32_t i) noexcept {
  const Shape& s = scene.shape(i);
  return s.headline() && !s.colon && s.stamp_words == 0 && !scene.listed(i);
}

Run run_from(const Scene& scene, std::uint32_t begin) {
  Run run{begin, begin};
  for (; run.end < scene.count && !scene.sentence[run.end]; ++run.end) {
    const Shape& s = scene.shape(run.end);
    run.stamps += s.stamp_only() || (s.stamp_words > 0 && s.words - s.stamp_words <= 3) ? 1U : 0U;
    run.listed += scene.listed(run.end) ? 1U : 0U;
    run.menu += s.menu_words > 0 && s.menu_words >= s.words ? 1U : 0U;
    run.bare += is_bare(s) ? 1U : 0U;
    run.signs += s.words == 0 ? 1U : 0U;
    run.headlines += is_list_headline(scene, run.end) ? 1U : 0U;
    run.names += s.words >= 1 && s.words <= 4 && !s.terminated && !s.colon && s.stamp_words == 0 ? 1U : 0U;
  }
  return run;
}

void look_at_run(Scene& scene, const Run& run) {
  const std::uint32_t size = run.size();
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const auto when = [&](bool condition, Feature feature) { scene.add_if(condition, i, feature); };
    when(size >= 3, Feature::run_of_three);
    const bool bare =
        scene.sentences > 0 && size >= 8 && run.bare * 10 >= size * 6 && is_bare(scene.shape(i));
    when(bare && run.end <= scene.first_sentence, Feature::run_before);
    when(bare && run.begin > scene.last_sentence && i > scene.last_sentence + 1, Feature::run_behind);
    when(run.stamps >= 2 && !(run.end <= scene.first_sentence && run.stamps < 4), Feature::run_of_stamps);
    when(run.menu >= 3 && run.menu * 3 >= size, Feature::run_of_menu);
    when(run.names >= 2 && run.names * 2 >= size && scene.among_short_lines(i), Feature::run_of_names);
    when(run.signs >= 3 && run.signs * 4 >= size, Feature::parted_by_signs);
    when(run.headlines >= 3 && run.headlines * 2 >= size && is_list_headline(scene, i),
         Feature::run_of_headlines);
    const bool beside = (i > run.begin && scene.listed(i - 1)) || (i + 1 < run.end && scene.listed(i + 1));
    when(run.listed >= 2 && (scene.listed(i) || beside), Feature::in_list);
  }
}

}  // namespace

void look_at_runs(Scene& scene) {
  for (std::uint32_t i = 0; i < scene.count;) {
    if (scene.sentence[i]) {
      ++i;
      continue;
    }
    const Run run = run_from(scene, i);
    look_at_run(scene, run);
    i = run.end;
  }
}

/// Stamps with the hour that recur, with running text between them: what readers wrote.
void look_at_turns(Scene& scene) {
  std::vector<std::uint32_t> stamps;
  for (std::uint32_t i = scene.first_sentence; scene.sentences > 0 && i < scene.count; ++i) {
    const Shape& s = scene.shape(i);
    if (s.stamp_words > 0 && s.stamp.clock && s.words - s.stamp_words <= 5) {
      stamps.push_back(i);
    }
  }
  constexpr std::uint32_t kApart = 8;
  for (std::size_t begin = 0; begin < stamps.size();) {
    std::size_t end = begin + 1;
    std::uint32_t texts = 0;
    while (end < stamps.size() && stamps[end] - stamps[end - 1] <= kApart) {
      for (std::uint32_t i = stamps[end - 1] + 1; i < stamps[end]; ++i) {
        texts += scene.sentence[i] || scene.shape(i).words >= 8 ? 1U : 0U;
      }
      ++end;
    }
    const std::size_t size = end - begin;
    if (size >= 3 && std::size_t{texts} * 2 >= size) {
      const std::uint32_t first = stamps[begin] - (stamps[begin] > 0 ? 1 : 0);
      const std::uint32_t last = std::min(scene.count, stamps[end - 1] + kApart);
      for (std::uint32_t i = first; i < last; ++i) {
        scene.add(i, Feature::dated_turns);
      }
    }
    begin = end;
  }
}

}  // namespace naqi
