#include "classify/features/feature_vector.h"

#include <algorithm>
#include <limits>

#include "classify/marker_words.h"
#include "classify/scene.h"

namespace naqi {
namespace {

constexpr std::array<const char*, kPlainCount> kPlainNames = {
#define PLAIN(enumerator, name) name,
#include "classify/features/plain_features.inc"
#undef PLAIN
};

std::int16_t clamped(std::int64_t value) noexcept {
  constexpr std::int64_t kMost = std::numeric_limits<std::int16_t>::max();
  return static_cast<std::int16_t>(std::clamp(value, -kMost, kMost));
}

std::int64_t share(std::uint64_t part, std::uint64_t whole) noexcept {
  return whole == 0 ? 0 : static_cast<std::int64_t>(part * 1000 / whole);
}

int ending_of(const Shape& s) noexcept {
  if (s.ellipsis) {
    return 2;
  }
  if (s.question) {
    return 3;
  }
  return s.terminated ? 4 : s.colon ? 1 : 0;
}

int list_mark_of(const Shape& s) noexcept { return s.bulleted ? 1 : s.numbered ? 2 : 0; }

bool is_marker_rule(Feature feature) noexcept {
  return feature >= Feature::marker_alone && feature <= Feature::marker_some_words;
}

/// How strongly a rule of markers speaks: the marker alone on its line is nearly sure, a word of markers is a
/// hint.
int strength_of(Feature feature) noexcept {
  switch (feature) {
    case Feature::marker_alone:
    case Feature::marker_number: return 6;
    case Feature::marker_colon:
    case Feature::marker_line: return 5;
    case Feature::marker_short:
    case Feature::marker_inside:
    case Feature::marker_tail:
    case Feature::marker_bracket: return 4;
    case Feature::marker_any:
    case Feature::marker_network:
    case Feature::marker_menu: return 3;
    case Feature::marker_weak:
    case Feature::marker_words: return 2;
    default: return 1;
  }
}

/// The facts that need the whole text and are therefore kept for every piece; the others are told when its
/// turn comes.
constexpr std::array kStored = {Plain::removed_marker,
                                Plain::kept_marker,
                                Plain::copies,
                                Plain::copy_of_earlier,
                                Plain::copy_distance,
                                Plain::overlap,
                                Plain::overlap_words,
                                Plain::run_length,
                                Plain::run_place,
                                Plain::run_rest,
                                Plain::run_dates,
                                Plain::run_menu,
                                Plain::run_headlines,
                                Plain::run_markers,
                                Plain::run_copies,
                                Plain::run_listed,
                                Plain::run_listed_share,
                                Plain::run_words,
                                Plain::run_colon,
                                Plain::run_latin,
                                Plain::run_overlap,
                                Plain::text_before,
                                Plain::text_after,
                                Plain::numbering,
                                Plain::numbering_after_text,
                                Plain::since_opening,
                                Plain::opening_strength,
                                Plain::opening_overlap,
                                Plain::opening_mass,
                                Plain::openings,
                                Plain::until_removed};

constexpr std::array<std::uint8_t, kPlainCount> slots() noexcept {
  std::array<std::uint8_t, kPlainCount> slots{};
  for (std::size_t slot = 0; slot < kStored.size(); ++slot) {
    slots[static_cast<std::size_t>(kStored[slot])] = static_cast<std::uint8_t>(slot);
  }
  return slots;
}
constexpr std::array<std::uint8_t, kPlainCount> kSlots = slots();

/// Sums of a column up to each piece.
class Prefix {
 public:
  template <typename Value>
  Prefix(std::uint32_t count, Value&& value) : sums_(count + 1, 0) {
    for (std::uint32_t i = 0; i < count; ++i) {
      sums_[i + 1] = sums_[i] + static_cast<std::int64_t>(value(i));
    }
  }
  /// Of [begin, end), which may reach beyond the pieces.
  [[nodiscard]] std::int64_t sum(std::int64_t begin, std::int64_t end) const noexcept {
    const auto size = static_cast<std::int64_t>(sums_.size()) - 1;
    begin = std::clamp<std::int64_t>(begin, 0, size);
    end = std::clamp<std::int64_t>(end, begin, size);
    return sums_[static_cast<std::size_t>(end)] - sums_[static_cast<std::size_t>(begin)];
  }

