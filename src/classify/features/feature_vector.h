#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "classify/evidence.h"
#include "classify/main_text/main_text.h"
#include "naqi/document.h"

namespace naqi {

enum class Plain : std::uint8_t {
#define PLAIN(enumerator, name) enumerator,
#include "classify/features/plain_features.inc"
#undef PLAIN
};

inline constexpr std::size_t kPlainCount = 0
#define PLAIN(enumerator, name) +1
#include "classify/features/plain_features.inc"
#undef PLAIN
    ;

/// What the trees of the keep decision read of a piece: the plain facts, then a 1 for every rule that was
/// seen at the piece (a targeted one only where it speaks for a removed label), then for every label how
/// strongly a marker speaks for it (0 not at all).
inline constexpr std::size_t kVectorSize = kPlainCount + kFeatureCount + kLabelCount;
using FeatureVector = std::array<std::int16_t, kVectorSize>;

/// The name of a component, as it stands in trees.tsv.
[[nodiscard]] std::string component_name(std::size_t component);

struct Scene;

/// How much the piece reads as running text, in hundredths; below 0 where it does not.
[[nodiscard]] std::int32_t mass_of(const Shape& shape) noexcept;

/// Calls `visit(vector)` with the vector of each piece, in order; a vector lives as long as the call. Linear
/// in the length of the text.
void for_each_vector(const Scene& scene, const std::function<void(const FeatureVector&)>& visit);

}  // namespace naqi
