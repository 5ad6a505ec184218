#include "unit/normalize_reference.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "normalize/characters.h"
#include "normalize/glue.h"
#include "normalize/language.h"
#include "normalize/tables.h"
#include "normalize/window.h"

namespace naqi::test {
namespace {

using normalization::find_form;
using normalization::Item;

struct Cp {
  char32_t c = 0;
  std::uint32_t at = 0;  // in the source, for the language of the run
  bool code = false;
  bool kept = false;
  bool foreign = false;
};
using Text = std::vector<Cp>;

const UNormalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&status);
}
bool mark(char32_t c) { return c >= 0x300 && u_getCombiningClass(static_cast<UChar32>(c)) != 0; }
bool letter(char32_t c) { return normalization::is_arabic_letter(c); }
bool arabic_mark(char32_t c) { return normalization::is_arabic_mark(c); }
bool space(char32_t c) {
  return c == 0x0B || c == 0x0C || c == '\t' || u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}
bool line_end(char32_t c) { return std::set<char32_t>{'\n', '\r', 0x85, 0x2028, 0x2029}.count(c) != 0; }
bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool stop(char32_t c) { return one_of(c, U"\u060C.\u061B\u061F!:;"); }
bool opener(char32_t c) { return one_of(c, U"\u00AB\u201C\u2018([{"); }
bool closer(char32_t c) { return one_of(c, U"\u00BB\u201D\u2019)]}"); }
bool any_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0 &&
         (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0;
}
bool any_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

char32_t at(const Text& text, std::size_t i) { return i < text.size() ? text[i].c : 0; }

void erase_at(Text& text, const std::function<bool(std::size_t)>& gone) {
  Text out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!gone(i)) {
      out.push_back(text[i]);
    }
  }
  text = out;
}

/// The marks on the base at i: their end.
std::size_t marks_end(const Text& text, std::size_t i) {
  for (++i; i < text.size() && mark(text[i].c); ++i) {
  }
  return i;
}
/// The base that the mark at i stands on, or -1.
std::ptrdiff_t base_of(const Text& text, std::size_t i) {
  auto k = static_cast<std::ptrdiff_t>(i);
  while (k >= 0 && mark(text[static_cast<std::size_t>(k)].c)) {
    --k;
  }
  return k;
}
bool carries(const Text& text, std::size_t base, char32_t wanted) {
  for (std::size_t i = base + 1; i < marks_end(text, base); ++i) {
    if (text[i].c == wanted) {
      return true;
    }
  }
  return false;
}

Text decode_utf16(std::u16string_view source) {
  Text text;
  for (std::uint32_t i = 0; i < source.size();) {
    Cp cp;
    cp.at = i;
    const char16_t unit = source[i++];
    cp.c = unit;
    if (unit >= 0xD800 && unit <= 0xDFFF) {
      if (unit < 0xDC00 && i < source.size() && source[i] >= 0xDC00 && source[i] <= 0xDFFF) {
        cp.c = 0x10000U + ((unit - 0xD800U) << 10U) + (source[i++] - 0xDC00U);
      } else {
        cp.c = 0xFFFD;
      }
    }
    text.push_back(cp);
  }
  return text;
}

void mark_code(Text& text) {
  const auto fence_at = [&](std::size_t i) {
    return at(text, i) == '`' && at(text, i + 1) == '`' && at(text, i + 2) == '`';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i].c != '`') {
      continue;
    }
    std::size_t end = i;
    if (fence_at(i)) {
      for (std::size_t k = i + 3; k < text.size() && end == i; ++k) {
        end = fence_at(k) ? k + 3 : i;
      }
    } else {
      bool ascii = false;
      for (std::size_t k = i + 1; k < text.size() && !line_end(text[k].c); ++k) {
        if (text[k].c == '`') {
          end = ascii ? k + 1 : i;
          break;
        }
        ascii = ascii || (text[k].c < 0x80 && any_letter(text[k].c));
      }
    }
    for (std::size_t k = i; k < end; ++k) {
      text[k].code = text[k].kept = true;
    }
    if (end != i) {
      i = end - 1;
    }
  }
}