 private:
  std::vector<std::int64_t> sums_;
};

class VectorBuilder {
 public:
  explicit VectorBuilder(const Scene& scene)
      : scene_(scene),
        count_(scene.count),
        stored_(scene.count),
        mass_(scene.count),
        content_words_(scene.count) {
    for (std::uint32_t i = 0; i < count_; ++i) {
      stored_[i].fill(0);
      mass_[i] = mass_of(scene_.shape(i));
      add_markers(i);
    }
    main_text_ = find_main_text(mass_);
    for (std::uint32_t i = main_text_.begin; i < main_text_.end; ++i) {
      main_words_ += scene_.shape(i).words;
    }
    add_copies();
    add_overlap();
    add_runs();
    add_openings();
    add_numbering();
    add_distance_to_markers();
  }

  /// The pieces have to come in their order.
  const FeatureVector& next() {
    const std::uint32_t i = at_++;
    vector_.fill(0);
    for (std::size_t slot = 0; slot < kStored.size(); ++slot) {
      tell(kStored[slot], stored_[i][slot]);
    }
    add_own(i);
    add_rules(i);
    add_place(i);
    add_distances(i);
    add_neighbours(i);
    return vector_;
  }

 private:
  void set(std::uint32_t i, Plain plain, std::int64_t value) noexcept {
    stored_[i][kSlots[static_cast<std::size_t>(plain)]] = clamped(value);
  }
  [[nodiscard]] std::int16_t get(std::uint32_t i, Plain plain) const noexcept {
    return stored_[i][kSlots[static_cast<std::size_t>(plain)]];
  }
  void tell(Plain plain, std::int64_t value) noexcept {
    vector_[static_cast<std::size_t>(plain)] = clamped(value);
  }

  void add_own(std::uint32_t i) {
    const Piece& piece = scene_.pieces[i];
    const Shape& s = piece.shape;
    const Line& line = scene_.analysis.lines[piece.line];
    tell(Plain::words, s.words);
    tell(Plain::characters, piece.span.size());
    tell(Plain::function_share, share(s.function_words, s.words));
    tell(Plain::conjunction_share, share(s.conjunctions, s.words));
    tell(Plain::punctuation, s.commas);
    tell(Plain::quotes, s.quotes);
    tell(Plain::pipes, s.pipes);
    tell(Plain::number_share, share(s.numbers, s.words));
    tell(Plain::latin_share, share(s.latin, s.words));
    tell(Plain::hashtags, s.hashtags);
    tell(Plain::addresses, s.addresses);
    tell(Plain::date_share, share(s.stamp_words, s.words));
    tell(Plain::menu_share, share(s.menu_words, s.words));
    tell(Plain::ending, ending_of(s));
    tell(Plain::list_mark, list_mark_of(s));
    tell(Plain::enclosed, s.bracketed ? 1 : s.quoted ? 2 : 0);
    tell(Plain::mass, mass_[i]);
    tell(Plain::on_line, (piece.begins_line ? 0 : 2) + (piece.ends_line ? 0 : 1));
    tell(Plain::line_words, line.last_word - line.first_word);
    tell(Plain::blank_before, piece.begins_line ? std::min<std::uint32_t>(line.blank_before, 3) : 0);
    const bool next = piece.ends_line && piece.line + 1 < scene_.analysis.lines.size();
    tell(Plain::blank_after,
         next ? std::min<std::uint32_t>(scene_.analysis.lines[piece.line + 1].blank_before, 3) : 0);
    std::uint32_t letters = 0;
    WordSet types;
    for (std::uint32_t word = piece.words.begin; word < piece.words.end; ++word) {
      letters += scene_.analysis.words[word].span.size();
      types.add(WordSet::hash(scene_.analysis.folded_word(word)));
    }
    tell(Plain::variety, share(types.size(), piece.words.size()));
    tell(Plain::word_length, piece.words.empty() ? 0 : letters * 10 / piece.words.size());
    tell(Plain::colon_early, colon_early(piece) ? 1 : 0);
  }

