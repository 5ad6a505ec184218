#include <string>

#include "lexicon/lexicon.h"
#include "normalize/characters.h"
#include "normalize/tables.h"
#include "normalize/window.h"
#include "unicode/break_properties.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

constexpr char16_t kAlef = 0x0627;
constexpr char16_t kHeh = 0x0647;
constexpr char16_t kWaw = 0x0648;
constexpr char16_t kAlefMaksura = 0x0649;
constexpr char16_t kYeh = 0x064A;
constexpr char16_t kMadda = 0x0653;
constexpr char16_t kHamzaAbove = 0x0654;
constexpr char16_t kHamzaBelow = 0x0655;
constexpr char16_t kFarsiYeh = 0x06CC;

bool is_mark(char32_t c) noexcept { return c >= 0x0300 && unicode::combining_class(c) != 0; }

/// The end of the marks that stand on item `i`.
std::size_t marks_end(const std::vector<Item>& items, std::size_t i) noexcept {
  do {
    ++i;
  } while (i < items.size() && is_mark(items[i].c));
  return i;
}

bool stands_on(const std::vector<Item>& items, std::size_t base, char32_t mark) noexcept {
  const std::size_t end = marks_end(items, base);
  for (std::size_t i = base + 1; i < end; ++i) {
    if (items[i].c == mark) {
      return true;
    }
  }
  return false;
}

// --- Presentation forms

bool replaces(const Form& form, const NormalizeOptions& options) noexcept {
  switch (options[form.operation]) {
    case Setting::on: return true;
    case Setting::allah: return form.code == 0xFDF2;
    default: return false;
  }
}

bool joins_word(char32_t c) noexcept { return is_arabic_letter(c) || is_arabic_mark(c); }

void insert_space(std::vector<Item>& out, std::uint32_t at, Operation operation) {
  Item space;
  space.c = U' ';
  space.begin = space.end = at;
  space.mark(operation);
  out.push_back(space);
}

void expand(const Form& form, const Item& source, bool space_before, bool space_after,
            std::vector<Item>& out) {
  if (space_before) {
    insert_space(out, source.begin, form.operation);
  }
  for (const char16_t letter : form.letters()) {
    Item item = source;
    item.c = letter;
    item.mark(form.operation);
    out.push_back(item);
  }
  if (space_after) {
    insert_space(out, source.end, form.operation);
  }
}

// --- Runs of words

/// Whether a word that ends in yeh is one of those that end in alef maksura (إلى, على, …). The word
/// ends at item `last`; a conjunction may stand in front of it.
bool ends_in_alef_maksura(const std::vector<Item>& items, std::size_t last) {
  constexpr std::size_t kLongest = 6;
  std::u16string word;
  for (std::size_t i = last + 1; i-- > 0 && word.size() < kLongest;) {
    if (is_arabic_letter(items[i].c)) {
      word.insert(word.begin(), static_cast<char16_t>(items[i].c));
    } else if (!is_arabic_mark(items[i].c)) {
      break;
    }
  }
  const auto known = [](std::u16string_view text) {
    std::u16string folded;
    for (const char16_t c : text) {
      folded.push_back(c == 0x0622 || c == 0x0623 || c == 0x0625 ? kAlef : c == kFarsiYeh ? kYeh : c);
    }
    return lexicon::final_alef_maksura.find(folded) != nullptr;
  };
  return known(word) || (!word.empty() && (word.front() == kWaw || word.front() == 0x0641) &&
                         known(std::u16string_view(word).substr(1)));
}

bool is_heh_variant(char32_t c) noexcept {
  return c == 0x06BE || c == 0x06C0 || c == 0x06C1 || c == 0x06C2 || c == 0x06D5;
}

bool applies(Setting setting, const Item& item) noexcept {
  return setting == Setting::on || (setting == Setting::runs && !item.foreign);
}

