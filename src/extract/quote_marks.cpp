#include "extract/quote_marks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace naqi {
namespace {

enum class Family : std::uint8_t { none, plain, guillemet, single, bracket_pair, ornate };
constexpr std::size_t kFamilies = 6;
constexpr std::size_t kDeepest = 4;  // passages inside passages that are told apart

enum class Use : std::uint8_t { opens, closes, unclear };

Family family_of(char16_t mark) noexcept {
  switch (mark) {
    case u'"':
    case u'“':
    case u'”':
    case u'„':
    case u'‟':
    case u'″':
    case u'＂': return Family::plain;
    case u'«':
    case u'»': return Family::guillemet;
    case u'‘':
    case u'’':
    case u'‚':
    case u'‹':
    case u'›':
    case u'\'': return Family::single;
    case u'﴾':
    case u'﴿':
    case u'{':
    case u'}': return Family::ornate;
    default: return Family::none;
  }
}

struct Mark {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< a doubled mark is two tokens
  Family family = Family::none;
  Use use = Use::unclear;
};

class Pairing {
 public:
  Pairing(const Tokens& tokens, std::uint32_t begin, std::uint32_t end)
      : tokens_(tokens), begin_(begin), end_(end) {}

  std::vector<Quoted> run();

 private:
  void list_marks();
  [[nodiscard]] Use use_of(const Mark& mark) const;
  void close(std::size_t depth, const Mark& mark);
  void pair_straight_marks_in_turn();
  void add_brackets();

  const Tokens& tokens_;
  std::uint32_t begin_, end_;
  std::vector<Mark> marks_;
  std::vector<Mark> open_;
  std::vector<Quoted> found_;
};

void Pairing::list_marks() {
  for (std::uint32_t i = begin_; i < end_; ++i) {
    if (tokens_[i].kind != Token::Kind::punctuation) {
      continue;
    }
    const char16_t c = tokens_[i].mark;
    const bool doubled = i + 1 < end_ && tokens_.is_mark(i + 1, c) && tokens_.touches_next(i);
    Mark mark{i, i, family_of(c), Use::unclear};
    if (c == u'(' && doubled) {
      mark = {i, i + 1, Family::bracket_pair, Use::opens};
    } else if (c == u')' && doubled) {
      mark = {i, i + 1, Family::bracket_pair, Use::closes};
    } else if (mark.family == Family::none) {
      continue;
    } else if (mark.family == Family::single && doubled) {
      mark = {i, i + 1, Family::plain, Use::unclear};
    }
    if (mark.family != Family::bracket_pair) {
      mark.use = use_of(mark);
    }
    if (mark.family != Family::single || mark.use != Use::unclear) {
      marks_.push_back(mark);  // a single mark between letters is an apostrophe
    }
    i = mark.last;
  }
}

/// A word that is written on to what follows: «و"…"», «بـ"…"».
bool is_particle(std::u16string_view word) noexcept {
  return word.size() <= 1 || word == u"ال" || word == u"وال" || word == u"بال" || word == u"وب" ||
         word == u"ول";
}

Use Pairing::use_of(const Mark& mark) const {
  const bool at_start = mark.first == begin_ || tokens_[mark.first - 1].kind == Token::Kind::line_end;
  const bool at_end = mark.last + 1 >= end_ || tokens_[mark.last + 1].kind == Token::Kind::line_end;
  const bool left_tight = !at_start && tokens_.touches_next(mark.first - 1);
  const bool right_tight = !at_end && tokens_.touches_next(mark.last);
  const auto is_text = [&](std::uint32_t i) { return tokens_[i].kind != Token::Kind::punctuation; };
  const char16_t brace = tokens_[mark.first].mark;
  if (brace == u'{' || brace == u'}') {
    return brace == u'{' ? Use::opens : Use::closes;
  }
  if (!at_start && tokens_.is_mark(mark.first - 1, u':')) {
    return Use::opens;
  }
  const bool opens_left = !left_tight || tokens_.is_mark(mark.first - 1, u'(') ||
                          tokens_.is_mark(mark.first - 1, u'[') || tokens_.is_mark(mark.first - 1, u'-') ||
                          tokens_.is_mark(mark.first - 1, u'–') ||
                          (is_text(mark.first - 1) && is_particle(tokens_.folded(mark.first - 1)));
  const bool can_open = !at_end && right_tight && opens_left &&
                        (is_text(mark.last + 1) || family_of(tokens_[mark.last + 1].mark) != Family::none ||
                         tokens_.is_mark(mark.last + 1, u'(') ||
                         (tokens_.is_mark(mark.last + 1, u'.') && tokens_.is_mark(mark.last + 2, u'.')) ||
                         tokens_.is_mark(mark.last + 1, u'…') || tokens_.is_mark(mark.last + 1, u'[') ||
                         tokens_.is_mark(mark.last + 1, u'#'));
  const bool can_close = left_tight && (!right_tight || !is_text(mark.last + 1));
  if (can_open != can_close) {
    return can_open ? Use::opens : Use::closes;
  }
  if (at_end) {
    return Use::closes;
  }
  const char16_t c = tokens_[mark.first].mark;
  if (!can_open && c == u'«') {
    return Use::opens;
  }
  return !can_open && c == u'»' ? Use::closes : Use::unclear;
}

void Pairing::close(std::size_t depth, const Mark& mark) {
  const Mark& opening = open_[depth];
  const Quoted quoted{opening.first, mark.last, {opening.last + 1, mark.first}, true, false};
  // What stands inside is part of it.
  while (!found_.empty() && found_.back().open > quoted.open) {
    found_.pop_back();
  }
  found_.push_back(quoted);
  open_.resize(depth);
}

/// Straight marks do not nest: where the white space around them leaves some unpaired though their number is
/// even, they open and close in turn («"… الفضاء، "بحسب البيان»).
void Pairing::pair_straight_marks_in_turn() {
  std::uint32_t straight = 0;
  std::int32_t depth = 0;
  bool unpaired = false;
  for (const Mark& mark : marks_) {
    if (tokens_[mark.first].mark == u'"' && mark.first == mark.last) {
      ++straight;
      depth += mark.use == Use::opens ? 1 : mark.use == Use::closes ? -1 : depth > 0 ? -1 : 1;
      unpaired = unpaired || depth < 0;
    }
  }
  if (straight % 2 != 0 || (!unpaired && depth == 0)) {
    return;
  }
  bool opens = true;
  for (Mark& mark : marks_) {
    if (tokens_[mark.first].mark == u'"' && mark.first == mark.last) {
      mark.use = opens ? Use::opens : Use::closes;
      opens = !opens;
    }
  }
}

std::vector<Quoted> Pairing::run() {
  list_marks();
  pair_straight_marks_in_turn();
  std::array<std::uint32_t, kFamilies> left{};
  for (const Mark& mark : marks_) {
    ++left[static_cast<std::size_t>(mark.family)];
  }
  for (const Mark& mark : marks_) {
    --left[static_cast<std::size_t>(mark.family)];
    std::size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1].family != mark.family) {
      --depth;
    }
    const bool own = depth > 0;
    if (own && mark.use != Use::opens) {
      close(depth - 1, mark);
    } else if (mark.use != Use::closes) {
      if (open_.size() < kDeepest) {
        open_.push_back(mark);
      }
    } else if (!open_.empty() && left[static_cast<std::size_t>(open_.back().family)] == 0) {
      close(open_.size() - 1, mark);  // «…" : the marks do not match
    }
  }
  // «قال إن "الماء حق في قمة "الأرض" .»: the last mark closes the inner passage and the whole one.
  if (!open_.empty() && !found_.empty() && found_.back().open > open_.back().first &&
      found_.back().close + 2 >= end_ &&
      open_.back().family == family_of(tokens_[found_.back().close].mark)) {
    const Mark closing{found_.back().close, found_.back().close, open_.back().family, Use::closes};
    close(open_.size() - 1, closing);
  }
  // A passage that no mark closes runs to the end, unless others begin inside it.
  const auto nests = [&](const Quoted& passage) {  // «وكتبت: "أعلنوا العثور على 'مصنع' …»
    return passage.open > open_.front().first && open_.front().family != Family::single &&
           family_of(tokens_[passage.open].mark) == Family::single;
  };
  const bool only_singles = !open_.empty() && open_.front().first > begin_ &&
                            tokens_.is_mark(open_.front().first - 1, u':') &&
                            std::all_of(found_.begin(), found_.end(), [&](const Quoted& passage) {
                              return passage.open < open_.front().first || nests(passage);
                            });
  if (!open_.empty() && (only_singles || found_.empty() || found_.back().close < open_.front().first)) {
    const Mark& mark = open_.front();
    while (!found_.empty() && found_.back().open > mark.first) {
      found_.pop_back();
    }
    if (mark.last + 1 < end_) {
      found_.push_back({mark.first, end_ - 1, {mark.last + 1, end_}, false, false});
    }
  }
  add_brackets();
  return std::move(found_);
}