  [[nodiscard]] bool colon_early(const Piece& piece) const noexcept {
    constexpr std::uint32_t kFew = 4;
    const std::uint32_t last = std::min(piece.words.end, piece.words.begin + kFew);
    for (std::uint32_t word = piece.words.begin; word < last; ++word) {
      const std::uint32_t at = scene_.analysis.words[word].span.end;
      if (at < piece.span.end &&
          (scene_.text[at] == u':' ||
           (scene_.text[at] == u' ' && at + 1 < piece.span.end && scene_.text[at + 1] == u':'))) {
        return true;
      }
    }
    return false;
  }

  void add_rules(std::uint32_t i) {
    for (const Fact& fact : scene_.evidence[i].facts) {
      const bool targeted = fact.target != Fact::kEveryLabel;
      if (!targeted || !is_kept(static_cast<Label>(fact.target))) {
        vector_[kPlainCount + static_cast<std::size_t>(fact.feature)] = 1;
      }
      if (targeted && is_marker_rule(fact.feature)) {
        std::int16_t& cell = vector_[kPlainCount + kFeatureCount + fact.target];
        cell = std::max(cell, static_cast<std::int16_t>(strength_of(fact.feature)));
      }
    }
  }

  void add_markers(std::uint32_t i) {
    for (const Fact& fact : scene_.evidence[i].facts) {
      if (fact.target != Fact::kEveryLabel && is_marker_rule(fact.feature)) {
        const bool removed = !is_kept(static_cast<Label>(fact.target));
        const Plain side = removed ? Plain::removed_marker : Plain::kept_marker;
        set(i, side, std::max<std::int64_t>(get(i, side), strength_of(fact.feature)));
      }
    }
  }

  /// Pieces that stand more than once, by their folded words.
  void add_copies() {
    WordSet seen;
    std::vector<std::uint32_t> first(count_);
    std::vector<std::uint32_t> copies(count_, 0);
    std::vector<std::uint32_t> last(count_, count_);
    std::vector<std::uint32_t> next(count_, count_);
    for (std::uint32_t i = 0; i < count_; ++i) {
      Span words = scene_.pieces[i].words;
      first[i] = i;
      while (words.size() > 1 && is_number_word(scene_.analysis.folded_word(words.begin))) {
        ++words.begin;  // an entry of a table of contents and the heading that it names
      }
      while (words.size() > 1 && is_number_word(scene_.analysis.folded_word(words.end - 1))) {
        --words.end;
      }
      if (words.empty()) {
        continue;
      }
      std::uint64_t hash = WordSet::hash({});
      for (std::uint32_t word = words.begin; word < words.end; ++word) {
        hash = WordSet::hash(scene_.analysis.folded_word(word), hash);
        hash = WordSet::hash(u" ", hash);
      }
      first[i] = seen.insert(hash, i);
      ++copies[first[i]];
      next[i] = count_;
      if (last[first[i]] != count_) {
        next[last[first[i]]] = i;
        set(i, Plain::copy_distance, i - last[first[i]]);
      }
      last[first[i]] = i;
    }
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (first[i] == i && next[i] != count_) {
        set(i, Plain::copy_distance, -static_cast<std::int64_t>(next[i] - i));
      }
      set(i, Plain::copies, copies[first[i]] > 0 ? copies[first[i]] - 1 : 0);
      set(i, Plain::copy_of_earlier, first[i] != i ? 1 : 0);
    }
  }

