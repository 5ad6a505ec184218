// Light clitics (tests/spec/segmentation.md, "Clitics"): what can be cut off without knowing the
// whole vocabulary. Word lists hold the words that decide themselves and the stems whose first or last
// letters only look like clitics; the rules hold what is left.

#include "segment/clitics.h"

#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "segment/char_class.h"

namespace naqi {
namespace {

constexpr std::uint32_t kMostLetters = 24;
constexpr std::uint32_t kMostCuts = 5;

/// A word without marks and tatweel.
struct Letters {
  std::array<char16_t, kMostLetters> plain{};       ///< as written
  std::array<char16_t, kMostLetters> folded{};      ///< as normalize/fold.h folds letters, one for one
  std::array<std::uint32_t, kMostLetters> begin{};  ///< where each stands
  std::array<bool, kMostLetters> tanwin{};          ///< whether a tanwin sits on it
  std::uint32_t size = 0;

  [[nodiscard]] std::u16string_view written(std::uint32_t from, std::uint32_t to) const noexcept {
    return {plain.data() + from, to - from};
  }
  [[nodiscard]] std::u16string_view key(std::uint32_t from, std::uint32_t to) const noexcept {
    return {folded.data() + from, to - from};
  }
};

constexpr char16_t fold_letter(char16_t c) noexcept {
  switch (c) {
    case u'أ':
    case u'إ':
    case u'آ':
    case u'\u0671': return u'ا';
    case u'ى': return u'ي';
    case u'ة': return u'ه';
    default: return c;
  }
}

/// The letters of a word; false if it holds anything but the letters of Arabic and marks.
bool read(std::u16string_view text, Span word, Letters& letters) noexcept {
  for (std::uint32_t i = word.begin; i < word.end; ++i) {
    const char16_t c = text[i];
    if (c == u'\u0640' || (c >= 0x064BU && c <= 0x0652U) || c == 0x0670U) {
      if (c >= 0x064BU && c <= 0x064DU && letters.size > 0) {
        letters.tanwin[letters.size - 1] = true;
      }
      continue;
    }
    const bool arabic = (c >= u'ء' && c <= u'غ') || (c >= u'ف' && c <= u'ي') || c == 0x0671U;
    if (!arabic || letters.size == kMostLetters) {
      return false;
    }
    letters.plain[letters.size] = c;
    letters.folded[letters.size] = fold_letter(c);
    letters.begin[letters.size] = i;
    ++letters.size;
  }
  return letters.size > 0;
}

/// What inflection, a pronoun or both can add to a stem, folded.
bool is_ending(std::u16string_view ending) noexcept {
  static constexpr std::array<std::u16string_view, 52> kEndings = {
      u"",    u"ا",  u"ات", u"اته", u"اتها", u"اتهم", u"اتي", u"اتنا", u"ان",  u"اه",  u"اها",
      u"ة",   u"ت",  u"تا", u"تان", u"ته",   u"تها",  u"تهم", u"تهما", u"تي",  u"تين", u"تنا",
      u"تم",  u"تك", u"ه",  u"ها",  u"هم",   u"هما",  u"هن",  u"و",    u"وا",  u"ون",  u"وه",
      u"وها", u"ي",  u"يا", u"يات", u"يان",  u"يه",   u"يها", u"يهم",  u"يون", u"يين", u"ين",
      u"ية",  u"ك",  u"كم", u"نا",  u"ني",   u"نه",   u"ما",  u"يته"};
  return ending.size() <= 4 && std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

/// Whether the word from `from` on is a stem of the list with an ending.
bool has_own_initial(const Letters& word, std::uint32_t from) noexcept {
  const std::uint32_t shortest = from + 2;
  for (std::uint32_t to = word.size; to >= shortest; --to) {
    if (is_ending(word.key(to, word.size)) && lexicon::clitic_stems.find(word.key(from, to)) != nullptr) {
      return true;
    }
    if (word.size - to >= 4) {
      break;
    }
  }
  return false;
}

/// The cuts of a word, as numbers of letters before them.
struct Cuts {
  std::array<std::uint32_t, kMostCuts> at{};
  std::uint32_t size = 0;

  void add(std::uint32_t cut) noexcept {
    if (size < kMostCuts) {
      at[size++] = cut;
    }
  }
};

/// Takes the cuts from the list of words; false if the part from `from` on is not in it.
bool cut_listed(const Letters& word, std::uint32_t from, Cuts& cuts) noexcept {
  const lexicon::Entry* entry = lexicon::clitic_words.find(word.key(from, word.size));
  if (entry == nullptr || (word.plain[word.size - 1] == u'ة' && entry->value.back() != '0')) {
    return false;  // no pronoun is written with ة
  }
  for (const char digit : entry->value) {
    if (digit >= '1' && digit <= '9') {
      cuts.add(from + static_cast<std::uint32_t>(digit - '0'));
    }
  }
  return true;
}

bool is_definite(const Letters& word, std::uint32_t from) noexcept {
  return word.size >= from + 4 && word.written(from, from + 2) == u"ال";
}

/// The verbal nouns of the eighth and tenth forms and their like (استخدام، اعتبار، انتظار) behind ب or ل.
bool is_derived_noun(const Letters& word, std::uint32_t from) noexcept {
  return word.size >= from + 5 && word.folded[from] == u'ا' && word.folded[from + 1] != u'ل' &&
         word.folded[from + 2] == u'ت';
}

/// Whether the first letter from `from` on is a proclitic before a word of at least three letters.
bool has_proclitic(const Letters& word, std::uint32_t from) noexcept {
  const char16_t first = word.plain[from];
  const std::uint32_t rest = word.size - from - 1;
  if (rest < 3) {
    return false;
  }
  const char16_t second = word.plain[from + 1];
  const bool article = is_definite(word, from + 1);
  switch (first) {
    case u'و':
      // «ووزير» is two, "Wollongong" is not: behind another و, only a stem that begins with one.
      return second == u'و' ? has_own_initial(word, from + 1) : !has_own_initial(word, from);
    case u'ف':
      return article ||
             (rest >= 4 && second == u'س' && (word.plain[from + 2] == u'ي' || word.plain[from + 2] == u'ت'));
    case u'ك': return article;
    case u'ب':
      if (second == u'ا') {
        return (article || is_derived_noun(word, from + 1)) && !has_own_initial(word, from);
      }
      return !has_own_initial(word, from);
    case u'ل':
      if (second == u'ل' || second == u'أ' || second == u'إ' || second == u'آ') {
        return true;
      }
      if (second == u'ا') {
        return is_derived_noun(word, from + 1) && !has_own_initial(word, from);
      }
      return !has_own_initial(word, from);
    case u'س':
      return second == u'أ' ? word.plain[from + 2] != u'ل' && word.plain[from + 2] != u'م'
                            : (second == u'ي' || second == u'ت') && !has_own_initial(word, from);
    default: return false;
  }
}

/// Whether the word is one of those that end like a pronoun; behind ل its article is no more than a ل.
bool has_own_ending(const Letters& word, std::uint32_t from) noexcept {
  return lexicon::clitic_endings.find(word.key(from, word.size)) != nullptr ||
         (word.plain[from] == u'ل' && lexicon::clitic_endings.find(word.key(from + 1, word.size)) != nullptr);
}

/// The letters of the pronoun that the word ends with; 0 if there is none. `from` is where its stem begins.
std::uint32_t pronoun(const Letters& word, std::uint32_t from) noexcept {
  if (word.tanwin[word.size - 1] || (word.size > 1 && word.tanwin[word.size - 2]) ||
      is_definite(word, from)) {
    return 0;
  }
  static constexpr std::array<std::u16string_view, 5> kPronouns = {u"هما", u"ها", u"هم", u"هن", u"ه"};
  for (const std::u16string_view ending : kPronouns) {
    const auto length = static_cast<std::uint32_t>(ending.size());
    if (word.size < from + length + 3 || word.written(word.size - length, word.size) != ending) {
      continue;
    }
    return has_own_ending(word, from) ? 0 : length;
  }
  const std::u16string_view last = word.written(word.size - 2, word.size);
  if (word.size >= from + 6 && word.plain[from] == u'ي' && (last == u"نا" || last == u"ني")) {
    return 2;  // «يمكننا»: the third person with an object
  }
  // «مدينتنا»: a verb in the first person plural ends in نا too, but hardly ever in تنا.
  return word.size >= from + 6 && word.written(word.size - 3, word.size) == u"تنا" ? 2 : 0;
}

Cuts cuts_of(const Letters& word) noexcept {
  Cuts cuts;
  std::uint32_t from = 0;
  // At most one conjunction, then at most one preposition or the particle of the future.
  for (std::uint32_t turn = 0; turn < 2; ++turn) {
    // No stem begins with these: «وإلى», «لإعلان».
    if (word.size >= from + 3 && (word.plain[from + 1] == u'إ' || word.plain[from + 1] == u'آ') &&
        (word.plain[from] == u'و' || word.plain[from] == u'ف' || word.plain[from] == u'ب' ||
         word.plain[from] == u'ل')) {
      cuts.add(++from);
      continue;
    }
    if (cut_listed(word, from, cuts)) {
      return cuts;
    }
    const char16_t first = word.plain[from];
    const bool conjunction = first == u'و' || first == u'ف';
    if ((turn == 1 && conjunction) || !has_proclitic(word, from)) {
      break;
    }
    cuts.add(++from);
    if (!conjunction) {
      break;
    }
  }
  if (from > 0 && cut_listed(word, from, cuts)) {
    return cuts;
  }
  if (const std::uint32_t length = pronoun(word, from); length > 0) {
    cuts.add(word.size - length);
  }
  return cuts;
}

}  // namespace

void split_clitics(std::u16string_view text, Span word, std::vector<Span>& out) {
  Letters letters;
  if (!read(text, word, letters)) {
    out.push_back(word);
    return;
  }
  const Cuts cuts = cuts_of(letters);
  std::uint32_t begin = word.begin;
  for (std::uint32_t i = 0; i < cuts.size; ++i) {
    if (cuts.at[i] < letters.size && letters.begin[cuts.at[i]] > begin) {
      out.push_back({begin, letters.begin[cuts.at[i]]});
      begin = letters.begin[cuts.at[i]];
    }
  }
  out.push_back({begin, word.end});
}

}  // namespace naqi
