#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "classify/pieces.h"
#include "naqi/clean.h"
#include "naqi/document.h"

namespace naqi {

enum class Feature : std::uint8_t {
#define FEATURE(enumerator, name) enumerator,
#include "classify/features.inc"
#undef FEATURE
};

inline constexpr std::size_t kFeatureCount = 0
#define FEATURE(enumerator, name) +1
#include "classify/features.inc"
#undef FEATURE
    ;

/// True for evidence that speaks for the one label that it names.
[[nodiscard]] bool is_targeted(Feature feature) noexcept;

/// The name of the rule, as it stands in the reasons.
[[nodiscard]] std::string_view name(Feature feature) noexcept;

/// One thing that was seen at a piece. It speaks for or against every label, or, with a target,
/// for that label only.
struct Fact {
  static constexpr std::uint8_t kEveryLabel = 0xFF;
  Feature feature = Feature::prior;
  std::uint8_t target = kEveryLabel;
};

/// What was seen at one piece.
struct Evidence {
  std::vector<Fact> facts;
  Span marker_words;  ///< words of the marker that begins the piece; empty where there is none
  Label marker_label = Label::junk;
  bool apart = false;  ///< the text has turned to another topic and does not come back to its own
};

struct Scene;

/// The pieces of a text with all that was seen at them. Linear in the length of the text.
[[nodiscard]] Scene look_at(const Analysis& analysis, const std::vector<Piece>& pieces,
                            std::span<const std::u16string> switched_off, const Page* page);

/// Only what was seen.
[[nodiscard]] std::vector<Evidence> find_evidence(const Analysis& analysis, const std::vector<Piece>& pieces,
                                                  std::span<const std::u16string> switched_off,
                                                  const Page* page);

}  // namespace naqi
