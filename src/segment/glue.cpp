// Where a space is missing (tests/spec/segmentation.md, "Glue"). The places where only the separated
// reading is possible are normalisation's; here they get company of those that are merely likely.

#include "normalize/glue.h"

#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "naqi/segment.h"
#include "normalize/fold.h"
#include "segment/char_class.h"
#include "segment/word_scanner.h"

namespace naqi {
namespace {

constexpr std::uint16_t kCertain = 1000;
constexpr std::uint16_t kTanwin = 950;   // no word goes on behind a tanwin
constexpr std::uint16_t kScript = 850;   // a word in one script, the next in another
constexpr std::uint16_t kNumber = 800;   // a word and a time, a date or a number with separators
constexpr std::uint16_t kArticle = 650;  // an article in the middle of a word

bool is_address(WordKind kind) noexcept {
  return kind == WordKind::url || kind == WordKind::email || kind == WordKind::hashtag ||
         kind == WordKind::mention;
}

/// The letters of one word with their places, as many as words have.
struct Letters {
  static constexpr std::uint32_t kMost = 48;

  std::array<char16_t, kMost> letter{};
  std::array<std::uint32_t, kMost> begin{};
  std::array<CharClass, kMost> kind{};
  std::array<bool, kMost> tanwin{};  ///< a tanwin sits on it
  std::uint32_t size = 0;

  [[nodiscard]] bool is(std::uint32_t i, char16_t c) const noexcept { return i < size && letter[i] == c; }
};

Letters letters_of(std::u16string_view text, Span word) noexcept {
  const CharClasses& classes = CharClasses::get();
  Letters out;
  for (std::uint32_t i = word.begin; i < word.end && out.size < Letters::kMost;) {
    const std::uint32_t at = i;
    const CharClass kind = classes.at(text, at, i);
    if (kind == CharClass::mark || kind == CharClass::format || text[at] == u'\u0640') {
      const bool tanwin = text[at] >= 0x064BU && text[at] <= 0x064DU;
      if (tanwin && out.size > 0) {
        out.tanwin[out.size - 1] = true;
      }
      continue;
    }
    out.letter[out.size] = text[at];
    out.begin[out.size] = at;
    out.kind[out.size] = kind;
    ++out.size;
  }
  return out;
}

/// The first letter behind a tanwin and its alef («شكراًجزيلا»); 0 if there is none.
std::uint32_t behind_tanwin(const Letters& word) noexcept {
  for (std::uint32_t i = 1; i + 1 < word.size; ++i) {
    if (!word.tanwin[i]) {
      continue;
    }
    const bool on_alef = word.is(i, u'ا') || word.is(i, u'ى');
    const std::uint32_t next = !on_alef && (word.is(i + 1, u'ا') || word.is(i + 1, u'ى')) ? i + 2 : i + 1;
    if (next < word.size && word.kind[next] == CharClass::arabic) {
      return next;
    }
  }
  return 0;
}

/// The first letter of another script («موقعnadi»); none behind the article or a proclitic («الـAI»).
std::uint32_t other_script(const Letters& word) noexcept {
  constexpr std::uint32_t kShortest = 3;
  for (std::uint32_t i = 1; i < word.size; ++i) {
    const bool changes = (word.kind[i] == CharClass::arabic && word.kind[i - 1] == CharClass::letter) ||
                         (word.kind[i] == CharClass::letter && word.kind[i - 1] == CharClass::arabic);
    if (!changes) {
      continue;
    }
    const bool article = word.is(i - 1, u'ل') && word.is(i - 2, u'ا');
    const std::uint32_t arabic = word.kind[i] == CharClass::letter ? i : word.size - i;
    if (!article && arabic >= kShortest) {
      return i;
    }
  }
  return 0;
}

/// The alef of an article in the middle of a word: three letters before it, four behind it that are no
/// ending («محمودالخطيب», not «رسالتهما»).
std::uint32_t inner_article(std::u16string_view text, Span span, const Letters& word) {
  constexpr std::uint32_t kBefore = 3;
  constexpr std::uint32_t kBehind = 4;
  for (std::uint32_t i = kBefore; i + 2 + kBehind <= word.size; ++i) {
    if (!word.is(i, u'ا') || !word.is(i + 1, u'ل')) {
      continue;
    }
    // What an article with its proclitics begins is one word («والالتزام», «بالالتهاب»).
    const bool own_article = i <= 4 && (word.is(i - 1, u'ل') || word.is(i - 2, u'ل'));
    const std::u16string ending = fold(text.substr(word.begin[i + 2], span.end - word.begin[i + 2]));
    // «عبدالرحمن» is how many spell the name.
    const bool servant_of = word.is(i - 1, u'د') && word.is(i - 2, u'ب') && word.is(i - 3, u'ع');
    if (!own_article && !servant_of && lexicon::article_tails.find(ending) == nullptr) {
      return i;
    }
    return 0;
  }
  return 0;
}

class Finder {
 public:
  Finder(std::u16string_view text, std::vector<GlueCandidate>& out) : text_(text), out_(out) {}

  void run() {
    const std::vector<normalization::GluePlace> certain = normalization::certain_glue(text_);
    auto next = certain.begin();
    WordScanner scanner(text_, {0, static_cast<std::uint32_t>(text_.size())});
    Span span;
    WordKind kind{};
    Span before;
    WordKind kind_before = WordKind::symbol;
    while (scanner.next(span, kind)) {
      bool is_certain = false;
      for (; next != certain.end() && next->position <= span.end; ++next) {
        if (next->position == span.end && !span.contains(next->before)) {
          break;  // it begins the next word
        }
        if (!is_address(kind)) {
          out_.push_back({next->position, next->before, next->after, true, kCertain});
          is_certain = true;
        }
      }
      if (before.end == span.begin && !before.empty()) {
        between(before, kind_before, span, kind);
      }
      if (!is_certain && !is_address(kind)) {
        inside(span);
      }
      before = span;
      kind_before = kind;
    }
  }

 private:
  void add(Span before, Span after, std::uint16_t confidence) {
    if (out_.empty() || out_.back().position < after.begin) {
      out_.push_back({after.begin, before, after, false, confidence});
    }
  }

  void between(Span before, WordKind kind_before, Span after, WordKind kind) {
    const bool number = kind_before == WordKind::number || kind == WordKind::number;
    const bool letters = kind_before == WordKind::arabic || kind == WordKind::arabic;
    const Span word = kind == WordKind::arabic ? after : before;
    // A lone proclitic before a number is as it should be («و15:00»), and so is a unit («3.5م»).
    if (number && letters && letters_of(text_, word).size >= 3) {
      add(before, after, kNumber);
    }
  }

  void inside(Span span) {
    const Letters word = letters_of(text_, span);
    const auto add_at = [&](std::uint32_t letter, std::uint16_t confidence) {
      add({span.begin, word.begin[letter]}, {word.begin[letter], span.end}, confidence);
    };
    if (const std::uint32_t letter = behind_tanwin(word); letter > 0) {
      add_at(letter, kTanwin);
    } else if (const std::uint32_t other = other_script(word); other > 0) {
      add_at(other, kScript);
    } else if (const std::uint32_t article = inner_article(text_, span, word); article > 0) {
      add_at(article, kArticle);
    }
  }

  std::u16string_view text_;
  std::vector<GlueCandidate>& out_;
};

}  // namespace

std::vector<GlueCandidate> glue_candidates(std::u16string_view text) {
  std::vector<GlueCandidate> out;
  Finder(text, out).run();
  return out;
}

}  // namespace naqi
