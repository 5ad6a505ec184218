#include "normalize/glue.h"

#include "lexicon/lexicon.h"
#include "normalize/fold.h"
#include "normalize/order.h"

namespace naqi::normalization {

bool glue::is_web_suffix(std::u16string_view word) noexcept {
  return lexicon::web_suffixes.find(fold(word)) != nullptr;
}

std::vector<GluePlace> certain_glue(std::u16string_view text) {
  std::vector<GluePlace> places;
  const auto at = [text](std::uint32_t i) -> char32_t { return text[i]; };
  const auto found = [&places](const GluePlace& place) { places.push_back(place); };
  glue::Finder(at, static_cast<std::uint32_t>(text.size()), found).run(true, true);
  sort_by_place(places, [](const GluePlace& place) { return place.position; });
  for (std::size_t i = 1; i < places.size(); ++i) {  // a word can be glued on both sides
    GluePlace& before = places[i - 1];
    GluePlace& after = places[i];
    before.after.end = std::min(before.after.end, after.position);
    after.before.begin = std::max(after.before.begin, before.position);
  }
  return places;
}

}  // namespace naqi::normalization
