#include "classify/evidence.h"

#include <algorithm>
#include <array>

#include "classify/markers.h"
#include "classify/page_evidence.h"
#include "classify/word_set.h"
#include "lexicon/lexicon.h"

namespace naqi {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNames = {
#define FEATURE(enumerator, name) name,
#include "classify/features.inc"
#undef FEATURE
};

/// What the pass over the markers leaves for the passes behind it.
struct Mark {
  bool comments = false;  ///< opens the comments
  bool end = false;       ///< stands behind the end of an article
  bool links = false;     ///< announces links and has none on its line
  bool keywords = false;  ///< announces tags and has none on its line
  bool strong = false;    ///< some marker counts fully
  bool closes_comments = false;
  Label label = Label::junk;
};

class Finder {
 public:
  Finder(const Analysis& analysis, const std::vector<Piece>& pieces,
         std::span<const std::u16string> switched_off)
      : analysis_(analysis),
        text_(analysis.text()),
        pieces_(pieces),
        switched_off_(switched_off),
        count_(static_cast<std::uint32_t>(pieces.size())),
        evidence_(pieces.size()),
        marks_(pieces.size()) {}

  std::vector<Evidence> run() {
    if (count_ == 0) {
      return {};
    }
    find_sentences();
    for (std::uint32_t i = 0; i < count_; ++i) {
      look_at_shape(i);
      look_at_markers(i);
    }
    find_end();
    for (std::uint32_t i = 0; i < count_; ++i) {
      look_at_agency(i);
    }
    look_at_places();
    look_at_runs();
    look_at_turns();
    look_at_copies();
    look_at_words();
    look_at_zones();
    return std::move(evidence_);
  }

 private:
  [[nodiscard]] const Shape& shape(std::uint32_t i) const noexcept { return pieces_[i].shape; }

  void add(std::uint32_t i, Feature feature) { evidence_[i].facts.push_back({feature, Fact::kEveryLabel}); }
  void add(std::uint32_t i, Feature feature, Label target) {
    const Fact fact{feature, static_cast<std::uint8_t>(target)};
    for (const Fact& other : evidence_[i].facts) {
      if (other.feature == fact.feature && other.target == fact.target) {
        return;
      }
    }
    evidence_[i].facts.push_back(fact);
  }

  void find_sentences() {
    sentence_.resize(count_);
    std::uint64_t arabic = 0;
    std::uint64_t words = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      sentence_[i] = shape(i).sentence();
      arabic += shape(i).arabic;
      words += shape(i).words;
      if (sentence_[i]) {
        first_sentence_ = sentences_ == 0 ? i : first_sentence_;
        last_sentence_ = i;
        ++sentences_;
      }
    }
    arabic_text_ = arabic * 2 > words;
  }

  [[nodiscard]] bool has(Span span, std::u16string_view needle) const noexcept {
    return analysis_.slice(span).find(needle) != std::u16string_view::npos;
  }

