#include "normalize/language.h"

#include <algorithm>
#include <string>

#include "lexicon/lexicon.h"
#include "normalize/characters.h"
#include "normalize/fold.h"
#include "normalize/tables.h"
#include "normalize/window.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

constexpr std::size_t kLongestFunctionWord = 12;

bool ends_run(char32_t c) noexcept {
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
    case U';':
    case U':':
    case U'"':
    case U'|':
    case U'/':
    case 0x037E:  // what NFC makes a semicolon of
    case 0x061B:
    case 0x061F:
    case 0x06D4:
    case 0x2022:
    case 0x2026: return true;
    default: return is_line_break(c) || is_opener(c) || is_closer(c);
  }
}

/// How much a letter speaks against Arabic. Peh, tcheh, jeh and gaf stand in foreign names too; the
/// letters that a wrong keyboard puts into Arabic (ک, ی, ھ) say nothing; veh and the letters of
/// the Maghreb (ڥ ڨ ڭ) are Arabic's own.
int foreign_weight(char32_t c) noexcept {
  switch (c) {
    case 0x067E:
    case 0x0686:
    case 0x0698:
    case 0x06AF:
    case 0x06C1:
    case 0x06D5: return 1;
    case 0x0671:
    case 0x0672:
    case 0x0673:
    case 0x06A4:
    case 0x06A5:
    case 0x06A8:
    case 0x06A9:
    case 0x06AA:
    case 0x06AD:
    case 0x06BE:
    case 0x06C0:
    case 0x06C2:
    case 0x06C3:
    case 0x06CC: return 0;
    default: return is_arabic_letter(c) && c > 0x064A ? 2 : 0;
  }
}

/// A letter that Arabic is not written with, whatever it weighs.
bool is_foreign(char32_t c) noexcept {
  return c == 0x200C || (is_arabic_letter(c) && c > 0x064A && !between(c, 0x0671, 0x0673));
}

/// What NFC makes of a letter and the mark behind it; the letter where it makes nothing of them. A text says
/// the same of its language in every normalisation form.
char32_t composed(char32_t letter, char32_t mark) noexcept {
  switch (mark) {
    case 0x0653: return letter == 0x0627 ? 0x0622 : letter;
    case 0x0655: return letter == 0x0627 ? 0x0625 : letter;
    case 0x0654:
      switch (letter) {
        case 0x0627: return 0x0623;
        case 0x0648: return 0x0624;
        case 0x064A: return 0x0626;
        case 0x06C1: return 0x06C2;
        case 0x06D2: return 0x06D3;
        case 0x06D5: return 0x06C0;
        default: return letter;
      }
    default: return letter;
  }
}

enum class Decision : std::uint8_t { none, arabic, foreign };

struct Run {
  Span source;
  Decision decision = Decision::none;
  bool carries = true;  ///< whether the runs behind it follow it
};

class Judge {
 public:
  void push(char32_t c, std::uint32_t begin, std::uint32_t end) {
    if (is_arabic_letter(c)) {
      end_letter();
      letter_ = c;
    } else if (c == 0x200C) {
      end_letter();
      joiner_ = letters_ != 0;
    } else if (is_arabic_mark(c)) {
      mark(c);
    } else if (c != 0x0640 && c != 0x200D) {
      end_word();
    }
    if (ends_run(c)) {
      end_run(end);
    }
    end_ = end;
    if (!started_) {
      begin_ = begin;
      started_ = true;
    }
  }

  std::vector<Span> finish() {
    end_word();
    end_run(end_);
    Decision current = Decision::arabic;
    const auto first = std::find_if(runs_.begin(), runs_.end(), [](const Run& run) {
      return run.decision != Decision::none && run.carries;
    });
    if (first != runs_.end()) {
      current = first->decision;
    }
    std::vector<Span> foreign;
    for (const Run& run : runs_) {
      const Decision decision = run.decision == Decision::none ? current : run.decision;
      if (run.decision != Decision::none && run.carries) {
        current = run.decision;
      }
      if (decision == Decision::foreign) {
        if (!foreign.empty() && foreign.back().end == run.source.begin) {
          foreign.back().end = run.source.end;
        } else {
          foreign.push_back(run.source);
        }
      }
    }
    return foreign;
  }