/// Runs a rule of the library that works on items over the stretches between code.
void on_items(Text& text, const std::function<void(normalization::Window&)>& rule) {
  Text out;
  for (std::size_t i = 0; i < text.size();) {
    normalization::Window window;
    std::size_t end = i;
    for (; end < text.size() && text[end].code == text[i].code; ++end) {
      Item item;
      item.c = text[end].c;
      item.begin = text[end].at;
      item.end = text[end].at + 1;
      item.kept = text[end].kept;
      window.items.push_back(item);
    }
    const bool code = text[i].code;
    if (!code) {
      rule(window);
    }
    for (const Item& item : window.items) {
      out.push_back({item.c, item.begin, code, item.kept, false});
    }
    i = end;
  }
  text = out;
}

void expand_forms(Text& text, const NormalizeOptions& options) {
  Text out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto* form = text[i].kept ? nullptr : find_form(text[i].c);
    const Setting setting = form == nullptr ? Setting::off : options[form->operation];
    if (setting == Setting::remove) {
      continue;
    }
    if (setting != Setting::on && !(setting == Setting::allah && text[i].c == 0xFDF2)) {
      out.push_back(text[i]);
      continue;
    }
    Cp cp = text[i];
    const auto put = [&](char32_t c) {
      cp.c = c;
      out.push_back(cp);
    };
    const bool words = form->operation == Operation::word_ligatures && form->code != 0xFDF2;
    if (words && !out.empty() && (letter(out.back().c) || arabic_mark(out.back().c))) {
      put(' ');
    }
    for (const char16_t c : form->letters()) {
      put(c);
    }
    const char32_t next = at(text, i + 1);
    if (words && (letter(next) || arabic_mark(next) || find_form(next) != nullptr)) {
      put(' ');
    }
  }
  text = out;
}