  void add_place(std::uint32_t i) {
    const auto whole = static_cast<std::uint64_t>(std::max<std::int64_t>(main_text_.positive, 1));
    const std::int64_t own = std::max(mass_[i], 0);
    tell(Plain::pieces, count_);
    tell(Plain::place, count_ > 1 ? share(i, count_ - 1) : 0);
    tell(Plain::inside, main_text_.holds(i) ? 1 : i < main_text_.begin ? 0 : 2);
    tell(Plain::from_begin, static_cast<std::int64_t>(i) - main_text_.begin);
    tell(Plain::from_end, static_cast<std::int64_t>(i) - main_text_.end);
    tell(Plain::mass_before, share(static_cast<std::uint64_t>(before_), whole));
    tell(Plain::mass_after, share(static_cast<std::uint64_t>(main_text_.positive - before_ - own), whole));
    tell(Plain::main_share, share(static_cast<std::uint64_t>(main_text_.score), whole));
    tell(Plain::main_words, static_cast<std::int64_t>(main_words_));
    const std::int64_t at = i;
    tell(Plain::before_mass_5, mass_around(at - 5, at));
    tell(Plain::before_mass_10, mass_around(at - 10, at));
    tell(Plain::after_mass_5, mass_around(at + 1, at + 6));
    tell(Plain::after_mass_10, mass_around(at + 1, at + 11));
    before_ += own;
  }

  /// The masses of some pieces, none of which outweighs the others by much.
  [[nodiscard]] std::int64_t mass_around(std::int64_t begin, std::int64_t end) const noexcept {
    constexpr std::int32_t kLeast = -200;
    constexpr std::int32_t kMost = 1500;
    std::int64_t sum = 0;
    for (std::int64_t i = std::max<std::int64_t>(begin, 0); i < std::min<std::int64_t>(end, count_); ++i) {
      sum += std::clamp(mass_[static_cast<std::size_t>(i)], kLeast, kMost);
    }
    return sum;
  }

  template <typename Visit>
  void for_each_content_word(std::uint32_t i, Visit&& visit) const {
    for (std::uint32_t word = scene_.pieces[i].words.begin; word < scene_.pieces[i].words.end; ++word) {
      const std::u16string_view folded = scene_.analysis.folded_word(word);
      if (folded.size() >= 3 && !is_function_word(folded) && !is_number_word(folded)) {
        visit(WordSet::hash(stem_for_counting(folded)));
      }
    }
  }

  /// Words that the piece shares with other pieces of the main text.
  void add_overlap() {
    WordSet numbers;
    std::vector<std::uint32_t> pieces;  // by word: the pieces of the main text that hold it
    std::vector<std::uint32_t> last;
    for (std::uint32_t i = main_text_.begin; i < main_text_.end; ++i) {
      for_each_content_word(i, [&](std::uint64_t hash) {
        const std::uint32_t number = numbers.insert(hash, static_cast<std::uint32_t>(pieces.size()));
        if (number == pieces.size()) {
          pieces.push_back(0);
          last.push_back(count_);
        }
        if (last[number] != i) {
          last[number] = i;
          ++pieces[number];
        }
      });
    }
    for (std::uint32_t i = 0; i < count_; ++i) {
      const std::uint32_t own = main_text_.holds(i) ? 1 : 0;
      std::uint32_t all = 0;
      std::uint32_t shared = 0;
      for_each_content_word(i, [&](std::uint64_t hash) {
        const std::uint32_t number = numbers.find(hash);
        ++all;
        shared += number != WordSet::kNone && pieces[number] > own ? 1U : 0U;
      });
      set(i, Plain::overlap, all == 0 ? -1 : share(shared, all));
      set(i, Plain::overlap_words, shared);
      content_words_[i] = all;
    }
  }

