#include "extract/tokens.h"

#include <algorithm>

#include "normalize/fold.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

bool has_digit(std::u16string_view folded) noexcept {
  return std::any_of(folded.begin(), folded.end(), [](char16_t c) { return u'0' <= c && c <= u'9'; });
}

bool is_opaque(WordKind kind) noexcept {
  return kind == WordKind::url || kind == WordKind::email || kind == WordKind::mention ||
         kind == WordKind::symbol;
}

}  // namespace

Tokens::Tokens(const Analysis& analysis) : analysis_(&analysis) {
  tokens_.reserve(analysis.words.size() + analysis.words.size() / 4);
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < analysis.words.size(); ++i) {
    const Word& word = analysis.words[i];
    add_gap({at, word.span.begin});
    if (is_opaque(word.kind)) {
      tokens_.push_back({word.span, word.folded_begin, word.folded_end, Token::Kind::opaque, false, 0});
    } else if (analysis.folded_word(i).empty()) {  // a lone tatweel serves as a dash
      tokens_.push_back({word.span, 0, 0, Token::Kind::punctuation, true, u'-'});
    } else if (word.kind == WordKind::hashtag && word.span.size() > 1) {
      add_hashtag(word);
    } else if (has_digit(analysis.folded_word(i))) {
      add_split(word);
    } else {
      tokens_.push_back({word.span, word.folded_begin, word.folded_end, Token::Kind::word, false, 0});
    }
    at = word.span.end;
  }
  add_gap({at, static_cast<std::uint32_t>(analysis.text().size())});
}

void Tokens::add_gap(Span gap) {
  const std::u16string_view text = analysis_->text().substr(0, gap.end);
  for (std::uint32_t i = gap.begin; i < gap.end;) {
    const std::uint32_t begin = i;
    const char32_t c = unicode::next(text, i);
    if (unicode::is_line_end(c)) {
      tokens_.push_back({{begin, i}, 0, 0, Token::Kind::line_end, true, 0});
    } else if (!unicode::is_white_space(c) && !unicode::is_format(c) && !unicode::is_control(c) &&
               !unicode::is_mark(c)) {
      const auto mark = static_cast<char16_t>(c < 0x10000U ? c : 0xFFFDU);
      tokens_.push_back({{begin, i}, 0, 0, Token::Kind::punctuation, true, mark});
    }
  }
}

/// «#قطاع_غزة»: the sign, and a word.
void Tokens::add_hashtag(const Word& word) {
  tokens_.push_back({{word.span.begin, word.span.begin + 1}, 0, 0, Token::Kind::punctuation, true, u'#'});
  Token token;
  token.span = {word.span.begin + 1, word.span.end};
  token.own_folded = true;
  token.folded_begin = static_cast<std::uint32_t>(folded_.size());
  fold_append(folded_, analysis_->slice(token.span));
  token.folded_end = static_cast<std::uint32_t>(folded_.size());
  tokens_.push_back(token);
}

void Tokens::add_split(const Word& word) {
  const std::u16string_view text = analysis_->text().substr(0, word.span.end);
  for (std::uint32_t i = word.span.begin; i < word.span.end;) {
    Token token;
    token.span.begin = i;
    token.own_folded = true;
    char32_t c = unicode::next(text, i);
    const bool number = unicode::is_decimal_digit(c);
    if (!number && !unicode::is_letter(c) && !unicode::is_mark(c)) {
      add_gap({token.span.begin, i});
      continue;
    }
    // A tatweel behind a digit is a dash («2011ـ2016»).
    if (c == 0x0640U) {
      tokens_.push_back({{token.span.begin, i}, 0, 0, Token::Kind::punctuation, true, u'-'});
      continue;
    }
    std::uint32_t next = i;
    while (next < word.span.end) {
      c = unicode::next(text, next);
      const bool joins = number ? unicode::is_decimal_digit(c)
                                : unicode::is_letter(c) || unicode::is_mark(c) || unicode::is_format(c);
      if (!joins) {
        break;
      }
      i = next;
    }
    token.span.end = i;
    token.kind = number ? Token::Kind::number : Token::Kind::word;
    token.folded_begin = static_cast<std::uint32_t>(folded_.size());
    fold_append(folded_, text.substr(token.span.begin, token.span.size()));
    token.folded_end = static_cast<std::uint32_t>(folded_.size());
    tokens_.push_back(token);
  }
}

Span Tokens::in(Span span) const noexcept {
  const auto before = [](const Token& token, std::uint32_t at) { return token.span.begin < at; };
  const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), span.begin, before);
  const auto last = std::lower_bound(first, tokens_.end(), span.end, before);
  return {static_cast<std::uint32_t>(first - tokens_.begin()),
          static_cast<std::uint32_t>(last - tokens_.begin())};
}

int Tokens::value(std::uint32_t i) const noexcept {
  if (!is_number(i) || tokens_[i].folded_end - tokens_[i].folded_begin > 4) {
    return -1;
  }
  int value = 0;
  for (const char16_t digit : folded(i)) {
    value = value * 10 + (digit - u'0');
  }
  return value;
}

lexicon::Match Tokens::match(const lexicon::Table& table, std::uint32_t i, std::uint32_t end,
                             bool joined) const {
  constexpr std::uint32_t kLongestPhrase = 8;
  end = std::min(end, size());
  std::uint32_t count = 0;
  while (i + count < end && count < kLongestPhrase && is_word(i + count)) {
    ++count;
  }
  lexicon::Match found = table.longest([&](std::uint32_t k) { return folded(i + k); }, count);
  if (joined && found.entry == nullptr && count > 0 && folded(i).size() > 2 &&
      (folded(i).front() == u'و' || folded(i).front() == u'ف')) {
    found =
        table.longest([&](std::uint32_t k) { return k == 0 ? folded(i).substr(1) : folded(i + k); }, count);
  }
  return found;
}

}  // namespace naqi
