#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "classify/evidence.h"
#include "classify/markers.h"
#include "lexicon/word_set.h"

namespace naqi {

/// What a marker at a piece means for the pieces behind it.
struct Mark {
  bool comments = false;  ///< opens the comments
  bool end = false;       ///< stands behind the end of an article
  bool links = false;     ///< announces links and has none on its line
  bool keywords = false;  ///< announces tags and has none on its line
  bool strong = false;    ///< some marker counts fully
  bool closes_comments = false;
  Label label = Label::junk;
};

/// One for each piece. A byte each: the bits of a vector<bool> are longer code everywhere they are read.
using Flags = std::vector<std::uint8_t>;

/// A text, its pieces, and what the passes over them have found so far. The passes run in the order of
/// find_evidence(); each reads what those before it left here.
struct Scene {
  Scene(const Analysis& analysis_, const std::vector<Piece>& pieces_,
        std::span<const std::u16string> switched_off_);

  [[nodiscard]] const Shape& shape(std::uint32_t i) const noexcept { return pieces[i].shape; }
  [[nodiscard]] bool listed(std::uint32_t i) const noexcept { return shape(i).bulleted || shape(i).numbered; }
  /// Latin letters in an Arabic text.
  [[nodiscard]] bool foreign(std::uint32_t i) const noexcept {
    const Shape& s = shape(i);
    return arabic_text && s.latin > 0 && s.latin + s.numbers == s.words;
  }
  /// Before the first sentence of the text.
  [[nodiscard]] bool in_head(std::uint32_t i) const noexcept { return sentences > 0 && i < first_sentence; }
  /// Behind the last sentence of the text.
  [[nodiscard]] bool in_tail(std::uint32_t i) const noexcept { return sentences > 0 && i > last_sentence; }
  /// Up to four words without a stop, and one beside it likewise.
  [[nodiscard]] bool among_short_lines(std::uint32_t i) const noexcept;

  void add(std::uint32_t i, Feature feature) { evidence[i].facts.push_back({feature, Fact::kEveryLabel}); }
  void add_if(bool condition, std::uint32_t i, Feature feature) {
    if (condition) {
      add(i, feature);
    }
  }
  /// Once a label and feature.
  void add(std::uint32_t i, Feature feature, Label target);

  const Analysis& analysis;
  std::u16string_view text;
  const std::vector<Piece>& pieces;
  std::span<const std::u16string> switched_off;
  std::uint32_t count;
  std::vector<Evidence> evidence;
  std::vector<Mark> marks;
  Flags sentence;  ///< the piece is running text
  std::uint32_t sentences = 0;
  std::uint32_t first_sentence = 0;
  std::uint32_t last_sentence = 0;  ///< of the text itself; behind it stand blurbs and statements
  bool arabic_text = true;
  Flags far;                   ///< the sentence shares little with the text before it
  std::uint32_t far_from = 0;  ///< from here on all sentences are far
};

// The passes, in their order. Each is linear in the length of the text.

void find_topics(Scene& scene);
void look_at_shapes(Scene& scene);
void look_at_markers(Scene& scene);
void find_end_of_text(Scene& scene);
void look_at_agencies(Scene& scene);
void look_at_places(Scene& scene);
void look_at_runs(Scene& scene);
void look_at_turns(Scene& scene);
void look_at_copies(Scene& scene);
void look_at_topics(Scene& scene);
void look_at_zones(Scene& scene);

}  // namespace naqi
