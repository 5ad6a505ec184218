#include "classify/markers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lexicon/lexicon.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

constexpr std::array<std::string_view, kMarkerRoleCount> kRoles = {
    "alone", "weak",  "number", "menu", "network", "colon",
    "line",  "short", "inline", "tail", "bracket", "any",
};

std::string_view cut(std::string_view& text, char separator) noexcept {
  const std::size_t at = text.find(separator);
  const std::string_view part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return part;
}

}  // namespace

MarkerReading next_reading(std::string_view& value) noexcept {
  MarkerReading reading;
  std::string_view roles = cut(value, ';');
  const std::string_view label = cut(roles, ':');
  reading.label = label_of(label).value_or(Label::junk);
  while (!roles.empty()) {
    const std::string_view role = cut(roles, ',');
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
      if (kRoles[i] == role) {
        reading.roles = static_cast<std::uint16_t>(reading.roles | (1U << i));
      }
    }
  }
  return reading;
}

bool joined_to_next(const Analysis& analysis, std::uint32_t word) noexcept {
  const std::u16string_view text = analysis.text();
  const std::uint32_t begin = analysis.words[word].span.end;
  const std::uint32_t end = analysis.words[word + 1].span.begin;
  if (end == begin + 1 && (text[begin] == u'.' || text[begin] == u'-')) {
    return true;
  }
  for (std::uint32_t i = begin; i < end; ++i) {
    if (text[i] != u' ' && text[i] != 0x0640 && !unicode::is_mark(text[i])) {
      return false;
    }
  }
  return true;
}

bool colon_soon(const Analysis& analysis, std::uint32_t word, std::uint32_t end) noexcept {
  const std::u16string_view text = analysis.text();
  for (std::uint32_t k = word;
       k <= word + 3 && k < analysis.words.size() && analysis.words[k].span.end <= end; ++k) {
    std::uint32_t i = analysis.words[k].span.end;
    while (i < end && text[i] == u' ') {
      ++i;
    }
    if (i < end && text[i] == u':') {
      return true;
    }
  }
  return false;
}

void markers_at(const Analysis& analysis, std::uint32_t first, std::uint32_t last,
                std::span<const std::u16string> switched_off, std::vector<MarkerHit>& hits) {
  std::uint32_t reach = first + 1;
  constexpr std::uint32_t kLongestPhrase = 10;
  while (reach < last && reach - first < kLongestPhrase && joined_to_next(analysis, reach - 1)) {
    ++reach;
  }
  const auto word = [&](std::uint32_t i) { return analysis.folded_word(first + i); };
  for (std::uint32_t count = reach - first; count > 0;) {
    const lexicon::Match match = lexicon::markers.longest(word, count);
    if (match.entry == nullptr) {
      return;
    }
    if (!std::binary_search(switched_off.begin(), switched_off.end(), match.entry->phrase)) {
      hits.push_back({first, first + match.words, match.entry->value});
    }
    count = match.words - 1;
  }
}

}  // namespace naqi
