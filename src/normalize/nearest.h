#pragma once

#include <span>
#include <string_view>

namespace naqi {

/// The candidate that takes the fewest letters to change into `wanted`: what was meant by a name that is
/// unknown.
[[nodiscard]] std::string_view nearest(std::string_view wanted,
                                       std::span<const std::string_view> candidates) noexcept;

}  // namespace naqi