  void look_at_shape(std::uint32_t i) {
    const Piece& piece = pieces_[i];
    const Shape& s = piece.shape;
    add(i, Feature::prior);
    if (s.words == 1) {
      add(i, Feature::one_word);
    } else if (s.words >= 2 && s.words <= 3) {
      add(i, Feature::two_words);
    } else if (s.words >= 4 && s.words <= 7) {
      add(i, Feature::short_line);
    } else if (s.words >= 8 && s.words <= 15) {
      add(i, Feature::middle_line);
    } else if (s.words >= 16 && s.words <= 39) {
      add(i, Feature::long_line);
    } else if (s.words >= 40) {
      add(i, Feature::very_long_line);
    }
    const auto when = [&](bool condition, Feature feature) {
      if (condition) {
        add(i, feature);
      }
    };
    when(sentence_[i], Feature::sentence);
    when(s.terminated && !s.question && !s.ellipsis, Feature::full_stop);
    when(s.question, Feature::question);
    when(s.ellipsis, Feature::ellipsis);
    when(s.colon, Feature::colon_end);
    when(s.words >= 4 && !s.terminated && !s.colon, Feature::no_stop);
    when(s.words >= 3 && s.function_words == 0, Feature::no_function_words);
    when(s.function_words >= 4, Feature::function_words);
    when(s.commas > 0, Feature::commas);
    when(s.opens_with_conjunction && s.words >= 4, Feature::conjunction);
    when(s.bulleted, Feature::bullet);
    when(s.numbered, Feature::number_mark);
    when(s.quoted && s.words >= 4, Feature::quoted);
    when(s.bracketed && s.words >= 1, Feature::bracketed);
    when(s.name_like() && s.menu_words == 0 && s.stamp_words == 0, Feature::name_like);
    when(s.headline(), Feature::headline);
    when(s.dump(), Feature::dump);
    when(s.stamp_only(), Feature::stamp_only);
    when(s.stamp_words > 0 && s.stamp_words < s.words && s.words - s.stamp_words <= 3, Feature::stamp_rest);
    when(s.stamp.labelled && s.words - s.stamp_words <= 8, Feature::stamp_labelled);
    when(s.words > 0 && s.numbers == s.words && s.stamp_words == 0, Feature::counter);
    when(s.words == 0, is_ruled(piece.span) ? Feature::rule_line : Feature::signs);
    when(arabic_text_ && s.latin > 0 && s.latin + s.numbers == s.words, Feature::foreign);
    when(has(piece.span, u"pic.twitter.com/") || has(piece.span, u"://t.co/"), Feature::post);
    when(s.hashtags >= 2, Feature::hashtags);
    when(s.addresses > 0 && s.words <= s.addresses + 1, Feature::address);
    when(s.words <= 8 && has(piece.span, u"@"), Feature::handle);
    when(s.pipes >= 2 && !sentence_[i], Feature::separators);
    when(s.menu_words > 0 && s.menu_words + s.numbers >= s.words && s.words <= 6, Feature::menu_tiled);
    when(s.words >= 5 && s.menu_words * 10 >= s.words * 6, Feature::menu_mostly);
    when(s.words <= 5 && has_page_number(piece), Feature::print_page);
    when(has(piece.span, u"\u00A9") || has(piece.span, u"Copyright"), Feature::copyright_sign);
    when(piece.place, Feature::place);
    const bool slash = !piece.begins_line && text_[piece.span.begin] == u'/';
    when(slash && s.words <= 6, Feature::slash_name);
  }

  /// «ص 19», «ص19», «(طالع ص 12)».
  [[nodiscard]] bool has_page_number(const Piece& piece) const noexcept {
    for (std::uint32_t word = piece.words.begin; word < piece.words.end; ++word) {
      const std::u16string_view folded = analysis_.folded_word(word);
      if (folded.empty() || folded.front() != 0x0635) {
        continue;
      }
      const bool next = folded.size() == 1 && word + 1 < piece.words.end && joined_to_next(analysis_, word) &&
                        is_number_word(analysis_.folded_word(word + 1));
      if (next || (folded.size() > 1 && is_number_word(folded.substr(1)))) {
        return true;
      }
    }
    return false;
  }

