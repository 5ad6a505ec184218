#include "classify/pieces.h"

#include <algorithm>

#include "classify/markers.h"
#include "classify/split/markup.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_set.h"
#include "normalize/order.h"
#include "segment/segmenter.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// Where the source had a wide gap or where normalisation put two glued words apart, sorted.
struct Seams {
  std::vector<std::uint32_t> gaps;
  std::vector<std::uint32_t> glued;
};

Seams seams_of(const Analysis& analysis) {
  Seams seams;
  seams.gaps = analysis.wide_gaps;
  for (const Edit& edit : analysis.reading.edits) {
    if (edit.operation == Operation::separate_glued && !edit.text.empty()) {
      seams.glued.push_back(edit.text.end);
    }
  }
  const auto place = [](std::uint32_t at) { return at; };
  sort_by_place(seams.glued, place);
  return seams;
}

bool is_opener(char16_t c) noexcept {
  switch (c) {
    case u'(':
    case u'[':
    case u'"':
    case 0x00AB:
    case 0x201C:
    case u'-':
    case 0x2013:
    case 0x2022:
    case 0xFD3F:  // the bracket that opens a verse
    case u'*': return true;
    default: return false;
  }
}

bool is_dash(char16_t c) noexcept {
  return c == u'-' || c == 0x2013 || c == 0x2014 || c == 0x0640 || c == 0x2015;
}

class Cutter {
 public:
  Cutter(const Analysis& analysis, std::span<const std::u16string> switched_off)
      : analysis_(analysis),
        text_(analysis.text()),
        switched_off_(switched_off),
        seams_(seams_of(analysis)) {}

  std::vector<Piece> run() {
    pieces_.reserve(analysis_.lines.size());
    for (std::uint32_t i = 0; i < analysis_.lines.size(); ++i) {
      cut_line(i);
    }
    return std::move(pieces_);
  }

 private:
  struct Cut {
    std::uint32_t at = 0;
    bool marker = false;
    bool place = false;  // the piece in front of it is a place
  };

  void cut_line(std::uint32_t number) {
    const Line& line = analysis_.lines[number];
    const Shape shape = shape_of(analysis_, line.span, {line.first_word, line.last_word}, switched_off_);
    cuts_.clear();
    opens_with_marker_ = false;
    add_range(seams_.gaps, line.span);
    markup_.clear();
    if (is_code_line(analysis_.slice(line.span))) {
      markup_.push_back(line.span);
    } else {
      find_markup(text_, line.span, markup_);
      for (const Span code : markup_) {
        add(line.span, code.begin);
        add(line.span, code.end);
      }
    }
    cut_at_bullets(line);
    cut_at_repeats(line);
    const bool document_on_a_line = (shape.words >= 100 && analysis_.lines.size() <= 5) || shape.words >= 500;
    if (document_on_a_line) {
      for (const Span sentence : sentences(text_, line.span)) {
        add(line.span, sentence.begin);
      }
    }
    cut_at_markers(line, shape);
    if (sentences_seen_ < 2) {
      if (shape.sentence()) {
        cut_at_place(line);
      } else if (shape.words <= 25) {
        cut_at_stamps(line);
        cut_at_author(line);
      }
    }
    sentences_seen_ += shape.sentence() ? 1U : 0U;
    emit(number, line);
  }

  void add(Span line, std::uint32_t at, bool marker = false, bool place = false) {
    if (line.begin < at && at < line.end) {
      cuts_.push_back({at, marker, place});
    }
  }

  void add_range(const std::vector<std::uint32_t>& places, Span within) {
    auto it = std::upper_bound(places.begin(), places.end(), within.begin);
    for (; it != places.end() && *it < within.end; ++it) {
      add(within, *it);
    }
  }

  /// In front of the word, and of the opening signs that stand before it.
  [[nodiscard]] std::uint32_t start_of(std::uint32_t word, std::uint32_t floor) const noexcept {
    std::uint32_t at = analysis_.words[word].span.begin;
    while (at > floor && is_opener(text_[at - 1])) {
      --at;
    }
    return at;
  }

  void cut_at_bullets(const Line& line) {
    std::uint32_t count = 0;
    for (std::uint32_t i = line.span.begin; i < line.span.end; ++i) {
      const char16_t c = text_[i];
      if (c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25A0) {
        ++count;
      }
    }
    if (count < 2) {
      return;
    }
    for (std::uint32_t i = line.span.begin + 1; i < line.span.end; ++i) {
      const char16_t c = text_[i];
      if (c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25A0) {
        add(line.span, i);
      }
    }
  }