void joiners(Text& text, bool everywhere) {
  const Text before = text;
  const auto foreign_script = [](char32_t c) {
    return c >= 0x80 && c != 0x640 && !letter(c) && !arabic_mark(c) &&
           (any_letter(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0);
  };
  erase_at(text, [&](std::size_t i) {
    const Cp& cp = before[i];
    if ((cp.c != 0x200C && cp.c != 0x200D) || cp.kept) {
      return false;
    }
    std::size_t k = i;
    char32_t base = 0;
    while (k > 0 && base == 0) {
      const char32_t c = before[--k].c;
      base = c == 0x200C || c == 0x200D || c == 0xFE0F || arabic_mark(c) || (c >= 0x1F3FB && c <= 0x1F3FF)
                 ? 0
                 : c;
    }
    const char32_t next = at(before, i + 1);
    if (foreign_script(base) || (base == 0 && foreign_script(next))) {
      return false;
    }
    if (everywhere || cp.foreign) {
      return everywhere;
    }
    const auto emoji = [](char32_t c) {
      return c >= 0xA9 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    };
    std::size_t n = i + 1;
    while (arabic_mark(at(before, n))) {
      ++n;
    }
    const char32_t behind = at(before, n);
    const bool heh = one_of(base, U"\u0647\u06BE\u06C0\u06C1\u06C2\u06D5") && !letter(behind) &&
                     behind != 0x640 && behind != 0x200C && behind != 0x200D;
    return cp.c == 0x200C || !((emoji(base) && emoji(next)) || heh);
  });
}

void tatweel(Text& text, Setting small_signs) {
  const bool small_signs_go = small_signs != Setting::off;
  const Text before = text;
  const auto is = [&](std::size_t i) { return at(before, i) == 0x640; };
  const auto on_it = [](char32_t c) { return mark(c) || arabic_mark(c) || normalization::is_small_sign(c); };
  erase_at(text, [&](std::size_t i) {
    if (!is(i) || before[i].kept || before[i].foreign) {
      return false;
    }
    // A run of tatweels begins behind anything that is no tatweel and no mark on one; what is kept
    // or foreign ends no run but is never removed itself.
    std::size_t begin = i;
    for (std::size_t k = i; k > 0 && (is(k - 1) || on_it(before[k - 1].c)); --k) {
      if (is(k - 1)) {
        if (before[k - 1].kept || before[k - 1].foreign) {
          break;
        }
        begin = k - 1;
      }
    }
    std::size_t end = begin;
    std::size_t count = 0;
    std::size_t last = begin;
    std::ptrdiff_t marked = -1;
    for (; end < before.size() && (is(end) || on_it(before[end].c)); ++end) {
      if (is(end)) {
        ++count;
        last = end;
      } else if (marked < 0 &&
                 (small_signs != Setting::all || before[end].c == 0x654 || before[end].c == 0x655)) {
        marked = static_cast<std::ptrdiff_t>(last);
      }
    }
    for (std::size_t k = i + 1; k < end && !is(k); ++k) {
      if (before[k].c == 0x654 || (before[k].c == 0x670 && !small_signs_go)) {
        return false;
      }
    }
    auto base = static_cast<std::ptrdiff_t>(begin) - 1;
    while (base >= 0 && on_it(before[static_cast<std::size_t>(base)].c)) {
      --base;
    }
    const bool after_letter = base >= 0 && letter(before[static_cast<std::size_t>(base)].c);
    const char32_t next = at(before, end);
    if (!after_letter && !letter(next)) {
      const std::size_t stays = marked >= 0  ? static_cast<std::size_t>(marked)
                                : count == 1 ? begin
                                             : before.size();
      if (i == stays) {
        return false;
      }
    }
    if (i != last || letter(next)) {
      return true;
    }
    std::u32string stem;
    if (after_letter) {
      for (std::size_t k = begin; k-- > 0 && (letter(before[k].c) || on_it(before[k].c) || is(k));) {
        if (letter(before[k].c)) {
          stem.insert(stem.begin(), before[k].c);
        }
      }
    }
    if (any_digit(next) || any_letter(next) || stem.size() == 1) {
      return false;
    }
    if (stem.size() > 1 && one_of(stem[0], U"\u0648\u0641")) {
      stem.erase(0, 1);
    }
    static const std::set<std::u32string> particles{U"\u0648",
                                                    U"\u0641",
                                                    U"\u0628",
                                                    U"\u0643",
                                                    U"\u0644",
                                                    U"\u0627\u0644",
                                                    U"\u0628\u0627\u0644",
                                                    U"\u0643\u0627\u0644",
                                                    U"\u0644\u0644"};
    if (particles.count(stem) == 0) {
      return true;
    }
    std::size_t k = end;
    while (space(at(before, k))) {
      ++k;
    }
    const char32_t first = at(before, k);
    if (k != end && (any_digit(first) || (any_letter(first) && !letter(first)))) {
      return false;
    }
    const char32_t behind = at(before, k + 1);
    return !((opener(first) || one_of(first, U"\"'#@")) && behind != 0 && !space(behind) &&
             !line_end(behind));
  });
}

bool heh_variant(char32_t c) { return one_of(c, U"\u06BE\u06C0\u06C1\u06C2\u06D5"); }

void variants(Text& text, const NormalizeOptions& options) {
  const auto applies = [&](Operation operation, const Cp& cp) {
    return !cp.kept &&
           (options[operation] == Setting::on || (options[operation] == Setting::runs && !cp.foreign));
  };
  const Text before = text;
  erase_at(text, [&](std::size_t i) {
    const std::ptrdiff_t base = base_of(before, i);
    return before[i].c == 0x654 && base >= 0 && heh_variant(before[static_cast<std::size_t>(base)].c) &&
           applies(Operation::heh_variants, before[static_cast<std::size_t>(base)]);
  });
  static const std::set<std::u32string> maksura{
      U"\u0625\u0644\u06CC", U"\u0627\u0644\u06CC", U"\u0623\u0644\u06CC", U"\u0622\u0644\u06CC",
      U"\u0639\u0644\u06CC", U"\u062D\u062A\u06CC", U"\u0644\u062F\u06CC", U"\u0633\u0648\u06CC",
      U"\u0645\u062A\u06CC", U"\u0628\u0644\u06CC", U"\u0639\u0633\u06CC"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    Cp& cp = text[i];
    if ((cp.c == 0x6A9 || cp.c == 0x6AA) && applies(Operation::persian_kaf, cp)) {
      cp.c = 0x643;
    } else if (heh_variant(cp.c) && applies(Operation::heh_variants, cp)) {
      cp.c = 0x647;
    } else if (cp.c == 0x6C3 && applies(Operation::heh_variants, cp)) {
      cp.c = 0x629;
    } else if (cp.c == 0x6CC && applies(Operation::farsi_yeh, cp) &&
               !(options[Operation::compose_hamza] == Setting::on && carries(text, i, 0x654))) {
      std::u32string word;
      for (std::size_t k = i + 1; k-- > 0 && (letter(text[k].c) || arabic_mark(text[k].c));) {
        if (letter(text[k].c)) {
          word.insert(word.begin(), text[k].c);
        }
      }
      const bool final = !letter(at(text, marks_end(text, i)));
      const bool listed = maksura.count(word) != 0 || (word.size() > 1 && one_of(word[0], U"\u0648\u0641") &&
                                                       maksura.count(word.substr(1)) != 0);
      cp.c = final && listed ? 0x649 : 0x64A;
    }
  }
}

void glue(Text& text, bool letters) {
  std::u16string units;
  for (const Cp& cp : text) {
    units.push_back(cp.kept || cp.foreign || cp.c > 0xFFFF ? u'\0' : static_cast<char16_t>(cp.c));
  }
  std::set<std::size_t> places;
  for (const auto& place : normalization::certain_glue(units)) {
    if ((place.kind != normalization::GlueKind::full_stop) == letters) {
      places.insert(place.position);
    }
  }
  Text out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (places.count(i) != 0) {
      out.push_back({U' ', text[i].at, false, false, text[i - 1].foreign});
    }
    out.push_back(text[i]);
  }
  text = out;
}

