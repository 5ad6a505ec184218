#include <algorithm>
#include <array>
#include <optional>

#include "classify/marker_words.h"
#include "classify/markers.h"
#include "classify/scene.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

char16_t sign_after(const Scene& scene, std::uint32_t word, std::uint32_t end) noexcept {
  for (std::uint32_t k = scene.analysis.words[word].span.end; k < end; ++k) {
    const char16_t c = scene.text[k];
    if (c != u' ' && c != u')' && c != u']' && !unicode::is_mark(c)) {
      return c;
    }
  }
  return 0;
}

class MarkerPass {
 public:
  explicit MarkerPass(Scene& scene) : scene_(scene) {
    if (!scene.switched_off.empty()) {
      own_words_.emplace(scene.switched_off);
    }
  }

  void look_at(std::uint32_t i) {
    const Piece& piece = scene_.pieces[i];
    std::uint32_t first = piece.words.begin;
    while (first < piece.words.end && is_number_word(scene_.analysis.folded_word(first))) {
      ++first;
    }
    if (first == piece.words.end) {
      return;
    }
    hits_.clear();
    markers_at(scene_.analysis, first, piece.words.end, scene_.switched_off, hits_);
    for (const MarkerHit& hit : hits_) {
      for_each_reading(hit.value, [&](MarkerReading reading) { weigh(i, hit, reading, first); });
    }
    look_at_brackets(i);
    look_inside(i, first);
    look_at_networks(i);
    look_at_words(i);
  }

 private:
  void weigh(std::uint32_t i, const MarkerHit& hit, MarkerReading reading, std::uint32_t first) {
    const Piece& piece = scene_.pieces[i];
    std::uint32_t rest = 0;  // words behind the marker that are no numbers
    std::uint32_t numbers = first - piece.words.begin;
    for (std::uint32_t word = hit.last; word < piece.words.end; ++word) {
      (is_number_word(scene_.analysis.folded_word(word)) ? numbers : rest) += 1;
    }
    const char16_t sign = sign_after(scene_, hit.last - 1, piece.span.end);
    const bool colon = sign == u':' || ((sign == u'-' || sign == 0x2013 || sign == u'|') && rest > 0);
    // A heading of a list that has its headlines on its own line is a link like any other.
    if (reading.label == Label::related_list && (rest > 0 || !piece.ends_line)) {
      reading.label = Label::related_link;
    }
    const auto fire = [&](Feature feature, bool strong) {
      scene_.add(i, feature, reading.label);
      Evidence& evidence = scene_.evidence[i];
      if (evidence.marker_words.empty() || (strong && !scene_.marks[i].strong)) {
        evidence.marker_words = {piece.words.begin, hit.last};
        evidence.marker_label = reading.label;
      }
      if (strong) {
        note(i, reading.label, rest);
      }
    };
    const bool begins = first == piece.words.begin;
    const bool with_colon = reading.has(MarkerRole::colon) || reading.has(MarkerRole::line);
    if (rest == 0 && reading.has(MarkerRole::alone)) {
      fire(Feature::marker_alone, true);
    } else if (rest == 0 && numbers > 0 && reading.has(MarkerRole::number)) {
      fire(Feature::marker_number, true);
    } else if (rest == 0 && sign == u':' && with_colon) {
      fire(Feature::marker_alone, true);
    }
    if (rest == 0 && reading.has(MarkerRole::weak)) {
      fire(Feature::marker_weak, false);
    }
    if (rest == 0 && reading.has(MarkerRole::menu)) {
      fire(Feature::marker_menu, false);
    }
    if (rest == 0 && reading.has(MarkerRole::network)) {
      fire(Feature::marker_network, false);
    }
    if (rest > 0 && colon && with_colon && begins) {
      fire(Feature::marker_colon, true);
    } else if (rest > 0 && reading.has(MarkerRole::line) && begins) {
      fire(Feature::marker_line, true);
    }
    if (rest > 0 && piece.shape.words <= (piece.shape.bracketed ? 14U : 8U) && !scene_.sentence[i] &&
        !piece.shape.terminated && reading.has(MarkerRole::short_line) && begins) {
      fire(Feature::marker_short, true);
    }
    if (piece.at_marker && reading.has(MarkerRole::inside)) {
      fire(Feature::marker_inside, true);
    }
    if (piece.at_marker && !piece.begins_line && reading.has(MarkerRole::tail) &&
        colon_soon(scene_.analysis, hit.last - 1, piece.span.end)) {
      fire(Feature::marker_tail, true);
    }
  }

