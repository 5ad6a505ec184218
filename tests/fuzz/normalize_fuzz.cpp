// Normalisation of any text: idempotent, with a map and edits that account for every unit.

#include <algorithm>
#include <array>
#include <vector>

#include "fuzz/input.h"
#include "naqi/normalize.h"

namespace {

using naqi::fuzz::require;

naqi::NormalizeOptions options_of(std::uint8_t choice) {
  using naqi::Compatibility;
  using naqi::NormalizeOptions;
  using naqi::Profile;
  constexpr std::array kProfiles{Profile::reading, Profile::search, Profile::corpus};
  constexpr std::array kCompatible{Compatibility::lucene, Compatibility::camel, Compatibility::pyarabic,
                                   Compatibility::arabert};
  const std::size_t index = choice % (kProfiles.size() + kCompatible.size());
  return index < kProfiles.size() ? NormalizeOptions::of(kProfiles[index])
                                  : NormalizeOptions::of(kCompatible[index - kProfiles.size()]);
}

/// Between changes text and source run in step; where a unit became another one there, an edit says so.
void check_map(const naqi::NormalizedText& normalized, std::u16string_view source) {
  require(normalized.map.source_size() == source.size(), "the map is over the source");
  require(normalized.map.text_size() == normalized.text.size(), "the map is over the text");
  std::vector<bool> edited(source.size());
  for (const naqi::Edit& edit : normalized.edits) {
    require(edit.source.begin <= edit.source.end && edit.source.end <= source.size(),
            "edits lie in the source");
    require(edit.text.begin <= edit.text.end && edit.text.end <= normalized.text.size(),
            "edits lie in the text");
    std::fill(edited.begin() + edit.source.begin, edited.begin() + edit.source.end, true);
  }
  const auto check_in_step = [&](std::uint32_t from, std::uint32_t to, std::uint32_t end) {
    for (; from < end; ++from, ++to) {
      require(to < normalized.text.size(), "the text is as long as the map says");
      require(edited[from] || source[from] == normalized.text[to], "what no edit names is the same");
    }
  };
  std::uint32_t source_at = 0;
  std::uint32_t text_at = 0;
  for (const naqi::OffsetMap::Change& change : normalized.map.changes()) {
    require(change.source.begin >= source_at && change.text.begin >= text_at, "changes are sorted");
    require(change.source.begin - source_at == change.text.begin - text_at,
            "text runs in step between changes");
    check_in_step(source_at, text_at, change.source.begin);
    source_at = change.source.end;
    text_at = change.text.end;
  }
  require(source.size() - source_at == normalized.text.size() - text_at, "so does the rest");
  check_in_step(source_at, text_at, static_cast<std::uint32_t>(source.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const naqi::fuzz::Input input(data, size);
  const naqi::NormalizeOptions options = options_of(input.choice);
  const naqi::NormalizedText once = naqi::normalize(input.text, options);
  check_map(once, input.text);
  // The presets that copy another tool copy its flaws too.
  if (options.compatibility == naqi::Compatibility::none) {
    require(naqi::normalize(once.text, options).text == once.text, "normalising twice changes nothing more");
  }
  return 0;
}