void signs(Text& text, const NormalizeOptions& options) {
  const auto on = [&](Operation operation) { return options[operation] == Setting::on; };
  Text out;
  for (Cp cp : text) {
    std::u32string to(1, cp.c);
    if (!cp.kept) {
      if (on(Operation::ascii_digits) &&
          ((cp.c >= 0x660 && cp.c <= 0x669) || (cp.c >= 0x6F0 && cp.c <= 0x6F9))) {
        to[0] = U'0' + (cp.c & 0xFU);
      }
      if (on(Operation::number_signs) && one_of(cp.c, U"\u066A\u066B\u066C")) {
        to[0] = cp.c == 0x66A ? U'%' : cp.c == 0x66B ? U'.' : U',';
      }
      const std::size_t mapped = std::u32string_view(U"\u060C\u061B\u061F\u06D4\u00AB\u00BB").find(cp.c);
      if (options[Operation::ascii_punctuation] != Setting::off && mapped != std::u32string_view::npos) {
        to[0] = options[Operation::ascii_punctuation] == Setting::drop ? U' ' : U",;?.\"\""[mapped];
      }
      if (on(Operation::ascii_quotes)) {
        if (cp.c >= 0x2018 && cp.c <= 0x201F) {
          to[0] = cp.c < 0x201C ? U'\'' : U'"';
        } else if (cp.c >= 0x2010 && cp.c <= 0x2015) {
          to[0] = U'-';
        } else if (cp.c == 0x2026) {
          to = U"...";
        }
      }
    }
    for (const char32_t c : to) {
      cp.c = c;
      out.push_back(cp);
    }
  }
  text = out;
}

void folds(Text& text, const NormalizeOptions& options) {
  const auto on = [&](Operation operation) { return options[operation] == Setting::on; };
  const Text before = text;
  erase_at(text, [&](std::size_t i) {
    const std::ptrdiff_t k = base_of(before, i);
    if (!mark(before[i].c) || before[i].kept || k < 0) {
      return false;
    }
    const Cp& base = before[static_cast<std::size_t>(k)];
    if (base.kept || base.foreign) {
      return false;
    }
    const bool alef = one_of(base.c, U"\u0627\u0622\u0623\u0625\u0671\u0672\u0673");
    const bool carrier = one_of(base.c, U"\u0648\u0624\u064A\u0626");
    return (on(Operation::fold_alef) && alef && before[i].c >= 0x653 && before[i].c <= 0x655) ||
           (on(Operation::fold_hamza) && carrier && before[i].c == 0x654);
  });
  for (Cp& cp : text) {
    if (cp.kept) {
      continue;
    }
    if (on(Operation::fold_alef) && one_of(cp.c, U"\u0622\u0623\u0625\u0671\u0672\u0673")) {
      cp.c = 0x627;
    } else if (on(Operation::fold_alef_maksura) && cp.c == 0x649) {
      cp.c = 0x64A;
    } else if (on(Operation::fold_teh_marbuta) && cp.c == 0x629) {
      cp.c = 0x647;
    } else if (on(Operation::fold_hamza) && (cp.c == 0x624 || cp.c == 0x626)) {
      cp.c = cp.c == 0x624 ? 0x648 : 0x64A;
    }
  }
}

