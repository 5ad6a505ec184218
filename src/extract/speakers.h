#pragma once

#include <optional>

#include "extract/tokens.h"

namespace naqi {

/// How a word attributes speech; src/lexicon/speech_verbs.tsv says what each kind is.
enum class SpeechKind : std::uint8_t { none, say, act, weak, participle, noun, according, source };

struct SpeechVerb {
  SpeechKind kind = SpeechKind::none;
  Span span;              ///< of the verb alone, without و and ف: units of the reading text
  std::uint32_t end = 0;  ///< the token behind the phrase
};

/// The verb of speech that begins at token `i`, if it is one.
[[nodiscard]] SpeechVerb speech_verb_at(const Tokens& tokens, std::uint32_t i, std::uint32_t end);

/// Who speaks, as the syntax of the sentence gives it.
struct SpeakerName {
  Span tokens;           ///< [begin, end)
  bool refers = false;   ///< to a person named before: «المتحدث نفسه»
  bool person = true;    ///< false for a document: «التقرير»
  bool guessed = false;  ///< the verb before it is not in the lists
};

/// Finds the name of a speaker around a verb. Reads forward and backward inside one sentence; every
/// search is bounded by the length of a noun phrase. Rules: tests/spec/extraction.md, "Speakers".
class SpeakerReader {
 public:
  explicit SpeakerReader(const Tokens& tokens) : tokens_(tokens) {}

  /// The subject behind the verb: «قال الوزير أحمد سالم، إن».
  [[nodiscard]] std::optional<SpeakerName> behind(const SpeechVerb& verb, std::uint32_t end) const;
  /// The subject before the verb at token `verb`: «أحمد سالم، محلل سياسي، قال», «أما الحزب فأكد».
  [[nodiscard]] std::optional<SpeakerName> before(std::uint32_t begin, std::uint32_t verb) const;
  /// What a relative clause refers to: «الآية التي تنص على», «بيان قال فيه».
  [[nodiscard]] std::optional<SpeakerName> antecedent(std::uint32_t begin, std::uint32_t verb) const;
  /// The subject of the clause that a verb joined by و or ف goes on from: «فأخذ الشيخ القلم وقال».
  [[nodiscard]] std::optional<SpeakerName> clause_subject(std::uint32_t begin, std::uint32_t verb) const;
  /// The subject of the main clause, for «قائلا» and «بقوله», whatever its verb is.
  [[nodiscard]] std::optional<SpeakerName> main_clause(std::uint32_t begin, std::uint32_t end) const;
  /// A name that begins at `i`.
  [[nodiscard]] std::optional<SpeakerName> name_at(std::uint32_t i, std::uint32_t end) const;
  /// Does a clause that says what was said begin at `i` («أن», «إنه», «بأن»)?
  [[nodiscard]] bool is_that(std::uint32_t i, std::uint32_t end) const;
  /// Does «كما», «بينما» or the like stand at `i`, which a main clause follows?
  [[nodiscard]] bool is_joiner(std::uint32_t i) const { return clause(i, i + 1) == "joiner"; }
  /// Does «الذي», «التي» or the like stand at `i`?
  [[nodiscard]] bool is_relative(std::uint32_t i) const { return clause(i, i + 1) == "relative"; }
  /// Is it somebody in particular («كل الخبراء» are not)?
  [[nodiscard]] bool is_somebody(const SpeakerName& name) const;
  /// Does the clause behind a verb and its subject, from `i` on, tell what was said («… أن», «… :»)?
  [[nodiscard]] bool says_something(std::uint32_t i, std::uint32_t end) const;

 private:
  [[nodiscard]] std::string_view clause(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] std::string_view title(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool ends_name(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] std::optional<SpeakerName> before_from(std::uint32_t begin, std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t skip_formula(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool is_addressee(std::uint32_t i) const;
  /// How far a name may run: a person's name; a post; a post up to the clause that it says.
  enum class Length : std::uint8_t { name, title, clause };
  [[nodiscard]] std::uint32_t plain_end(std::uint32_t i, std::uint32_t end, Length length) const;
  bool read_title(SpeakerName& name, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_quoted_name(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_opening(std::uint32_t begin, std::uint32_t end,
                                           bool& subject_follows) const;

  const Tokens& tokens_;
};

}  // namespace naqi
