// Digits, signs, punctuation and the white space around them.

#include <algorithm>

#include "normalize/characters.h"
#include "normalize/glue.h"
#include "normalize/window.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

char32_t digit(char32_t c) noexcept {
  return between(c, 0x0660, 0x0669)   ? U'0' + (c - 0x0660)
         : between(c, 0x06F0, 0x06F9) ? U'0' + (c - 0x06F0)
                                      : c;
}

char32_t number_sign(char32_t c) noexcept {
  return c == 0x066B ? U'.' : c == 0x066C ? U',' : c == 0x066A ? U'%' : c;
}

char32_t ascii_punctuation(char32_t c) noexcept {
  switch (c) {
    case 0x060C: return U',';
    case 0x061B: return U';';
    case 0x061F: return U'?';
    case 0x06D4: return U'.';
    case 0x00AB:
    case 0x00BB: return U'"';
    default: return c;
  }
}

char32_t ascii_quote(char32_t c) noexcept {
  return between(c, 0x2018, 0x201B)   ? U'\''
         : between(c, 0x201C, 0x201F) ? U'"'
         : between(c, 0x2010, 0x2015) ? U'-'
                                      : c;
}

bool is_stop(char32_t c) noexcept {
  return c == 0x060C || c == U'.' || c == 0x061B || c == 0x061F || c == U'!' || c == U':' || c == U';';
}

Item inserted_space(const Item& before, const Item& after, Operation operation) noexcept {
  Item space;
  space.c = U' ';
  space.begin = space.end = before.end;
  if (after.begin < before.end) {  // both are letters of one ligature
    space.begin = before.begin;
  }
  space.foreign = before.foreign;
  space.mark(operation);
  return space;
}

/// What a space in front of stops becomes.
enum class Verdict : std::uint8_t { stays, goes, moves };

/// The space at `i` stands in front of stops that end before item `end`.
Verdict judge(const Window& window, std::size_t i, std::size_t end, bool arabic) noexcept {
  const auto& items = window.items;
  const auto at = [&](std::size_t k) { return window.at(k); };
  if (i == 0 || items[i - 1].kept || items[i].foreign || items[i - 1].foreign || end == i + 1) {
    return Verdict::stays;
  }
  const char32_t before = items[i - 1].c;
  const bool quote = (before == U'"' || before == U'\'') && i >= 2 && !is_space(items[i - 2].c) &&
                     !is_line_break(items[i - 2].c) && !is_opener(items[i - 2].c);
  if (!is_arabic_letter(before) && !is_arabic_mark(before) && !unicode::is_decimal_digit(before) &&
      !is_closer(before) && !is_stop(before) && before != U'%' && before != 0x066A && !quote) {
    return Verdict::stays;
  }
  const char32_t first = at(i + 1);
  const char32_t last = at(end - 1);
  const char32_t next = at(end);
  if (!arabic && first != 0x060C && first != 0x061B && first != 0x061F) {
    return Verdict::stays;
  }
  if (end < items.size() && items[end].kept) {
    return Verdict::stays;
  }
  const bool face = (last == U':' || last == U';') && (next == U')' || next == U'(' || next == U'-' ||
                                                       next == U'|' || next == U'*' || next == U'/');
  if (face) {
    return Verdict::stays;
  }
  // «عاد الوفد .. وبقي الخلاف»: two dots or more between spaces part two clauses as a dash does, they end
  // none.
  bool pause = end > i + 2 && is_space(next);
  for (std::size_t k = i + 1; k < end && pause; ++k) {
    pause = at(k) == U'.';
  }
  if (pause) {
    return Verdict::stays;
  }
  if (next == 0 || is_space(next) || is_line_break(next) || is_closer(next)) {
    return Verdict::goes;
  }
  if (is_arabic_letter(next) || is_opener(next)) {
    return Verdict::moves;
  }
  if (next == U'"' || next == U'\'') {
    const char32_t behind = at(end + 1);
    return behind == 0 || is_space(behind) || is_line_break(behind) || is_stop(behind) ? Verdict::goes
                                                                                       : Verdict::moves;
  }
  return Verdict::stays;
}

}  // namespace

bool is_strong_letter(char32_t c) noexcept { return c > 0x40 && c != 0x0640 && unicode::is_letter(c); }

void fold_signs(Window& window, const NormalizeOptions& options) {
  const bool digits = options[Operation::ascii_digits] == Setting::on;
  const bool signs = options[Operation::number_signs] == Setting::on;
  const Setting punctuation = options[Operation::ascii_punctuation];
  const bool quotes = options[Operation::ascii_quotes] == Setting::on;
  bool ellipsis = false;
  for (Item& item : window.items) {
    if (item.kept || item.c < 0x80) {
      continue;
    }
    if (digits) {
      window.change(item, digit(item.c), Operation::ascii_digits);
    }
    if (signs) {
      window.change(item, number_sign(item.c), Operation::number_signs);
    }
    if (punctuation != Setting::off && ascii_punctuation(item.c) != item.c) {
      window.change(item, punctuation == Setting::drop ? U' ' : ascii_punctuation(item.c),
                    Operation::ascii_punctuation);
    }
    if (quotes) {
      window.change(item, ascii_quote(item.c), Operation::ascii_quotes);
      ellipsis = ellipsis || item.c == 0x2026;
    }
  }
  if (ellipsis) {
    auto& out = window.scratch;
    out.clear();
    for (const Item& item : window.items) {
      out.push_back(item);
      if (item.c == 0x2026 && !item.kept) {
        out.back().c = U'.';
        out.back().mark(Operation::ascii_quotes);
        out.insert(out.end(), 2, out.back());
      }
    }
    window.items.swap(out);
  }
}