  /// «… في المدينة. … في المدينة.»: a passage that stands again right after itself is cut off from its copy,
  /// and from what follows. A candidate is a window of words that stood so many words before; it is one when
  /// all words between the two repeat.
  void cut_at_repeats(const Line& line) {
    constexpr std::uint32_t kWindow = 4;  // words: shorter repeats are a figure of speech
    constexpr std::uint32_t kWords = 16;
    if (line.last_word - line.first_word < kWords) {
      return;
    }
    WordSet windows;  // by hash: an index into last
    std::vector<std::uint32_t> last;
    std::uint32_t distance = 0;
    std::uint32_t run = 0;  // windows in a row that stood `distance` words before
    for (std::uint32_t word = line.first_word; word + kWindow <= line.last_word; ++word) {
      std::uint64_t hash = WordSet::hash({});
      for (std::uint32_t k = 0; k < kWindow; ++k) {
        hash = WordSet::hash(u" ", WordSet::hash(analysis_.folded_word(word + k), hash));
      }
      const std::uint32_t number = windows.insert(hash, static_cast<std::uint32_t>(last.size()));
      if (number == last.size()) {
        last.push_back(word);
        run = 0;
        continue;
      }
      run = word - last[number] == distance ? run + 1 : 1;
      distance = word - last[number];
      last[number] = word;
      if (run + kWindow - 1 == distance) {
        const std::uint32_t copy = word + kWindow - distance;
        add(line.span, start_of(copy - distance, line.span.begin));
        add(line.span, start_of(copy, line.span.begin));
        if (copy + distance < line.last_word) {
          add(line.span, start_of(copy + distance, line.span.begin));
        }
        run = 0;
      }
    }
  }

  /// A place where a new thing may begin: behind a full stop, a closing bracket, a gap.
  [[nodiscard]] bool after_end(std::uint32_t at, std::uint32_t floor) const noexcept {
    std::uint32_t i = at;
    while (i > floor && (text_[i - 1] == u' ' || is_opener(text_[i - 1]))) {
      if (text_[i - 1] == u'(' || text_[i - 1] == u'[') {
        return true;
      }
      --i;
    }
    if (i == floor) {
      return false;
    }
    const char16_t c = text_[i - 1];
    return is_terminator(c) || c == u'"' || c == 0x00BB || c == 0x201D || c == u')' || c == u'|' ||
           c == u']' || std::binary_search(seams_.gaps.begin(), seams_.gaps.end(), at) ||
           std::binary_search(seams_.glued.begin(), seams_.glued.end(), at);
  }

  [[nodiscard]] char16_t sign_after(std::uint32_t word, std::uint32_t end) const noexcept {
    for (std::uint32_t i = analysis_.words[word].span.end; i < end; ++i) {
      if (text_[i] != u' ' && !unicode::is_mark(text_[i])) {
        return text_[i];
      }
    }
    return 0;
  }

  void cut_at_markers(const Line& line, const Shape& shape) {
    bool link = false;  // a marker of links was found: its headlines may be glued together
    std::uint32_t link_at = 0;
    for (std::uint32_t word = line.first_word; word < line.last_word; ++word) {
      hits_.clear();
      markers_at(analysis_, word, line.last_word, switched_off_, hits_);
      for (const MarkerHit& hit : hits_) {
        bool inside = false;
        bool links = false;
        bool tail = false;
        bool starts = false;
        for_each_reading(hit.value, [&](MarkerReading reading) {
          const bool related = reading.label == Label::related_link || reading.label == Label::related_list;
          inside = inside || reading.has(MarkerRole::inside);
          links = links || (related && reading.has(MarkerRole::inside));
          tail = tail || reading.has(MarkerRole::tail);
          starts = starts || (related && (reading.has(MarkerRole::line) || reading.has(MarkerRole::alone)));
        });
        const char16_t sign = sign_after(hit.last - 1, line.span.end);
        const std::uint32_t at = start_of(word, line.span.begin);
        const bool first = word == line.first_word;
        const bool colon = sign == u':';
        if (first ? (starts || inside)
                  : (inside &&
                     (after_end(at, line.span.begin) || (links && colon && hit.last - hit.first >= 2)))) {
          add(line.span, at, true);
          opens_with_marker_ = opens_with_marker_ || (first && inside);
          if (links || starts) {
            link = true;
            link_at = at;
          }
          word = hit.last - 1;
          break;
        }
        if (!first && tail && colon_soon(analysis_, hit.last - 1, line.span.end) &&
            after_end(at, line.span.begin) && line.last_word - word <= 30) {
          add(line.span, at, true);
          word = hit.last - 1;
          break;
        }
      }
    }
    if (link && shape.words > 4) {
      add_range(seams_.glued, {link_at, line.span.end});
      for (const Span sentence : sentences(text_, {link_at, line.span.end})) {
        add(line.span, sentence.begin);
      }
      cut_at_closing_bracket(line, link_at);
    }
  }

