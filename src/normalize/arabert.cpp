// What AraBERT's v0.2 preprocessing does, step by step, its regular expressions spelled out as
// scanners that need no backtracking.

#include "normalize/arabert.h"

#include <algorithm>
#include <string_view>

#include "normalize/characters.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

/// White space and word characters as Python's `\s` and `\w` know them.
bool is_python_space(char32_t c) noexcept {
  return between(c, 0x09, 0x0D) || between(c, 0x1C, 0x20) || c == 0x85 ||
         (c >= 0xA0 && unicode::is_white_space(c));
}
bool is_python_word(char32_t c) noexcept {
  return c == U'_' || unicode::is_letter(c) || unicode::is_number(c);
}
bool contains(std::u32string_view set, char32_t c) noexcept {
  return set.find(c) != std::u32string_view::npos;
}
bool is_lower(char32_t c) noexcept { return between(c, U'a', U'z'); }

constexpr std::u32string_view kLink = U" [\u0631\u0627\u0628\u0637] ";
constexpr std::u32string_view kMail = U" [\u0628\u0631\u064A\u062F] ";
constexpr std::u32string_view kUser = U" [\u0645\u0633\u062A\u062E\u062F\u0645] ";

class Preprocessor {
 public:
  explicit Preprocessor(Window& window) noexcept : window_(window), items_(window.items) {}

  void run() {
    decode_entities(window_);
    remove_marks(window_, true, Setting::off);
    window_.remove_if(Operation::remove_tatweel, [&](std::size_t i) { return items_[i].c == 0x0640; });
    replace(kLink, [&](std::size_t i) { return any_url(i); });
    replace(kLink, [&](std::size_t i) { return scheme_url(i); });
    replace(kLink, [&](std::size_t i) {
      const auto of = [](char32_t c) { return is_ascii_alnum(c) || contains(U"_-?=%&/.~", c); };
      return starts(i, U"www") ? stop_of(i + 3, of, i) : i;
    });
    replace(kLink, [&](std::size_t i) { return dot_com(i); });
    replace(kLink, [&](std::size_t i) { return starts(i, U"http") ? word_end(i) : i; });
    replace(kLink, [&](std::size_t i) { return starts(i, U"www") ? word_end(i) : i; });
    replace(kLink, [&](std::size_t i) { return starts(i, U"://") ? i + 3 : i; });
    replace(kMail, [&](std::size_t i) { return mail(i); });
    replace(kMail, [&](std::size_t i) { return around_at(i); });
    replace(kUser, [&](std::size_t i) { return at(i) == U'@' ? stop_of(i + 1, is_python_word, i) : i; });
    replace(U" ", [&](std::size_t i) { return tag(i); });
    for (Item& item : items_) {
      window_.change(item, between(item.c, 0x0660, 0x0669) ? U'0' + (item.c - 0x0660) : item.c,
                     Operation::ascii_digits);
    }
    shorten_repetitions();
    space_out();
    space_numbers();
    for (Item& item : items_) {
      window_.change(item, item.c == U'/' ? U'-' : item.c, Operation::ascii_punctuation);
      window_.change(item, is_accepted(item.c) ? item.c : U' ', Operation::ascii_punctuation);
    }
    join_spaces();
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const noexcept { return i < items_.size() ? items_[i].c : 0; }
  [[nodiscard]] bool is_word_at(std::size_t i) const noexcept {
    return i < items_.size() && is_python_word(items_[i].c);
  }
  [[nodiscard]] bool starts(std::size_t i, std::u32string_view text) const noexcept {
    for (std::size_t k = 0; k < text.size(); ++k) {
      if (at(i + k) != text[k]) {
        return false;
      }
    }
    return true;
  }
  /// The end of the items from `i` on that are `of`; `none` if there are none.
  [[nodiscard]] std::size_t stop_of(std::size_t i, bool (*of)(char32_t), std::size_t none) const noexcept {
    std::size_t end = i;
    while (end < items_.size() && of(items_[end].c)) {
      ++end;
    }
    return end == i ? none : end;
  }
  [[nodiscard]] std::size_t word_end(std::size_t i) const noexcept {
    return stop_of(
        i, [](char32_t c) { return !is_python_space(c); }, i);
  }

  /// Replaces every match by `text`; `match(i)` is the end of what matches at i, or i.
  void replace(std::u32string_view text, FunctionRef<std::size_t(std::size_t)> match) {
    auto& out = window_.scratch;
    out.clear();
    skip_to_ = 0;
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t end = match(i);
      if (end == i) {
        out.push_back(items_[i++]);
        continue;
      }
      Item item = items_[i];
      for (std::size_t k = i; k < end; ++k) {
        item.end = std::max(item.end, items_[k].end);
        item.operations |= items_[k].operations;
      }
      item.mark(Operation::ascii_punctuation);
      const Span source{item.begin, item.end};
      for (std::size_t k = 0; k < text.size(); ++k) {
        // The spaces around a token come from nothing.
        const bool before = text.size() > 1 && k == 0;
        const bool behind = text.size() > 1 && k + 1 == text.size();
        item.c = text[k];
        item.begin = behind ? source.end : source.begin;
        item.end = before ? source.begin : source.end;
        out.push_back(item);
      }
      i = end;
    }
    items_.swap(out);
  }