  void add_runs() {
    std::int64_t before = 0;
    for (std::uint32_t begin = 0; begin < count_;) {
      std::uint32_t end = begin;
      if (scene_.sentence[begin]) {
        before = 0;
        for (; end < count_ && scene_.sentence[end]; ++end) {
          before += std::max(mass_[end], 0);
        }
        for (std::uint32_t i = begin; i < end; ++i) {  // a block of running text is a run too
          set(i, Plain::run_length, end - begin);
          set(i, Plain::run_place, i - begin);
          set(i, Plain::run_rest, end - i - 1);
          set(i, Plain::text_before, before);
        }
        begin = end;
        continue;
      }
      std::uint32_t dates = 0;
      std::uint32_t menu = 0;
      std::uint32_t headlines = 0;
      std::uint32_t markers = 0;
      std::uint32_t copies = 0;
      std::uint32_t listed = 0;
      std::uint64_t words = 0;
      std::uint64_t latin = 0;
      std::uint64_t content = 0;
      std::uint64_t shared = 0;
      for (; end < count_ && !scene_.sentence[end]; ++end) {
        const Shape& s = scene_.shape(end);
        dates += s.stamp_words > 0 && s.words - s.stamp_words <= 3 ? 1U : 0U;
        menu += s.menu_words > 0 && s.menu_words >= s.words ? 1U : 0U;
        headlines += s.headline() && !s.colon && s.stamp_words == 0 ? 1U : 0U;
        markers += get(end, Plain::removed_marker) >= 4 ? 1U : 0U;
        copies += get(end, Plain::copies) > 0 ? 1U : 0U;
        listed += scene_.listed(end) ? 1U : 0U;
        words += s.words;
        latin += s.latin;
        shared += static_cast<std::uint64_t>(get(end, Plain::overlap_words));
        content += content_words_[end];
      }
      const bool colon = begin > 0 && scene_.shape(begin - 1).colon;
      std::int64_t after = 0;
      for (std::uint32_t i = end; i < count_ && scene_.sentence[i]; ++i) {
        after += std::max(mass_[i], 0);
      }
      for (std::uint32_t i = begin; i < end; ++i) {
        set(i, Plain::run_length, end - begin);
        set(i, Plain::run_place, i - begin);
        set(i, Plain::run_rest, end - i - 1);
        set(i, Plain::run_dates, dates);
        set(i, Plain::run_menu, menu);
        set(i, Plain::run_headlines, headlines);
        set(i, Plain::run_markers, markers);
        set(i, Plain::run_copies, copies);
        set(i, Plain::run_listed, listed);
        set(i, Plain::run_listed_share, share(listed, end - begin));
        set(i, Plain::run_words, static_cast<std::int64_t>(words * 10 / (end - begin)));
        set(i, Plain::run_colon, colon ? 1 : 0);
        set(i, Plain::run_latin, share(latin, words));
        set(i, Plain::run_overlap, share(shared, content));
        set(i, Plain::text_before, before);
        set(i, Plain::text_after, after);
      }
      begin = end;
    }
  }

  /// How much speaks for a new article at a headline: what stands between it and the running text that
  /// follows.
  [[nodiscard]] int opening_at(std::uint32_t i) const noexcept {
    constexpr std::uint32_t kReach = 5;
    const Shape& s = scene_.shape(i);
    const bool headline = s.headline() && !s.colon && s.stamp_words * 2 < s.words && !scene_.listed(i);
    if (!headline) {
      return 0;
    }
    int strength = 0;
    for (std::uint32_t k = i + 1; k < count_ && k <= i + kReach; ++k) {
      const Shape& next = scene_.shape(k);
      if (scene_.sentence[k]) {
        return next.opens_with_conjunction || mass_[k] <= 0 ? 0 : 1 + strength;
      }
      const auto rule = [&](Feature feature) {
        const std::vector<Fact>& facts = scene_.evidence[k].facts;
        return std::any_of(facts.begin(), facts.end(),
                           [&](const Fact& fact) { return fact.feature == feature; });
      };
      strength += next.stamp_words > 0 ? 1 : 0;
      strength += rule(Feature::place) || rule(Feature::agency) || rule(Feature::place_name) ? 1 : 0;
      strength += get(k, Plain::kept_marker) >= 4 ? 1 : 0;
    }
    return 0;
  }

