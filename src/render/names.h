#pragma once

// The names that the enumerations of a Document have in its JSON, both ways: one table each.

#include <optional>
#include <string_view>

#include "naqi/document.h"
#include "naqi/render.h"

namespace naqi {

[[nodiscard]] std::string_view name(OffsetUnit unit) noexcept;
[[nodiscard]] std::string_view name(Direction direction) noexcept;
[[nodiscard]] std::string_view name(Calendar calendar) noexcept;
[[nodiscard]] std::string_view name(RelatedKind kind) noexcept;
[[nodiscard]] std::string_view name(Media media) noexcept;  ///< empty for none

[[nodiscard]] std::optional<OffsetUnit> offset_unit_of(std::string_view name) noexcept;
[[nodiscard]] std::optional<Direction> direction_of(std::string_view name) noexcept;
[[nodiscard]] std::optional<Calendar> calendar_of(std::string_view name) noexcept;
[[nodiscard]] std::optional<RelatedKind> related_kind_of(std::string_view name) noexcept;
[[nodiscard]] std::optional<Media> media_of(std::string_view name) noexcept;

}  // namespace naqi
