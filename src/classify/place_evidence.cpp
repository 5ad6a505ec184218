#include <algorithm>

#include "classify/markers.h"
#include "classify/scene.h"
#include "lexicon/lexicon.h"

namespace naqi {
namespace {

/// Dates of a list or the rights of the page follow right behind.
bool announces_list(const Scene& scene, std::uint32_t i) noexcept {
  for (std::uint32_t k = i + 1; k < scene.count && k <= i + 2; ++k) {
    const Mark& mark = scene.marks[k];
    if (scene.shape(k).stamp_only() || (mark.strong && mark.label == Label::copyright_legal)) {
      return true;
    }
  }
  return false;
}

/// The lines between two sentences.
struct Gap {
  std::uint32_t lines = 0;
  std::uint32_t stamps = 0;
  std::uint32_t headlines = 0;
  bool marked = false;

  void look_at(const Scene& scene, std::uint32_t i) noexcept {
    const Shape& s = scene.shape(i);
    lines += scene.listed(i) || s.question ? 0 : 1;
    stamps += s.stamp_only() ? 1U : 0U;
    headlines += s.headline() && !scene.listed(i) && !s.colon ? 1U : 0U;
    marked = marked || (scene.marks[i].end && scene.marks[i].strong) || s.pipes >= 3;
  }
  /// Only a page has these between its texts.
  [[nodiscard]] bool furnished() const noexcept { return marked || stamps >= 3 || headlines >= 4; }
};

/// A date or a place that stands as a line of its own, or was cut off in front of a first sentence.
bool is_dateline(const Scene& scene, std::uint32_t i) noexcept {
  for (const Fact& fact : scene.evidence[i].facts) {
    if (fact.feature == Feature::place) {
      return true;
    }
  }
  return scene.shape(i).stamp_only() || scene.shape(i).stamp.labelled;
}

/// A line above the title: the name of the site, the section, a kicker.
void look_above_title(Scene& scene) {
  constexpr std::uint32_t kLongestHead = 60;
  const std::uint32_t head = std::min(scene.sentences > 0 ? scene.first_sentence : 0, kLongestHead);
  bool headline = false;
  for (std::uint32_t i = head; i-- > 0;) {
    const Shape& s = scene.shape(i);
    if (headline && s.words > 0 && !s.terminated && s.stamp_words == 0) {
      if (s.words <= 2) {
        scene.add(i, Feature::word_above_title);
      } else if (s.words <= 8) {
        scene.add(i, Feature::line_above_title);
      }
    }
    headline = headline || (s.headline() && s.stamp_words == 0 && !s.colon && !scene.listed(i));
  }
}

/// «محمد علي من الرياض», «حائل: فريح الرمالي».
struct Signature {
  bool agency = false;
  bool place = false;
};

Signature signature_of(Scene& scene, std::uint32_t i) {
  const Piece& piece = scene.pieces[i];
  const Shape& s = piece.shape;
  Signature found;
  for (std::uint32_t word = piece.words.begin; word < piece.words.end; ++word) {
    const auto at = [&](std::uint32_t k) { return scene.analysis.folded_word(word + k); };
    const lexicon::Match agency = lexicon::agencies.longest(at, piece.words.end - word);
    found.agency = found.agency || (agency.words > 0 &&
                                    !std::binary_search(scene.switched_off.begin(), scene.switched_off.end(),
                                                        agency.entry->phrase) &&
                                    (agency.words == s.words || s.words <= 5));
    const lexicon::Match place = lexicon::places.longest(at, piece.words.end - word);
    const bool begins = word == piece.words.begin;
    const bool ends = word + place.words == piece.words.end;
    if (begins && ends && place.words > 0 && s.colon && i + 1 < scene.count && scene.sentence[i + 1]) {
      scene.add(i, Feature::place);
    }
    if (place.words == 0 || place.words == s.words) {
      continue;
    }
    if (ends && word > piece.words.begin && s.function_words <= 1 &&
        scene.analysis.folded_word(word - 1) == u"\u0645\u0646") {
      found.place = true;
    }
    if (begins && s.function_words == 0 && s.words <= 6) {
      const std::uint32_t after = scene.analysis.words[word + place.words - 1].span.end;
      const std::u16string_view rest =
          scene.text.substr(after, std::min<std::size_t>(3, piece.span.end - after));
      found.place = found.place || rest.find_first_of(u":-\u2013/") != std::u16string_view::npos;
    }
  }
  return found;
}

}  // namespace

void find_end_of_text(Scene& scene) {
  if (scene.sentences == 0) {
    return;
  }
  for (std::uint32_t i = 6; i < scene.first_sentence; ++i) {
    if (scene.marks[i].comments) {
      scene.sentences = 0;  // only the readers write in sentences: a poem, a table
      break;
    }
  }
  // Behind the text, running text stands alone between the furniture of the page: a blurb, a statement. Items
  // of a list do not part sentences.
  Gap gap;
  scene.last_sentence = scene.first_sentence;
  for (std::uint32_t i = scene.first_sentence + 1; i < scene.count; ++i) {
    if (!scene.sentence[i] || scene.foreign(i)) {
      gap.look_at(scene, i);
      continue;
    }
    const bool goes_on = scene.shape(i).opens_with_conjunction && gap.lines <= 12 && !gap.furnished();
    const bool closed =
        gap.furnished() || announces_list(scene, i) || (gap.lines >= 2 && i >= scene.far_from);
    if (gap.lines <= 3 || goes_on || !closed) {
      scene.last_sentence = i;
      gap = {};
    }
  }
}

void look_at_agencies(Scene& scene) {
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    if (scene.shape(i).words > 8 || scene.sentence[i] || scene.marks[i].strong) {
      continue;
    }
    const Signature signature = signature_of(scene, i);
    scene.add_if(signature.agency, i, Feature::agency);
    scene.add_if(signature.place, i, Feature::place_name);
  }
}