  void note(std::uint32_t i, Label label, std::uint32_t rest) {
    Mark& mark = scene_.marks[i];
    mark.strong = true;
    mark.label = label;
    const bool link = label == Label::related_link || label == Label::related_list;
    mark.links = mark.links || (link && rest == 0);
    mark.keywords = mark.keywords || (label == Label::keywords && rest == 0);
    mark.comments = mark.comments || label == Label::comment;
    mark.closes_comments =
        mark.closes_comments || link || label == Label::copyright_legal || label == Label::keywords;
    mark.end = mark.end || (label == Label::related_list && rest == 0) || label == Label::keywords ||
               label == Label::comment || label == Label::copyright_legal || label == Label::source_line ||
               label == Label::subscribe_promo;
  }

  /// «… (رويترز)».
  void look_at_brackets(std::uint32_t i) {
    const Piece& piece = scene_.pieces[i];
    if (!piece.shape.bracketed && piece.shape.words > 30) {
      return;
    }
    const char16_t last = scene_.text[piece.span.end - 1];
    if (last != u')' && last != u']') {
      return;
    }
    std::uint32_t open = piece.span.end - 1;
    while (open > piece.span.begin && scene_.text[open] != u'(' && scene_.text[open] != u'[') {
      --open;
    }
    const Span words = scene_.analysis.words_in({open, piece.span.end});
    if (words.empty()) {
      return;
    }
    hits_.clear();
    markers_at(scene_.analysis, words.begin, words.end, scene_.switched_off, hits_);
    for (const MarkerHit& hit : hits_) {
      for_each_reading(hit.value, [&](MarkerReading reading) {
        if (hit.last == words.end && reading.has(MarkerRole::bracket) && !scene_.sentence[i]) {
          scene_.add(i, Feature::marker_bracket, reading.label);
        }
      });
    }
  }

  /// Phrases that count anywhere: «… لا تعبر عن رأي …».
  void look_inside(std::uint32_t i, std::uint32_t first) {
    const Piece& piece = scene_.pieces[i];
    for (std::uint32_t word = first; word < piece.words.end; ++word) {
      hits_.clear();
      markers_at(scene_.analysis, word, piece.words.end, scene_.switched_off, hits_);
      for (const MarkerHit& hit : hits_) {
        for_each_reading(hit.value, [&](MarkerReading reading) {
          if (reading.has(MarkerRole::any)) {
            scene_.add(i, Feature::marker_any, reading.label);
            Mark& mark = scene_.marks[i];
            mark.comments = mark.comments || reading.label == Label::comment;
          }
        });
      }
    }
  }

  /// «فيسبوك تويتر واتساب».
  void look_at_networks(std::uint32_t i) {
    const Span words = scene_.pieces[i].words;
    if (words.size() < 2 || words.size() > 14) {
      return;
    }
    for (std::uint32_t word = words.begin; word < words.end;) {
      hits_.clear();
      markers_at(scene_.analysis, word, words.end, scene_.switched_off, hits_);
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
    scene_.add(i, Feature::marker_alone, Label::share_social);
  }

  /// A line that no phrase of the list fits, but that is worded as they are.
  void look_at_words(std::uint32_t i) {
    constexpr std::uint32_t kMostWords = 24;
    const Span words = scene_.pieces[i].words;
    if (words.size() > kMostWords || scene_.sentence[i] || scene_.marks[i].strong) {
      return;
    }
    const MarkerWords& vocabulary = own_words_ ? *own_words_ : MarkerWords::all();
    std::array<std::uint32_t, kLabelCount> votes{};
    std::array<std::uint32_t, kLabelCount> others{};  // words that speak for another label or for none
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      const std::u16string_view folded = scene_.analysis.folded_word(word);
      if (folded.size() < 3 || is_number_word(folded)) {
        continue;
      }
      const std::uint32_t labels = vocabulary.labels_of(folded);
      const bool counts = !is_function_word(folded);
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        const bool speaks = ((labels >> label) & 1U) != 0;
        votes[label] += speaks ? 1U : 0U;
        others[label] += !speaks && counts ? 1U : 0U;
      }
    }
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      const auto target = static_cast<Label>(label);
      if (votes[label] > 0 && others[label] == 0) {
        scene_.add(i, votes[label] == 1 ? Feature::marker_one_word : Feature::marker_words, target);
      } else if (votes[label] >= 2 && votes[label] >= others[label]) {
        scene_.add(i, Feature::marker_some_words, target);
      }
    }
  }

  Scene& scene_;
  std::optional<MarkerWords> own_words_;  // without the phrases that are switched off
  std::vector<MarkerHit> hits_;
};

}  // namespace

void look_at_markers(Scene& scene) {
  MarkerPass pass(scene);
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    pass.look_at(i);
  }
}

}  // namespace naqi