  /// Each piece is told of the last place before it where another article may have opened.
  void add_openings() {
    std::vector<std::uint32_t> places;
    std::vector<int> strengths;
    std::int64_t before = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      const int strength = before > 0 ? opening_at(i) : 0;
      if (strength > 0) {
        places.push_back(i);
        strengths.push_back(strength);
      }
      before += scene_.sentence[i] ? std::max(mass_[i], 0) : 0;
    }
    const Prefix mass(count_,
                      [&](std::uint32_t i) { return scene_.sentence[i] ? std::max(mass_[i], 0) : 0; });
    WordSet seen;
    for (std::uint32_t i = 0; i < (places.empty() ? count_ : places[0]); ++i) {
      for_each_content_word(i, [&](std::uint64_t hash) { seen.add(hash); });
      set(i, Plain::since_opening, -1);
      set(i, Plain::opening_overlap, -1);
    }
    for (std::size_t place = 0; place < places.size(); ++place) {
      const std::uint32_t end = place + 1 < places.size() ? places[place + 1] : count_;
      std::uint32_t all = 0;
      std::uint32_t shared = 0;
      std::vector<std::uint64_t> fresh;
      for (std::uint32_t i = places[place]; i < end; ++i) {
        for_each_content_word(i, [&](std::uint64_t hash) {
          ++all;
          shared += seen.find(hash) != WordSet::kNone ? 1U : 0U;
          fresh.push_back(hash);
        });
      }
      for (const std::uint64_t hash : fresh) {
        seen.add(hash);
      }
      for (std::uint32_t i = places[place]; i < end; ++i) {
        set(i, Plain::since_opening, i - places[place]);
        set(i, Plain::opening_strength, strengths[place]);
        set(i, Plain::opening_overlap, share(shared, all));
        set(i, Plain::opening_mass, mass.sum(0, places[place]) / 10);
        set(i, Plain::openings, static_cast<std::int64_t>(place + 1));
      }
    }
  }

  /// The number that begins the piece, 0 if there is none.
  [[nodiscard]] std::uint32_t number_of(std::uint32_t i) const noexcept {
    constexpr std::uint32_t kMost = 999;
    const Piece& piece = scene_.pieces[i];
    if (piece.words.empty() || !piece.begins_line) {
      return 0;
    }
    std::uint32_t number = 0;
    for (const char16_t c : scene_.analysis.folded_word(piece.words.begin)) {
      if (c < u'0' || c > u'9' || number > kMost) {
        return 0;
      }
      number = number * 10 + (c - u'0');
    }
    return number;
  }