void look_at_places(Scene& scene) {
  constexpr std::uint32_t kLittle = 4;  // pieces: no page is that short, somebody copied them
  std::uint32_t seen = 0;
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    const auto when = [&](bool condition, Feature feature) { scene.add_if(condition, i, feature); };
    const Shape& s = scene.shape(i);
    const bool last = i + 1 == scene.count;
    const bool sentence = scene.sentence[i];
    when(i == 0, Feature::first_line);
    when(scene.count <= kLittle, Feature::little_text);
    if (scene.sentences == 0) {
      scene.add(i, Feature::no_sentences);
    } else if (scene.in_head(i)) {
      scene.add(i, Feature::head);
    } else if (scene.in_tail(i)) {
      scene.add(i, Feature::tail);
    } else if (!sentence) {
      scene.add(i, Feature::middle);
    }
    if (sentence) {
      ++seen;
      when(scene.sentences == 1, Feature::only_sentence);
      when(scene.sentences != 1 && seen == 1, Feature::first_sentence);
      when(seen > 1 && i > scene.last_sentence, Feature::isolated);
      when(seen <= 2 && !last && is_dateline(scene, i + 1), Feature::sentence_before_dateline);
      when(seen <= 3 && i > 0 && is_dateline(scene, i - 1), Feature::sentence_after_dateline);
    }
    when(scene.sentences > 1 && i == scene.last_sentence + 1 && s.name_like() && s.menu_words == 0,
         Feature::name_behind);
    when(!last && scene.sentence[i + 1], Feature::before_sentence);
    when(i > 0 && scene.shape(i - 1).colon && !scene.marks[i - 1].strong, Feature::after_colon);
    when(!last && !scene.listed(i) && s.words > 0 && scene.listed(i + 1) && !scene.marks[i].strong,
         Feature::before_list);
    when(!last && scene.shape(i + 1).stamp_only(), Feature::stamp_next);
    when(i > 0 && scene.shape(i - 1).stamp_only(), Feature::stamp_before);
    when(s.colon && !last && scene.shape(i + 1).addresses > 0 &&
             scene.shape(i + 1).words <= scene.shape(i + 1).addresses + 1,
         Feature::announces_address);
  }
  look_above_title(scene);
}

}  // namespace naqi
