#include "normalize/tables.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "lexicon/lexicon.h"
#include "normalize/characters.h"

namespace naqi::normalization {
namespace {

#include "normalize/tables.inc"

struct Reference {
  std::string_view name;
  char16_t code = 0;
};

/// `count` code points from `first` on, each decomposing to the `size` units of the letters at `at`; where
/// there is more than one, the unit grows in step with the code point.
struct CompatibilityRun {
  char32_t first = 0;
  std::uint8_t size = 0;
  std::uint8_t count = 0;
  std::uint16_t at = 0;
};

constexpr char16_t kFirstForm = 0xFB50;

constexpr Operation operation_of(char16_t form) noexcept {
  if (between(form, 0xFD40, 0xFD4F) || form == 0xFDCF || form == 0xFDF2 || between(form, 0xFDFA, 0xFDFF)) {
    return Operation::word_ligatures;
  }
  if (between(form, 0xFE70, 0xFE7F) || between(form, 0xFC5E, 0xFC63) || between(form, 0xFCF2, 0xFCF4)) {
    return Operation::isolated_marks;
  }
  if (form >= 0xFEF5) {
    return Operation::lam_alef;
  }
  return form >= 0xFE70 ? Operation::presentation_forms_b : Operation::presentation_forms_a;
}

/// The tables as they are asked, unpacked at the first call: packed they are a third of what a web page would
/// download for them.
struct Tables {
  std::u16string letters;
  std::vector<Form> forms;             // from kFirstForm on; those of size 0 are none
  std::vector<CompatibilityRun> runs;  // sorted
  std::vector<Reference> references;   // sorted

  static const Tables& get() {
    static const Tables& instance = *new Tables;  // for the rest of the program's life
    return instance;
  }

 private:
  Tables() {
    constexpr std::string_view kPacked{kLetters, sizeof(kLetters) - 1};
    for (std::size_t i = 0; i < kPacked.size();) {
      letters.push_back(lexicon::next_unit(kPacked, i));
    }
    std::uint16_t at = 0;
    for (const std::uint8_t size : kFormSizes) {
      const auto code = static_cast<char16_t>(kFirstForm + forms.size());
      forms.push_back({code, at, size, operation_of(code)});
      at = static_cast<std::uint16_t>(at + size);
    }
    CompatibilityRun run;
    for (std::size_t i = 0; i < std::size(kRunSizes); ++i) {
      run = {run.first + kRunDistances[i], kRunSizes[i], kRunCounts[i], at};
      runs.push_back(run);
      at = static_cast<std::uint16_t>(at + run.size);
    }
    const char* name = kReferenceNames;
    for (const char16_t code : kReferenceCodes) {
      references.push_back({name, code});
      name += references.back().name.size() + 1;
    }
  }
};

}  // namespace

std::u16string_view Form::letters() const noexcept {
  return std::u16string_view(Tables::get().letters).substr(at, size);
}

const Form* find_form(char32_t c) {
  const std::size_t i = c - kFirstForm;  // huge in front of the first one
  if (i >= std::size(kFormSizes) || kFormSizes[i] == 0) {
    return nullptr;
  }
  return &Tables::get().forms[i];
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
  std::u16string units = Tables::get().letters.substr(run.at, run.size);
  units.front() = static_cast<char16_t>(units.front() + (c - run.first));
  return units;
}

char32_t find_reference(std::string_view name) noexcept {
  const std::vector<Reference>& all = Tables::get().references;
  const auto found =
      std::lower_bound(all.begin(), all.end(), name,
                       [](const Reference& each, std::string_view wanted) { return each.name < wanted; });
  return found != all.end() && found->name == name ? found->code : 0;
}

}  // namespace naqi::normalization
