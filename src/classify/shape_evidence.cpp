#include <algorithm>

#include "classify/markers.h"
#include "classify/scene.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

bool has(const Scene& scene, Span span, std::u16string_view needle) noexcept {
  return scene.analysis.slice(span).find(needle) != std::u16string_view::npos;
}

/// «ص 19», «ص19», «(طالع ص 12)».
bool has_page_number(const Scene& scene, const Piece& piece) noexcept {
  constexpr char16_t kSad = 0x0635;
  for (std::uint32_t word = piece.words.begin; word < piece.words.end; ++word) {
    const std::u16string_view folded = scene.analysis.folded_word(word);
    if (folded.empty() || folded.front() != kSad) {
      continue;
    }
    const bool next = folded.size() == 1 && word + 1 < piece.words.end &&
                      joined_to_next(scene.analysis, word) &&
                      is_number_word(scene.analysis.folded_word(word + 1));
    if (next || (folded.size() > 1 && is_number_word(folded.substr(1)))) {
      return true;
    }
  }
  return false;
}

/// At least eight equal signs.
bool is_ruled(const Scene& scene, Span span) noexcept {
  std::uint32_t count = 0;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (scene.text[i] == u' ') {
      continue;
    }
    if (scene.text[i] != scene.text[span.begin]) {
      return false;
    }
    ++count;
  }
  return count >= 8;
}

/// «Top of Form», «inShare»: Latin letters that are no name, since a word begins with a small one.
bool small_latin(const Scene& scene, const Piece& piece) noexcept {
  for (std::uint32_t word = piece.words.begin; word < piece.words.end; ++word) {
    const Word& each = scene.analysis.words[word];
    const char16_t c = scene.text[each.span.begin];
    if (each.kind == WordKind::latin && c >= u'a' && c <= u'z') {
      return true;
    }
  }
  return false;
}

void look_at_length(Scene& scene, std::uint32_t i) {
  const std::uint32_t words = scene.shape(i).words;
  if (words == 1) {
    scene.add(i, Feature::one_word);
  } else if (words >= 2 && words <= 3) {
    scene.add(i, Feature::two_words);
  } else if (words >= 4 && words <= 7) {
    scene.add(i, Feature::short_line);
  } else if (words >= 8 && words <= 15) {
    scene.add(i, Feature::middle_line);
  } else if (words >= 16 && words <= 39) {
    scene.add(i, Feature::long_line);
  } else if (words >= 40) {
    scene.add(i, Feature::very_long_line);
  }
}

void look_at_shape(Scene& scene, std::uint32_t i) {
  const Piece& piece = scene.pieces[i];
  const Shape& s = piece.shape;
  const auto when = [&](bool condition, Feature feature) { scene.add_if(condition, i, feature); };
  scene.add(i, Feature::prior);
  look_at_length(scene, i);
  when(scene.sentence[i], Feature::sentence);
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
  const bool foreign = scene.foreign(i);
  const bool small = foreign && small_latin(scene, piece);
  when(s.name_like() && s.menu_words == 0 && s.stamp_words == 0 && !small, Feature::name_like);
  when(s.headline(), Feature::headline);
  when(s.dump(), Feature::dump);
  when(s.stamp_only(), Feature::stamp_only);
  when(s.stamp_words > 0 && s.stamp_words < s.words && s.words - s.stamp_words <= 3, Feature::stamp_rest);
  when(s.stamp.labelled && s.words - s.stamp_words <= 8, Feature::stamp_labelled);
  when(s.words > 0 && s.numbers == s.words && s.stamp_words == 0, Feature::counter);
  when(s.words == 0, is_ruled(scene, piece.span) ? Feature::rule_line : Feature::signs);
  when(foreign, Feature::foreign);
  when(small, Feature::small_latin);
  when(has(scene, piece.span, u"pic.twitter.com/") || has(scene, piece.span, u"://t.co/"), Feature::post);
  when(s.hashtags >= 2, Feature::hashtags);
  when(s.addresses > 0 && s.words <= s.addresses + 1, Feature::address);
  when(s.words <= 8 && has(scene, piece.span, u"@"), Feature::handle);
  when(s.pipes >= 2 && !scene.sentence[i], Feature::separators);
  when(s.menu_words > 0 && s.menu_words + s.numbers >= s.words && s.words <= 6, Feature::menu_tiled);
  when(s.words >= 5 && s.menu_words * 10 >= s.words * 6, Feature::menu_mostly);
  when(s.words <= 5 && has_page_number(scene, piece), Feature::print_page);
  when(has(scene, piece.span, u"\u00A9") || has(scene, piece.span, u"Copyright"), Feature::copyright_sign);
  when(piece.markup, Feature::markup);
  when(piece.place, Feature::place);
  const bool slash = !piece.begins_line && scene.text[piece.span.begin] == u'/';
  when(slash && s.words <= 6, Feature::slash_name);
}

}  // namespace

void look_at_shapes(Scene& scene) {
  for (std::uint32_t i = 0; i < scene.count; ++i) {
    look_at_shape(scene, i);
  }
}

}  // namespace naqi
