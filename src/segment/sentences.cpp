// The tailored sentences (tests/spec/segmentation.md, "Sentences"), in one pass over each paragraph:
// a table tells the few characters that can end a sentence or open and close what holds it together;
// only there the surroundings are looked at.

#include <algorithm>
#include <array>
#include <optional>

#include "lexicon/lexicon.h"
#include "normalize/fold.h"
#include "segment/abbreviations.h"
#include "segment/conformant.h"
#include "segment/paragraphs.h"
#include "segment/segmenter.h"
#include "segment/web_address.h"
#include "segment/word_scanner.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// An open quotation or bracket.
struct Frame {
  CharClass family = CharClass::other;
  bool reversed = false;       ///< opened by the sign that closes
  bool mid_sentence = false;   ///< something of the sentence stands before it
  bool announced = false;      ///< behind a colon
  std::uint32_t sentence = 0;  ///< where the sentence around it begins
  std::size_t ends = 0;        ///< sentences found before it
};

class SentenceScanner {
 public:
  SentenceScanner(std::u16string_view text, const SegmentOptions& options, std::vector<Span>& out)
      : text_(text), options_(options), abbreviations_(options.abbreviations), out_(out) {}

  /// Every line on its own; a block of lines that proves to be hard-wrapped is read again, joined.
  void read(Span within) {
    end_ = within.end;
    wrapped_ = false;
    std::uint32_t line = within.begin;
    begin_paragraph(line);
    for (std::uint32_t i = next_event(within.begin); i < end_; i = next_event(i)) {
      if (class_at(i) != CharClass::line_end) {
        i = event(i);
        continue;
      }
      const bool separator = text_[i] == u'\u2029';
      end_line({line, i});
      if (separator) {
        end_block();
      }
      i += text_[i] == u'\r' && i + 1 < end_ && text_[i + 1] == u'\n' ? 2U : 1U;
      line = i;
      begin_paragraph(line);
    }
    end_line({line, end_});
    end_block();
  }

 private:
  enum class Role : std::uint8_t { opens, closes, neither };

  /// Lines that follow one another with no blank one between them.
  struct Block {
    std::vector<Span> lines;
    std::size_t sentences = 0;  ///< sentences found before it
  };

  [[nodiscard]] CharClass class_at(std::uint32_t i) const noexcept { return classes_.of_unit(text_[i]); }

  /// The next place at or behind `i` that `event` must look at; `end_` if there is none.
  [[nodiscard]] std::uint32_t next_event(std::uint32_t i) const noexcept {
    const std::u16string_view text = text_.substr(0, end_);
    for (;;) {
      i = classes_.find_event(text, i);
      if (i >= end_ || (text[i] & 0xF800U) != 0xD800U) {
        return i;
      }
      std::uint32_t next = i;
      if (is_sentence_event(classes_.at(text, i, next))) {
        return i;
      }
      i = next;
    }
  }

  /// Reads what stands at an event and gives the place to go on from.
  std::uint32_t event(std::uint32_t i) {
    const CharClass c = class_at(i);
    if (is_frame_sign(c)) {
      sign(i, c);
      return i + 1;
    }
    if (c == CharClass::semicolon) {
      ++i;
      while (at(i) == CharClass::mark) {
        i = behind(i);
      }
      if (options_.semicolon_ends_sentence) {
        end_sentence(i);
      }
      return i;
    }
    return c == CharClass::line_end ? i + 1 : terminators(i);
  }

  void begin_paragraph(std::uint32_t begin) noexcept {
    begin_ = sentence_ = begin;
    depth_ = 0;
  }

  void end_line(Span line) {
    const std::size_t before = out_.size();
    end_sentence(line.end);
    if (!options_.join_hard_wrapped) {
      return;
    }
    if (out_.size() > before || sentence_found_in(line)) {
      block_.lines.push_back(line);
    } else {
      end_block();
    }
  }
  [[nodiscard]] bool sentence_found_in(Span line) const noexcept {
    return !out_.empty() && out_.back().begin >= line.begin;
  }

  void end_block() {
    if (block_.lines.size() > 1) {
      joined_.clear();
      if (wrap_.join(text_, block_.lines, joined_)) {
        read_joined();
      }
    }
    block_.lines.clear();
    block_.sentences = out_.size();
  }

