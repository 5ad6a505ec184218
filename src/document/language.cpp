#include "document/language.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

constexpr std::array<std::string_view, kLanguageCount> kCodes = {"ar", "fa", "ur", "ckb", "ps", "ug", "en",
                                                                 "fr", "es", "de", "it",  "tr", "ku"};
constexpr std::size_t kFirstLatin = static_cast<std::size_t>(Language::en);

constexpr std::uint32_t kFunctionWord = 3;
/// Less than this decides nothing for a part of a text.
constexpr std::uint32_t kLittle = 4;

struct Letter {
  char16_t letter;
  Language language;
  std::uint8_t weight;  // 3: of this language alone; 1: of this one among others
};

// Letters beyond those of Arabic and of English, by code unit. Sources: the exemplar characters of
// CLDR 42. What Persian and Urdu keyboards leave in Arabic text is Arabic again in the reading text.
constexpr Letter kLetters[] = {
    {0x00C7, Language::tr, 1},  {0x00DF, Language::de, 3},  {0x00E0, Language::fr, 1},
    {0x00E0, Language::it, 1},  {0x00E4, Language::de, 1},  {0x00E7, Language::fr, 1},
    {0x00E7, Language::tr, 1},  {0x00E8, Language::fr, 1},  {0x00E8, Language::it, 1},
    {0x00E9, Language::fr, 1},  {0x00EA, Language::fr, 1},  {0x00EA, Language::ku, 1},
    {0x00EE, Language::ku, 1},  {0x00F1, Language::es, 3},  {0x00F2, Language::it, 1},
    {0x00F3, Language::es, 1},  {0x00F6, Language::de, 1},  {0x00F6, Language::tr, 1},
    {0x00FB, Language::ku, 1},  {0x00FC, Language::de, 1},  {0x00FC, Language::tr, 1},
    {0x011F, Language::tr, 3},  {0x0130, Language::tr, 3},  {0x0131, Language::tr, 3},
    {0x0153, Language::fr, 3},  {0x015F, Language::ku, 1},  {0x015F, Language::tr, 1},
    {0x0629, Language::ar, 1},  {0x0679, Language::ur, 3},  {0x067C, Language::ps, 3},
    {0x067E, Language::fa, 2},  {0x067E, Language::ur, 1},  {0x067E, Language::ckb, 1},
    {0x067E, Language::ps, 1},  {0x067E, Language::ug, 1},  {0x0681, Language::ps, 3},
    {0x0685, Language::ps, 3},  {0x0686, Language::fa, 2},  {0x0686, Language::ur, 1},
    {0x0686, Language::ckb, 1}, {0x0686, Language::ps, 1},  {0x0686, Language::ug, 1},
    {0x0688, Language::ur, 3},  {0x0689, Language::ps, 3},  {0x0691, Language::ur, 3},
    {0x0693, Language::ps, 3},  {0x0695, Language::ckb, 3}, {0x0696, Language::ps, 3},
    {0x0698, Language::fa, 2},  {0x0698, Language::ckb, 1}, {0x0698, Language::ps, 1},
    {0x069A, Language::ps, 3},  {0x06A9, Language::fa, 1},  {0x06A9, Language::ur, 1},
    {0x06A9, Language::ckb, 1}, {0x06A9, Language::ps, 1},  {0x06AB, Language::ps, 3},
    {0x06AD, Language::ug, 3},  {0x06AF, Language::fa, 2},  {0x06AF, Language::ur, 1},
    {0x06AF, Language::ckb, 1}, {0x06AF, Language::ug, 1},  {0x06B5, Language::ckb, 3},
    {0x06BA, Language::ur, 3},  {0x06BC, Language::ps, 3},  {0x06BE, Language::ur, 1},
    {0x06BE, Language::ckb, 1}, {0x06BE, Language::ug, 1},  {0x06C1, Language::ur, 2},
    {0x06C6, Language::ckb, 3}, {0x06C6, Language::ug, 1},  {0x06C7, Language::ug, 3},
    {0x06C8, Language::ug, 3},  {0x06CB, Language::ug, 3},  {0x06CC, Language::fa, 1},
    {0x06CC, Language::ur, 1},  {0x06CC, Language::ckb, 1}, {0x06CC, Language::ps, 1},
    {0x06CD, Language::ps, 3},  {0x06CE, Language::ckb, 3}, {0x06D0, Language::ps, 2},
    {0x06D0, Language::ug, 2},  {0x06D2, Language::ur, 3},  {0x06D5, Language::ckb, 2},
    {0x06D5, Language::ug, 2},
};

std::uint32_t& score(LanguageEvidence& evidence, Language language) noexcept {
  return evidence.scores[static_cast<std::size_t>(language)];
}

bool is_arabic_letter(char32_t c) noexcept { return c >= 0x0620U && c <= 0x064AU; }

void read_letter(LanguageEvidence& evidence, char32_t c) noexcept {
  if (is_arabic_letter(c)) {
    ++evidence.arabic_letters;
    ++evidence.rtl;
    if (c == 0x0629U) {
      ++score(evidence, Language::ar);  // teh marbuta
    }
    return;
  }
  evidence.rtl += unicode::is_strong_rtl(c) ? 1 : 0;
  evidence.ltr += unicode::is_strong_ltr(c) ? 1 : 0;
  if (!unicode::is_letter(c)) {
    return;
  }
  const unicode::Script script = unicode::script(c);
  ++(script == unicode::Script::arabic  ? evidence.arabic_letters
     : script == unicode::Script::latin ? evidence.latin_letters
                                        : evidence.other_letters);
  if (c < 0x80U || c > 0x06D5U) {
    return;
  }
  const auto before = [](const Letter& entry, char32_t letter) { return entry.letter < letter; };
  for (const Letter* entry = std::lower_bound(std::begin(kLetters), std::end(kLetters), c, before);
       entry != std::end(kLetters) && entry->letter == c; ++entry) {
    score(evidence, entry->language) += entry->weight;
  }
}