  /// Runs of lines that count on from 1, with up to one other piece between two.
  void add_numbering() {
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (number_of(i) != 1) {
        continue;
      }
      std::vector<std::uint32_t> run{i};
      for (std::uint32_t k = i + 1; k < count_ && k <= run.back() + 2; ++k) {
        if (number_of(k) == run.size() + 1) {
          run.push_back(k);
        }
      }
      const bool after_text = i > 0 && (scene_.sentence[i - 1] || scene_.shape(i - 1).colon);
      for (const std::uint32_t each : run) {
        set(each, Plain::numbering, static_cast<std::int64_t>(run.size()));
        set(each, Plain::numbering_after_text, after_text ? 1 : 0);
      }
      i = run.back();
    }
  }

  /// Whether a marker of the label stands at the piece that is told.
  [[nodiscard]] bool marks(Label label) const noexcept {
    return vector_[kPlainCount + kFeatureCount + static_cast<std::size_t>(label)] >= kStrong;
  }

  void add_distances(std::uint32_t i) {
    const auto since = [&](std::uint32_t at) {
      return at == kNone ? kNever : static_cast<std::int64_t>(i - at);
    };
    tell(Plain::since_comment, since(comment_));
    tell(Plain::since_related, since(related_));
    tell(Plain::since_removed, since(removed_));
    tell(Plain::since_date, since(date_));
    tell(Plain::mass_since_comment, comment_ == kNone ? kNever : comment_mass_);
    tell(Plain::mass_since_related, related_ == kNone ? kNever : related_mass_);
    comment_mass_ += std::max(mass_[i], 0);
    related_mass_ += std::max(mass_[i], 0);
    if (marks(Label::comment)) {
      comment_ = i;
      comment_mass_ = 0;
    }
    if (marks(Label::related_link) || marks(Label::related_list)) {
      related_ = i;
      related_mass_ = 0;
    }
    removed_ = get(i, Plain::removed_marker) >= kStrong ? i : removed_;
    date_ = scene_.shape(i).stamp_words > 0 ? i : date_;
  }

  void add_distance_to_markers() {
    std::uint32_t next = kNone;
    for (std::uint32_t i = count_; i-- > 0;) {
      set(i, Plain::until_removed, next == kNone ? kNever : static_cast<std::int64_t>(next - i));
      next = get(i, Plain::removed_marker) >= kStrong ? i : next;
    }
  }

  void add_neighbours(std::uint32_t i) {
    constexpr std::array<int, 6> kAt = {-3, -2, -1, 1, 2, 3};
    auto cell = static_cast<std::size_t>(Plain::words_m3);
    for (const int at : kAt) {
      const std::int64_t neighbour = static_cast<std::int64_t>(i) + at;
      std::array<std::int64_t, 6> facts;
      facts.fill(-1);
      if (neighbour >= 0 && neighbour < count_) {
        const auto k = static_cast<std::uint32_t>(neighbour);
        const Shape& s = scene_.shape(k);
        facts = {s.words,
                 mass_[k],
                 ending_of(s),
                 share(s.stamp_words, s.words),
                 get(k, Plain::removed_marker),
                 list_mark_of(s)};
      }
      for (const std::int64_t fact : facts) {
        vector_[cell++] = clamped(fact);
      }
    }
  }

  static constexpr std::int64_t kNever = -1;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  static constexpr std::int16_t kStrong = 4;  // strength_of(): more than a hint

  const Scene& scene_;
  std::uint32_t count_;
  MainText main_text_;
  std::uint64_t main_words_ = 0;
  std::vector<std::array<std::int16_t, kStored.size()>> stored_;
  std::vector<std::int32_t> mass_;
  std::vector<std::uint32_t> content_words_;

  // Of the piece that is told, and of what came before it.
  FeatureVector vector_{};
  std::uint32_t at_ = 0;
  std::int64_t before_ = 0;
  std::uint32_t comment_ = kNone;
  std::uint32_t related_ = kNone;
  std::uint32_t removed_ = kNone;
  std::uint32_t date_ = kNone;
  std::int64_t comment_mass_ = 0;
  std::int64_t related_mass_ = 0;
};

}  // namespace

std::string component_name(std::size_t component) {
  if (component < kPlainCount) {
    return kPlainNames[component];
  }
  component -= kPlainCount;
  if (component < kFeatureCount) {
    return "rule:" + std::string(name(static_cast<Feature>(component)));
  }
  return "marker:" + std::string(name(static_cast<Label>(component - kFeatureCount)));
}

std::int32_t mass_of(const Shape& s) noexcept {
  if (s.words == 0) {
    return 0;
  }
  // The weights of a first guess, as in the paper's bare form: long lines held together by function words
  // that end in a stop score high, short ones below 0.
  constexpr std::int32_t kFloor = -150;
  constexpr std::int32_t kShort = -50;
  const auto words = static_cast<std::int32_t>(std::min<std::uint32_t>(s.words, 60));
  const auto share = static_cast<std::int32_t>(s.function_words * 100 / s.words);
  std::int32_t mass = kFloor + words * 100 / 8 / (share > 8 ? 1 : 4) + 6 * share;
  mass += s.terminated || s.colon || s.quoted ? 100 : -60;
  mass += s.words <= 4 ? kShort : 0;
  return mass;
}

void for_each_vector(const Scene& scene, const std::function<void(const FeatureVector&)>& visit) {
  VectorBuilder builder(scene);
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    visit(builder.next());
  }
}

}  // namespace naqi