  void cut_at_closing_bracket(const Line& line, std::uint32_t from) {
    if (text_[from] != u'(' && text_[from] != u'[') {
      return;
    }
    for (std::uint32_t i = from; i < line.span.end; ++i) {
      if (text_[i] == u')' || text_[i] == u']') {
        std::uint32_t at = i + 1;
        while (at < line.span.end && (text_[at] == u' ' || text_[at] == u'.')) {
          ++at;
        }
        add(line.span, at);
        return;
      }
    }
  }

  /// «دمشق، سوريا (CNN) -- », «الرياض - واس: », «كيب كنافيرال - »: up to eight words, then a dash or
  /// a colon, then the sentence.
  void cut_at_place(const Line& line) {
    std::uint32_t known = 0;
    bool agency = false;
    bool ordinary = false;
    std::uint32_t word = line.first_word;
    const std::uint32_t limit = std::min(line.last_word, line.first_word + 9);
    std::uint32_t skip = line.first_word;
    while (word < limit) {
      if (word >= skip) {
        const auto at = [&](std::uint32_t i) { return analysis_.folded_word(word + i); };
        const lexicon::Match agency_match = lexicon::agencies.longest(at, limit - word);
        const lexicon::Match place_match = lexicon::places.longest(at, limit - word);
        if (place_match.words > 0 && place_match.words >= agency_match.words) {
          ++known;
          skip = word + place_match.words;
        } else if (agency_match.words > 0) {
          agency = true;
          skip = word + agency_match.words;
        } else {
          const std::u16string_view folded = analysis_.folded_word(word);
          ordinary = ordinary || is_function_word(folded) || is_number_word(folded);
        }
      }
      std::uint32_t i = analysis_.words[word].span.end;
      const std::uint32_t end =
          word + 1 < line.last_word ? analysis_.words[word + 1].span.begin : line.span.end;
      bool dash = false;
      bool spaced = false;
      bool colon = false;
      bool other = false;
      for (; i < end; ++i) {
        const char16_t c = text_[i];
        if (is_dash(c)) {
          dash = true;
          spaced =
              spaced || (i > 0 && text_[i - 1] == u' ') || (i + 1 < text_.size() && text_[i + 1] == u' ');
        } else if (c == u':') {
          colon = true;
        } else if (c != u' ' && c != 0x060C && c != u',' && c != u'(' && c != u')' && c != u'/' &&
                   c != u'|' && c != u'"' && !unicode::is_mark(c)) {
          other = true;
        }
      }
      if (other) {
        return;
      }
      const std::uint32_t count = word + 1 - line.first_word;
      const bool rest = line.last_word - word > 6;
      // «الرياض - واس: …»: a dash with an agency or a second place behind it is not yet the end
      if ((dash && spaced) || colon || (dash && agency)) {
        const bool goes_on = word + 1 < limit && continues(line, word + 1, limit);
        const bool sure = (known > 0 || agency) && !(ordinary && count > 4);
        const bool likely = dash && !colon && !ordinary && count <= 3;
        if (rest && !goes_on && (sure || likely)) {
          add(line.span, start_after_signs(end, line), false, true);
          return;
        }
        if (!goes_on) {
          return;
        }
      }
      ++word;
    }
  }

