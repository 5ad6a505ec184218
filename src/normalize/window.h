#pragma once

// A stretch of the source on its way to becoming text: the rules of normalisation work on it one
// after the other. Every function here is linear in the window.

#include <cstdint>
#include <string_view>
#include <vector>

#include "naqi/normalize.h"
#include "normalize/function_ref.h"

namespace naqi::normalization {

/// One code point, with the units of the source that it comes from. Items stand in the order of
/// the source; items of one source (a ligature's letters) share one span, inserted ones have an
/// empty span.
struct Item {
  char32_t c = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t operations = 0;  ///< what changed it: bit i is Operation i
  bool kept = false;             ///< inside a URL, an address, a hashtag or a mention
  bool foreign = false;          ///< inside a run of another language in Arabic script

  void mark(Operation operation) noexcept { operations |= 1U << static_cast<unsigned>(operation); }
};

struct Removal {
  Operation operation{};
  Span source;
};

struct Window {
  std::vector<Item> items;
  std::vector<Removal> removals;
  std::vector<Removal> reports;  ///< what could be changed and was not
  std::vector<Item> scratch;     ///< for rules that make the window longer
  bool arabic_before = false;    ///< the last letter in front of the window, on its line, is Arabic
  bool starts_line = true;       ///< nothing stands in front of the window on its line
  bool ends_line = true;         ///< nothing stands behind it
  char32_t next = 0;             ///< what stands behind it, a letter or a digit; 0 at the end

  /// The code point at `i`; behind the last one, what stands behind the window.
  [[nodiscard]] char32_t at(std::size_t i) const noexcept { return i < items.size() ? items[i].c : next; }

  void change(Item& item, char32_t to, Operation operation) noexcept {
    if (item.c != to) {
      item.c = to;
      item.mark(operation);
    }
  }

  /// Removes the items for which `gone(i)` holds. `gone` is asked once for each item, in order, and
  /// may read all of them.
  void remove_if(Operation operation, FunctionRef<bool(std::size_t)> gone);
};

// What the page did to the text.
void decode_entities(Window& window);
struct EntityAt {
  char32_t c = 0;  ///< 0: none
  std::uint32_t end = 0;
};
/// The character reference that begins with the & at `at`; «&amp;» in front of one is seen through.
[[nodiscard]] EntityAt entity_at(std::u16string_view source, std::uint32_t at) noexcept;
void repair_mojibake(Window& window, bool report_only);
void remove_invisibles(Window& window);

/// Marks URLs, e-mail addresses, hashtags and mentions as kept.
void protect(Window& window);

// Letters and marks.
void expand_forms(Window& window, const NormalizeOptions& options);
void remove_joiners(Window& window, bool everywhere);
void fold_variants(Window& window, const NormalizeOptions& options);
void remove_marks(Window& window, bool tashkeel, Setting small_signs);
void compose_hamza(Window& window);
void fold_letters(Window& window, const NormalizeOptions& options);
void compose(Window& window);

// Elongation.
void remove_tatweel(Window& window, Setting small_signs);
void collapse_elongation(Window& window);

// Digits, signs, punctuation and the space around them.
[[nodiscard]] bool is_strong_letter(char32_t c) noexcept;  ///< a letter that says what is written here
void fold_signs(Window& window, const NormalizeOptions& options);
void collapse_spaces(Window& window);
void fix_spacing(Window& window);
void separate_glued(Window& window, const NormalizeOptions& options, bool stops);
void arabic_punctuation(Window& window);

}  // namespace naqi::normalization