  void read_joined() {
    out_.resize(block_.sentences);
    const std::uint32_t end = end_;
    wrapped_ = true;
    for (const Span paragraph : joined_) {
      end_ = paragraph.end;
      begin_paragraph(paragraph.begin);
      for (std::uint32_t i = next_event(paragraph.begin); i < end_; i = next_event(i)) {
        i = event(i);
      }
      end_sentence(end_);
    }
    wrapped_ = false;
    end_ = end;
  }

  [[nodiscard]] CharClass at(std::uint32_t i) const noexcept {
    return i < end_ ? classes_.at(text_, i) : CharClass::line_end;
  }
  [[nodiscard]] static bool is_gap(CharClass c) noexcept {
    return c == CharClass::space || c == CharClass::line_end || c == CharClass::format;
  }
  [[nodiscard]] static bool is_frame_sign(CharClass c) noexcept {
    return c == CharClass::double_quote || c == CharClass::guillemet || c == CharClass::bracket;
  }
  [[nodiscard]] static bool is_terminating(CharClass c) noexcept {
    return c == CharClass::stop || c == CharClass::ellipsis || c == CharClass::terminator;
  }
  [[nodiscard]] static bool is_closing_shape(char16_t c) noexcept {
    return c == u'\u00BB' || c == u'\u203A' || c == u')' || c == u']' || c == u'\u201D' || c == u'\uFD3E';
  }
  [[nodiscard]] static bool is_opening_shape(char16_t c) noexcept {
    return c == u'\u00AB' || c == u'\u2039' || c == u'(' || c == u'[' || c == u'\u201C' || c == u'\u201E' ||
           c == u'\uFD3F';
  }

  /// Which way a quotation mark or bracket faces where it stands.
  [[nodiscard]] Role role(std::uint32_t i, CharClass family) const noexcept {
    const char16_t c = text_[i];
    const bool gap_before = i == begin_ || is_gap(at(i - 1)) || is_opening_shape(text_[i - 1]);
    const CharClass next = at(i + 1);
    const bool gap_after = is_gap(next) || is_terminating(next) || is_separator(i + 1) ||
                           (i + 1 < end_ && is_closing_shape(text_[i + 1]));
    const bool open = is_open(family);
    if (family == CharClass::double_quote) {
      if (gap_before != gap_after) {
        return gap_before ? Role::opens : Role::closes;
      }
      if (c == u'\u201C' || c == u'\u201E') {
        return open && gap_before && gap_after ? Role::closes : Role::opens;
      }
      return open ? Role::closes : c == u'"' ? Role::opens : Role::neither;
    }
    if (is_opening_shape(c)) {
      return open && !gap_before && gap_after && frames_[depth_ - 1].reversed ? Role::closes : Role::opens;
    }
    if (gap_before && !gap_after && family != CharClass::bracket) {
      return Role::opens;
    }
    return Role::closes;
  }

  [[nodiscard]] bool is_open(CharClass family) const noexcept {
    for (std::size_t d = 0; d < depth_; ++d) {
      if (frames_[d].family == family) {
        return true;
      }
    }
    return false;
  }

  void sign(std::uint32_t i, CharClass family) noexcept {
    switch (role(i, family)) {
      case Role::opens: open(i, family); break;
      case Role::closes: static_cast<void>(close(i, family)); break;
      case Role::neither: break;
    }
  }

  void open(std::uint32_t i, CharClass family) noexcept {
    // The same sign again, with sentence ends since the first: that one was never closed.
    for (std::size_t d = depth_; d-- > 0;) {
      if (frames_[d].family == family && frames_[d].ends < out_.size()) {
        depth_ = d;
      }
    }
    if (depth_ == frames_.size()) {
      return;
    }
    Frame& frame = frames_[depth_++];
    frame.family = family;
    frame.reversed = is_closing_shape(text_[i]);
    frame.mid_sentence = has_words(sentence_, i);
    frame.announced = is_behind_colon(i);
    frame.sentence = sentence_;
    frame.ends = out_.size();
  }

  /// Only a few spaces are looked over.
  [[nodiscard]] bool is_behind_colon(std::uint32_t i) const noexcept {
    constexpr std::uint32_t kMostSpaces = 3;
    for (std::uint32_t spaces = 0; i > begin_ && spaces <= kMostSpaces; ++spaces) {
      if (!is_gap(classes_.before(text_, i, i))) {
        return text_[i] == u':';
      }
    }
    return false;
  }

