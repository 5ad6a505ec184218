#include "segment/conformant.h"

#include "unicode/break_properties.h"
#include "unicode/grapheme.h"
#include "unicode/properties.h"

namespace naqi::conformant {
namespace {

using unicode::SentenceBreak;
using unicode::WordBreak;

constexpr bool is_newline(WordBreak c) noexcept {
  return c == WordBreak::cr || c == WordBreak::lf || c == WordBreak::newline;
}
constexpr bool is_ignored(WordBreak c) noexcept {
  return c == WordBreak::extend || c == WordBreak::format || c == WordBreak::zwj;
}
constexpr bool is_letter(WordBreak c) noexcept {
  return c == WordBreak::aletter || c == WordBreak::hebrew_letter;
}
constexpr bool is_mid_letter(WordBreak c) noexcept {
  return c == WordBreak::mid_letter || c == WordBreak::mid_num_let || c == WordBreak::single_quote;
}
constexpr bool is_mid_number(WordBreak c) noexcept {
  return c == WordBreak::mid_num || c == WordBreak::mid_num_let || c == WordBreak::single_quote;
}
constexpr bool is_joined_by_connector(WordBreak c) noexcept {
  return is_letter(c) || c == WordBreak::numeric || c == WordBreak::katakana ||
         c == WordBreak::extend_num_let;
}

/// What the rules for words must know of the text in front of a place.
struct WordContext {
  WordBreak raw = WordBreak::newline;  ///< the character before
  WordBreak last = WordBreak::other;   ///< the same without what WB4 ignores
  WordBreak before_last = WordBreak::other;
  bool odd_flags = false;  ///< WB15, WB16: an odd number of regional indicators stands here
};

/// Whether WB5 to WB16 join `now` to what stands before; `after()` gives the next class that counts.
template <typename After>
bool joins(const WordContext& before, WordBreak now, After&& after) {
  const WordBreak last = before.last;
  if (is_letter(last)) {
    if (is_letter(now) || now == WordBreak::numeric) {
      return true;  // WB5, WB9
    }
    if (last == WordBreak::hebrew_letter && now == WordBreak::single_quote) {
      return true;  // WB7a
    }
    if (is_mid_letter(now) && is_letter(after())) {
      return true;  // WB6
    }
    if (last == WordBreak::hebrew_letter && now == WordBreak::double_quote &&
        after() == WordBreak::hebrew_letter) {
      return true;  // WB7b
    }
  }
  if (is_letter(now) && is_letter(before.before_last) && is_mid_letter(last)) {
    return true;  // WB7
  }
  if (now == WordBreak::hebrew_letter && last == WordBreak::double_quote &&
      before.before_last == WordBreak::hebrew_letter) {
    return true;  // WB7c
  }
  if (last == WordBreak::numeric) {
    if (now == WordBreak::numeric || is_letter(now)) {
      return true;  // WB8, WB10
    }
    if (is_mid_number(now) && after() == WordBreak::numeric) {
      return true;  // WB12
    }
  }
  if (now == WordBreak::numeric && is_mid_number(last) && before.before_last == WordBreak::numeric) {
    return true;  // WB11
  }
  if (now == WordBreak::katakana && last == WordBreak::katakana) {
    return true;  // WB13
  }
  if (now == WordBreak::extend_num_let && is_joined_by_connector(last)) {
    return true;  // WB13a
  }
  if (last == WordBreak::extend_num_let && is_joined_by_connector(now)) {
    return true;  // WB13b
  }
  return now == WordBreak::regional_indicator && before.odd_flags;  // WB15, WB16
}

constexpr bool is_paragraph_end(SentenceBreak c) noexcept {
  return c == SentenceBreak::sep || c == SentenceBreak::cr || c == SentenceBreak::lf;
}
constexpr bool is_terminator(SentenceBreak c) noexcept {
  return c == SentenceBreak::a_term || c == SentenceBreak::s_term;
}

/// How far the text before a place has come behind a terminator.
enum class Tail : std::uint8_t { none, terminator, closers, spaces };

}  // namespace

void graphemes(std::u16string_view text, Span within, std::vector<Span>& out) {
  const unicode::GraphemeBoundaries boundaries(text.substr(within.begin, within.size()));
  for (std::uint32_t begin = 0; begin < within.size();) {
    const std::uint32_t end = boundaries.ceil(begin + 1);
    out.push_back({within.begin + begin, within.begin + end});
    begin = end;
  }
}

void words(std::u16string_view text, Span within, std::vector<Span>& out) {
  const unicode::WordBreaks& classes = unicode::WordBreaks::get();
  const std::u16string_view part = text.substr(0, within.end);
  WordContext before;
  std::uint32_t begin = within.begin;
  for (std::uint32_t i = within.begin; i < part.size();) {
    const std::uint32_t at = i;
    const char32_t c = unicode::next(part, i);
    const WordBreak now = classes[c];
    const auto after = [&] {
      for (std::uint32_t k = i; k < part.size();) {
        const WordBreak next = classes[unicode::next(part, k)];
        if (!is_ignored(next)) {
          return next;
        }
      }
      return WordBreak::other;
    };
    bool joined = false;
    bool ignored = false;
    if (at == within.begin) {
      joined = true;  // WB1 puts a boundary here, and `begin` stands on it
    } else if (before.raw == WordBreak::cr && now == WordBreak::lf) {
      joined = true;  // WB3
    } else if (is_newline(before.raw) || is_newline(now)) {
      joined = false;  // WB3a, WB3b
    } else if (before.raw == WordBreak::zwj && unicode::is_extended_pictographic(c)) {
      joined = true;  // WB3c
    } else if (before.raw == WordBreak::w_seg_space && now == WordBreak::w_seg_space) {
      joined = true;  // WB3d
    } else if (is_ignored(now)) {
      joined = ignored = true;  // WB4
    } else {
      joined = joins(before, now, after);
    }
    if (!joined) {
      out.push_back({begin, at});
      begin = at;
    }
    before.raw = now;
    if (!ignored) {
      before.odd_flags = now == WordBreak::regional_indicator && !(joined && before.odd_flags);
      before.before_last = before.last;
      before.last = now;
    }
  }
  if (begin < within.end) {
    out.push_back({begin, within.end});
  }
}

void sentences(std::u16string_view text, Span within, std::vector<Span>& out) {
  const unicode::SentenceBreaks& classes = unicode::SentenceBreaks::get();
  const std::u16string_view part = text.substr(0, within.end);
  std::uint32_t begin = within.begin;
  SentenceBreak raw = SentenceBreak::other;         // the character before
  SentenceBreak last = SentenceBreak::other;        // the same without what SB5 ignores
  SentenceBreak terminator = SentenceBreak::other;  // the one that `tail` counts from
  SentenceBreak before_terminator = SentenceBreak::other;
  Tail tail = Tail::none;
  for (std::uint32_t i = within.begin; i < part.size();) {
    const std::uint32_t at = i;
    const SentenceBreak now = classes[unicode::next(part, i)];
    // SB8: a small letter is the first thing of those that decide.
    const auto small_letter_follows = [&] {
      for (std::uint32_t k = at; k < part.size();) {
        const SentenceBreak c = classes[unicode::next(part, k)];
        if (c == SentenceBreak::lower) {
          return true;
        }
        if (c == SentenceBreak::o_letter || c == SentenceBreak::upper || is_paragraph_end(c) ||
            is_terminator(c)) {
          return false;
        }
      }
      return false;
    };
    bool boundary = false;
    if (is_paragraph_end(raw)) {
      boundary = !(raw == SentenceBreak::cr && now == SentenceBreak::lf);  // SB3, SB4
    } else if (now == SentenceBreak::extend || now == SentenceBreak::format) {
      raw = now;
      continue;  // SB5
    } else if (tail != Tail::none && !is_paragraph_end(now)) {
      const bool a_term = terminator == SentenceBreak::a_term;
      if (now == SentenceBreak::sp) {
        tail = Tail::spaces;  // SB9, SB10
      } else if (now == SentenceBreak::close && tail != Tail::spaces) {
        tail = Tail::closers;  // SB9
      } else if (tail == Tail::terminator && a_term &&
                 (now == SentenceBreak::numeric ||
                  (now == SentenceBreak::upper && (before_terminator == SentenceBreak::upper ||
                                                   before_terminator == SentenceBreak::lower)))) {
        tail = Tail::none;  // SB6, SB7
      } else if (now == SentenceBreak::s_continue || is_terminator(now)) {
        tail = Tail::none;  // SB8a
      } else {
        boundary = !(a_term && small_letter_follows());  // SB8, SB11
        tail = Tail::none;
      }
    }
    if (boundary && at > within.begin) {
      out.push_back({begin, at});
      begin = at;
      tail = Tail::none;
    }
    if (is_terminator(now)) {
      tail = Tail::terminator;
      terminator = now;
      before_terminator = boundary ? SentenceBreak::other : last;
    }
    raw = last = now;
  }
  if (begin < within.end) {
    out.push_back({begin, within.end});
  }
}

}  // namespace naqi::conformant
