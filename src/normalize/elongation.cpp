#include <algorithm>
#include <array>
#include <string_view>

#include "normalize/characters.h"
#include "normalize/window.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

constexpr char32_t kTatweel = 0x0640;

/// What stands on a letter or a tatweel, of any script.
bool is_mark(char32_t c) noexcept {
  return c >= 0x0300 && (is_arabic_mark(c) || is_small_sign(c) || unicode::combining_class(c) != 0);
}

/// The letters of the word that ends before item `end`: their number, and whether they are nothing
/// but particles that join the next word («و», «ال», «بال», …).
struct Stem {
  std::size_t letters = 0;
  bool proclitic = false;
};
Stem stem_before(const std::vector<Item>& items, std::size_t end) noexcept {
  constexpr std::size_t kLongest = 4;
  std::array<char16_t, kLongest> word{};
  Stem stem;
  for (std::size_t i = end; i-- > 0 && stem.letters <= kLongest;) {
    if (is_arabic_letter(items[i].c)) {
      if (stem.letters < kLongest) {
        word[kLongest - 1 - stem.letters] = static_cast<char16_t>(items[i].c);
      }
      ++stem.letters;
    } else if (!is_mark(items[i].c) && items[i].c != kTatweel) {
      break;
    }
  }
  if (stem.letters > kLongest) {
    return stem;
  }
  std::u16string_view rest(word.data() + (kLongest - stem.letters), stem.letters);
  if (rest.size() > 1 && (rest.front() == 0x0648 || rest.front() == 0x0641)) {
    rest.remove_prefix(1);
  }
  static constexpr std::u16string_view kParticles[] = {u"\u0648",
                                                       u"\u0641",
                                                       u"\u0628",
                                                       u"\u0643",
                                                       u"\u0644",
                                                       u"\u0627\u0644",
                                                       u"\u0628\u0627\u0644",
                                                       u"\u0643\u0627\u0644",
                                                       u"\u0644\u0644"};
  stem.proclitic = std::find(std::begin(kParticles), std::end(kParticles), rest) != std::end(kParticles);
  return stem;
}

/// Whether a tatweel belongs to the spelling where the run of tatweels ends before item `end`.
bool belongs(const Window& window, const Stem& stem, std::size_t end) noexcept {
  char32_t next = window.at(end);
  if (is_arabic_letter(next)) {
    return false;
  }
  if (unicode::is_decimal_digit(next) || unicode::is_letter(next)) {
    return true;  // «بـ7.9», «الـAI»
  }
  if (stem.letters == 1) {
    return true;  // «1445هـ», «جـ»: a letter named by its initial form
  }
  if (!stem.proclitic) {
    return false;
  }
  const bool spaced = is_space(next);  // «الـ CNN»
  while (is_space(next)) {
    next = window.at(++end);
  }
  if (spaced && (unicode::is_decimal_digit(next) || (unicode::is_letter(next) && !is_arabic_letter(next)))) {
    return true;
  }
  const char32_t behind = window.at(end + 1);
  const bool opens = is_opener(next) || next == U'"' || next == U'\'' || next == U'#' || next == U'@';
  return opens && behind != 0 && !is_space(behind) && !is_line_break(behind);  // «الـ«نقي»», «لـ#نقي»
}

bool is_seated_hamza(char32_t c) noexcept { return c == 0x0654 || c == 0x0655; }

}  // namespace

void remove_tatweel(Window& window, Setting small_signs) {
  const bool small_signs_go = small_signs != Setting::off;
  auto& items = window.items;
  std::size_t end = 0;   // of the run of tatweels and marks that has been decided
  std::size_t keep = 0;  // the tatweel of it that stays for what follows, if any
  bool lone = false;
  std::size_t kept_lone = 0;
  window.remove_if(Operation::remove_tatweel, [&](std::size_t i) {
    if (items[i].c != kTatweel || items[i].kept || items[i].foreign) {
      return false;
    }
    if (i >= end) {
      std::size_t count = 0;
      std::size_t last = i;
      std::size_t marked = items.size();
      for (end = i; end < items.size() && (items[end].c == kTatweel || is_mark(items[end].c)); ++end) {
        if (items[end].c == kTatweel) {
          ++count;
          last = end;
        } else if (marked == items.size() && (small_signs != Setting::all || is_seated_hamza(items[end].c))) {
          marked = last;
        }
      }
      std::size_t base = i;
      while (base > 0 && is_mark(items[base - 1].c)) {
        --base;
      }
      const bool after_letter = base > 0 && is_arabic_letter(items[base - 1].c);
      const char32_t next = window.at(end);
      lone = !after_letter && !is_arabic_letter(next);
      // A dash, or the seat of a mark that is shown by itself.
      kept_lone = marked != items.size() ? marked : count == 1 ? i : items.size();
      const Stem stem = after_letter ? stem_before(items, i) : Stem{};
      keep = belongs(window, stem, end) ? last : items.size();
    }
    if (i == keep || (lone && i == kept_lone)) {
      return false;
    }
    // «شيـٔا», «هـٰذا»: the seat of a hamza or of a superscript alef.
    for (std::size_t k = i + 1; k < end && items[k].c != kTatweel; ++k) {
      if (items[k].c == 0x0654 || (items[k].c == 0x0670 && !small_signs_go)) {
        return false;
      }
    }
    return true;
  });
}

void collapse_elongation(Window& window) {
  auto& items = window.items;
  std::size_t out = 0;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t end = i + 1;
    if (is_arabic_letter(items[i].c) && !items[i].kept) {
      while (end < items.size() && items[end].c == items[i].c && !items[end].kept) {
        ++end;
      }
    }
    if (end - i >= 3) {
      Item item = items[i];
      item.end = items[end - 1].end;
      item.mark(Operation::collapse_elongation);
      items[out++] = item;
    } else {
      for (std::size_t k = i; k < end; ++k) {
        items[out++] = items[k];
      }
    }
    i = end;
  }
  items.resize(out);
}

}  // namespace naqi::normalization
