#include "normalize/tables.h"

#include <algorithm>

namespace naqi::normalization {
namespace {

struct Reference {
  std::string_view name;
  char16_t code;
};

/// `count` code points from `first` on, each decomposing to the `size` units at `at`; where there is
/// more than one, the unit grows in step with the code point.
struct CompatibilityRun {
  std::uint32_t first : 24;
  std::uint32_t size : 8;
  std::uint16_t count;
  std::uint16_t at;
};

#include "normalize/tables.inc"

}  // namespace

std::u16string_view Form::letters() const noexcept { return {kLetters + at, size}; }

const Form* find_form(char32_t c) noexcept {
  if (c < kForms[0].code || c > std::end(kForms)[-1].code) {
    return nullptr;
  }
  const auto* const found =
      std::lower_bound(std::begin(kForms), std::end(kForms), c,
                       [](const Form& form, char32_t code) { return form.code < code; });
  return found->code == c ? found : nullptr;
}

std::u16string compatibility_decomposition(char32_t c) {
  const auto* const after = std::upper_bound(
      std::begin(kCompatibility), std::end(kCompatibility), c,
      [](char32_t code, const CompatibilityRun& run) { return code < static_cast<char32_t>(run.first); });
  if (after == std::begin(kCompatibility) ||
      c >= static_cast<char32_t>((after - 1)->first) + (after - 1)->count) {
    return {};
  }
  const CompatibilityRun& run = *(after - 1);
  std::u16string units(kLetters + run.at, run.size);
  units.front() = static_cast<char16_t>(units.front() + (c - run.first));
  return units;
}

char32_t find_reference(std::string_view name) noexcept {
  const auto* const found =
      std::lower_bound(std::begin(kReferences), std::end(kReferences), name,
                       [](const Reference& each, std::string_view wanted) { return each.name < wanted; });
  return found != std::end(kReferences) && found->name == name ? found->code : 0;
}

}  // namespace naqi::normalization