  /// An agency, a place or «خاص» followed by a further dash or colon.
  [[nodiscard]] bool continues(const Line& line, std::uint32_t word, std::uint32_t limit) const {
    for (std::uint32_t i = word; i < limit && i < word + 4; ++i) {
      const char16_t sign = sign_after(i, line.span.end);
      if (sign == u':' || is_dash(sign)) {
        return true;
      }
      if (is_function_word(analysis_.folded_word(i))) {
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] std::uint32_t start_after_signs(std::uint32_t word_begin, const Line& line) const noexcept {
    std::uint32_t at = word_begin;
    while (at > line.span.begin && (text_[at - 1] == u'"' || text_[at - 1] == 0x00AB ||
                                    text_[at - 1] == 0x201C || text_[at - 1] == u'(')) {
      --at;
    }
    return at;
  }

  void cut_at_stamps(const Line& line) {
    for (std::uint32_t word = line.first_word; word < line.last_word; ++word) {
      const Stamp stamp = stamp_at(analysis_, word, line.last_word);
      const std::uint32_t size = stamp.last - stamp.first;
      if (!stamp.complete || size < 2) {
        continue;
      }
      if ((stamp.full_date && size >= 3) || stamp.labelled) {
        add(line.span, start_of(stamp.first, line.span.begin));
        if (stamp.last < line.last_word) {
          std::uint32_t at = analysis_.words[stamp.last].span.begin;
          while (at > line.span.begin && text_[at - 1] != u' ' && !is_opener(u' ') && text_[at - 1] != u')') {
            --at;
          }
          add(line.span, at);
        }
      }
      word = stamp.last - 1;
    }
  }

  /// «العنوان / اسم الكاتب».
  void cut_at_author(const Line& line) {
    for (std::uint32_t word = line.first_word + 2; word + 1 < line.last_word; ++word) {
      const std::uint32_t begin = analysis_.words[word].span.end;
      const std::uint32_t end = analysis_.words[word + 1].span.begin;
      const std::u16string_view between = text_.substr(begin, end - begin);
      const std::size_t slash = between.find(u'/');
      if (slash == std::u16string_view::npos || between.find(u' ') == std::u16string_view::npos) {
        continue;
      }
      if (line.last_word - word - 1 <= 5) {
        add(line.span, begin + static_cast<std::uint32_t>(slash));
      }
    }
  }

  void emit(std::uint32_t number, const Line& line) {
    sort_by_place(cuts_, [](const Cut& cut) { return cut.at; });
    std::uint32_t begin = line.span.begin;
    bool marker = opens_with_marker_ && !cuts_.empty();  // something is glued to it
    for (std::size_t i = 0; i <= cuts_.size(); ++i) {
      const bool last = i == cuts_.size();
      const std::uint32_t end = last ? line.span.end : cuts_[i].at;
      if (end > begin) {
        push(number, {begin, end}, marker, !last && cuts_[i].place);
      }
      if (!last) {
        marker = cuts_[i].marker || (marker && end == begin);
        begin = std::max(begin, end);
      }
    }
    if (!pieces_.empty() && pieces_.back().line == number) {
      pieces_.back().ends_line = true;
    }
  }

  void push(std::uint32_t number, Span span, bool marker, bool place) {
    while (span.begin < span.end && text_[span.begin] == u' ') {
      ++span.begin;
    }
    while (span.end > span.begin && text_[span.end - 1] == u' ') {
      --span.end;
    }
    if (span.empty()) {
      return;
    }
    Piece piece;
    piece.span = span;
    piece.words = analysis_.words_in(span);
    piece.line = number;
    piece.begins_line = pieces_.empty() || pieces_.back().line != number;
    piece.ends_line = false;
    piece.at_marker = marker;
    piece.place = place;
    // Signs alone do not stand as a piece of their own: they stay with what is in front of them.
    piece.markup = is_markup(span) || is_code_line(text_.substr(span.begin, span.size()));
    if (piece.words.empty() && !piece.begins_line && !piece.markup && !pieces_.back().markup) {
      pieces_.back().span.end = span.end;
      return;
    }
    piece.shape = shape_of(analysis_, span, piece.words, switched_off_);
    pieces_.push_back(piece);
  }

  /// Of the code found in the line.
  [[nodiscard]] bool is_markup(Span span) const noexcept {
    const auto at = std::upper_bound(markup_.begin(), markup_.end(), span.begin,
                                     [](std::uint32_t begin, Span code) { return begin < code.end; });
    return at != markup_.end() && at->begin <= span.begin && span.end <= at->end;
  }

  const Analysis& analysis_;
  std::u16string_view text_;
  std::span<const std::u16string> switched_off_;
  Seams seams_;
  std::vector<Span> markup_;  // code in the line, sorted
  std::vector<Piece> pieces_;
  std::vector<Cut> cuts_;
  std::vector<MarkerHit> hits_;
  std::uint32_t sentences_seen_ = 0;
  bool opens_with_marker_ = false;
};

}  // namespace

std::vector<Piece> cut_pieces(const Analysis& analysis, std::span<const std::u16string> switched_off) {
  return Cutter(analysis, switched_off).run();
}

}  // namespace naqi