/// Every nonspacing mark on Arabic goes, but the combining hamza, and the madda that makes a letter with its
/// alef.
void all_marks(Text& text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t base = i;
    while (base > 0 && mark(text[base - 1].c)) {
      --base;
    }
    const char32_t c = text[i].c;
    const bool on_arabic = base > 0 && normalization::is_arabic_letter(text[base - 1].c);
    const bool joins = (c >= 0x64B && c <= 0x652) || c == 0x654 || c == 0x655 ||
                       (c == 0x653 && i > 0 && text[i - 1].c == 0x627);
    const bool goes = mark(c) ? arabic_mark(c) || on_arabic : normalization::is_small_sign(c);
    if (goes && !joins && !text[i].kept) {
      text.erase(text.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

void hamza(Text& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i].c != 0x6CC && text[i].c != 0x649) || text[i].kept || text[i].foreign) {
      continue;
    }
    for (std::size_t k = i + 1; k < marks_end(text, i); ++k) {
      if (u_getCombiningClass(static_cast<UChar32>(text[k].c)) == 230) {
        text[i].c = text[k].c == 0x654 ? 0x64A : text[i].c;
        break;
      }
    }
  }
}

/// ICU's NFC, stretch by stretch, so that each stretch keeps what is known of its first code point.
void compose(Text& text) {
  Text out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && unorm2_hasBoundaryBefore(nfc(), static_cast<UChar32>(text[end].c)) == 0) {
      ++end;
    }
    std::u16string units;
    for (std::size_t k = i; k < end; ++k) {
      char16_t pair[2];
      std::int32_t n = 0;
      U16_APPEND_UNSAFE(pair, n, static_cast<UChar32>(text[k].c));
      units.append(pair, static_cast<std::size_t>(n));
    }
    std::u16string composed(units.size() * 4 + 4, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size =
        unorm2_normalize(nfc(), units.data(), static_cast<std::int32_t>(units.size()), composed.data(),
                         static_cast<std::int32_t>(composed.size()), &status);
    for (std::int32_t k = 0; k < size;) {
      UChar32 c = 0;
      U16_NEXT(composed.data(), k, size, c);
      Cp cp = text[i];
      cp.c = static_cast<char32_t>(c);
      out.push_back(cp);
    }
    i = end;
  }
  text = out;
}

void elongation(Text& text) {
  Text out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (letter(text[i].c) && !text[i].kept && end < text.size() && text[end].c == text[i].c &&
           !text[end].kept) {
      ++end;
    }
    for (std::size_t k = i; k < (end - i >= 3 ? i + 1 : end); ++k) {
      out.push_back(text[k]);
    }
    i = end;
  }
  text = out;
}

void spaces(Text& text) {
  const Text before = text;
  const auto is = [&](std::size_t i) { return i < before.size() && space(before[i].c) && !before[i].kept; };
  erase_at(text, [&](std::size_t i) {
    if (!is(i)) {
      return false;
    }
    std::size_t begin = i;
    while (begin > 0 && is(begin - 1)) {
      --begin;
    }
    std::size_t end = i;
    while (is(end)) {
      ++end;
    }
    return i != begin || begin == 0 || line_end(before[begin - 1].c) || end == before.size() ||
           line_end(before[end].c);
  });
  for (Cp& cp : text) {
    cp.c = space(cp.c) && !cp.kept ? U' ' : cp.c;
  }
}

void spacing(Text& text) {
  Text out;
  bool arabic = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text[i].c;
    if (c > 0x40 && c != 0x640 && any_letter(c)) {
      arabic = letter(c);
    } else if (line_end(c)) {
      arabic = false;
    }
    out.push_back(text[i++]);
    if (c != ' ' || out.size() < 2) {
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && stop(text[end].c) && !(end > i && text[end].kept)) {
      ++end;
    }
    const Cp& before = text[i - 2];
    const char32_t two = i >= 3 ? text[i - 3].c : U' ';
    const bool quoted = one_of(before.c, U"\"'") && !space(two) && !line_end(two) && !opener(two);
    const bool holds = letter(before.c) || arabic_mark(before.c) || any_digit(before.c) || closer(before.c) ||
                       stop(before.c) || before.c == '%' || before.c == 0x66A || quoted;
    if (end == i || before.kept || before.foreign || text[i - 1].foreign || !holds ||
        (!arabic && !one_of(text[i].c, U"\u060C\u061B\u061F")) || (end < text.size() && text[end].kept)) {
      continue;
    }
    const char32_t next = at(text, end);
    if (one_of(text[end - 1].c, U":;") && next != 0 && one_of(next, U")(-|*/")) {
      continue;
    }
    const bool pause = end >= i + 2 && next != 0 && space(next) &&
                       std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i),
                                   text.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const Cp& cp) { return cp.c == U'.'; });
    if (pause) {
      continue;
    }
    const char32_t behind = at(text, end + 1);
    const bool moves = letter(next) || opener(next) ||
                       (next != 0 && one_of(next, U"\"'") && behind != 0 && !space(behind) &&
                        !line_end(behind) && !stop(behind));
    const bool goes =
        next == 0 || space(next) || line_end(next) || closer(next) || (one_of(next, U"\"'") && !moves);
    if (!goes && !moves) {
      continue;
    }
    const Cp gap = out.back();
    out.pop_back();
    out.insert(out.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
               text.begin() + static_cast<std::ptrdiff_t>(end));
    if (moves) {
      out.push_back(gap);
    }
    i = end;
  }
  text = out;
}