void collapse_spaces(Window& window) {
  auto& items = window.items;
  std::size_t out = 0;
  const std::size_t size = items.size();
  for (std::size_t i = 0; i < size;) {
    if (!is_space(items[i].c) || items[i].kept) {
      items[out++] = items[i++];
      continue;
    }
    std::size_t end = i;
    Item space = items[i];
    while (end < size && is_space(items[end].c) && !items[end].kept) {
      space.operations |= items[end].operations;
      space.end = std::max(space.end, items[end].end);
      ++end;
    }
    const bool at_edge = (out == 0 && window.starts_line) || (out > 0 && is_line_break(items[out - 1].c)) ||
                         (end == size ? window.ends_line : is_line_break(items[end].c));
    if (at_edge) {
      window.removals.push_back({Operation::spaces, {space.begin, space.end}});
    } else {
      if (space.c != U' ' || end - i > 1) {
        space.c = U' ';
        space.mark(Operation::spaces);
      }
      items[out++] = space;
    }
    i = end;
  }
  items.resize(out);
}

void fix_spacing(Window& window) {
  auto& items = window.items;
  auto& out = window.scratch;
  out.clear();
  bool arabic = window.arabic_before;
  for (std::size_t i = 0; i < items.size();) {
    const Item& item = items[i];
    if (is_strong_letter(item.c)) {
      arabic = is_arabic_letter(item.c);
    } else if (is_line_break(item.c)) {
      arabic = false;
    }
    if (item.c != U' ' || !is_stop(window.at(i + 1))) {
      out.push_back(item);
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (is_stop(window.at(end)) && !items[end].kept) {
      ++end;
    }
    const Verdict verdict = judge(window, i, end, arabic);
    if (verdict == Verdict::stays) {
      out.push_back(item);
      ++i;
      continue;
    }
    window.removals.push_back({Operation::fix_spacing, {item.begin, item.end}});
    out.insert(out.end(), items.begin() + static_cast<std::ptrdiff_t>(i + 1),
               items.begin() + static_cast<std::ptrdiff_t>(end));
    if (verdict == Verdict::moves) {
      out.push_back(inserted_space(items[end - 1], items[end], Operation::fix_spacing));
    }
    i = end;
  }
  items.swap(out);
  window.arabic_before = arabic;
}

void separate_glued(Window& window, const NormalizeOptions& options, bool stops) {
  auto& items = window.items;
  const bool glued = options[Operation::separate_glued] == Setting::on;
  if (!glued && (!stops || options[Operation::fix_spacing] != Setting::on)) {
    return;
  }
  std::u16string text;
  text.reserve(items.size());
  for (const Item& item : items) {
    // A kept or foreign item is no letter to the rule, nor is any beyond the BMP.
    text.push_back(item.kept || item.foreign || item.c > 0xFFFF ? u'\0' : static_cast<char16_t>(item.c));
  }
  const std::vector<GluePlace> places = find_glue(text, !stops, stops);
  if (places.empty()) {
    return;
  }
  auto& out = window.scratch;
  out.clear();
  std::size_t next = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (next < places.size() && places[next].position == i) {
      out.push_back(
          inserted_space(items[i - 1], items[i], glued ? Operation::separate_glued : Operation::fix_spacing));
      ++next;
    }
    out.push_back(items[i]);
  }
  items.swap(out);
}

void arabic_punctuation(Window& window) {
  auto& items = window.items;
  for (std::size_t i = 1; i < items.size(); ++i) {
    Item& item = items[i];
    if ((item.c != U',' && item.c != U';' && item.c != U'?') || item.kept || item.foreign ||
        items[i - 1].kept || (!is_arabic_letter(items[i - 1].c) && !is_arabic_mark(items[i - 1].c))) {
      continue;
    }
    std::size_t next = i + 1;
    while (next < items.size() && items[next].c == U' ') {
      ++next;
    }
    const char32_t behind = window.at(next);
    const bool ends = behind == 0 || is_line_break(behind);
    if (is_arabic_letter(behind) || (ends && item.c != U',')) {
      const char32_t arabic = item.c == U',' ? 0x060C : item.c == U';' ? 0x061B : 0x061F;
      window.change(item, arabic, Operation::arabic_punctuation);
    }
  }
}

}  // namespace naqi::normalization