 private:
  void mark(char32_t c) {
    if (c == 0x064C || c == 0x064D ||
        (letters_ == 0 && (letter_ == 0x0627 || letter_ == 0x0622) && (c == 0x0654 || c == 0x0655))) {
      word_arabic_ = 1;
    }
    // Of two marks of one class the first alone composes.
    const std::uint8_t combining = unicode::combining_class(c);
    if (combining != last_above_) {
      letter_ = composed(letter_, c);
    }
    last_above_ = combining == 230 ? combining : last_above_;
  }

  /// The letter whose marks are read.
  void end_letter() {
    const char32_t c = letter_;
    letter_ = 0;
    last_above_ = 0;
    if (c == 0) {
      return;
    }
    if (joiner_) {
      word_foreign_ = std::max(word_foreign_, 1);
      foreign_letter_ = true;
      joiner_ = false;
    }
    if (letters_ == 0) {
      first_ = c;
      word_arabic_ = c == 0x0623 || c == 0x0625 ? 1 : word_arabic_;
    }
    second_ = letters_ == 1 ? c : second_;
    if (++letters_ <= kLongestFunctionWord) {
      word_.push_back(static_cast<char16_t>(c));
    }
    word_foreign_ = std::max(word_foreign_, foreign_weight(c));
    foreign_letter_ = foreign_letter_ || is_foreign(c);
    if (c == 0x0629 || c == 0x0649) {
      word_arabic_ = 1;
    }
  }

  void end_word() {
    end_letter();
    if (letters_ != 0) {
      if (letters_ >= 5 && first_ == 0x0627 && second_ == 0x0644) {
        word_arabic_ = 1;
      }
      if (letters_ <= kLongestFunctionWord) {
        folded_.clear();
        fold_append(folded_, word_);
        const lexicon::Entry* entry = lexicon::languages.find(folded_);
        if (entry == nullptr && (first_ == 0x0648 || first_ == 0x0641)) {  // «وهذا», «فقال»
          entry = lexicon::languages.find(std::u16string_view(folded_).substr(1));
          entry = entry != nullptr && entry->value == "ar" ? entry : nullptr;
        }
        if (entry != nullptr) {
          (entry->value == "ar" ? word_arabic_ : word_foreign_) = 2;
        }
      }
      arabic_ += word_arabic_;
      foreign_ += word_foreign_;
      ++words_;
    }
    word_.clear();
    letters_ = 0;
    word_arabic_ = word_foreign_ = 0;
    joiner_ = false;
  }

  void end_run(std::uint32_t end) {
    end_word();
    if (started_ || end > begin_) {
      Run run{{begin_, end}, Decision::none, true};
      if (foreign_ > arabic_ && foreign_letter_) {
        run.decision = Decision::foreign;
        run.carries = words_ > 1;
      } else if (arabic_ > foreign_) {
        run.decision = Decision::arabic;
      }
      runs_.push_back(run);
    }
    begin_ = end;
    started_ = true;
    arabic_ = foreign_ = words_ = 0;
    foreign_letter_ = false;
  }

  std::vector<Run> runs_;
  std::uint32_t begin_ = 0, end_ = 0;
  bool started_ = false;
  int arabic_ = 0, foreign_ = 0, words_ = 0;
  bool foreign_letter_ = false;
  // the letter
  char32_t letter_ = 0;
  std::uint8_t last_above_ = 0;  ///< the combining class of a mark above it
  // the word
  std::u16string word_, folded_;
  std::size_t letters_ = 0;
  char32_t first_ = 0, second_ = 0;
  int word_arabic_ = 0, word_foreign_ = 0;
  bool joiner_ = false;
};

}  // namespace

std::vector<Span> foreign_runs(std::u16string_view source, const NormalizeOptions& options) {
  const bool entities = options[Operation::decode_entities] != Setting::off;
  const bool invisibles = options[Operation::remove_invisibles] != Setting::off;
  Judge judge;
  const auto push = [&](char32_t c, std::uint32_t begin, std::uint32_t end) {
    if (invisibles && is_invisible(c)) {
      return;
    }
    if (const Form* const form = find_form(c)) {
      for (const char16_t letter : form->letters()) {
        judge.push(letter, begin, end);
      }
    } else {
      judge.push(c, begin, end);
    }
  };
  for (std::uint32_t i = 0; i < source.size();) {
    const std::uint32_t begin = i;
    if (entities && source[i] == u'&') {
      const EntityAt entity = entity_at(source, i);
      if (entity.c != 0) {
        i = entity.end;
        push(entity.c, begin, i);
        continue;
      }
    }
    const char32_t c = unicode::next(source, i);
    push(c, begin, i);
  }
  return judge.finish();
}

}  // namespace naqi::normalization