  /// A line of at least eight equal signs.
  [[nodiscard]] bool is_ruled(Span span) const noexcept {
    std::uint32_t count = 0;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      if (text_[i] == u' ') {
        continue;
      }
      if (text_[i] != text_[span.begin]) {
        return false;
      }
      ++count;
    }
    return count >= 8;
  }

  /// «رويترز» alone, «هسبريس - د.ب.أ», «محمد علي من الرياض», «حائل: فريح الرمالي».
  void look_at_agency(std::uint32_t i) {
    const Piece& piece = pieces_[i];
    if (piece.shape.words > 8 || sentence_[i] || marks_[i].strong) {
      return;
    }
    bool agency = false;
    bool place = false;
    for (std::uint32_t word = piece.words.begin; word < piece.words.end; ++word) {
      const auto at = [&](std::uint32_t k) { return analysis_.folded_word(word + k); };
      const lexicon::Match agency_match = lexicon::agencies.longest(at, piece.words.end - word);
      agency = agency || (agency_match.words > 0 && counts(agency_match) &&
                          (agency_match.words == piece.shape.words || piece.shape.words <= 5));
      const lexicon::Match place_match = lexicon::places.longest(at, piece.words.end - word);
      const bool begins = word == piece.words.begin;
      const bool ends = word + place_match.words == piece.words.end;
      if (begins && ends && place_match.words > 0 && piece.shape.colon && i + 1 < count_ &&
          sentence_[i + 1]) {
        add(i, Feature::place);
      }
      if (place_match.words == 0 || place_match.words == piece.shape.words) {
        continue;
      }
      const bool bare = piece.shape.function_words == 0 && piece.shape.words <= 6;
      if (ends && word > piece.words.begin && piece.shape.function_words <= 1 &&
          analysis_.folded_word(word - 1) == u"\u0645\u0646") {
        place = true;
      }
      if (begins && bare) {
        const std::uint32_t after = analysis_.words[word + place_match.words - 1].span.end;
        const std::u16string_view rest =
            text_.substr(after, std::min<std::size_t>(3, piece.span.end - after));
        place = place || rest.find_first_of(u":-\u2013/") != std::u16string_view::npos;
      }
    }
    if (agency) {
      add(i, Feature::agency);
    }
    if (place) {
      add(i, Feature::place_name);
    }
  }

  [[nodiscard]] bool counts(const lexicon::Match& match) const {
    return !std::binary_search(switched_off_.begin(), switched_off_.end(), match.entry->phrase);
  }

  // --- markers

  void look_at_markers(std::uint32_t i) {
    const Piece& piece = pieces_[i];
    if (piece.words.empty()) {
      return;
    }
    std::uint32_t first = piece.words.begin;
    while (first < piece.words.end && is_number_word(analysis_.folded_word(first))) {
      ++first;
    }
    if (first == piece.words.end) {
      return;
    }
    hits_.clear();
    markers_at(analysis_, first, piece.words.end, switched_off_, hits_);
    for (const MarkerHit& hit : hits_) {
      for_each_reading(hit.value, [&](MarkerReading reading) { weigh(i, hit, reading, first); });
    }
    look_at_brackets(i);
    look_inside(i, first);
    look_at_networks(i);
  }

  /// «فيسبوك تويتر واتساب».
  void look_at_networks(std::uint32_t i) {
    const Span words = pieces_[i].words;
    if (words.size() < 2 || words.size() > 14) {
      return;
    }
    for (std::uint32_t word = words.begin; word < words.end;) {
      hits_.clear();
      markers_at(analysis_, word, words.end, switched_off_, hits_);
      std::uint32_t next = word;
      for (const MarkerHit& hit : hits_) {
        for_each_reading(hit.value, [&](MarkerReading reading) {
          if (reading.label == Label::share_social &&
              (reading.has(MarkerRole::network) || reading.has(MarkerRole::alone))) {
            next = std::max(next, hit.last);
          }
        });
      }
      if (next == word) {
        return;
      }
      word = next;
    }
    add(i, Feature::marker_alone, Label::share_social);
  }

  void weigh(std::uint32_t i, const MarkerHit& hit, MarkerReading reading, std::uint32_t first) {
    const Piece& piece = pieces_[i];
    std::uint32_t rest = 0;  // words behind the marker that are no numbers
    std::uint32_t numbers = first - piece.words.begin;
    for (std::uint32_t word = hit.last; word < piece.words.end; ++word) {
      (is_number_word(analysis_.folded_word(word)) ? numbers : rest) += 1;
    }
    const char16_t sign = sign_after(hit.last - 1, piece.span.end);
    const bool colon = sign == u':' || ((sign == u'-' || sign == 0x2013 || sign == u'|') && rest > 0) ||
                       (sign == u'.' && rest == 0 && false);
    const bool sentence = sentence_[i];
    // A heading of a list that has its headlines on its own line is a link like any other.
    if (reading.label == Label::related_list && (rest > 0 || !piece.ends_line)) {
      reading.label = Label::related_link;
    }
    const auto fire = [&](Feature feature, bool strong) {
      add(i, feature, reading.label);
      if (evidence_[i].marker_words.empty() || strong) {
        if (evidence_[i].marker_words.empty() || !marks_[i].strong) {
          evidence_[i].marker_words = {piece.words.begin, hit.last};
          evidence_[i].marker_label = reading.label;
        }
      }
      if (strong) {
        note(i, reading, rest);
      }
    };
    if (rest == 0 && reading.has(MarkerRole::alone)) {
      fire(Feature::marker_alone, true);
    } else if (rest == 0 && numbers > 0 && reading.has(MarkerRole::number)) {
      fire(Feature::marker_number, true);
    } else if (rest == 0 && sign == u':' &&
               (reading.has(MarkerRole::colon) || reading.has(MarkerRole::line))) {
      fire(Feature::marker_alone, true);
    }
    if (rest == 0 && reading.has(MarkerRole::weak)) {
      fire(Feature::marker_weak, false);
    }
    if (rest == 0 && reading.has(MarkerRole::menu)) {
      fire(Feature::marker_menu, false);
    }
    if (reading.has(MarkerRole::network) && rest == 0) {
      fire(Feature::marker_network, false);
    }
    if (rest > 0 && colon && (reading.has(MarkerRole::colon) || reading.has(MarkerRole::line)) &&
        first == piece.words.begin) {
      fire(Feature::marker_colon, true);
    } else if (rest > 0 && reading.has(MarkerRole::line) && first == piece.words.begin) {
      fire(Feature::marker_line, true);
    }
    if (rest > 0 && piece.shape.words <= (piece.shape.bracketed ? 14U : 8U) && !sentence &&
        !piece.shape.terminated && reading.has(MarkerRole::short_line) && first == piece.words.begin) {
      fire(Feature::marker_short, true);
    }
    if (piece.at_marker && reading.has(MarkerRole::inside)) {
      fire(Feature::marker_inside, true);
    }
    if (piece.at_marker && !piece.begins_line && reading.has(MarkerRole::tail) &&
        colon_soon(analysis_, hit.last - 1, piece.span.end)) {
      fire(Feature::marker_tail, true);
    }
    if (reading.has(MarkerRole::stamp) && piece.shape.stamp_words > 0 && piece.shape.words <= 14) {
      fire(Feature::marker_stamp, false);
    }
  }

  void note(std::uint32_t i, MarkerReading reading, std::uint32_t rest) {
    Mark& mark = marks_[i];
    mark.strong = true;
    mark.label = reading.label;
    const bool link = reading.label == Label::related_link || reading.label == Label::related_list;
    mark.links = mark.links || (link && rest == 0);
    mark.keywords = mark.keywords || (reading.label == Label::keywords && rest == 0);
    mark.comments = mark.comments || reading.label == Label::comment;
    mark.closes_comments = mark.closes_comments || link || reading.label == Label::copyright_legal ||
                           reading.label == Label::keywords;
    mark.end = mark.end || (reading.label == Label::related_list && rest == 0) ||
               reading.label == Label::keywords || reading.label == Label::comment ||
               reading.label == Label::copyright_legal || reading.label == Label::source_line ||
               reading.label == Label::subscribe_promo;
  }

  void look_at_brackets(std::uint32_t i) {
    const Piece& piece = pieces_[i];
    if (!piece.shape.bracketed && piece.shape.words > 30) {
      return;
    }
    if (text_[piece.span.end - 1] != u')' && text_[piece.span.end - 1] != u']') {
      return;
    }
    std::uint32_t open = piece.span.end - 1;
    while (open > piece.span.begin && text_[open] != u'(' && text_[open] != u'[') {
      --open;
    }
    const Span words = analysis_.words_in({open, piece.span.end});
    if (words.empty()) {
      return;
    }
    hits_.clear();
    markers_at(analysis_, words.begin, words.end, switched_off_, hits_);
    for (const MarkerHit& hit : hits_) {
      for_each_reading(hit.value, [&](MarkerReading reading) {
        if (hit.last == words.end && reading.has(MarkerRole::bracket) && !sentence_[i]) {
          add(i, Feature::marker_bracket, reading.label);
        }
      });
    }
  }

  /// Phrases that count anywhere: «… لا تعبر عن رأي …».
  void look_inside(std::uint32_t i, std::uint32_t first) {
    const Piece& piece = pieces_[i];
    for (std::uint32_t word = first; word < piece.words.end; ++word) {
      hits_.clear();
      markers_at(analysis_, word, piece.words.end, switched_off_, hits_);
      for (const MarkerHit& hit : hits_) {
        for_each_reading(hit.value, [&](MarkerReading reading) {
          if (reading.has(MarkerRole::any)) {
            add(i, Feature::marker_any, reading.label);
            Mark& mark = marks_[i];
            mark.comments = mark.comments || reading.label == Label::comment;
          }
        });
      }
    }
  }

  [[nodiscard]] char16_t sign_after(std::uint32_t word, std::uint32_t end) const noexcept {
    for (std::uint32_t k = analysis_.words[word].span.end; k < end; ++k) {
      if (text_[k] != u' ' && text_[k] != u')' && text_[k] != u']') {
        return text_[k];
      }
    }
    return 0;
  }

  // --- place in the document

  /// The last sentence of the text itself: behind it running text stands alone between short lines (a blurb,
  /// a statement). Items of a list do not part sentences.
  void find_end() {
    if (sentences_ == 0) {
      return;
    }
    for (std::uint32_t i = 6; i < first_sentence_; ++i) {
      if (marks_[i].comments) {
        sentences_ = 0;  // only the readers write in sentences: a poem, a table
        break;
      }
    }
    std::uint32_t distance = 0;
    bool marked = false;
    last_sentence_ = first_sentence_;
    for (std::uint32_t i = first_sentence_ + 1; i < count_; ++i) {
      if (!sentence_[i]) {
        distance += shape(i).bulleted || shape(i).numbered || shape(i).question ? 0 : 1;
        marked = marked || (marks_[i].end && marks_[i].strong);
        continue;
      }
      const bool goes_on = shape(i).opens_with_conjunction && distance <= 12 && !marked;
      if (distance <= 3 || goes_on || !(marked || announces_list(i))) {
        last_sentence_ = i;
        marked = false;
        distance = 0;
      }
    }
    std::uint32_t main = 0;
    std::uint32_t menu = 0;
    std::uint32_t stamps = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      main += sentence_[i] && i <= last_sentence_ ? 1U : 0U;
      menu += shape(i).menu_words > 0 && shape(i).menu_words >= shape(i).words ? 1U : 0U;
      stamps += shape(i).stamp_words > 0 && shape(i).words - shape(i).stamp_words <= 3 ? 1U : 0U;
    }
    index_page_ = count_ >= 20 && main <= 2 && (menu >= 8 || stamps >= 6) && (menu + stamps) * 4 >= count_;
  }

  /// Dates of a list or the rights of the page follow right behind.
  [[nodiscard]] bool announces_list(std::uint32_t i) const noexcept {
    for (std::uint32_t k = i + 1; k < count_ && k <= i + 2; ++k) {
      if (shape(k).stamp_only() || (marks_[k].strong && marks_[k].label == Label::copyright_legal)) {
        return true;
      }
    }
    return false;
  }

  void look_at_places() {
    std::uint32_t seen = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (i == 0) {
        add(i, Feature::first_line);
      }
      if (sentences_ == 0) {
        add(i, Feature::no_sentences);
      } else if (i < first_sentence_) {
        add(i, Feature::head);
      } else if (i > last_sentence_) {
        add(i, Feature::tail);
      } else if (!sentence_[i]) {
        add(i, Feature::middle);
      }
      if (sentence_[i]) {
        ++seen;
        if (sentences_ == 1) {
          add(i, Feature::only_sentence);
        } else if (seen == 1) {
          add(i, Feature::first_sentence);
        }
      }
      if (sentences_ > 1 && i == last_sentence_ + 1 && shape(i).name_like() && shape(i).menu_words == 0) {
        add(i, Feature::name_behind);
      }
      if (i + 1 < count_ && sentence_[i + 1]) {
        add(i, Feature::before_sentence);
      }
      if (i > 0 && shape(i - 1).colon && !marks_[i - 1].strong) {
        add(i, Feature::after_colon);
      }
      const bool listed = shape(i).bulleted || shape(i).numbered;
      if (i + 1 < count_ && !listed && shape(i).words > 0 &&
          (shape(i + 1).bulleted || shape(i + 1).numbered) && !marks_[i].strong) {
        add(i, Feature::before_list);
      }
      if (i + 1 < count_ && shape(i + 1).stamp_only()) {
        add(i, Feature::stamp_next);
      }
      if (i > 0 && shape(i - 1).stamp_only()) {
        add(i, Feature::stamp_before);
      }
      if (index_page_) {
        add(i, Feature::index_page);
      }
      if (shape(i).colon && i + 1 < count_ && shape(i + 1).addresses > 0 &&
          shape(i + 1).words <= shape(i + 1).addresses + 1) {
        add(i, Feature::announces_address);
      }
      if (sentence_[i] && seen > 1 && i > last_sentence_) {
        add(i, Feature::isolated);
      }
    }
  }

  /// Stamps with the hour that recur, with running text between them: what readers wrote.
  void look_at_turns() {
    std::vector<std::uint32_t> stamps;
    for (std::uint32_t i = first_sentence_; sentences_ > 0 && i < count_; ++i) {
      const Shape& s = shape(i);
      if (s.stamp_words > 0 && s.stamp.clock && s.words - s.stamp_words <= 5) {
        stamps.push_back(i);
      }
    }
    constexpr std::uint32_t kApart = 8;
    for (std::size_t begin = 0; begin < stamps.size();) {
      std::size_t end = begin + 1;
      std::uint32_t texts = 0;
      while (end < stamps.size() && stamps[end] - stamps[end - 1] <= kApart) {
        for (std::uint32_t i = stamps[end - 1] + 1; i < stamps[end]; ++i) {
          texts += sentence_[i] || shape(i).words >= 8 ? 1U : 0U;
        }
        ++end;
      }
      const std::size_t size = end - begin;
      if (size >= 3 && std::size_t{texts} * 2 >= size) {
        const std::uint32_t first = stamps[begin] - (stamps[begin] > 0 ? 1 : 0);
        const std::uint32_t last = std::min(count_, stamps[end - 1] + kApart);
        for (std::uint32_t i = first; i < last; ++i) {
          add(i, Feature::dated_turns);
        }
      }
      begin = end;
    }
  }

  // --- runs of short lines

  void look_at_runs() {
    for (std::uint32_t begin = 0; begin < count_;) {
      if (sentence_[begin]) {
        ++begin;
        continue;
      }
      std::uint32_t end = begin;
      std::uint32_t stamps = 0;
      std::uint32_t marks = 0;
      std::uint32_t menu = 0;
      std::uint32_t names = 0;
      std::uint32_t bare_lines = 0;
      while (end < count_ && !sentence_[end]) {
        const Shape& s = shape(end);
        stamps += s.stamp_only() || (s.stamp_words > 0 && s.words - s.stamp_words <= 3) ? 1U : 0U;
        marks += s.bulleted || s.numbered ? 1U : 0U;
        menu += s.menu_words > 0 && s.menu_words >= s.words ? 1U : 0U;
        bare_lines += is_bare(s) ? 1U : 0U;
        names += s.words >= 1 && s.words <= 4 && !s.terminated && !s.colon && s.stamp_words == 0 ? 1U : 0U;
        ++end;
      }
      const std::uint32_t size = end - begin;
      for (std::uint32_t i = begin; i < end; ++i) {
        const auto when = [&](bool condition, Feature feature) {
          if (condition) {
            add(i, feature);
          }
        };
        when(size >= 3, Feature::run_of_three);
        const bool bare = sentences_ > 0 && size >= 8 && bare_lines * 10 >= size * 6 && is_bare(shape(i));
        when(bare && end <= first_sentence_, Feature::run_before);
        when(bare && begin > last_sentence_ && i > last_sentence_ + 1, Feature::run_behind);
        when(stamps >= 2 && !(end <= first_sentence_ && stamps < 4), Feature::run_of_stamps);
        when(menu >= 3 && menu * 3 >= size, Feature::run_of_menu);
        when(names >= 2 && names * 2 >= size && short_neighbours(i), Feature::run_of_names);
        const bool listed = shape(i).bulleted || shape(i).numbered;
        const bool neighbour = (i > begin && (shape(i - 1).bulleted || shape(i - 1).numbered)) ||
                               (i + 1 < end && (shape(i + 1).bulleted || shape(i + 1).numbered));
        when(marks >= 2 && (listed || neighbour), Feature::in_list);
      }
      begin = end;
    }
  }

  /// Up to three words that nothing holds together.
  [[nodiscard]] static bool is_bare(const Shape& s) noexcept {
    return s.words >= 1 && s.words <= 3 && s.function_words == 0 && !s.terminated && !s.colon &&
           !s.bulleted && !s.numbered && s.stamp_words == 0;
  }

  /// The piece and one beside it have at most four words and no stop.
  [[nodiscard]] bool short_neighbours(std::uint32_t i) const noexcept {
    const auto is_short = [&](std::uint32_t k) {
      const Shape& s = shape(k);
      return s.words >= 1 && s.words <= 4 && !s.terminated && !s.colon;
    };
    return is_short(i) && ((i > 0 && is_short(i - 1)) || (i + 1 < count_ && is_short(i + 1)));
  }

  // --- copies

  [[nodiscard]] std::uint64_t hash_of(Span words) const noexcept {
    std::uint64_t hash = WordSet::hash({});
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      hash = WordSet::hash(analysis_.folded_word(word), hash);
      hash = WordSet::hash(u" ", hash);
    }
    return hash;
  }

  void look_at_copies() {
    WordSet seen;
    std::vector<bool> later(count_, false);
    std::vector<bool> first(count_, false);
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (pieces_[i].words.empty() || shape(i).stamp_only() || shape(i).words > 60 ||
          shape(i).numbers == shape(i).words) {
        continue;
      }
      const std::uint32_t original = seen.insert(hash_of(pieces_[i].words), i);
      if (original != i) {
        first[original] = true;
        later[i] = true;
        const bool outside = sentences_ > 0 && (i < first_sentence_ || i > last_sentence_);
        if (outside && original + 2 >= i && shape(i).words >= 2 && !sentence_[i]) {
          add(i, Feature::copy_adjacent);
        }
      }
    }
    std::uint32_t run = 0;
    std::vector<bool> among(count_, false);
    for (std::uint32_t begin = 0; begin < count_;) {
      std::uint32_t end = begin;
      run = 0;
      while (end < count_ && !sentence_[end]) {
        run += later[end] && shape(end).words >= 3 ? 1U : 0U;
        ++end;
      }
      for (std::uint32_t i = begin; i < end && run >= 2; ++i) {
        among[i] = true;
      }
      begin = end + 1;
    }
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (later[i]) {
        add(i, Feature::copy_later);
      } else if (first[i]) {
        add(i, Feature::copy_first);
      }
      if (among[i]) {
        add(i, Feature::run_of_copies);
      }
    }
    find_page_title();
  }

  /// «CNN - العنوان» in front of «العنوان».
  void find_page_title() {
    const std::uint32_t limit = std::min<std::uint32_t>(count_, 14);
    for (std::uint32_t i = 0; i < limit; ++i) {
      const Span whole = pieces_[i].words;
      for (std::uint32_t k = 0; k < limit; ++k) {
        const Span part = pieces_[k].words;
        if (k == i || part.size() < 3 || part.size() >= whole.size() || whole.size() > part.size() + 8 ||
            sentence_[i]) {
          continue;
        }
        const bool opens = same_words(part.begin, whole.begin, part.size());
        const bool ends = same_words(part.begin, whole.end - part.size(), part.size());
        if (opens || ends) {
          add(i, Feature::page_title);
          add(k, Feature::in_page_title);
          break;
        }
      }
    }
  }

  [[nodiscard]] bool same_words(std::uint32_t a, std::uint32_t b, std::uint32_t count) const noexcept {
    for (std::uint32_t k = 0; k < count; ++k) {
      if (analysis_.folded_word(a + k) != analysis_.folded_word(b + k)) {
        return false;
      }
    }
    return true;
  }

  // --- words that the text shares

  /// A word without و ف ب ل ك and the article, as far as that is sure enough for counting.
  [[nodiscard]] static std::u16string_view stem(std::u16string_view folded) noexcept {
    const auto starts = [&](std::u16string_view prefix) { return folded.substr(0, prefix.size()) == prefix; };
    if (folded.size() > 4 && (starts(u"\u0648") || starts(u"\u0641"))) {
      folded.remove_prefix(1);
    }
    if (folded.size() > 4 && (starts(u"\u0628\u0627\u0644") || starts(u"\u0643\u0627\u0644"))) {
      folded.remove_prefix(3);
    } else if (folded.size() > 4 && (starts(u"\u0627\u0644") || starts(u"\u0644\u0644"))) {
      folded.remove_prefix(2);
    } else if (folded.size() > 4 && (starts(u"\u0628") || starts(u"\u0644"))) {
      folded.remove_prefix(1);
    }
    return folded;
  }

  template <typename Visit>
  void for_each_content_word(std::uint32_t i, Visit&& visit) const {
    for (std::uint32_t word = pieces_[i].words.begin; word < pieces_[i].words.end; ++word) {
      const std::u16string_view folded = analysis_.folded_word(word);
      if (folded.size() >= 3 && !is_function_word(folded) && !is_number_word(folded)) {
        visit(WordSet::hash(stem(folded)));
      }
    }
  }

  void look_at_words() {
    // Running text in the order of the text, and where each of its words stands first.
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (sentence_[i]) {
        for_each_content_word(i, [&](std::uint64_t word) { first_seen_.insert(word, i); });
      }
    }
    for (std::uint32_t i = 0; i < count_; ++i) {
      std::uint32_t all = 0;
      std::uint32_t shared = 0;
      std::uint32_t before = 0;
      for_each_content_word(i, [&](std::uint64_t word) {
        const std::uint32_t at = first_seen_.find(word);
        ++all;
        shared += at != WordSet::kNone ? 1U : 0U;
        before += at < i ? 1U : 0U;
      });
      if (sentence_[i]) {
        if (all >= 8 && before * 100 < all * 22 && i > first_sentence_) {
          far_.push_back(i);
        }
      } else if (all > 0 && sentences_ > 0) {
        const Shape& s = shape(i);
        if (shared == all && all <= 5) {
          add(i, Feature::words_in_text);
          if (i > last_sentence_ && s.words <= 5 && !s.terminated && !s.colon && !s.bulleted && !s.numbered &&
              (short_neighbours(i) || s.words == 1)) {
            add(i, Feature::tag_line);
          }
        } else if (shared * 3 < all) {
          add(i, Feature::words_not_in_text);
        }
        if (i + 1 == count_ && i > 0 && i > last_sentence_ && s.headline() && s.words >= 5 && !s.bracketed &&
            !s.bulleted && !s.numbered && shared * 2 < all && !shape(i - 1).colon && !shape(i - 1).bulleted &&
            pieces_[i].begins_line) {
          add(i, Feature::lone_headline);
        }
      }
    }
  }

  // --- what a marker opens

  void look_at_zones() {
    bool comments = false;
    bool ended = false;
    std::uint32_t seen = 0;
    std::uint32_t since_end = 0;
    std::uint32_t announcing = count_;  // the piece of the marker whose items come now
    bool glued_only = false;            // the marker has a headline; what is glued behind it are further ones
    std::size_t far = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      const Mark& mark = marks_[i];
      while (far < far_.size() && far_[far] < i) {
        ++far;
      }
      const bool is_far = far < far_.size() && far_[far] == i;
      if (mark.closes_comments && !mark.comments) {
        comments = false;
      }
      if (comments) {
        add(i, Feature::after_comments);
      }
      if (ended) {
        add(i, Feature::after_end);
        if (is_far) {
          add(i, Feature::topic_far);
        }
      }
      if (announcing < i) {
        const bool line_over = glued_only && pieces_[i].line != pieces_[announcing].line;
        if (mark.strong || sentence_[i] || line_over) {
          announcing = count_;
        } else if (i - announcing <= 60) {
          const Label label = marks_[announcing].label;
          add(i, Feature::announced, label);
          if (pieces_[i].line == pieces_[announcing].line) {
            add(i, Feature::announced_line, label);
          }
          if (i == announcing + 1) {
            add(i, Feature::announced_next, label);
          }
        }
      }
      if (sentence_[i]) {
        ++seen;
        // Two sentences of the same topic: the article goes on.
        since_end = ended && !is_far ? since_end + 1 : 0;
      }
      if (mark.comments && (seen > 0 || (sentences_ == 0 && i >= 6))) {
        comments = true;
      }
      if ((mark.end || shape(i).dump()) && seen > 0) {
        ended = true;
        since_end = 0;
      }
      if (mark.links || mark.keywords) {
        announcing = i;
        glued_only = false;
        find_second_article(i, ended);
      } else if (mark.strong && mark.label == Label::related_link && !pieces_[i].ends_line) {
        announcing = i;
        glued_only = true;
      }
    }
  }

  /// «إقرأ أيضا:», one headline, and then a text of its own: another article.
  void find_second_article(std::uint32_t marker, bool ended) {
    if (!marks_[marker].links) {
      return;
    }
    std::uint32_t i = marker + 1;
    while (i < count_ && !sentence_[i] && !marks_[i].strong) {
      ++i;
    }
    const std::uint32_t headlines = i - marker - 1;
    if (i >= count_ || !sentence_[i] || headlines > 2 || shape(i).opens_with_conjunction) {
      return;
    }
    if (!ended) {
      return;
    }
    std::uint32_t until = i;
    while (until < count_ &&
           !(marks_[until].strong && (marks_[until].links || marks_[until].end) && !sentence_[until])) {
      ++until;
    }
    bool link = false;  // a link inside the other article stays a link, up to the end of its headlines
    for (std::uint32_t k = marker; k < until; ++k) {
      const bool marked = k > marker && marks_[k].strong &&
                          (marks_[k].label == Label::related_link || marks_[k].label == Label::related_list);
      link = marked || (link && !pieces_[k].begins_line && !shape(k).sentence());
      if (!link) {
        add(k, Feature::second_article, Label::other_article);
      }
    }
  }

  const Analysis& analysis_;
  std::u16string_view text_;
  const std::vector<Piece>& pieces_;
  std::span<const std::u16string> switched_off_;
  std::uint32_t count_;
  std::vector<Evidence> evidence_;
  std::vector<Mark> marks_;
  std::vector<bool> sentence_;
  std::uint32_t sentences_ = 0;
  std::uint32_t first_sentence_ = 0;
  std::uint32_t last_sentence_ = 0;
  bool arabic_text_ = true;
  bool index_page_ = false;  // nearly all menu entries, headlines and dates
  WordSet first_seen_;
  std::vector<std::uint32_t> far_;  // sentences that share little with what stands before them, sorted
  std::vector<MarkerHit> hits_;
};

}  // namespace

std::string_view name(Feature feature) noexcept { return kNames[static_cast<std::size_t>(feature)]; }

std::vector<Evidence> find_evidence(const Analysis& analysis, const std::vector<Piece>& pieces,
                                    std::span<const std::u16string> switched_off, const Page* page) {
  std::vector<Evidence> evidence = Finder(analysis, pieces, switched_off).run();
  if (page != nullptr) {
    look_at_page(analysis, pieces, *page, evidence);
  }
  return evidence;
}

}  // namespace naqi
