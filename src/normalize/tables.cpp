#include "normalize/tables.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace naqi::normalization {
namespace {

struct Reference {
  std::string_view name;
  char16_t code;
};

/// A form without the place of its letters, which stand in kLetters in the order of the forms.
struct PackedForm {
  char16_t code;
  std::uint8_t size;
  Operation operation;
};

/// `count` code points, the first of them `distance` behind the first one of the run before, each decomposing
/// to the next `size` units of kLetters; where there is more than one, the unit grows in step with the code
/// point.
struct PackedRun {
  std::uint16_t distance;
  std::uint8_t size;
  std::uint8_t count;
};

#include "normalize/tables.inc"

struct CompatibilityRun {
  char32_t first;
  std::uint8_t size;
  std::uint8_t count;
  std::uint16_t at;
};

/// The tables with the places that their packed form leaves out: half of what a web page would download for
/// them.
struct Tables {
  std::vector<Form> forms;
  std::vector<CompatibilityRun> runs;

  static const Tables& get() {
    static const Tables& instance = *new Tables;  // for the rest of the program's life
    return instance;
  }

 private:
  Tables() {
    std::uint16_t at = 0;
    forms.reserve(std::size(kForms));
    for (const PackedForm& form : kForms) {
      forms.push_back({form.code, at, form.size, form.operation});
      at = static_cast<std::uint16_t>(at + form.size);
    }
    char32_t first = 0;
    runs.reserve(std::size(kCompatibility));
    for (const PackedRun& run : kCompatibility) {
      first += run.distance;
      runs.push_back({first, run.size, run.count, at});
      at = static_cast<std::uint16_t>(at + run.size);
    }
  }
};

}  // namespace

std::u16string_view Form::letters() const noexcept { return {kLetters + at, size}; }

const Form* find_form(char32_t c) {
  if (c < std::begin(kForms)->code || c > std::end(kForms)[-1].code) {
    return nullptr;
  }
  const std::vector<Form>& forms = Tables::get().forms;
  const auto found = std::lower_bound(forms.begin(), forms.end(), c,
                                      [](const Form& form, char32_t code) { return form.code < code; });
  return found->code == c ? &*found : nullptr;
}

std::u16string compatibility_decomposition(char32_t c) {
  const std::vector<CompatibilityRun>& runs = Tables::get().runs;
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), c,
                       [](char32_t code, const CompatibilityRun& run) { return code < run.first; });
  if (after == runs.begin() || c >= (after - 1)->first + (after - 1)->count) {
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