  /// Whether a closer at `i` that stands at neither a terminator nor a comma: where sentences end in
  /// its frame and nothing announced it, its opener is one that was never closed.
  [[nodiscard]] bool is_inside_sentence(std::uint32_t i) const noexcept {
    // Where spaces stand around every mark («… معروف " .») one is looked over.
    const bool spaced = i > begin_ && class_at(i - 1) == CharClass::space;
    const std::uint32_t before = spaced ? i - 1 : i;
    const std::uint32_t behind = spaced && i + 1 < end_ && at(i + 1) == CharClass::space ? i + 2 : i + 1;
    const bool behind_end = before > begin_ && is_terminating(class_at(before - 1));
    const bool before_end = behind >= end_ || at(behind) == CharClass::line_end ||
                            is_terminating(at(behind)) || is_separator(behind) || is_frame_sign(at(behind));
    return !behind_end && !before_end;
  }

  /// Closes, at `i`, the innermost frame of this kind, and with it what is still open inside. A frame
  /// in the middle of a sentence takes back the sentence ends that were found in it.
  std::optional<Frame> close(std::uint32_t i, CharClass family) noexcept {
    for (std::size_t d = depth_; d-- > 0;) {
      if (frames_[d].family != family) {
        continue;
      }
      const Frame frame = frames_[d];
      depth_ = d;
      if (frame.ends < out_.size() && !frame.announced && is_inside_sentence(i)) {
        return std::nullopt;
      }
      if (frame.mid_sentence && !(options_.split_quotes && family != CharClass::bracket)) {
        out_.resize(frame.ends);
        sentence_ = frame.sentence;
      }
      return frame;
    }
    return std::nullopt;
  }