/// Removes the marks for which `gone(base, mark)` holds; `base` is the letter that they stand on.
void remove_marks_of(Window& window, Operation operation, FunctionRef<bool(char32_t, char32_t)> gone) {
  char32_t base = 0;
  window.remove_if(operation, [&](std::size_t i) {
    const Item& item = window.items[i];
    if (!is_mark(item.c)) {
      base = item.kept || item.foreign ? 0 : item.c;
      return false;
    }
    return !item.kept && base != 0 && gone(base, item.c);
  });
}

char32_t fold_alef(char32_t c) noexcept {
  return c == 0x0622 || c == 0x0623 || c == 0x0625 || between(c, 0x0671, 0x0673) ? kAlef : c;
}
char32_t fold_hamza(char32_t c) noexcept { return c == 0x0624 ? kWaw : c == 0x0626 ? kYeh : c; }

}  // namespace

void expand_forms(Window& window, const NormalizeOptions& options) {
  auto& items = window.items;
  auto& out = window.scratch;
  out.clear();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const Form* const form = item.kept ? nullptr : find_form(item.c);
    if (form == nullptr) {
      out.push_back(item);
    } else if (options[form->operation] == Setting::remove) {
      window.removals.push_back({form->operation, {item.begin, item.end}});
    } else if (replaces(*form, options)) {
      // A ligature of several words is one written word, whatever it touches.
      const bool words = form->operation == Operation::word_ligatures && form->code != 0xFDF2;
      const char32_t next = window.at(i + 1);
      const bool form_follows = find_form(next) != nullptr;
      expand(*form, item, words && !out.empty() && joins_word(out.back().c),
             words && (joins_word(next) || form_follows), out);
    } else {
      out.push_back(item);
    }
  }
  items.swap(out);
}

void remove_joiners(Window& window, bool everywhere) {
  const auto& items = window.items;
  // The last character before i that is no mark, joiner or variation selector.
  char32_t base = window.starts_line ? 0 : U' ';
  const auto other_script = [](char32_t c) {
    return c >= 0x80 && !is_arabic_letter(c) && !is_arabic_mark(c) && c != 0x0640 &&
           (unicode::is_letter(c) || unicode::is_mark(c));
  };
  window.remove_if(Operation::joiners, [&](std::size_t i) {
    const Item& item = items[i];
    if (item.c != 0x200C && item.c != 0x200D) {
      if (!is_arabic_mark(item.c) && item.c != 0xFE0F && !between(item.c, 0x1F3FB, 0x1F3FF)) {
        base = item.c;
      }
      return false;
    }
    if (item.kept || other_script(base) || (base == 0 && other_script(window.at(i + 1)))) {
      return false;
    }
    if (everywhere) {
      return true;
    }
    if (item.foreign) {
      return false;
    }
    if (item.c == 0x200D) {
      const bool emoji =
          unicode::is_extended_pictographic(base) && unicode::is_extended_pictographic(window.at(i + 1));
      std::size_t next = i + 1;
      while (is_arabic_mark(window.at(next)) && next < items.size()) {
        ++next;
      }
      const char32_t behind = window.at(next);
      const bool letter_form = (base == kHeh || is_heh_variant(base)) && !is_arabic_letter(behind) &&
                               behind != 0x0640 && behind != 0x200C && behind != 0x200D;
      return !emoji && !letter_form;
    }
    return true;
  });
}

void fold_variants(Window& window, const NormalizeOptions& options) {
  auto& items = window.items;
  const Setting kaf = options[Operation::persian_kaf];
  const Setting yeh = options[Operation::farsi_yeh];
  const Setting heh = options[Operation::heh_variants];
  const bool with_hamza = options[Operation::compose_hamza] != Setting::off;
  if (heh != Setting::off) {
    char32_t base = 0;
    window.remove_if(Operation::heh_variants, [&](std::size_t i) {
      if (!is_mark(items[i].c)) {
        base = !items[i].kept && applies(heh, items[i]) ? items[i].c : 0;
        return false;
      }
      return items[i].c == kHamzaAbove && is_heh_variant(base);
    });
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    if (item.kept) {
      continue;
    }
    if ((item.c == 0x06A9 || item.c == 0x06AA) && applies(kaf, item)) {
      window.change(item, 0x0643, Operation::persian_kaf);
    } else if (is_heh_variant(item.c) && applies(heh, item)) {
      window.change(item, kHeh, Operation::heh_variants);
    } else if (item.c == 0x06C3 && applies(heh, item)) {
      window.change(item, 0x0629, Operation::heh_variants);
    } else if (item.c == kFarsiYeh && applies(yeh, item) &&
               !(with_hamza && stands_on(items, i, kHamzaAbove))) {
      const bool final = !is_arabic_letter(window.at(marks_end(items, i)));
      window.change(item, final && ends_in_alef_maksura(items, i) ? kAlefMaksura : kYeh,
                    Operation::farsi_yeh);
    }
  }
}

