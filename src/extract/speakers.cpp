#include "extract/speakers.h"

#include <algorithm>

namespace naqi {
namespace {

constexpr std::uint32_t kLongestTitle = 14;  // words of a post with its name
constexpr std::uint32_t kLongestName = 7;
constexpr std::uint32_t kLongestOpening = 64;  // tokens before the subject of a sentence

/// The entry for the word at `i`, also behind و and ف.
const lexicon::Entry* find_joined(const Tokens& tokens, const lexicon::Table& table, std::uint32_t i) {
  if (!tokens.is_word(i)) {
    return nullptr;
  }
  const std::u16string_view word = tokens.folded(i);
  if (const lexicon::Entry* entry = table.find(word)) {
    return entry;
  }
  const bool joined = word.size() > 2 && (word.front() == u'و' || word.front() == u'ف');
  return joined ? table.find(word.substr(1)) : nullptr;
}

SpeechKind kind_of(std::string_view value) noexcept {
  struct Named {
    std::string_view name;
    SpeechKind kind;
  };
  static constexpr Named kKinds[] = {{"say", SpeechKind::say},      {"act", SpeechKind::act},
                                     {"weak", SpeechKind::weak},    {"participle", SpeechKind::participle},
                                     {"noun", SpeechKind::noun},    {"according", SpeechKind::according},
                                     {"source", SpeechKind::source}};
  for (const Named& named : kKinds) {
    if (named.name == value) {
      return named.kind;
    }
  }
  return SpeechKind::none;
}

/// Units of the reading text that the first letter takes, with the marks on it.
std::uint32_t first_letter(std::u16string_view word) noexcept {
  std::uint32_t size = 1;
  while (size < word.size() && 0x064B <= word[size] && word[size] <= 0x0652) {
    ++size;
  }
  return size;
}

/// «حديثه», «تصريحاتها»: the speech of somebody named before.
bool is_own_speech(std::u16string_view word) noexcept {
  if (lexicon::occasions.find(word) == nullptr) {
    return false;
  }
  for (const std::u16string_view pronoun : {std::u16string_view(u"ها"), std::u16string_view(u"ه")}) {
    if (word.ends_with(pronoun) &&
        lexicon::occasions.find(word.substr(0, word.size() - pronoun.size())) != nullptr) {
      return true;
    }
  }
  return false;
}

/// The prepositions of posts: «السفير لدى», «المبعوث في».
bool belongs_to_title(std::u16string_view preposition) noexcept {
  return preposition == u"لدي" || preposition == u"في" || preposition == u"من";
}

}  // namespace

SpeechVerb speech_verb_at(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  if (i >= end || !tokens.is_word(i)) {
    return {};
  }
  SpeechVerb verb;
  verb.span = tokens[i].span;
  const lexicon::Match match = tokens.match(lexicon::speech_verbs, i, end);
  if (match.entry != nullptr) {
    verb.kind = kind_of(match.entry->value);
    verb.end = i + match.words;
    if (verb.kind == SpeechKind::according) {
      verb.span.end = tokens[verb.end - 1].span.end;
    }
    return verb;
  }
  const std::u16string_view word = tokens.folded(i);
  if (word.size() > 3 && (word.front() == u'و' || word.front() == u'ف')) {
    const lexicon::Match joined = tokens.match(lexicon::speech_verbs, i, end, true);
    if (joined.entry != nullptr) {
      verb.kind = kind_of(joined.entry->value);
      verb.span.begin += first_letter(tokens.analysis().slice(tokens[i].span));
      verb.end = i + joined.words;
    }
  }
  return verb;
}

std::string_view SpeakerReader::clause(std::uint32_t i, std::uint32_t end) const {
  if (i >= end) {
    return {};
  }
  const lexicon::Match match = tokens_.match(lexicon::clause_words, i, end, true);
  return match.entry != nullptr ? match.entry->value : std::string_view{};
}

/// What titles.tsv says of the word at `i`, also with the article and with و.
std::string_view SpeakerReader::title(std::uint32_t i, std::uint32_t end) const {
  if (i >= end || !tokens_.is_word(i)) {
    return {};
  }
  if (const lexicon::Entry* entry = find_joined(tokens_, lexicon::titles, i)) {
    return entry->value;
  }
  std::u16string_view word = tokens_.folded(i);
  if (word.front() == u'و' && word.size() > 4) {
    word.remove_prefix(1);
  }
  if (word.starts_with(u"ال") && word.size() > 4) {
    if (const lexicon::Entry* entry = lexicon::titles.find(word.substr(2))) {
      return entry->value == "role" || entry->value == "document" ? entry->value : std::string_view{};
    }
  }
  return {};
}

bool SpeakerReader::is_that(std::uint32_t i, std::uint32_t end) const { return clause(i, end) == "that"; }

/// «لرويترز», «للصحفيين»: to whom it was said.
bool SpeakerReader::is_addressee(std::uint32_t i) const {
  const std::u16string_view word = tokens_.folded(i);
  // «قال لأهله:», «يقول لولدها:»
  if (word.size() > 4 && word.front() == u'ل' && tokens_.is_mark(i + 1, u':') &&
      (word.ends_with(u"ه") || word.ends_with(u"ها") || word.ends_with(u"هم"))) {
    return true;
  }
  return word.size() > 3 && word.front() == u'ل' &&
         (lexicon::agencies.find(word.substr(1)) != nullptr ||
          lexicon::outlets.find(word.substr(1)) != nullptr);
}

bool SpeakerReader::ends_name(std::uint32_t i, std::uint32_t end) const {
  if (i >= end || !tokens_.is_word(i)) {
    return true;
  }
  const std::string_view role = clause(i, end);
  if (!role.empty() && role != "connector" && role != "same" && role != "quantifier") {
    return true;
  }
  const SpeechVerb verb = speech_verb_at(tokens_, i, end);
  return (verb.kind != SpeechKind::none && title(i, end).empty()) || is_addressee(i) ||
         tokens_.find(lexicon::weekdays, i) != nullptr;
}

/// Where the run of words that can belong to a name ends. A post also runs over prepositions
/// («السفير لدى واشنطن») and over words with «لل» («المتحدثة باسم الجيش للإعلام»).
std::uint32_t SpeakerReader::plain_end(std::uint32_t i, std::uint32_t end, Length length) const {
  const bool long_title = length != Length::name;
  const std::uint32_t limit = std::min(end, i + (long_title ? kLongestTitle : kLongestName));
  std::uint32_t at = i;
  while (at < limit) {
    if (tokens_.is_mark(at, u'.') && at > i && tokens_.folded(at - 1).size() == 1) {
      ++at;  // «د. أحمد»
      continue;
    }
    const bool after_honorific = at == i + 1 && title(i, end) == "honorific" && tokens_.is_word(at) &&
                                 clause(at, end) == "bound";  // «الدكتور لي»
    if (!after_honorific && ends_name(at, end)) {
      if (!long_title || !tokens_.is_word(at) || clause(at, end) != "preposition" || at + 1 >= end ||
          ends_name(at + 1, end) || lexicon::occasions.find(tokens_.folded(at + 1)) != nullptr ||
          (length == Length::title && !belongs_to_title(tokens_.folded(at)))) {
        break;
      }
    } else if (!long_title && at > i &&
               (tokens_.folded(at).starts_with(u"لل") || tokens_.folded(at).starts_with(u"بال"))) {
      break;
    }
    ++at;
  }
  while (at > i + 1 && tokens_.is_word(at - 1) && tokens_.folded(at - 1).size() == 1) {
    --at;  // «المتحدث باسم مستشفى بـ"…"»
  }
  return at;
}

/// Behind a short name in quotation marks, with the particle written before it: «لـ«دو»»; else `i`.
std::uint32_t SpeakerReader::skip_quoted_name(std::uint32_t i, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 5;  // tokens between the marks
  constexpr std::u16string_view kOpeners = u"\"«“";
  constexpr std::u16string_view kClosers = u"\"»”";
  std::uint32_t at = i;
  if (at < end && tokens_.is_word(at) && tokens_.folded(at).size() == 1) {
    ++at;
  }
  if (at >= end || tokens_[at].mark == 0 || kOpeners.find(tokens_[at].mark) == std::u16string_view::npos) {
    return i;
  }
  for (std::uint32_t close = at + 1; close < std::min(end, at + kLongest + 2); ++close) {
    if (tokens_[close].mark != 0 && kClosers.find(tokens_[close].mark) != std::u16string_view::npos) {
      return close + 1;
    }
  }
  return i;
}

/// Widens a name that begins with a post: «السفير لدى واشنطن»; with a name behind a comma that name
/// takes its place («السفير لدى واشنطن، صبري سالم، عن»), and true is returned.
bool SpeakerReader::read_title(SpeakerName& name, std::uint32_t end) const {
  const auto is_comma = [&](std::uint32_t i) {
    return i < end && (tokens_.is_mark(i, u'،') || tokens_.is_mark(i, u','));
  };
  // Any preposition may belong to the post when «أن» ends it («الخبير المنشق عن النظام، أن»); else it
  // may be the complement of the verb («أشار الوزير إلى»).
  std::uint32_t title_end = plain_end(name.tokens.begin, end, Length::clause);
  if (!is_that(title_end, end) && !(is_comma(title_end) && is_that(title_end + 1, end))) {
    title_end = plain_end(name.tokens.begin, end, Length::title);
  }
  const std::uint32_t behind_quoted = skip_quoted_name(title_end, end);  // «المدير العام لـ«دو»، عثمان سلطان»
  const bool quoted = behind_quoted != title_end;
  std::uint32_t second = quoted && !is_comma(behind_quoted) ? behind_quoted : behind_quoted + 1;
  for (int apposition = 0; apposition < 2; ++apposition) {
    if (!(quoted || is_comma(second - 1)) || second >= end || ends_name(second, end) ||
        title(second, end) == "role") {
      break;
    }
    const std::uint32_t second_end = plain_end(second, end, Length::name);
    const bool whole = second_end >= end || !tokens_.is_word(second_end) || ends_name(second_end, end);
    const bool named = !tokens_.folded(second).starts_with(u"ال") || title(second, end) == "honorific";
    if (whole && named) {
      name.tokens = {second, second_end};
      name.refers = false;
      return true;
    }
    // «الناطق باسم كتائب النصر، الجناح العسكري للحركة، أبو سالم، أن»: an apposition to the body stands
    // between.
    const std::uint32_t next = plain_end(second, end, Length::title);
    if (!is_comma(next)) {
      break;
    }
    second = next + 1;
  }
  if (is_comma(title_end) || title_end >= end || tokens_.is_mark(title_end, u':') ||
      is_that(title_end, end)) {
    name.tokens.end = title_end;
  }
  return false;
}

std::optional<SpeakerName> SpeakerReader::name_at(std::uint32_t i, std::uint32_t end) const {
  if (i >= end || !tokens_.is_word(i)) {
    return std::nullopt;
  }
  if (tokens_.folded(i) == u"تعالي") {  // «قوله تعالى»
    return SpeakerName{{i, i + 1}, false, true};
  }
  if (const std::uint32_t behind = skip_formula(i, end); behind != i) {  // «لقوله عليه السلام»
    return SpeakerName{{i, behind}, false, true};
  }
  if (ends_name(i, end) || tokens_.folded(i).starts_with(u"لل") || is_own_speech(tokens_.folded(i))) {
    return std::nullopt;
  }
  std::string_view first = title(i, end);
  SpeakerName name{{i, plain_end(i, end, Length::name)}, false, first != "document"};
  if (first == "anaphor") {
    const std::uint32_t behind = name.tokens.end;
    const bool goes_on =
        behind < end && tokens_.is_word(behind) && !ends_name(behind, end);  // «المتحدثة بالنيابة»
    name.refers = name.tokens.size() == 1 && !goes_on;
    first = "role";
  }
  // «الخبير ذاته»: said of a person it refers back; «الوثيقة ذاتها» names itself well enough.
  for (std::uint32_t at = i; at < name.tokens.end; ++at) {
    if (clause(at, end) == "same") {
      name.refers = name.person;
      name.tokens.end = at + 1;
      return name;
    }
  }
  if (first == "role" && read_title(name, end)) {
    return name;
  }
  // «أحمد سالم نجم الفريق»: the post behind the name is left out.
  const bool definite = tokens_.folded(i).starts_with(u"ال");
  const std::uint32_t from = i + (first == "honorific" ? 2 : first == "role" ? 3 : 1);
  if (first != "document" && (!definite || !first.empty())) {
    for (std::uint32_t at = from; at < name.tokens.end; ++at) {
      const bool bare = !tokens_.folded(at).starts_with(u"ال");
      if (title(at, end) == "role" &&
          (first.empty() || first == "honorific" || (bare && name.tokens.size() > 8))) {
        name.tokens.end = at;
        break;
      }
    }
  }
  return name;
}

bool SpeakerReader::is_somebody(const SpeakerName& name) const {
  return clause(name.tokens.begin, name.tokens.end) != "quantifier";
}

bool SpeakerReader::says_something(std::uint32_t i, std::uint32_t end) const {
  static constexpr std::u16string_view kBeforeAn[] = {u"بعد", u"قبل", u"منذ", u"دون", u"غير",
                                                      u"الا", u"رغم", u"مع",  u"اجل", u"بدل"};
  const std::uint32_t limit = std::min(end, i + kLongestTitle);
  for (std::uint32_t at = i; at < limit; ++at) {
    if (tokens_.is_mark(at, u':')) {
      return true;
    }
    if (is_that(at, end)) {
      const std::u16string_view word =
          tokens_.is_word(at - 1) ? tokens_.folded(at - 1) : std::u16string_view{};
      return std::find(std::begin(kBeforeAn), std::end(kBeforeAn), word) == std::end(kBeforeAn);
    }
  }
  return false;
}

std::optional<SpeakerName> SpeakerReader::behind(const SpeechVerb& verb, std::uint32_t end) const {
  std::uint32_t i = verb.end;
  if (clause(i, end) == "bound") {  // «قال عنه فلان»
    ++i;
  }
  while (i < end && clause(i, end) == "circumstance" && i < verb.end + 3 && tokens_.is_word(i)) {
    const std::u16string_view word = tokens_.folded(i);
    if (word == u"ايضا" || word == u"كذلك" || word == u"بدوره" || word == u"بدورها" || word == u"امس" ||
        word == u"اليوم" || word == u"لاحقا") {
      ++i;
    } else {
      break;
    }
  }
  std::optional<SpeakerName> name = name_at(i, end);
  if (name && verb.kind == SpeechKind::act && title(i, end).empty() && tokens_.folded(i).starts_with(u"ال")) {
    // «أجاز الإفطار لمن»: after a verb of doing a definite noun may be the object. It is the
    // subject when the complement follows.
    const std::uint32_t behind_name = name->tokens.end;
    const std::string_view role = clause(behind_name, end);
    if (role != "that" && role != "preposition" && role != "circumstance" && behind_name < end &&
        tokens_.is_word(behind_name) && speech_verb_at(tokens_, behind_name, end).kind == SpeechKind::none) {
      return std::nullopt;
    }
    if (name->tokens.size() == 1 && behind_name < end && tokens_.folded(behind_name).starts_with(u"ل")) {
      return std::nullopt;
    }
  }
  return name;
}

/// Behind the words that open a sentence before its subject: «أما», «ولكن», «يذكر أن», «وفي ندوة
/// صحفية،». `subject_follows` is set when no verb can come first.
std::uint32_t SpeakerReader::skip_opening(std::uint32_t begin, std::uint32_t end,
                                          bool& subject_follows) const {
  std::uint32_t i = begin;
  subject_follows = false;
  const std::uint32_t limit_all = std::min(end, begin + kLongestOpening);
  while (i < limit_all) {
    if (!tokens_.is_word(i)) {
      ++i;
      continue;
    }
    const lexicon::Match match = tokens_.match(lexicon::clause_words, i, end, true);
    const std::string_view role = match.entry != nullptr ? match.entry->value : std::string_view{};
    if (role == "connector" || role == "joiner" || role == "that" || role == "auxiliary") {
      const std::u16string_view word = tokens_.folded(i);
      subject_follows = role == "that" || word.ends_with(u"اما") || word.ends_with(u"لكن") || match.words > 1;
      i += std::max(match.words, 1U);
    } else if (role == "preposition" || role == "circumstance") {
      const std::uint32_t limit = std::min(end, i + 24);
      std::uint32_t comma = i;
      while (comma < limit && !tokens_.is_mark(comma, u'،') && !tokens_.is_mark(comma, u',')) {
        ++comma;
      }
      if (comma == limit) {
        return i;
      }
      i = comma + 1;
    } else {
      break;
    }
  }
  return i;
}

/// Behind an invocation, also between dashes: «الرسول –صلى الله عليه وسلم–».
std::uint32_t SpeakerReader::skip_formula(std::uint32_t i, std::uint32_t end) const {
  const auto is_dash = [&](std::uint32_t k) {
    return k < end && (tokens_.is_mark(k, u'-') || tokens_.is_mark(k, u'–') || tokens_.is_mark(k, u'—'));
  };
  const std::uint32_t at = is_dash(i) ? i + 1 : i;
  const lexicon::Match match = tokens_.match(lexicon::clause_words, at, end);
  if (match.entry == nullptr || match.entry->value != "formula") {
    return i;
  }
  return at + match.words + (is_dash(at + match.words) ? 1 : 0);
}

std::optional<SpeakerName> SpeakerReader::before(std::uint32_t begin, std::uint32_t verb) const {
  if (std::optional<SpeakerName> name = before_from(begin, verb)) {
    return name;
  }
  // «… تعمي البصيرة، والرسول قد أشار»: the subject opens the last clause.
  for (std::uint32_t at = verb; at > begin + 1 && verb - at < kLongestTitle; --at) {
    if (tokens_.is_mark(at - 1, u'،') || tokens_.is_mark(at - 1, u',') || tokens_.is_mark(at - 1, u'؛')) {
      return at < verb ? before_from(at, verb) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<SpeakerName> SpeakerReader::before_from(std::uint32_t begin, std::uint32_t verb) const {
  std::uint32_t last = verb;
  while (last > begin && clause(last - 1, verb) == "auxiliary") {
    --last;
  }
  // «… وقال»: a verb joined by و has the subject of the verb before it.
  if (last == begin || (tokens_.folded(verb).front() == u"و"[0] &&
                        speech_verb_at(tokens_, verb, verb + 1).span.begin != tokens_[verb].span.begin)) {
    return std::nullopt;
  }
  if (clause(last - 1, verb) == "relative" || clause(last - 1, verb) == "joiner" ||
      clause(last - 1, verb) == "circumstance") {
    return std::nullopt;
  }
  bool subject_follows = false;
  const std::uint32_t i = skip_opening(begin, last, subject_follows);
  if (i >= last || last - i > 24) {
    return std::nullopt;
  }
  std::optional<SpeakerName> name = name_at(i, last);
  if (!name) {
    return std::nullopt;
  }
  const bool joined = subject_follows && tokens_.folded(verb).starts_with(u"ف");  // «أما … فأكد»
  // «وكان سالم إذا رجع من السوق يقول لأهله»: what somebody used to say
  const std::u16string_view opening = tokens_.folded(begin);
  const bool used_to = (opening.ends_with(u"كان") || opening.ends_with(u"كانت")) && opening.size() <= 5 &&
                       i == begin + 1 &&
                       (tokens_.folded(verb).front() == u'ي' || tokens_.folded(verb).front() == u'ت');
  const bool adjacent = skip_formula(name->tokens.end, last) == last;
  const auto is_comma = [&](std::uint32_t at) {
    return tokens_.is_mark(at, u'،') || tokens_.is_mark(at, u',');
  };
  const bool apposition = is_comma(last - 1) && (is_comma(name->tokens.end) || name->tokens.end + 1 == last);
  return adjacent || apposition || joined || used_to ? name : std::nullopt;
}

std::optional<SpeakerName> SpeakerReader::clause_subject(std::uint32_t begin, std::uint32_t verb) const {
  std::uint32_t first = verb;
  while (first > begin && verb - first < kLongestTitle &&
         (tokens_.is_word(first - 1) || tokens_.is_number(first - 1))) {
    --first;
  }
  const bool whole = first == begin || !tokens_.is_word(first - 1);
  if (!whole || first + 1 >= verb || speech_verb_at(tokens_, first, verb).kind != SpeechKind::none ||
      (tokens_.folded(first).front() != u'ف' && tokens_.folded(first).front() != u'و') ||
      !clause(first, verb).empty() || !tokens_.folded(first + 1).starts_with(u"ال")) {
    return std::nullopt;
  }
  std::optional<SpeakerName> name = name_at(first + 1, verb);
  if (name && title(first + 1, verb).empty()) {
    name->tokens.end = std::min(name->tokens.end, name->tokens.begin + 1);  // what follows may be the object
  }
  if (name) {  // «وصل الطبيب متأخرا فقال»: a circumstance in the accusative is no part of the name
    constexpr std::size_t kShortest = 5;
    for (std::uint32_t at = name->tokens.begin + 1; at < name->tokens.end; ++at) {
      const std::u16string_view word = tokens_.folded(at);
      if (word.size() >= kShortest && word.ends_with(u"ا") && !word.starts_with(u"ال")) {
        name->tokens.end = at;
        break;
      }
    }
  }
  return name;
}

std::optional<SpeakerName> SpeakerReader::antecedent(std::uint32_t begin, std::uint32_t verb) const {
  if (verb > begin && is_that(verb - 1, verb)) {  // «روي عن فلان أنه قال»
    for (std::uint32_t at = verb - 1; at > begin && verb - at < kLongestTitle; --at) {
      if (tokens_.is_word(at - 1) && tokens_.folded(at - 1) == u"عن") {
        return name_at(at, verb);
      }
    }
    return std::nullopt;
  }
  // «وعن أنس رضي الله عنه قال»
  for (std::uint32_t at = verb; at > begin && verb - at < kLongestTitle && tokens_.is_word(at - 1); --at) {
    const bool opens = at - 1 == begin || !tokens_.is_word(at - 2) || tokens_.folded(at - 2) == u"روي";
    if (opens && at < verb && (tokens_.folded(at - 1) == u"عن" || tokens_.folded(at - 1) == u"وعن")) {
      // Without the invocation or «روي» the article is about what «عن» names: «وعن المباراة قال».
      const std::optional<SpeakerName> name = name_at(at, verb);
      const bool handed_down =
          name && skip_formula(name->tokens.end, verb) == verb &&
          (name->tokens.end < verb || (at >= begin + 2 && tokens_.folded(at - 2) == u"روي"));
      return handed_down ? name : std::nullopt;
    }
  }
  if (verb == begin || clause(verb - 1, verb) != "relative") {
    return std::nullopt;
  }
  const std::uint32_t limit = verb - 1;
  for (std::uint32_t back = 1; back <= 10 && limit >= begin + back; ++back) {
    const std::uint32_t at = limit - back;
    if (!title(at, verb).empty()) {
      std::uint32_t end = limit;
      while (end > at + 1 && !tokens_.is_word(end - 1) && !tokens_.is_number(end - 1)) {
        --end;
      }
      return SpeakerName{{at, end}, false, title(at, verb) != "document"};
    }
  }
  return std::nullopt;
}

std::optional<SpeakerName> SpeakerReader::main_clause(std::uint32_t begin, std::uint32_t end) const {
  bool subject_follows = false;
  const std::uint32_t i = skip_opening(begin, end, subject_follows);
  if (i >= end || clause(i, end) == "preposition" || clause(i, end) == "circumstance") {
    return std::nullopt;
  }
  // «وأثارت تصريحات أحمد سالم كثيرا من الجدل حيث قال»
  for (std::uint32_t at = i; at < std::min(end, i + 6) && tokens_.is_word(at); ++at) {
    if (lexicon::occasions.find(tokens_.folded(at)) == nullptr) {
      continue;
    }
    if (is_own_speech(tokens_.folded(at))) {
      return std::nullopt;  // «وواصل حديثه بقوله»
    }
    if (at + 1 < end && !tokens_.folded(at + 1).starts_with(u"ال")) {
      return name_at(at + 1, end);
    }
  }
  const bool nominal = subject_follows || tokens_.folded(i).starts_with(u"ال") ||
                       tokens_.folded(i).starts_with(u"وال") || !title(i, end).empty();
  const std::uint32_t first = nominal ? i : i + 1;
  std::optional<SpeakerName> name = name_at(first, end);
  if (!name) {
    return std::nullopt;
  }
  name->guessed = true;
  // «وجدت الانتقال سهلا، موضحة»: the participle agrees with its subject.
  const bool definite = tokens_.folded(first).starts_with(u"ال") && title(first, end).empty();
  if (definite && end < tokens_.size() && tokens_.is_word(end)) {
    const bool feminine = tokens_.folded(first).ends_with(u"ه");
    const std::u16string_view participle = tokens_.folded(end);
    if ((participle.ends_with(u"ه") && !feminine) || (participle.ends_with(u"ا") && feminine)) {
      return std::nullopt;
    }
  }
  if (!nominal && name->tokens.size() > 3 && title(first, end).empty() &&
      !tokens_.folded(first).starts_with(u"ال")) {
    // The verb is unknown and so is what it takes: of a long run only what can be a name.
    std::uint32_t at = first + 1;
    while (at < name->tokens.end && !tokens_.folded(at).starts_with(u"ال")) {
      ++at;
    }
    name->tokens.end = std::min(at, first + 4);
  }
  return name;
}

}  // namespace naqi