  /// Whether a letter or digit stands between `from` and `to`: an item's number or a dash before a
  /// quotation does not make a frame. Only the first few characters are looked at.
  [[nodiscard]] bool has_words(std::uint32_t from, std::uint32_t to) const noexcept {
    constexpr std::uint32_t kFew = 8;
    if (to - from > kFew) {
      return true;
    }
    for (std::uint32_t i = from; i < to; ++i) {
      const CharClass c = classes_.of_unit(text_[i]);
      if (c == CharClass::arabic || c == CharClass::letter) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_separator(std::uint32_t i) const noexcept {
    if (i >= end_) {
      return false;
    }
    const char16_t c = text_[i];
    return c == u'\u060C' || c == u',' || c == u'\u061B' || c == u';' || c == u':';
  }

  void end_sentence(std::uint32_t end) {
    if (const Span found = trimmed(text_, {sentence_, end}); !found.empty()) {
      out_.push_back(found);
    }
    sentence_ = end;
  }

  /// Reads the run of terminators and closers at `i`, decides whether a sentence ends there and
  /// gives the place to go on from.
  std::uint32_t terminators(std::uint32_t i) {
    const std::uint32_t first = i;
    bool pause = true;            // nothing but an ellipsis so far
    std::uint32_t stops = 0;      // full stops in the run
    std::uint32_t others = 0;     // ! ؟ and their like
    std::optional<Frame> closed;  // the frame that was closed behind the last terminator
    std::uint32_t run_end = i;    // behind the run, its closers and their marks
    for (;;) {
      const CharClass c = at(i);
      if (is_terminating(c)) {
        stops += c == CharClass::stop ? 1U : 0U;
        others += c == CharClass::terminator ? 1U : 0U;
        pause = pause && others == 0;
        closed.reset();
        i = behind(i);
      } else if (c == CharClass::mark) {
        i = behind(i);
      } else if (is_frame_sign(c) && role(i, c) == Role::closes) {
        const std::optional<Frame> frame = close(i, c);
        closed = frame ? frame : closed;
        ++i;
      } else if (c == CharClass::apostrophe && is_gap(at(i + 1))) {
        ++i;
      } else if (c == CharClass::space && others > 0 && at(i + 1) == CharClass::terminator) {
        ++i;  // «؟ !»
      } else if (c == CharClass::space && stops == 1 && others == 0 && at(i + 1) == CharClass::stop &&
                 is_gap(at(i + 2)) && !(at(i + 2) == CharClass::space && at(i + 3) == CharClass::stop)) {
        i += 2;  // «. .»: one stop that was typed twice; «. . .» is a pause
        closed.reset();
      } else if (c == CharClass::space && is_frame_sign(at(i + 1)) && is_closing_shape(text_[i + 1]) &&
                 is_open(at(i + 1)) && is_gap(at(i + 2))) {
        ++i;  // « … . »
      } else {
        break;
      }
      run_end = i;
    }
    const bool ellipsis = others == 0 && (stops == 0 || stops > 1) && pause;
    if (ends_sentence(first, run_end, ellipsis, stops == 1 && others == 0, closed)) {
      end_sentence(run_end);
    }
    return run_end;
  }

  [[nodiscard]] std::uint32_t behind(std::uint32_t i) const noexcept {
    std::uint32_t next = i;
    static_cast<void>(classes_.at(text_, i, next));
    return next;
  }

  [[nodiscard]] bool ends_sentence(std::uint32_t first, std::uint32_t run_end, bool ellipsis, bool one_stop,
                                   const std::optional<Frame>& closed) const {
    std::uint32_t next = run_end;
    while (next < end_ && is_gap(at(next))) {  // where the paragraph ends, it ends the sentence too
      if (at(next) == CharClass::line_end && !wrapped_) {
        return false;
      }
      next = behind(next);
    }
    if (next >= end_) {
      return false;
    }
    if (is_separator(next)) {
      return false;
    }
    if (ellipsis) {
      return options_.ellipsis_ends_sentence && next > run_end;
    }
    if (next == run_end && !parts_without_space(first, run_end, closed.has_value())) {
      return false;
    }
    if (one_stop && !stop_ends(first, next)) {
      return false;
    }
    if (closed) {
      return ends_behind_closer(first, next, *closed);
    }
    return true;
  }

  /// A terminator with the next word straight behind it («…الاجتماع.وأضاف») parts two sentences
  /// between two words of two letters or more, one of them Arabic.
  [[nodiscard]] bool parts_without_space(std::uint32_t first, std::uint32_t next,
                                         bool closed) const noexcept {
    const CharClass after = at(next);
    if (is_frame_sign(after)) {
      return true;
    }
    if (closed) {
      return is_word_letter(after) || after == CharClass::digit;
    }
    const bool letter_before = first > begin_ && is_ascii_alphanumeric(text_[first - 1]);
    if (text_[next] < 0x80U) {
      // 3.5, example.com, page?id=1; but an Arabic word, a stop and "Google" are two sentences
      return is_ascii_letter(text_[next]) && !letter_before && letters_before(first) >= 2;
    }
    if (!is_word_letter(after)) {
      return after == CharClass::pictograph;
    }
    if (text_[first] != u'.') {
      return true;
    }
    const CharClass before = first > begin_ ? at(first - 1) : CharClass::other;
    const bool word_before = before == CharClass::digit ? true : letters_before(first) >= 2;
    return word_before && letters_after(next) >= 2;
  }

  [[nodiscard]] std::uint32_t letters_before(std::uint32_t i) const noexcept {
    std::uint32_t letters = 0;
    for (std::uint32_t steps = 0; i > begin_ && letters < 2 && steps < 16; ++steps) {
      const CharClass c = classes_.before(text_, i, i);
      if (is_frame_sign(c)) {
        return 2;
      }
      if (is_word_letter(c)) {
        ++letters;
      } else if (c != CharClass::mark) {
        break;
      }
    }
    return letters;
  }

  [[nodiscard]] std::uint32_t letters_after(std::uint32_t i) const noexcept {
    std::uint32_t letters = 0;
    for (std::uint32_t steps = 0; i < end_ && letters < 2 && steps < 16; ++steps) {
      const CharClass c = classes_.at(text_, i, i);
      if (is_word_letter(c)) {
        ++letters;
      } else if (c != CharClass::mark) {
        break;
      }
    }
    return letters;
  }

  /// A single full stop: the number of an item, an abbreviation, or before a small Latin letter
  /// (UAX #29, SB8) it ends nothing.
  [[nodiscard]] bool stop_ends(std::uint32_t stop, std::uint32_t next) const {
    if (is_item_number(stop)) {
      return false;
    }
    switch (abbreviations_.meaning(text_, sentence_, stop)) {
      case StopMeaning::inner: return false;
      case StopMeaning::final:
        return at(next) != CharClass::digit && !is_listed(lexicon::continuations, next, "");
      case StopMeaning::number: return at(next) != CharClass::digit;
      case StopMeaning::end: break;
    }
    const char16_t c = text_[next];
    return !(c >= u'a' && c <= u'z');
  }

  /// «1.» and «12.» at the beginning of their sentence.
  [[nodiscard]] bool is_item_number(std::uint32_t stop) const noexcept {
    constexpr std::uint32_t kLongest = 6;  // with a bracket or spaces before it
    if (stop - sentence_ > kLongest) {
      return false;
    }
    std::uint32_t digits = 0;
    for (std::uint32_t i = sentence_; i < stop; ++i) {
      const CharClass c = classes_.of_unit(text_[i]);
      if (c == CharClass::digit) {
        ++digits;
      } else if (!is_gap(c) && c != CharClass::bracket) {
        return false;
      }
    }
    return digits > 0 && digits <= 3;
  }

  /// Behind a closer that follows its terminator («لماذا؟» ثم صمت.) the frame may go on.
  [[nodiscard]] bool ends_behind_closer(std::uint32_t first, std::uint32_t next, const Frame& frame) const {
    if (frame.family == CharClass::bracket) {
      return !frame.mid_sentence;
    }
    if (frame.mid_sentence) {
      return text_[first] == u'.' && !is_listed(lexicon::attributions, next, "source");
    }
    return !is_listed(lexicon::attributions, next, "");
  }

  /// Whether the word at `i` stands in the table, with this value if one is given.
  [[nodiscard]] bool is_listed(const lexicon::Table& table, std::uint32_t i, std::string_view value) const {
    constexpr std::uint32_t kLongest = 24;
    std::uint32_t word_end = i;
    while (word_end < end_ && word_end - i < kLongest) {
      const CharClass c = classes_.of_unit(text_[word_end]);
      if (c != CharClass::arabic && c != CharClass::mark) {
        break;
      }
      ++word_end;
    }
    std::u16string folded;
    fold_append(folded, text_.substr(i, word_end - i));
    const lexicon::Entry* entry = table.find(folded);
    return entry != nullptr && (value.empty() || entry->value == value);
  }

  const CharClasses& classes_ = CharClasses::get();
  std::u16string_view text_;
  const SegmentOptions& options_;
  Abbreviations abbreviations_;
  std::vector<Span>& out_;
  std::array<Frame, 8> frames_{};
  std::size_t depth_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t sentence_ = 0;
  bool wrapped_ = false;  ///< a line end is no more than a space
  Block block_;
  std::vector<Span> joined_;
  HardWrap wrap_;
};

/// Joins sentences whose border a word crosses («co.uk/?ة»): a word belongs to one sentence. Words hold no
/// white space, so only borders without any are looked at.
void join_inside_words(std::u16string_view text, Span within, std::vector<Span>& sentences) {
  const auto parted = [&](std::size_t i) {
    for (std::uint32_t at = sentences[i - 1].end; at < sentences[i].begin; ++at) {
      if (unicode::is_white_space(text[at])) {
        return true;
      }
    }
    return false;
  };
  std::size_t i = 1;
  while (i < sentences.size() && parted(i)) {
    ++i;
  }
  if (i >= sentences.size()) {
    return;
  }
  WordScanner words(text, within);
  Span word;
  WordKind kind{};
  bool more = words.next(word, kind);
  std::size_t last = 0;
  for (i = 1; i < sentences.size(); ++i) {
    const std::uint32_t border = sentences[i].begin;
    while (more && word.end <= border) {
      more = words.next(word, kind);
    }
    if (more && word.begin < border) {
      sentences[last].end = std::max(sentences[i].end, sentences[last].end);
    } else {
      sentences[++last] = sentences[i];
    }
  }
  sentences.resize(last + 1);
}

}  // namespace

std::vector<Span> sentences(std::u16string_view text, Span within, const SegmentOptions& options) {
  if (options.conformant) {
    std::vector<Span> out;
    conformant::sentences(text, within, out);
    return out;
  }
  std::vector<Span> out;
  out.reserve(within.size() / 64 + 1);
  SentenceScanner(text, options, out).read(within);
  join_inside_words(text, within, out);
  return out;
}

}  // namespace naqi