void remove_marks(Window& window, bool tashkeel, Setting small_signs) {
  if (tashkeel) {
    window.remove_if(Operation::remove_tashkeel,
                     [&](std::size_t i) { return !window.items[i].kept && is_tashkeel(window.items[i].c); });
  }
  if (small_signs == Setting::on) {
    window.remove_if(Operation::remove_small_signs, [&](std::size_t i) {
      return !window.items[i].kept && is_small_sign(window.items[i].c);
    });
  } else if (small_signs == Setting::all) {
    char32_t base = 0;  // what the marks stand on
    char32_t last = 0;  // the last character that stays
    window.remove_if(Operation::remove_small_signs, [&](std::size_t i) {
      const Item& item = window.items[i];
      const bool mark = is_arabic_mark(item.c) || (item.c >= 0x0300 && unicode::combining_class(item.c) != 0);
      const bool stays = item.kept || is_tashkeel(item.c) || item.c == kHamzaAbove || item.c == kHamzaBelow ||
                         (item.c == kMadda && last == kAlef);
      if (!stays && (mark ? is_arabic_mark(item.c) || is_arabic_letter(base) : is_small_sign(item.c))) {
        return true;
      }
      base = mark ? base : item.c;
      last = item.c;
      return false;
    });
  }
}

void compose_hamza(Window& window) {
  auto& items = window.items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    if ((item.c != kFarsiYeh && item.c != kAlefMaksura) || item.kept || item.foreign) {
      continue;
    }
    // NFC joins the yeh with its hamza, unless a mark of the same class stands between them.
    const std::size_t end = marks_end(items, i);
    for (std::size_t k = i + 1; k < end; ++k) {
      if (items[k].c == kHamzaAbove) {
        window.change(item, kYeh, Operation::compose_hamza);
      } else if (unicode::combining_class(items[k].c) == 230) {
        break;
      }
    }
  }
}

void fold_letters(Window& window, const NormalizeOptions& options) {
  const bool alef = options[Operation::fold_alef] == Setting::on;
  const bool maksura = options[Operation::fold_alef_maksura] == Setting::on;
  const bool marbuta = options[Operation::fold_teh_marbuta] == Setting::on;
  const bool hamza = options[Operation::fold_hamza] == Setting::on;
  if (alef) {
    remove_marks_of(window, Operation::fold_alef, [](char32_t base, char32_t mark) {
      return fold_alef(base) == kAlef && is_hamza_mark(mark);
    });
  }
  if (hamza) {
    remove_marks_of(window, Operation::fold_hamza, [](char32_t base, char32_t mark) {
      const char32_t carrier = fold_hamza(base);
      return (carrier == kWaw || carrier == kYeh) && mark == kHamzaAbove;
    });
  }
  for (Item& item : window.items) {
    if (item.kept) {
      continue;
    }
    if (alef && fold_alef(item.c) != item.c) {
      window.change(item, kAlef, Operation::fold_alef);
    } else if (maksura && item.c == kAlefMaksura) {
      window.change(item, kYeh, Operation::fold_alef_maksura);
    } else if (marbuta && item.c == 0x0629) {
      window.change(item, kHeh, Operation::fold_teh_marbuta);
    } else if (hamza && fold_hamza(item.c) != item.c) {
      window.change(item, fold_hamza(item.c), Operation::fold_hamza);
    }
  }
}

}  // namespace naqi::normalization
