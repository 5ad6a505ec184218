#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "segment/analysis.h"

namespace naqi {

/// What the finders of dates, quotes and names read: the words of the analysis together with the
/// punctuation between them. A word that holds digits falls into its runs of digits and letters
/// («1020هـ»), since a date is made of them.
struct Token {
  enum class Kind : std::uint8_t {
    word,
    number,
    punctuation,
    line_end,
    opaque /* URL, e-mail, @name, emoji */
  };
  Span span;
  std::uint32_t folded_begin = 0;
  std::uint32_t folded_end = 0;
  Kind kind = Kind::word;
  bool own_folded = false;  ///< the folded form is in Tokens, not in the Analysis
  char16_t mark = 0;        ///< punctuation: its code unit
};

/// The tokens of the whole reading text. Spans are in its units. Built once, linear.
class Tokens {
 public:
  explicit Tokens(const Analysis& analysis);

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(tokens_.size()); }
  [[nodiscard]] const Token& operator[](std::uint32_t i) const noexcept { return tokens_[i]; }
  [[nodiscard]] std::u16string_view folded(std::uint32_t i) const noexcept {
    const Token& token = tokens_[i];
    const std::u16string_view from = token.own_folded ? std::u16string_view(folded_) : analysis_->folded;
    return from.substr(token.folded_begin, token.folded_end - token.folded_begin);
  }
  [[nodiscard]] const Analysis& analysis() const noexcept { return *analysis_; }

  /// The tokens that begin inside `span`, as [first, last). O(log tokens).
  [[nodiscard]] Span in(Span span) const noexcept;

  [[nodiscard]] bool is_word(std::uint32_t i) const noexcept {
    return i < size() && tokens_[i].kind == Token::Kind::word;
  }
  [[nodiscard]] bool is_number(std::uint32_t i) const noexcept {
    return i < size() && tokens_[i].kind == Token::Kind::number;
  }
  [[nodiscard]] bool is_mark(std::uint32_t i, char16_t mark) const noexcept {
    return i < size() && tokens_[i].mark == mark && mark != 0;
  }
  /// No white space between this token and the next one.
  [[nodiscard]] bool touches_next(std::uint32_t i) const noexcept {
    return i + 1 < size() && tokens_[i].span.end == tokens_[i + 1].span.begin;
  }
  /// The value of a number of up to four digits; -1 for a longer one and for what is no number.
  [[nodiscard]] int value(std::uint32_t i) const noexcept;

  /// The longest entry of `table` that the words from `i` on begin with, before `end`.
  /// With `joined`, also behind a و or ف that is written on to the first of them.
  [[nodiscard]] lexicon::Match match(const lexicon::Table& table, std::uint32_t i, std::uint32_t end,
                                     bool joined = false) const;
  /// The entry for the one word at `i`; null where there is none.
  [[nodiscard]] const lexicon::Entry* find(const lexicon::Table& table, std::uint32_t i) const {
    return is_word(i) ? table.find(folded(i)) : nullptr;
  }

 private:
  void add_hashtag(const Word& word);
  void add_split(const Word& word);
  void add_gap(Span gap);

  const Analysis* analysis_;
  std::vector<Token> tokens_;
  std::u16string folded_;
};

}  // namespace naqi
