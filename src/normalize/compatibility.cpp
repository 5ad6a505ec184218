#include "normalize/compatibility.h"

#include <algorithm>
#include <string_view>

#include "normalize/arabert.h"
#include "normalize/characters.h"
#include "normalize/tables.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

constexpr char32_t kHamza = 0x0621;
constexpr char32_t kAlef = 0x0627;
constexpr char32_t kTatweel = 0x0640;

void map(Window& window, Operation operation, char32_t (*to)(char32_t)) {
  for (Item& item : window.items) {
    window.change(item, to(item.c), operation);
  }
}

/// Replaces items by letters that keep their source; `to` gives none where an item stays.
void expand(Window& window, Operation operation, FunctionRef<std::u16string(char32_t)> to) {
  auto& out = window.scratch;
  out.clear();
  for (const Item& item : window.items) {
    const std::u16string units = to(item.c);
    if (units.empty()) {
      out.push_back(item);
    }
    for (std::uint32_t i = 0; i < units.size();) {
      out.push_back(item);
      out.back().c = unicode::next(units, i);
      out.back().mark(operation);
    }
  }
  window.items.swap(out);
}

void remove(Window& window, Operation operation, bool (*gone)(char32_t)) {
  window.remove_if(operation, [&](std::size_t i) { return gone(window.items[i].c); });
}

char32_t fold_alef(char32_t c) noexcept { return c == 0x0622 || c == 0x0623 || c == 0x0625 ? kAlef : c; }

void lucene(Window& window) {
  remove(window, Operation::remove_tashkeel, [](char32_t c) { return is_tashkeel(c); });
  remove(window, Operation::remove_tatweel, [](char32_t c) { return c == kTatweel; });
  map(window, Operation::fold_alef, fold_alef);
  map(window, Operation::fold_alef_maksura, [](char32_t c) { return c == 0x0649 ? char32_t{0x064A} : c; });
  map(window, Operation::fold_teh_marbuta, [](char32_t c) { return c == 0x0629 ? char32_t{0x0647} : c; });
  map(window, Operation::ascii_digits, [](char32_t c) -> char32_t {
    return c > 0x7F && unicode::is_decimal_digit(c) ? U'0' + static_cast<char32_t>(unicode::digit_value(c))
                                                    : c;
  });
}

/// Only NFKC puts ریال and the basmala into other letters than CAMeL wants; it spells them itself.
std::u16string camel_decomposition(char32_t c) {
  if (c == 0xFDFC || c == 0xFDFD) {
    return std::u16string(find_form(c)->letters());
  }
  return compatibility_decomposition(c);
}

void camel(Window& window) {
  expand(window, Operation::presentation_forms_a, [](char32_t c) { return camel_decomposition(c); });
  compose(window);
  map(window, Operation::fold_alef, [](char32_t c) { return c == 0x0671 ? kAlef : fold_alef(c); });
  map(window, Operation::fold_alef_maksura, [](char32_t c) { return c == 0x0649 ? char32_t{0x064A} : c; });
  map(window, Operation::fold_teh_marbuta, [](char32_t c) { return c == 0x0629 ? char32_t{0x0647} : c; });
  remove(window, Operation::remove_tashkeel, [](char32_t c) { return is_tashkeel(c) || c == 0x0670; });
}

bool is_pyarabic_hamza(char32_t c) noexcept {
  return c == 0x0621 || c == 0x0623 || c == 0x0624 || c == 0x0625 || c == 0x0626 || c == 0x0654 ||
         c == 0x0655;
}

void pyarabic(Window& window) {
  remove(window, Operation::remove_tashkeel, [](char32_t c) { return is_tashkeel(c); });
  remove(window, Operation::remove_tatweel, [](char32_t c) { return c == kTatweel; });
  // normalize_hamza is made for one word: a madda that begins a text of three letters is read
  // otherwise than all others.
  const bool short_word = window.items.size() == 3;
  bool first = true;
  expand(window, Operation::fold_hamza, [&](char32_t c) -> std::u16string {
    const bool at_start = std::exchange(first, false);
    if (c == 0x0622) {
      return at_start && short_word ? u"\u0621\u0627" : u"\u0621\u0621";
    }
    return {};
  });
  map(window, Operation::fold_hamza, [](char32_t c) { return is_pyarabic_hamza(c) ? kHamza : c; });
  expand(window, Operation::lam_alef, [](char32_t c) -> std::u16string {
    return c == 0xFEF5 || c == 0xFEF7 || c == 0xFEF9 || c == 0xFEFB ? u"\u0644\u0627" : u"";
  });
}

}  // namespace

void apply_preset(Window& window, Compatibility preset) {
  switch (preset) {
    case Compatibility::none: return;
    case Compatibility::lucene: return lucene(window);
    case Compatibility::camel: return camel(window);
    case Compatibility::pyarabic: return pyarabic(window);
    case Compatibility::arabert: return arabert(window);
  }
}

}  // namespace naqi::normalization
