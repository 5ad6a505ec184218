#include "segment/abbreviations.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "normalize/fold.h"

namespace naqi {
namespace {

/// No abbreviation is longer, its marks and tatweel included.
constexpr std::uint32_t kLongest = 24;
/// No label of the lexicon's abbreviations has more letters.
constexpr std::uint32_t kLongestLabel = 5;

std::u16string_view without_stop(std::u16string_view word) noexcept {
  return word.ends_with(u'.') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::u16string>& own) {
  for (const std::u16string& word : own) {
    own_.add(WordSet::hash(fold(without_stop(word))));
  }
}

StopMeaning Abbreviations::meaning(std::u16string_view text, std::uint32_t begin, std::uint32_t stop) const {
  const std::uint32_t limit = stop - begin > kLongest ? stop - kLongest : begin;
  std::uint32_t first = stop;
  std::uint32_t label = 0;    // letters of the label that is being read, from right to left
  std::uint32_t longest = 0;  // of all labels
  std::uint32_t stops = 0;
  while (first > limit) {
    std::uint32_t at = first;
    const CharClass c = classes_.before(text, first, at);
    if (c == CharClass::stop) {
      if (label == 0) {
        break;
      }
      ++stops;
      label = 0;
    } else if (c == CharClass::arabic || c == CharClass::letter) {
      label += text[at] == 0x0640U ? 0U : 1U;
      longest = std::max(longest, label);
      if (longest > kLongestLabel && own_.size() == 0) {
        return StopMeaning::end;
      }
    } else if (c != CharClass::mark) {
      break;
    }
    first = at;
  }
  if (first == limit && limit > begin) {
    return StopMeaning::end;  // a longer word than any abbreviation
  }
  if (first < stop && text[first] == u'.') {
    ++first;  // "..د": the word begins behind the stop
    --stops;
  }
  if (longest == 0) {
    return StopMeaning::end;
  }
  std::uint32_t before = first;
  while (before > begin && first - before < 2 && classes_.of_unit(text[before - 1]) == CharClass::space) {
    --before;
  }
  const bool behind_number = before > begin && classes_.of_unit(text[before - 1]) == CharClass::digit;
  if (first > begin && behind_number && first == before) {
    return longest == 1 ? StopMeaning::final : StopMeaning::end;  // «20م.», «1445هـ.»
  }

  std::u16string folded;
  fold_append(folded, text.substr(first, stop - first));
  if (own_.find(WordSet::hash(folded)) != WordSet::kNone) {
    return StopMeaning::inner;
  }
  if (const lexicon::Entry* entry = lexicon::abbreviations.find(folded)) {
    if (entry->value == "final") {
      return StopMeaning::final;
    }
    if (entry->value == "inner") {
      return StopMeaning::inner;
    }
    if (entry->value == "era") {
      return behind_number ? StopMeaning::final : StopMeaning::inner;
    }
    if (longest > 1) {
      return StopMeaning::number;
    }
  }
  return longest == 1 ? StopMeaning::inner : StopMeaning::end;
}

}  // namespace naqi
