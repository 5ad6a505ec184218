#include "normalize/tables.h"

#include <algorithm>

namespace naqi::normalization {
namespace {

struct Reference {
  std::string_view name;
  char16_t code;
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

char32_t find_reference(std::string_view name) noexcept {
  const auto* const found =
      std::lower_bound(std::begin(kReferences), std::end(kReferences), name,
                       [](const Reference& each, std::string_view wanted) { return each.name < wanted; });
  return found != std::end(kReferences) && found->name == name ? found->code : 0;
}

}  // namespace naqi::normalization