  // (http(s)?://.)?(www\.)?[-a-zA-Z0-9@:%._+~#=]{2,256}\.[a-z]{2,6}\b([-a-zA-Z0-9@:%_+.~#?&/=]*)
  [[nodiscard]] std::size_t any_url(std::size_t i) const noexcept {
    std::size_t prefix = i;
    if (starts(i, U"http")) {
      const std::size_t rest = i + 4 + (at(i + 4) == U's' ? 1 : 0);
      if (starts(rest, U"://") && rest + 3 < items_.size() && at(rest + 3) != U'\n') {
        prefix = rest + 4;
      }
    }
    for (const std::size_t begin : {prefix, i}) {
      if (starts(begin, U"www.")) {
        if (const std::size_t end = domain(begin + 4); end != 0) {
          return end;
        }
      }
      if (const std::size_t end = domain(begin); end != 0) {
        return end;
      }
    }
    return i;
  }
  [[nodiscard]] std::size_t domain(std::size_t begin) const noexcept {
    constexpr std::size_t kLongest = 256;
    std::size_t end = begin;
    while (end < items_.size() && end - begin < kLongest &&
           (is_ascii_alnum(items_[end].c) || contains(U"-@:%._+~#=", items_[end].c))) {
      ++end;
    }
    for (std::size_t dot = end; dot >= begin + 2; --dot) {
      if (at(dot) != U'.') {
        continue;
      }
      std::size_t letters = dot + 1;
      while (is_lower(at(letters)) && letters - dot <= 7) {
        ++letters;
      }
      if (letters - dot >= 3 && letters - dot <= 7 && !is_word_at(letters)) {
        const auto tail = [](char32_t c) { return is_ascii_alnum(c) || contains(U"-@:%_+.~#?&/=", c); };
        return stop_of(letters, tail, letters);
      }
    }
    return 0;
  }
  // http[s]?://[a-zA-Z0-9_\-./~?=%&]+
  [[nodiscard]] std::size_t scheme_url(std::size_t i) const noexcept {
    if (!starts(i, U"http")) {
      return i;
    }
    const std::size_t rest = i + 4 + (at(i + 4) == U's' ? 1 : 0);
    const auto of = [](char32_t c) { return is_ascii_alnum(c) || contains(U"_-./~?=%&", c); };
    return starts(rest, U"://") ? stop_of(rest + 3, of, i) : i;
  }
  // [a-zA-Z]+\.com
  [[nodiscard]] std::size_t dot_com(std::size_t i) noexcept {
    if (i < skip_to_ || !is_ascii_letter(at(i))) {
      return i;
    }
    const std::size_t end = stop_of(i, is_ascii_letter, i);
    skip_to_ = end;
    return starts(end, U".com") ? end + 4 : i;
  }
  // [\w-]+@([\w-]+\.)+[\w-]+
  [[nodiscard]] std::size_t mail(std::size_t i) noexcept {
    const auto of = [](char32_t c) { return c == U'-' || is_python_word(c); };
    if (i < skip_to_ || !of(at(i)) || i >= items_.size()) {
      return i;
    }
    const std::size_t local = stop_of(i, of, i);
    skip_to_ = local;
    if (at(local) != U'@') {
      return i;
    }
    std::size_t end = stop_of(local + 1, of, i);
    bool dotted = false;
    while (end != i && at(end) == U'.') {
      const std::size_t next = stop_of(end + 1, of, i);
      if (next == i) {
        break;
      }
      end = next;
      dotted = true;
    }
    return dotted ? end : i;
  }
  // \S+@\S+
  [[nodiscard]] std::size_t around_at(std::size_t i) noexcept {
    if (i < skip_to_ || i >= items_.size() || is_python_space(items_[i].c)) {
      return i;
    }
    const std::size_t end = word_end(i);
    skip_to_ = end;
    for (std::size_t k = i + 1; k + 1 < end; ++k) {
      if (items_[k].c == U'@') {
        return end;
      }
    }
    return i;
  }
  // <br /> and </?[^>]+>
  [[nodiscard]] std::size_t tag(std::size_t i) noexcept {
    if (items_[i].c != U'<' || at(i + 1) == U'>' || i < skip_to_) {
      return i;
    }
    for (std::size_t k = i + 2; k < items_.size(); ++k) {
      if (items_[k].c == U'>') {
        return k + 1;
      }
    }
    skip_to_ = items_.size();  // no tag ends behind here
    return i;
  }

