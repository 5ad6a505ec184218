#include "render/names.h"

#include <array>

namespace naqi {
namespace {

// Each in the order of its enumeration.
constexpr std::array<std::string_view, 3> kOffsetUnits = {"utf16", "utf8", "codepoint"};
constexpr std::array<std::string_view, 2> kDirections = {"rtl", "ltr"};
constexpr std::array<std::string_view, 2> kCalendars = {"gregory", "islamic"};
constexpr std::array<std::string_view, 2> kRelatedKinds = {"inline", "list"};
constexpr std::array<std::string_view, 3> kMedia = {"", "video", "photo"};

template <typename Enum, std::size_t size>
std::optional<Enum> find(const std::array<std::string_view, size>& names, std::string_view name) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(OffsetUnit unit) noexcept { return kOffsetUnits[static_cast<std::size_t>(unit)]; }
std::string_view name(Direction direction) noexcept {
  return kDirections[static_cast<std::size_t>(direction)];
}
std::string_view name(Calendar calendar) noexcept { return kCalendars[static_cast<std::size_t>(calendar)]; }
std::string_view name(RelatedKind kind) noexcept { return kRelatedKinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Media media) noexcept { return kMedia[static_cast<std::size_t>(media)]; }

std::optional<OffsetUnit> offset_unit_of(std::string_view name) noexcept {
  return find<OffsetUnit>(kOffsetUnits, name);
}
std::optional<Direction> direction_of(std::string_view name) noexcept {
  return find<Direction>(kDirections, name);
}
std::optional<Calendar> calendar_of(std::string_view name) noexcept {
  return find<Calendar>(kCalendars, name);
}
std::optional<RelatedKind> related_kind_of(std::string_view name) noexcept {
  return find<RelatedKind>(kRelatedKinds, name);
}
std::optional<Media> media_of(std::string_view name) noexcept { return find<Media>(kMedia, name); }

}  // namespace naqi