void punctuation(Text& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    Cp& cp = text[i];
    if (!one_of(cp.c, U",;?") || cp.kept || cp.foreign || text[i - 1].kept ||
        !(letter(text[i - 1].c) || arabic_mark(text[i - 1].c))) {
      continue;
    }
    std::size_t k = i + 1;
    while (at(text, k) == U' ') {
      ++k;
    }
    const char32_t next = at(text, k);
    if (letter(next) || ((next == 0 || line_end(next)) && cp.c != U',')) {
      cp.c = cp.c == U',' ? 0x60C : cp.c == U';' ? 0x61B : 0x61F;
    }
  }
}

}  // namespace

std::u16string reference_normalize(std::u16string_view source, const NormalizeOptions& options) {
  const auto on = [&](Operation operation) { return options[operation] != Setting::off; };
  Text text = decode_utf16(source);
  mark_code(text);
  if (on(Operation::decode_entities)) {
    on_items(text, [](normalization::Window& window) { normalization::decode_entities(window); });
  }
  if (on(Operation::repair_mojibake)) {
    on_items(text, [](normalization::Window& window) { normalization::repair_mojibake(window, false); });
  }
  if (on(Operation::remove_invisibles)) {
    const Text before = text;
    erase_at(text, [&](std::size_t i) {
      static const std::set<char32_t> gone{0xAD,   0x61C,  0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                                           0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF};
      return !before[i].code && gone.count(before[i].c) != 0;
    });
  }
  on_items(text, [](normalization::Window& window) { normalization::protect(window); });
  if (std::count(options.settings.begin(), options.settings.end(), Setting::runs) != 0) {
    for (const Span run : normalization::foreign_runs(source, options)) {
      for (Cp& cp : text) {
        cp.foreign = cp.foreign || run.contains(cp.at);
      }
    }
  }
  expand_forms(text, options);
  if (on(Operation::joiners)) {
    joiners(text, options[Operation::joiners] == Setting::remove);
  }
  signs(text, options);
  if (on(Operation::remove_tatweel)) {
    tatweel(text, options[Operation::remove_small_signs]);
  }
  variants(text, options);
  if (on(Operation::separate_glued)) {
    glue(text, true);
  }
  {
    const Text before = text;
    erase_at(text, [&](std::size_t i) {
      return !before[i].kept &&
             ((on(Operation::remove_tashkeel) && before[i].c >= 0x64B && before[i].c <= 0x652) ||
              (on(Operation::remove_small_signs) && normalization::is_small_sign(before[i].c)));
    });
    if (options[Operation::remove_small_signs] == Setting::all) {
      all_marks(text);
    }
  }
  if (on(Operation::compose_hamza)) {
    hamza(text);
  }
  folds(text, options);
  if (on(Operation::compose)) {
    compose(text);
  }
  if (on(Operation::collapse_elongation)) {
    elongation(text);
  }
  if (on(Operation::spaces)) {
    spaces(text);
  }
  if (on(Operation::fix_spacing)) {
    spacing(text);
  }
  if (on(Operation::separate_glued) || on(Operation::fix_spacing)) {
    glue(text, false);
  }
  if (on(Operation::arabic_punctuation)) {
    punctuation(text);
  }
  std::u16string out;
  for (const Cp& cp : text) {
    char16_t pair[2];
    std::int32_t n = 0;
    U16_APPEND_UNSAFE(pair, n, static_cast<UChar32>(cp.c));
    out.append(pair, static_cast<std::size_t>(n));
  }
  return out;
}

}  // namespace naqi::test