/// Round brackets that stand outside of all quotation marks, the outermost of nested ones («(أوضاح (حلى من
/// فضة))»).
void Pairing::add_brackets() {
  std::vector<std::uint32_t> open;
  std::vector<Span> pairs;  // in the order of their ends; the last of those that nest is the outermost
  for (std::uint32_t i = begin_; i < end_; ++i) {
    if (tokens_.is_mark(i, u'(')) {
      open.push_back(i);
    } else if (tokens_.is_mark(i, u')') && !open.empty()) {
      const Span pair{open.back(), i};
      open.pop_back();
      while (!pairs.empty() && pairs.back().begin > pair.begin) {
        pairs.pop_back();
      }
      pairs.push_back(pair);
    }
  }
  std::vector<Quoted> all;
  std::size_t next = 0;
  std::uint32_t at = begin_;
  for (const Span pair : pairs) {
    for (; next < found_.size() && found_[next].open < pair.begin; ++next) {
      all.push_back(found_[next]);
      at = found_[next].close + 1;
    }
    const bool clear = pair.begin >= at && (next == found_.size() || found_[next].open > pair.end);
    if (clear) {
      all.push_back({pair.begin, pair.end, {pair.begin + 1, pair.end}, true, true});
    }
  }
  for (; next < found_.size(); ++next) {
    all.push_back(found_[next]);
  }
  found_ = std::move(all);
}

}  // namespace

std::vector<Quoted> find_quoted(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
  return Pairing(tokens, begin, end).run();
}

}  // namespace naqi
