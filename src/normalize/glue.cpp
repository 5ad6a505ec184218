#include "normalize/glue.h"

#include <algorithm>
#include <utility>

#include "lexicon/lexicon.h"
#include "normalize/characters.h"
#include "normalize/fold.h"
#include "normalize/order.h"

namespace naqi::normalization {
namespace {

class Finder {
 public:
  explicit Finder(std::u16string_view text) : text_(text), size_(static_cast<std::uint32_t>(text.size())) {}

  std::vector<GluePlace> run(bool letters, bool stops) {
    for (std::uint32_t i = 0; i < size_;) {
      if (!is_arabic_letter(at(i))) {
        ++i;
        continue;
      }
      i = token(i, letters, stops);
    }
    return std::move(places_);
  }

 private:
  struct Word {
    std::uint32_t begin = 0, end = 0, letters = 0;
  };

  [[nodiscard]] Word word_at(std::uint32_t i) const {
    Word word{i, i, 0};
    while (word.end < size_ && (is_arabic_letter(at(word.end)) || is_arabic_mark(at(word.end)))) {
      word.letters += is_arabic_letter(at(word.end)) ? 1 : 0;
      ++word.end;
    }
    return word;
  }

  /// Words with single full stops between them: «قال.وأضاف», «د.ب.أ», «الجزيرة.نت».
  std::uint32_t token(std::uint32_t begin, bool letters, bool stops) {
    words_.clear();
    std::uint32_t i = begin;
    for (;;) {
      words_.push_back(word_at(i));
      i = words_.back().end;
      if (letters) {
        inside(words_.back());
      }
      if (i + 1 >= size_ || at(i) != U'.' || !is_arabic_letter(at(i + 1))) {
        break;
      }
      ++i;
    }
    if (stops && words_.size() > 1) {
      between();
    }
    return i;
  }

  void between() {
    // Of several parts, a short one makes it an acronym: «إم.بي.سي».
    const std::uint32_t least = words_.size() > 2 ? 3 : 2;
    for (const Word& word : words_) {
      if (word.letters < least) {
        return;
      }
    }
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      const Word& a = words_[k];
      const Word& b = words_[k + 1];
      if ((a.letters > 2 || b.letters > 2) && !is_web_suffix(b)) {
        places_.push_back(GluePlace{b.begin, {a.begin, a.end}, {b.begin, b.end}, GlueKind::full_stop});
      }
    }
  }

  /// «الجزيرة.نت», «عربي.كوم»: a name in the web.
  [[nodiscard]] bool is_web_suffix(const Word& word) const {
    char16_t letters[6] = {};
    if (word.letters > std::size(letters)) {
      return false;
    }
    std::size_t size = 0;
    for (std::uint32_t i = word.begin; i < word.end; ++i) {
      if (is_arabic_letter(at(i))) {
        letters[size++] = at(i);
      }
    }
    return lexicon::web_suffixes.find(fold({letters, size})) != nullptr;
  }

  /// The base letter at `i` and where the marks on it end.
  struct Letter {
    char32_t c = 0;
    std::uint32_t end = 0;
    bool plain = true;   ///< no hamza, no superscript alef, no Quranic sign on it
    bool hamza = false;  ///< a hamza stands above it: an alef maksura with one is a yeh
  };
  [[nodiscard]] Letter letter_at(std::uint32_t i, std::uint32_t end) const {
    Letter letter{at(i), i + 1};
    while (letter.end < end && is_arabic_mark(at(letter.end))) {
      letter.plain = letter.plain && is_tashkeel(at(letter.end));
      letter.hamza = letter.hamza || at(letter.end) == 0x0654;
      ++letter.end;
    }
    return letter;
  }

  /// A word is cut behind its teh marbutas first; an alef maksura is judged within such a part.
  void inside(const Word& word) {
    std::uint32_t part = word.begin;
    std::uint32_t letters = 0;
    for (std::uint32_t i = word.begin; i < word.end;) {
      const Letter letter = letter_at(i, word.end);
      ++letters;
      i = letter.end;
      if (letter.c == 0x0629 && letters >= 2 && i < word.end && at(i) != 0x0629) {
        maksura(part, i, letters);
        places_.push_back(GluePlace{i, {part, i}, {i, word.end}, GlueKind::teh_marbuta});
        part = i;
        letters = 0;
      }
    }
    maksura(part, word.end, letters);
  }

  /// «شىء» is a word; «تعزىز» is a yeh that lost its dots, and so is any of several; «سوىٰهن» is
  /// written with a sign on it.
  void maksura(std::uint32_t begin, std::uint32_t end, std::uint32_t letters) {
    std::uint32_t inner = 0;
    std::uint32_t place = 0;
    std::uint32_t before = 0;
    for (std::uint32_t i = begin; i < end;) {
      const Letter letter = letter_at(i, end);
      ++before;
      i = letter.end;
      if (letter.c != 0x0649 || letter.hamza || i >= end) {
        continue;
      }
      ++inner;
      const Letter next = letter_at(i, end);
      if (letter.plain && next.plain && before >= 3 && letters - before >= 3 && next.c != 0x0621 &&
          next.c != 0x0624 && next.c != 0x0626) {
        place = i;
      }
    }
    if (inner == 1 && place != 0) {
      places_.push_back(GluePlace{place, {begin, place}, {place, end}, GlueKind::alef_maksura});
    }
  }

  [[nodiscard]] char16_t at(std::uint32_t i) const noexcept { return text_[i]; }

  std::u16string_view text_;
  std::uint32_t size_;
  std::vector<GluePlace> places_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<GluePlace> find_glue(std::u16string_view text, bool inside_words, bool at_stops) {
  return Finder(text).run(inside_words, at_stops);
}

std::vector<GluePlace> certain_glue(std::u16string_view text) {
  std::vector<GluePlace> places = find_glue(text, true, true);
  sort_by_place(places, [](const GluePlace& place) { return place.position; });
  for (std::size_t i = 1; i < places.size(); ++i) {  // a word can be glued on both sides
    GluePlace& before = places[i - 1];
    GluePlace& after = places[i];
    before.after.end = std::min(before.after.end, after.position);
    after.before.begin = std::max(after.before.begin, before.position);
  }
  return places;
}

}  // namespace naqi::normalization
