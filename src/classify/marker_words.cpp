#include "classify/marker_words.h"

#include <algorithm>

#include "classify/markers.h"
#include "classify/stamps.h"
#include "lexicon/lexicon.h"

namespace naqi {

std::u16string_view stem_for_counting(std::u16string_view folded) noexcept {
  const auto starts = [&](std::u16string_view prefix) { return folded.substr(0, prefix.size()) == prefix; };
  if (folded.size() > 4 && (starts(u"\u0648") || starts(u"\u0641"))) {
    folded.remove_prefix(1);
  }
  if (folded.size() > 4 && (starts(u"\u0628\u0627\u0644") || starts(u"\u0643\u0627\u0644"))) {
    folded.remove_prefix(3);
  } else if (folded.size() > 4 && (starts(u"\u0627\u0644") || starts(u"\u0644\u0644"))) {
    folded.remove_prefix(2);
  } else if (folded.size() > 4 && (starts(u"\u0628") || starts(u"\u0644"))) {
    folded.remove_prefix(1);
  }
  constexpr std::array<std::u16string_view, 10> kEndings = {
      u"\u0647\u0627", u"\u0627\u062A", u"\u0648\u0646", u"\u064A\u0646", u"\u064A\u0647",
      u"\u0627\u0646", u"\u0643\u0645", u"\u0647",       u"\u064A",       u"\u0627"};
  for (const std::u16string_view ending : kEndings) {
    if (folded.size() >= ending.size() + 3 && folded.substr(folded.size() - ending.size()) == ending) {
      folded.remove_suffix(ending.size());
      break;
    }
  }
  return folded;
}

MarkerWords::MarkerWords(std::span<const std::u16string> switched_off) {
  struct Counts {
    std::array<std::uint16_t, kLabelCount> label{};
    std::uint16_t all = 0;
  };
  std::vector<Counts> counts;
  for (const lexicon::Entry& entry : lexicon::markers.entries()) {
    if (std::binary_search(switched_off.begin(), switched_off.end(), entry.phrase)) {
      continue;
    }
    std::uint32_t labels = 0;
    for_each_reading(entry.value,
                     [&](MarkerReading reading) { labels |= 1U << static_cast<unsigned>(reading.label); });
    constexpr std::uint32_t kRelated = (1U << static_cast<unsigned>(Label::related_link)) |
                                       (1U << static_cast<unsigned>(Label::related_list));
    labels |= (labels & kRelated) != 0 ? kRelated : 0;  // whether one link or a list, the words are the same
    for (std::u16string_view rest = entry.phrase; !rest.empty();) {
      const std::size_t space = rest.find(u' ');
      const std::u16string_view word = rest.substr(0, space);
      rest = space == std::u16string_view::npos ? std::u16string_view{} : rest.substr(space + 1);
      if (word.size() < 3 || is_number_word(word)) {
        continue;
      }
      const std::uint32_t number =
          numbers_.insert(WordSet::hash(stem_for_counting(word)), static_cast<std::uint32_t>(counts.size()));
      if (number == counts.size()) {
        counts.emplace_back();
      }
      ++counts[number].all;
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        counts[number].label[label] += static_cast<std::uint16_t>((labels >> label) & 1U);
      }
    }
  }
  labels_.resize(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      const unsigned count = counts[i].label[label];
      if (count >= 2 && count * 3 >= counts[i].all) {
        labels_[i] |= 1U << label;
      }
    }
  }
}

std::uint32_t MarkerWords::labels_of(std::u16string_view folded) const noexcept {
  const std::uint32_t number = numbers_.find(WordSet::hash(stem_for_counting(folded)));
  return number == WordSet::kNone ? 0 : labels_[number];
}

const MarkerWords& MarkerWords::all() {
  static const auto* const words = new MarkerWords({});  // never destroyed: no destructor at exit
  return *words;
}

}  // namespace naqi