  // (\D)\1{2,} becomes \1\1
  void shorten_repetitions() {
    window_.remove_if(Operation::collapse_elongation, [&](std::size_t i) {
      return i >= 2 && items_[i].c == items_[i - 1].c && items_[i].c == items_[i - 2].c &&
             !unicode::is_decimal_digit(items_[i].c);
    });
  }

  [[nodiscard]] Item space(std::uint32_t place) const noexcept {
    Item item;
    item.c = U' ';
    item.begin = item.end = place;
    item.mark(Operation::fix_spacing);
    return item;
  }

  /// A space on both sides of all but letters, digits and square brackets.
  void space_out() {
    auto& out = window_.scratch;
    out.clear();
    for (const Item& item : items_) {
      const char32_t c = item.c;
      if (is_ascii_alnum(c) || c == U'[' || c == U']' || is_spaced_letter(c) || between(c, 0x0660, 0x0669)) {
        out.push_back(item);
      } else {
        out.push_back(space(item.begin));
        out.push_back(item);
        out.push_back(space(item.end));
      }
    }
    items_.swap(out);
  }
  static bool is_spaced_letter(char32_t c) noexcept {
    return between(c, 0x0621, 0x063A) || between(c, 0x0641, 0x064A);
  }

  /// A space around a number that touches a word, and around the word.
  void space_numbers() {
    auto& out = window_.scratch;
    out.clear();
    const auto is_letter = [](char32_t c) { return is_spaced_letter(c) || between(c, 0x0660, 0x066C); };
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const bool joins = i > 0 && ((is_ascii_digit(items_[i - 1].c) && is_letter(items_[i].c)) ||
                                   (is_letter(items_[i - 1].c) && is_ascii_digit(items_[i].c)));
      if (joins) {
        out.push_back(space(items_[i - 1].end));
      }
      out.push_back(items_[i]);
    }
    items_.swap(out);
  }

  /// The characters of AraBERT's vocabulary.
  static bool is_accepted(char32_t c) noexcept {
    return is_ascii_alnum(c) || between(c, 0x0621, 0x063A) || between(c, 0x0640, 0x066C) ||
           between(c, 0x0671, 0x0674) || is_python_space(c) ||
           contains(
               U"[]!\"#$%'()*+,.:;-<=\u00B7>?@\\^_`{|}~"
               U"\u2014\u066A\u2019\u060C\u061F\u0B4D\u201C\u061B\u201D\u06DA"
               U"\u00BB\u00AB\u2013\u2026\u2018",
               c);
  }

  void join_spaces() {
    std::size_t out = 0;
    bool pending = false;
    Item gap;
    for (const Item& item : items_) {
      if (is_python_space(item.c)) {
        if (!pending) {
          gap = item;
        } else {
          gap.end = std::max(gap.end, item.end);
          gap.operations |= item.operations;
        }
        pending = true;
        continue;
      }
      if (pending && out > 0) {
        gap.c = U' ';
        gap.mark(Operation::spaces);
        joined_.push_back(gap);
      } else if (pending && gap.begin != gap.end) {
        window_.removals.push_back({Operation::spaces, {gap.begin, gap.end}});
      }
      pending = false;
      joined_.push_back(item);
      ++out;
    }
    if (pending && gap.begin != gap.end) {
      window_.removals.push_back({Operation::spaces, {gap.begin, gap.end}});
    }
    items_.swap(joined_);
  }

  Window& window_;
  std::vector<Item>& items_;
  std::vector<Item> joined_;
  std::size_t skip_to_ = 0;  ///< a scanner found nothing up to here
};

}  // namespace

void arabert(Window& window) { Preprocessor(window).run(); }

}  // namespace naqi::normalization