// The definite article, alone or behind a conjunction or preposition.
bool has_article(std::u16string_view folded) noexcept {
  const bool clitic =
      folded.size() > 4 && (folded[0] == 0x0648 || folded[0] == 0x0628 || folded[0] == 0x0641);
  folded.remove_prefix(clitic ? 1 : 0);
  return folded.size() > 3 && folded[0] == 0x0627 && folded[1] == 0x0644;
}

/// The values of a function word are codes with a space between them.
void read_function_word(LanguageEvidence& evidence, std::string_view codes) noexcept {
  while (!codes.empty()) {
    const std::string_view one = codes.substr(0, codes.find(' '));
    codes.remove_prefix(std::min(one.size() + 1, codes.size()));
    for (std::size_t i = 0; i < kCodes.size(); ++i) {
      if (kCodes[i] == one) {
        evidence.scores[i] += kFunctionWord;
      }
    }
  }
}

/// The languages of the script that most letters belong to: [first, last), none for other scripts.
struct Range {
  std::size_t first = 0, last = 0;
};

Range range_of(const LanguageEvidence& evidence) noexcept {
  const std::uint32_t most =
      std::max({evidence.arabic_letters, evidence.latin_letters, evidence.other_letters});
  if (most == 0) {
    return {};
  }
  if (most == evidence.arabic_letters) {
    return {0, kFirstLatin};
  }
  return most == evidence.latin_letters ? Range{kFirstLatin, kLanguageCount} : Range{};
}

std::size_t best_in(const LanguageEvidence& evidence, Range range) noexcept {
  const auto first = evidence.scores.begin();
  return static_cast<std::size_t>(std::max_element(first + static_cast<std::ptrdiff_t>(range.first),
                                                   first + static_cast<std::ptrdiff_t>(range.last)) -
                                  first);
}

}  // namespace

std::string_view code(Language language) noexcept { return kCodes[static_cast<std::size_t>(language)]; }

LanguageEvidence& LanguageEvidence::operator+=(const LanguageEvidence& other) noexcept {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] += other.scores[i];
  }
  arabic_letters += other.arabic_letters;
  latin_letters += other.latin_letters;
  other_letters += other.other_letters;
  rtl += other.rtl;
  ltr += other.ltr;
  return *this;
}

LanguageEvidence::Verdict LanguageEvidence::verdict() const noexcept {
  const Range range = range_of(*this);
  if (range.first == range.last) {
    return {};
  }
  const std::size_t best = best_in(*this, range);
  std::uint64_t certain = scores[best];
  if (certain == 0) {
    if (range.first != 0) {
      return {};
    }
    certain = 1;  // Arabic is what the script is called after
  }
  std::uint64_t second = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    second = i == best ? second : std::max<std::uint64_t>(second, scores[i]);
  }
  const std::uint64_t in_script = range.first == 0 ? arabic_letters : latin_letters;
  const std::uint64_t letters = std::uint64_t{arabic_letters} + latin_letters + other_letters;
  // The +5 keeps a word or two from being certain of anything.
  const std::uint64_t share = certain * 1000 / (certain + second + 5);
  return {kCodes[best], static_cast<std::int32_t>(share * in_script / letters)};
}

PartLanguage LanguageEvidence::part() const noexcept {
  PartLanguage part;
  const Range range = range_of(*this);
  part.leaning_ = static_cast<std::int8_t>(rtl == ltr ? 0 : rtl > ltr ? 1 : -1);
  if (range.first == range.last) {
    return part;
  }
  part.first_ = static_cast<std::uint8_t>(range.first);
  part.last_ = static_cast<std::uint8_t>(range.last);
  const std::size_t best = best_in(*this, range);
  part.little_ = scores[best] < kLittle;
  if (verdict().code == kCodes[best]) {
    part.language_ = static_cast<std::uint8_t>(best);
  }
  return part;
}

std::string_view PartLanguage::code_within(const LanguageEvidence& whole) const noexcept {
  constexpr std::string_view kNone = "und";
  if (first_ == last_) {
    return kNone;
  }
  const std::string_view all = whole.verdict().code;
  const Range range = range_of(whole);
  if (little_ && range.first == first_ && range.last == last_ && all != kNone) {
    return all;
  }
  return language_ < kLanguageCount ? kCodes[language_] : kNone;
}

Direction PartLanguage::direction(Direction otherwise) const noexcept {
  return leaning_ == 0 ? otherwise : leaning_ > 0 ? Direction::rtl : Direction::ltr;
}

Direction LanguageEvidence::direction(Direction otherwise) const noexcept {
  if (rtl == ltr) {
    return otherwise;
  }
  return rtl > ltr ? Direction::rtl : Direction::ltr;
}

LanguageEvidence language_evidence(const Analysis& analysis, Span span) {
  LanguageEvidence evidence;
  const Span words = analysis.words_in(span);
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const Word& word = analysis.words[i];
    if (word.kind != WordKind::arabic && word.kind != WordKind::latin) {
      continue;
    }
    const std::u16string_view text = analysis.slice(word.span);
    for (std::uint32_t at = 0; at < text.size();) {
      read_letter(evidence, unicode::next(text, at));
    }
    const std::u16string_view folded = analysis.folded_word(i);
    if (const lexicon::Entry* entry = lexicon::languages.find(folded)) {
      read_function_word(evidence, entry->value);
    } else if (has_article(folded)) {
      score(evidence, Language::ar) += 1;
    }
  }
  return evidence;
}

}  // namespace naqi
