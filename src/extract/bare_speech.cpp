#include "extract/bare_speech.h"

#include <algorithm>
#include <optional>

#include "extract/speakers.h"

namespace naqi {
namespace {

constexpr std::uint32_t kReach = 12;           // tokens between a verb of speech and its colon
constexpr std::uint32_t kFewestWords = 3;      // of a speech without marks
constexpr std::uint32_t kNarratorReach = 8;    // tokens before the colon of a narrator who opens his tale
constexpr std::uint32_t kMostSentences = 4;    // that run on behind «؟» and «!»
constexpr std::uint32_t kFewestAnnounced = 4;  // words of a speech on the line behind its announcement

bool is_comma(const Tokens& tokens, std::uint32_t i) {
  return tokens.is_mark(i, u'،') || tokens.is_mark(i, u',') || tokens.is_mark(i, u'؛');
}

bool is_exclaimed(const Tokens& tokens, std::uint32_t i) {
  return tokens.is_mark(i, u'؟') || tokens.is_mark(i, u'?') || tokens.is_mark(i, u'!');
}

bool is_quotation_mark(const Tokens& tokens, std::uint32_t i) {
  constexpr std::u16string_view kMarks = u"\"“”„«»";
  return tokens[i].mark != 0 && kMarks.find(tokens[i].mark) != std::u16string_view::npos;
}

/// «فأخذ», «وكان»: does the word carry a story on? «فهل», «فإن», «فهذه», «وهو» belong to what was said.
bool tells_on(const Tokens& tokens, std::uint32_t i) {
  if (!tokens.is_word(i)) {
    return false;
  }
  std::u16string_view word = tokens.folded(i);
  if (word == u"ثم") {
    return true;
  }
  if (word == u"و" && tokens.is_word(i + 1)) {  // «و كان» with a stray space
    return tokens.folded(i + 1) == u"كان" || tokens.folded(i + 1) == u"كانت";
  }
  if (word == u"وكان" || word == u"وكانت" || word == u"فلما") {
    return true;
  }
  if (word.size() < 4 || word.front() != u'ف' || lexicon::function_words.find(word) != nullptr) {
    return false;
  }
  word.remove_prefix(1);
  return lexicon::function_words.find(word) == nullptr && lexicon::clause_words.find(word) == nullptr &&
         !word.starts_with(u"ال");
}

/// The verb of speech that the colon at `colon` belongs to, as the index of its token.
std::optional<std::uint32_t> verb_before(const Tokens& tokens, std::uint32_t begin, std::uint32_t colon) {
  const std::uint32_t first = colon > begin + kReach ? colon - kReach : begin;
  for (std::uint32_t i = colon; i-- > first;) {
    const Token& token = tokens[i];
    if (token.kind == Token::Kind::word) {
      const SpeechVerb verb = speech_verb_at(tokens, i, colon);
      const bool opens = i == begin || verb.span.begin != token.span.begin;
      if (verb.kind == SpeechKind::say || verb.kind == SpeechKind::noun ||
          verb.kind == SpeechKind::participle ||
          (verb.kind == SpeechKind::weak && opens && verb.end + 3 >= colon)) {
        return i;
      }
      const lexicon::Entry* clause = tokens.find(lexicon::clause_words, i);
      const std::u16string_view word = tokens.folded(i);
      if ((clause != nullptr && (clause->value == "that" || clause->value == "relative")) ||
          word.ends_with(u"تالي") || word.ends_with(u"تاليه") || word.ends_with(u"اتي") ||
          word.ends_with(u"اتيه") || word == u"هي" || word == u"وهي" || word == u"هو" || word == u"وهو") {
        return std::nullopt;  // «قال إن الأسباب هي: …», «ذكر الأسباب التالية: …»
      }
    } else if (token.kind == Token::Kind::line_end || tokens.is_mark(i, u'.') || tokens.is_mark(i, u':') ||
               is_comma(tokens, i) || is_exclaimed(tokens, i) || is_quotation_mark(tokens, i)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

class BareSpeechFinder {
 public:
  BareSpeechFinder(const Tokens& tokens, const std::vector<Span>& sentences,
                   const std::vector<Quoted>& quoted)
      : tokens_(tokens), sentences_(sentences), quoted_(quoted) {}

  std::vector<Quoted> run(bool announced);

 private:
  void read(std::size_t sentence, std::uint32_t colon, std::uint32_t verb);
  [[nodiscard]] std::uint32_t end_of(std::size_t sentence, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t cut(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t words_in(std::uint32_t begin, std::uint32_t end) const;
  void add(std::uint32_t open, std::uint32_t begin, std::uint32_t end, std::uint32_t fewest);

  const Tokens& tokens_;
  const std::vector<Span>& sentences_;
  const std::vector<Quoted>& quoted_;
  std::vector<Quoted> found_;
};

std::uint32_t BareSpeechFinder::words_in(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t words = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    words += tokens_[i].kind == Token::Kind::word || tokens_[i].kind == Token::Kind::number ? 1 : 0;
  }
  return words;
}

/// The end of the last sentence that the speech can take in: a question or a call goes on into the next
/// sentence, unless that carries the story on.
std::uint32_t BareSpeechFinder::end_of(std::size_t sentence, std::uint32_t begin) const {
  std::uint32_t end = sentences_[sentence].end;
  for (std::uint32_t more = 1; more < kMostSentences && sentence + more < sentences_.size(); ++more) {
    const std::uint32_t next = sentences_[sentence + more].begin;
    if (end == begin || !is_exclaimed(tokens_, end - 1) || tells_on(tokens_, next) ||
        speech_verb_at(tokens_, next, sentences_[sentence + more].end).kind != SpeechKind::none) {
      break;
    }
    end = sentences_[sentence + more].end;
  }
  return end;
}

/// The first place in [begin, end) where the speech is over for certain; `end` where there is none.
std::uint32_t BareSpeechFinder::cut(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t story = end;  // where the story first may go on
  std::uint32_t comma = end;  // the last comma
  for (std::uint32_t i = begin; i < end; ++i) {
    if (is_quotation_mark(tokens_, i) ||
        (tokens_.is_word(i) && tokens_.find(lexicon::citations, i) != nullptr)) {
      return i;
    }
    if (tokens_.is_mark(i, u':')) {
      const std::optional<std::uint32_t> verb = verb_before(tokens_, begin, i);
      if (!verb || *verb == begin) {
        continue;
      }
      const bool joined = tokens_.folded(*verb - 1) == u"ثم";
      return story < *verb ? story : comma < *verb ? comma : joined ? *verb - 1 : *verb;
    }
    const bool stop = is_comma(tokens_, i) || is_exclaimed(tokens_, i);
    if (!stop) {
      continue;
    }
    std::uint32_t next = i + 1;
    while (next < end && (is_comma(tokens_, next) || is_exclaimed(tokens_, next))) {
      ++next;
    }
    if (next < end && is_comma(tokens_, next - 1) &&
        speech_verb_at(tokens_, next, end).kind == SpeechKind::participle) {
      return i;
    }
    comma = i;
    if (story == end && next < end && tells_on(tokens_, next)) {
      story = is_exclaimed(tokens_, i) ? i + 1 : i;
    }
  }
  return end;
}

void BareSpeechFinder::add(std::uint32_t open, std::uint32_t begin, std::uint32_t end, std::uint32_t fewest) {
  const std::uint32_t behind = end;
  while (end > begin && (tokens_.is_mark(end - 1, u'.') || is_comma(tokens_, end - 1) ||
                         tokens_[end - 1].kind == Token::Kind::line_end)) {
    --end;
  }
  if (words_in(begin, end) < fewest) {
    return;
  }
  if (begin == end || !tokens_.is_word(begin)) {
    return;  // a bullet: what follows is a list
  }
  const auto inside =
      std::lower_bound(quoted_.begin(), quoted_.end(), begin,
                       [](const Quoted& passage, std::uint32_t at) { return passage.close < at; });
  for (auto passage = inside; passage != quoted_.end() && passage->open <= behind; ++passage) {
    if (!passage->brackets) {
      return;
    }
  }
  Quoted speech{open, end - 1, {begin, end}, true, false};
  speech.bare = true;
  found_.push_back(speech);
}

void BareSpeechFinder::read(std::size_t sentence, std::uint32_t colon, std::uint32_t verb) {
  const std::uint32_t begin = colon + 1;
  const std::uint32_t limit = end_of(sentence, begin);
  const std::uint32_t end = cut(begin, limit);
  // «قال المؤرخ: جاء رجل إلى القاضي فقال: …»: the narrator's tale is no speech; what is said in it is read
  // next.
  const bool opens = colon - sentences_[sentence].begin <= kNarratorReach &&
                     speech_verb_at(tokens_, verb, colon).span.begin == tokens_[verb].span.begin;
  bool tale = false;
  for (std::uint32_t i = end; opens && i < sentences_[sentence].end && !tale; ++i) {
    const std::optional<std::uint32_t> inner =
        tokens_.is_mark(i, u':') ? verb_before(tokens_, begin, i) : std::nullopt;
    tale = inner && *inner > begin && tokens_.folded(*inner - 1) != u"ثم";
  }
  if (!tale && verb < colon) {
    add(colon, begin, end, kFewestWords);
  }
}

std::vector<Quoted> BareSpeechFinder::run(bool announced) {
  if (sentences_.empty()) {
    return {};
  }
  if (announced && (quoted_.empty() || quoted_.front().open > sentences_.front().begin)) {
    const std::uint32_t begin = sentences_.front().begin;
    add(begin, begin, cut(begin, sentences_.back().end), kFewestAnnounced);
  }
  std::size_t passage = 0;
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    for (std::uint32_t i = sentences_[s].begin; i < sentences_[s].end; ++i) {
      while (passage < quoted_.size() && quoted_[passage].close < i) {
        ++passage;
      }
      if (passage < quoted_.size() && quoted_[passage].open <= i) {
        i = quoted_[passage].close;
        continue;
      }
      const bool taken = !found_.empty() && i <= found_.back().close;
      const bool marked = passage < quoted_.size() && quoted_[passage].open <= i + 2;
      if (!tokens_.is_mark(i, u':') || taken || marked) {
        continue;
      }
      if (const std::optional<std::uint32_t> verb = verb_before(tokens_, sentences_[s].begin, i)) {
        read(s, i, *verb);
      }
    }
  }
  return std::move(found_);
}

}  // namespace

bool announces_speech(const Tokens& tokens, std::uint32_t begin, std::uint32_t colon) {
  return verb_before(tokens, begin, colon).has_value();
}

std::vector<Quoted> find_bare_speech(const Tokens& tokens, const std::vector<Span>& sentences,
                                     const std::vector<Quoted>& quoted, bool announced) {
  return BareSpeechFinder(tokens, sentences, quoted).run(announced);
}

}  // namespace naqi
