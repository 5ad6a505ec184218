#include "extract/quotes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/bare_speech.h"
#include "extract/quote_marks.h"
#include "extract/speakers.h"
#include "segment/segmenter.h"

namespace naqi {
namespace {

constexpr std::uint32_t kFewestWords = 4;        // of a quotation that only its sentence attributes
constexpr std::uint32_t kFewestWordsDirect = 2;  // right behind «قال:»
constexpr std::uint32_t kFewestWordsFar = 8;  // of a quotation a few words behind «صحيفة» and its kin
constexpr std::uint32_t kFewestWordsBracketed = 8;  // of a saying in round brackets behind a colon
constexpr std::uint32_t kTitleWords = 12;           // a name or a title of a work is not longer

/// What attributes the quotations of one sentence, as far as it was read.
struct Attribution {
  std::optional<SpeechVerb> verb;
  std::optional<SpeakerName> speaker;
  [[nodiscard]] bool any() const noexcept { return verb.has_value() || speaker.has_value(); }
};

class QuoteFinder {
 public:
  QuoteFinder(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks)
      : tokens_(tokens), blocks_(blocks), speakers_(tokens) {}

  std::vector<Quote> run();

 private:
  void read_block(std::uint32_t block);
  bool read_last_paragraph(std::uint32_t block, Span range, const std::vector<Quoted>& quoted);
  void read_sentence(std::uint32_t block, std::uint32_t begin, std::uint32_t end,
                     const std::vector<Quoted>& quoted, std::size_t& next);
  void read_region(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end, bool before_quote);
  [[nodiscard]] std::optional<SpeakerName> speaker_of(const SpeechVerb& verb, std::uint32_t sentence,
                                                      std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool speaks(const SpeechVerb& verb, std::uint32_t end, bool before_quote) const;
  void read_behind(std::uint32_t at, std::uint32_t end, Attribution& found) const;
  [[nodiscard]] bool is_quote(const Quoted& quoted, std::uint32_t begin, const Attribution& found,
                              bool behind) const;
  [[nodiscard]] bool is_named_thing(const Quoted& quoted, std::uint32_t begin, std::uint32_t words) const;
  [[nodiscard]] bool is_direct(const Quoted& quoted, std::uint32_t begin) const;
  [[nodiscard]] bool has_arabic(Span range) const;
  [[nodiscard]] std::optional<SpeechVerb> lone_verb_before(const Quoted& quoted, std::uint32_t begin) const;
  [[nodiscard]] std::optional<SpeakerName> label_before(const Quoted& quoted, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t words_in(Span range) const;
  void remember(const SpeakerName& name);
  void emit(std::uint32_t block, const Quoted& quoted, const Attribution& found);

  const Tokens& tokens_;
  const std::vector<ClassifiedBlock>& blocks_;
  SpeakerReader speakers_;
  std::vector<Quote> quotes_;
  Attribution sentence_;                     // of the sentence being read
  std::optional<SpeakerName> main_speaker_;  // of its last main clause
  std::optional<SpeechVerb> main_verb_;      // of the same clause
  std::uint32_t region_ = 0;                 // where the part of the sentence that is being read begins
  std::uint32_t last_of_sentence_ = 0;       // the token behind the sentence
  bool inside_that_ = false;                 // behind an «أن» of the sentence
  std::optional<Span> last_speaker_;         // tokens of the last name
  bool last_is_person_ = false;              // a document does not take the place of a person
  std::optional<Span> open_line_;            // tokens of the sentence before, when it ends in a colon
  Attribution open_attribution_;             // what it says of the speech that it announces
  bool unclosed_ = false;                    // the last quotation that was read has no closing mark
  bool carried_ = false;  // the one of the block before has none: this block may go on with it
};

/// Puts bare speech among the passages between marks, in the place of brackets inside it.
void add_bare_speech(std::vector<Quoted>& quoted, const std::vector<Quoted>& bare) {
  if (bare.empty()) {
    return;
  }
  std::vector<Quoted> all;
  auto speech = bare.begin();
  for (const Quoted& passage : quoted) {
    while (speech != bare.end() && speech->open < passage.open) {
      all.push_back(*speech++);
    }
    if (all.empty() || passage.open > all.back().close) {
      all.push_back(passage);
    }
  }
  all.insert(all.end(), speech, bare.end());
  quoted = std::move(all);
}

bool is_quotable(Label label) noexcept {
  return label == Label::lead || label == Label::body || label == Label::quote_block ||
         label == Label::list_item || label == Label::caption || label == Label::subtitle ||
         label == Label::title;
}

std::uint32_t QuoteFinder::words_in(Span range) const {
  std::uint32_t words = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    words += tokens_[i].kind == Token::Kind::word || tokens_[i].kind == Token::Kind::number ? 1 : 0;
  }
  return words;
}

/// A name that stands alone may repeat a part of a longer one («بركنان»): the longer one stays.
void QuoteFinder::remember(const SpeakerName& name) {
  if (name.refers || !speakers_.is_somebody(name)) {
    return;
  }
  if (last_speaker_ && name.tokens.size() == 1) {
    for (std::uint32_t i = last_speaker_->begin; i < last_speaker_->end; ++i) {
      if (tokens_.is_word(i) && tokens_.folded(i) == tokens_.folded(name.tokens.begin)) {
        return;
      }
    }
  }
  if (name.person || !last_is_person_) {
    last_speaker_ = name.tokens;
    last_is_person_ = name.person;
  }
}

std::optional<SpeakerName> QuoteFinder::speaker_of(const SpeechVerb& verb, std::uint32_t sentence,
                                                   std::uint32_t at, std::uint32_t end) const {
  if (verb.kind == SpeechKind::source || verb.kind == SpeechKind::according) {
    return speakers_.name_at(verb.end, end);
  }
  const bool hands_on =
      verb.kind == SpeechKind::act && tokens_.folded(at).find(u"نقل") != std::u16string_view::npos;
  if (verb.kind != SpeechKind::participle && !hands_on) {
    if (std::optional<SpeakerName> name = speakers_.behind(verb, end)) {
      return name;
    }
    if (std::optional<SpeakerName> name = speakers_.antecedent(sentence, at)) {
      return name;
    }
  }
  // «نقلت صحيفة "البلد" عن المدير أن "…"»: not who hands it on, but who said it.
  if (hands_on) {
    constexpr std::uint32_t kCarrier = 12;  // tokens of the paper's name
    for (std::uint32_t i = verb.end; i < std::min(last_of_sentence_, verb.end + kCarrier); ++i) {
      if (tokens_.is_word(i) && tokens_.folded(i) == u"عن") {
        if (std::optional<SpeakerName> name = speakers_.name_at(i + 1, last_of_sentence_)) {
          return name;
        }
      }
    }
    if (std::optional<SpeakerName> name = speakers_.behind(verb, end)) {
      return name;
    }
  }
  // «كتبت الصحيفة تحت عنوان "…" تقول:»: behind a quoted title the subject is still that of its sentence.
  if (at > sentence && sentence_.speaker && tokens_[at - 1].kind == Token::Kind::punctuation &&
      at == region_) {
    return std::nullopt;
  }
  const bool joined = verb.span.begin != tokens_[at].span.begin;
  if (joined && verb.kind == SpeechKind::say) {
    if (std::optional<SpeakerName> name = speakers_.clause_subject(sentence, at)) {
      return name;
    }
  }
  if (verb.kind == SpeechKind::say || verb.kind == SpeechKind::act || verb.kind == SpeechKind::weak) {
    if (std::optional<SpeakerName> name = speakers_.before(sentence, at)) {
      return name;
    }
    if (at == sentence || sentence_.speaker) {
      return std::nullopt;
    }
    const std::u16string_view before =
        tokens_.is_word(at - 1) ? tokens_.folded(at - 1) : std::u16string_view{};
    return before == u"حيث" || before == u"اذ" ? speakers_.main_clause(sentence, at) : std::nullopt;
  }
  return sentence_.speaker ? std::nullopt : speakers_.main_clause(sentence, at);
}

/// Does a verb that has another meaning speak here: «وزاد سالم، في تصريح لنا، أن» but not «زاد الإنتاج»?
bool QuoteFinder::speaks(const SpeechVerb& verb, std::uint32_t end, bool before_quote) const {
  constexpr std::uint32_t kReach = 12;
  constexpr std::uint32_t kNearQuote = 2;
  for (std::uint32_t at = verb.end; at < std::min(end, verb.end + kReach); ++at) {
    const SpeechKind kind = speech_verb_at(tokens_, at, end).kind;
    if (tokens_.is_mark(at, u':') || speakers_.is_that(at, end) ||
        (at == verb.end && kind == SpeechKind::participle)) {
      return true;
    }
    if (tokens_.is_word(at) && (tokens_.folded(at) == u"عنوان" || tokens_.folded(at) == u"بعنوان")) {
      return true;  // «كتبت الصحيفة تحت عنوان "…" تقول»
    }
    const bool goes_on = tokens_.is_word(at) || tokens_.is_mark(at, u'،') || tokens_.is_mark(at, u',');
    if (!goes_on || kind == SpeechKind::say || kind == SpeechKind::act) {
      return false;
    }
  }
  return before_quote && end <= verb.end + kNearQuote;
}

/// Reads the verbs of speech in a part of the sentence outside of quotation marks.
void QuoteFinder::read_region(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                              bool before_quote) {
  region_ = begin;
  for (std::uint32_t i = begin; i < end;) {
    const SpeechVerb verb = speech_verb_at(tokens_, i, end);
    if (verb.kind == SpeechKind::none) {
      if (speakers_.is_that(i, end)) {
        // «أوضح فلان أن الجيش يدعي …، وأنه "…"»: the joined clause is what the main speaker says.
        if (inside_that_ && main_speaker_ && tokens_.folded(i).starts_with(u"و")) {
          sentence_.speaker = main_speaker_;
          sentence_.verb = main_verb_;
        }
        inside_that_ = true;
      }
      ++i;
      continue;
    }
    const std::uint32_t at = i;
    i = verb.end;
    const bool finite =
        verb.kind == SpeechKind::say || verb.kind == SpeechKind::act || verb.kind == SpeechKind::weak;
    const bool joined = verb.span.begin != tokens_[at].span.begin || at == sentence ||
                        !tokens_.is_word(at - 1) || speakers_.is_joiner(at - 1);
    const bool embedded = finite && inside_that_ && !joined && main_speaker_;  // «قال فلان إن الحزب يعتبر …»
    if (verb.kind == SpeechKind::weak && !speaks(verb, end, before_quote)) {
      continue;
    }
    if (verb.kind == SpeechKind::participle) {
      if (main_speaker_) {
        sentence_.speaker = main_speaker_;
      }
      if (sentence_.verb && sentence_.verb->end == at) {
        continue;  // «وزاد شارحا:»
      }
    }
    std::optional<SpeakerName> name = speaker_of(verb, sentence, at, end);
    if (verb.kind == SpeechKind::according) {
      if (name) {
        sentence_.speaker = name;
        if (at == sentence && name->tokens.size() > 1) {
          remember(*name);  // «ووفقا لفلان … . وقال»
        }
      }
      continue;
    }
    sentence_.verb = verb;
    if (finite && !embedded) {
      inside_that_ = false;
    }
    if (name) {
      sentence_.speaker = name;
      if (embedded) {
        continue;
      }
      if (finite) {
        main_speaker_ = name;
        main_verb_ = verb;
      }
      if (before_quote ||
          (!name->guessed && speakers_.says_something(std::max(name->tokens.end, verb.end), end))) {
        remember(*name);
      }
    }
  }
}

/// «"…"، قال الوزير», «"…"، وفق تعبيره».
void QuoteFinder::read_behind(std::uint32_t at, std::uint32_t end, Attribution& found) const {
  if (at < end && (tokens_.is_mark(at, u'،') || tokens_.is_mark(at, u',') || tokens_.is_mark(at, u'-'))) {
    ++at;
  }
  if (at < end && tokens_.is_word(at) && (tokens_.folded(at) == u"كما" || tokens_.folded(at) == u"هكذا")) {
    ++at;
  }
  SpeechVerb verb = speech_verb_at(tokens_, at, end);
  if (verb.kind == SpeechKind::none || verb.kind == SpeechKind::participle ||
      verb.kind == SpeechKind::source) {
    return;
  }
  // A verb with و opens the next clause, which has its own quotation or none.
  if (verb.kind != SpeechKind::according && verb.span.begin != tokens_[at].span.begin) {
    return;
  }
  std::uint32_t name_at = verb.end;
  while (verb.kind == SpeechKind::according &&
         speech_verb_at(tokens_, name_at, end).kind == SpeechKind::according) {
    name_at = speech_verb_at(tokens_, name_at, end).end;  // «وفق تعبير فلان»
  }
  const std::optional<SpeakerName> name =
      verb.kind == SpeechKind::according ? speakers_.name_at(name_at, end) : speakers_.behind(verb, end);
  if (name && !found.speaker) {
    found.speaker = name;
  }
  if (!found.verb) {
    found.verb = verb;
  }
}

/// Right behind a verb of speech, or behind a colon.
bool QuoteFinder::is_direct(const Quoted& quoted, std::uint32_t begin) const {
  if (quoted.bare) {
    return true;
  }
  if (quoted.open == begin) {
    return false;
  }
  const std::uint32_t before = quoted.open - 1;
  if (tokens_.is_mark(before, u':')) {
    return true;
  }
  const SpeechVerb verb = speech_verb_at(tokens_, before, quoted.open);
  return verb.kind == SpeechKind::say || verb.kind == SpeechKind::noun || verb.kind == SpeechKind::participle;
}

/// The word before says what is named: «صحيفة», «بعنوان», also behind a particle («وكتاب»).
bool is_naming_cue(std::u16string_view word) {
  static constexpr std::u16string_view kParticles = u"وبلف";
  return lexicon::naming_cues.find(word) != nullptr ||
         (word.size() > 3 && kParticles.find(word.front()) != std::u16string_view::npos &&
          lexicon::naming_cues.find(word.substr(1)) != nullptr);
}

/// A title of a work, a name, a term: one of the three words before it says what it is.
bool QuoteFinder::is_named_thing(const Quoted& quoted, std::uint32_t begin, std::uint32_t words) const {
  if (words > kTitleWords) {
    return false;
  }
  std::uint32_t end = quoted.open;
  if (end > begin && tokens_.is_mark(end - 1, u'-')) {
    --end;
  }
  if (end > begin && tokens_.is_word(end - 1) && tokens_.folded(end - 1).size() == 1) {
    --end;  // «بـ"…"»
  }
  for (std::uint32_t distance = 0; distance < 3 && end > begin + distance; ++distance) {
    const std::uint32_t at = end - 1 - distance;
    if (!tokens_.is_word(at)) {
      return false;
    }
    const std::u16string_view word = tokens_.folded(at);
    const bool so_called = at > begin && tokens_.is_word(at - 1) &&  // «ما يدعى "…"»
                           (tokens_.folded(at - 1) == u"ما" || tokens_.folded(at - 1) == u"لما" ||
                            tokens_.folded(at - 1) == u"فيما" || tokens_.folded(at - 1) == u"بما");
    if (!so_called && (speech_verb_at(tokens_, at, quoted.open).kind != SpeechKind::none ||
                       speakers_.is_that(at, quoted.open))) {
      return false;
    }
    if (is_naming_cue(word)) {
      return distance == 0 || words < kFewestWordsFar;
    }
  }
  return false;
}

bool QuoteFinder::is_quote(const Quoted& quoted, std::uint32_t begin, const Attribution& found,
                           bool behind) const {
  const std::uint32_t words = words_in(quoted.inner);
  const bool direct = is_direct(quoted, begin);
  if (words < kFewestWordsDirect || !found.any()) {
    return false;
  }
  if (quoted.bare) {
    return found.verb.has_value();
  }
  if (quoted.brackets) {
    const bool colon = direct && tokens_.is_mark(quoted.open - 1, u':');
    return direct && words >= (colon ? kFewestWordsBracketed : kFewestWords) && found.verb;
  }
  if (!direct && !has_arabic(quoted.inner)) {
    return false;  // «وهو "Mate 9 Pro Design"»: a name
  }
  if (is_named_thing(quoted, begin, words)) {
    return false;
  }
  if (!quoted.closed) {
    return direct && words >= kFewestWords;
  }
  if (words >= kFewestWords) {
    return true;
  }
  if (!direct || behind) {
    return false;
  }
  const std::uint32_t next =
      quoted.close + 1;  // «قال: "الجيش الحر" سيطر»: a name at the head of what was said
  // «وأوضح "استطلاع الرأي"، الذي أعدته القناة»: the speaker himself, in quotation marks
  if (!tokens_.is_mark(quoted.open - 1, u':') && next + 1 < tokens_.size() && tokens_.is_mark(next, u'،') &&
      speakers_.is_relative(next + 1)) {
    return false;
  }
  return next >= tokens_.size() || tokens_[next].kind != Token::Kind::word ||
         tokens_.folded(next).starts_with(u"و") || tokens_.folded(next).starts_with(u"ف");
}

bool QuoteFinder::has_arabic(Span range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (tokens_.is_word(i) && u'\u0600' <= tokens_.folded(i).front() &&
        tokens_.folded(i).front() < u'\u0900') {
      return true;
    }
  }
  return false;
}

/// «وأجمل: "…"»: a lone word that «و» joins to what was told, and a colon, is a verb of speech whatever it
/// means.
std::optional<SpeechVerb> QuoteFinder::lone_verb_before(const Quoted& quoted, std::uint32_t begin) const {
  if (quoted.open != begin + 2 || !tokens_.is_mark(begin + 1, u':') || !tokens_.is_word(begin)) {
    return std::nullopt;
  }
  const std::u16string_view word = tokens_.folded(begin);
  if (word.size() < 4 || (word.front() != u'و' && word.front() != u'ف') ||
      word.substr(1).starts_with(u"ال") || lexicon::titles.find(word.substr(1)) != nullptr ||
      !last_speaker_) {
    return std::nullopt;
  }
  SpeechVerb verb;
  verb.kind = SpeechKind::say;
  verb.span = {tokens_[begin].span.begin + 1, tokens_[begin].span.end};
  verb.end = begin + 1;
  return verb;
}

/// «وفي المقدمة: "…"», «الوزير: "…"»: a name and a colon, no verb.
std::optional<SpeakerName> QuoteFinder::label_before(const Quoted& quoted, std::uint32_t begin) const {
  if (quoted.open <= begin + 1 || !tokens_.is_mark(quoted.open - 1, u':')) {
    return std::nullopt;
  }
  const std::uint32_t end = quoted.open - 1;
  std::uint32_t at = end;
  while (at > begin && end - at < 7 && tokens_.is_word(at - 1)) {
    --at;
  }
  if ((at > begin && tokens_.is_word(at - 1)) || (end - at == 1 && at > begin)) {
    return std::nullopt;  // a clause, not a name
  }
  if (at < end && (tokens_.folded(at) == u"في" || tokens_.folded(at) == u"وفي")) {
    ++at;
  }
  const std::optional<SpeakerName> name = speakers_.name_at(at, end);
  return name && name->tokens.end == end ? name : std::nullopt;
}

void QuoteFinder::emit(std::uint32_t block, const Quoted& quoted, const Attribution& found) {
  Quote quote;
  quote.block = block;
  quote.span = {tokens_[quoted.inner.begin].span.begin, tokens_[quoted.inner.end - 1].span.end};
  const bool named = found.speaker && !found.speaker->refers;
  const std::optional<Span> tokens = named ? std::optional(found.speaker->tokens) : last_speaker_;
  if (tokens) {
    Speaker speaker;
    speaker.span = Span{tokens_[tokens->begin].span.begin, tokens_[tokens->end - 1].span.end};
    if (tokens_.folded(tokens->begin).starts_with(u"وال")) {
      ++speaker.span->begin;  // «والرسول»
    }
    speaker.inferred = !named;
    quote.speaker = std::move(speaker);
  }
  if (found.verb) {
    quote.verb.emplace();
    quote.verb->span = found.verb->span;
  }
  quotes_.push_back(std::move(quote));
}

void QuoteFinder::read_sentence(std::uint32_t block, std::uint32_t begin, std::uint32_t end,
                                const std::vector<Quoted>& quoted, std::size_t& next) {
  sentence_ = {};
  main_speaker_.reset();
  main_verb_.reset();
  inside_that_ = false;
  last_of_sentence_ = end;
  std::uint32_t at = begin;
  while (next < quoted.size() && quoted[next].open < end) {
    const Quoted& passage = quoted[next++];
    if (passage.inner.empty() || passage.open < at) {
      continue;
    }
    if (!passage.bare && words_in(passage.inner) < kFewestWords && !is_direct(passage, begin)) {
      continue;  // a name or a term: the sentence reads on over it
    }
    read_region(begin, at, passage.open, true);
    if (passage.open == begin && open_line_) {  // «وقال الوزير:» on the line before
      sentence_ = open_attribution_;
    }
    Attribution found = sentence_;
    if (!found.any()) {
      found.verb = lone_verb_before(passage, begin);
    }
    if (!found.any()) {
      found.speaker = label_before(passage, begin);
      if (found.speaker && words_in(passage.inner) < 6 && blocks_[block].label != Label::title) {
        found.speaker.reset();
      }
    }
    const bool before = found.any();
    if (!found.speaker || !before) {
      read_behind(passage.close + 1, std::max(end, passage.close + 1), found);
    }
    if (carried_ && passage.open == begin && !found.any()) {
      emit(block, passage, {});  // each paragraph of a long quotation opens with a mark, the last one closes
      unclosed_ = !passage.closed;
      at = passage.close + 1;
    } else if (is_quote(passage, begin, found, !before)) {
      unclosed_ = !passage.closed;
      emit(block, passage, found);
      if (found.speaker) {
        remember(*found.speaker);
        if (!sentence_.speaker) {
          sentence_.speaker = found.speaker;
        }
      }
      at = passage.close + 1;
    } else {
      at = passage.brackets ? passage.open : passage.close + 1;  // what stands in brackets is read on
    }
  }
  if (at < end) {
    read_region(begin, at, end, false);
  }
}

/// A block that only a closing mark at its end sets apart is the last paragraph of the quotation of the block
/// before.
bool QuoteFinder::read_last_paragraph(std::uint32_t block, Span range, const std::vector<Quoted>& quoted) {
  constexpr std::u16string_view kClosers = u"\"”»“";
  std::uint32_t mark = range.end - 1;
  while (mark > range.begin && (tokens_.is_mark(mark, u'.') || tokens_[mark].kind == Token::Kind::line_end)) {
    --mark;
  }
  const bool lone = tokens_[mark].mark != 0 &&
                    kClosers.find(tokens_[mark].mark) != std::u16string_view::npos &&
                    std::none_of(quoted.begin(), quoted.end(),
                                 [&](const Quoted& passage) { return passage.close == mark; });
  if (!lone || mark < range.begin + kFewestWords) {
    return false;
  }
  emit(block, {range.begin, mark, {range.begin, mark}, true, false}, {});
  return true;
}

void QuoteFinder::read_block(std::uint32_t block) {
  const Span range = tokens_.in(blocks_[block].span);
  if (range.empty()) {
    return;
  }
  std::vector<Quoted> quoted = find_quoted(tokens_, range.begin, range.end);
  carried_ = std::exchange(unclosed_, false);
  if (carried_ && read_last_paragraph(block, range, quoted)) {
    open_line_.reset();
    return;
  }
  std::vector<Span> parts;
  for (const Span sentence : sentences(tokens_.analysis().text(), blocks_[block].span)) {
    const Span part = tokens_.in(sentence);
    if (!part.empty()) {
      parts.push_back(part);
    }
  }
  const bool announced = open_line_ && announces_speech(tokens_, open_line_->begin, open_line_->end - 1);
  add_bare_speech(quoted, find_bare_speech(tokens_, parts, quoted, announced));
  std::size_t next = 0;
  std::uint32_t at = range.begin;
  Span last;
  for (Span part : parts) {
    part.begin = std::max(part.begin, at);
    if (part.begin >= part.end) {
      continue;
    }
    // A sentence that ends inside of a quotation goes on to its end.
    for (std::size_t k = next; k < quoted.size() && quoted[k].open < part.end; ++k) {
      if (!quoted[k].brackets) {
        part.end = std::max(part.end, quoted[k].close + 1);
      }
    }
    read_sentence(block, part.begin, part.end, quoted, next);
    open_line_.reset();
    at = part.end;
    last = part;
  }
  open_line_.reset();
  if (!last.empty() && tokens_.is_mark(last.end - 1, u':')) {
    open_line_ = last;
    open_attribution_ = sentence_;
  }
}

std::vector<Quote> QuoteFinder::run() {
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    if (is_quotable(blocks_[i].label)) {
      read_block(i);
    } else if (is_kept(blocks_[i].label)) {
      open_line_.reset();
    }
  }
  return std::move(quotes_);
}

}  // namespace

std::vector<Quote> find_quotes(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks) {
  return QuoteFinder(tokens, blocks).run();
}

}  // namespace naqi
