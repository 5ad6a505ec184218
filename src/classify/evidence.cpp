#include "classify/evidence.h"

#include <array>

#include "classify/page_evidence.h"
#include "classify/scene.h"

namespace naqi {
namespace {

/// The names in their order, each with a NUL behind it.
constexpr char kNames[] =
#define FEATURE(enumerator, name) name "\0"
#include "classify/features.inc"
#undef FEATURE
    ;

constexpr std::array<bool, kFeatureCount> kTargeted = {
#define FEATURE(enumerator, name) false,
#define TARGETED(enumerator, name) true,
#include "classify/features.inc"
#undef FEATURE
};

}  // namespace

std::string_view name(Feature feature) noexcept {
  static const std::array<std::string_view, kFeatureCount>& names = *[] {
    auto* const all = new std::array<std::string_view, kFeatureCount>;
    const char* next = kNames;
    for (std::string_view& name : *all) {
      name = next;
      next += name.size() + 1;
    }
    return all;
  }();
  return names[static_cast<std::size_t>(feature)];
}

bool is_targeted(Feature feature) noexcept { return kTargeted[static_cast<std::size_t>(feature)]; }

Scene look_at(const Analysis& analysis, const std::vector<Piece>& pieces,
              std::span<const std::u16string> switched_off, const Page* page) {
  Scene scene(analysis, pieces, switched_off);
  if (pieces.empty()) {
    return scene;
  }
  find_topics(scene);
  look_at_shapes(scene);
  look_at_markers(scene);
  find_end_of_text(scene);
  look_at_agencies(scene);
  look_at_places(scene);
  look_at_runs(scene);
  look_at_turns(scene);
  look_at_copies(scene);
  look_at_topics(scene);
  look_at_zones(scene);
  if (page != nullptr) {
    look_at_page(analysis, pieces, *page, scene.evidence);
  }
  return scene;
}

std::vector<Evidence> find_evidence(const Analysis& analysis, const std::vector<Piece>& pieces,
                                    std::span<const std::u16string> switched_off, const Page* page) {
  return std::move(look_at(analysis, pieces, switched_off, page).evidence);
}

}  // namespace naqi
