#include <algorithm>

#include "extract/metadata.h"

namespace naqi {
namespace {

constexpr std::uint32_t kLongestName = 6;  // words

enum class PieceKind : std::uint8_t { none, person, agency, outlet };

/// A part of a signature between separators or markers.
struct Piece {
  Span tokens;             ///< of the name
  std::uint32_t from = 0;  ///< the token where its marker begins
  bool marked = false;     ///< a word of signing stands before it
  PieceKind kind = PieceKind::none;
};

bool is_separator(const Token& token) noexcept {
  switch (token.mark) {
    case u'-':
    case u'–':
    case u'—':
    case u'/':
    case u'\\':
    case u'|':
    case u':':
    case u'،':
    case u',':
    case u'(':
    case u')':
    case u'[':
    case u']':
    case u'•': return true;
    default: return token.kind == Token::Kind::line_end || token.kind == Token::Kind::opaque;
  }
}

class SignatureReader {
 public:
  SignatureReader(const Tokens& tokens, Span range) : tokens_(tokens), range_(range) {}

  std::vector<Piece> read() {
    split();
    for (Piece& piece : pieces_) {
      trim(piece);
      piece.kind = kind_of(piece.tokens, piece.marked);
    }
    return std::move(pieces_);
  }

 private:
  void split();
  void add(std::uint32_t from, std::uint32_t begin, std::uint32_t end);
  void trim(Piece& piece) const;
  [[nodiscard]] PieceKind kind_of(Span piece, bool marked) const;
  [[nodiscard]] bool joins(std::uint32_t i, std::uint32_t begin) const;
  [[nodiscard]] std::string_view word_kind(std::uint32_t i) const {
    const lexicon::Entry* entry = tokens_.find(lexicon::byline_words, i);
    return entry != nullptr ? entry->value : std::string_view{};
  }

  const Tokens& tokens_;
  Span range_;
  std::vector<Piece> pieces_;
};

void SignatureReader::add(std::uint32_t from, std::uint32_t begin, std::uint32_t end) {
  if (begin < end) {
    pieces_.push_back({{begin, end}, from, from != begin, PieceKind::none});
  }
}

/// «أحمد سالم ومنى علي»: the و joins two names, but is a part of «وليد».
bool SignatureReader::joins(std::uint32_t i, std::uint32_t begin) const {
  return i >= begin + 2 && tokens_.folded(i).front() == u'و' && tokens_.folded(i).size() > 3 &&
         word_kind(i) != "name";
}

void SignatureReader::split() {
  std::uint32_t from = range_.begin;
  std::uint32_t begin = range_.begin;
  for (std::uint32_t i = range_.begin; i < range_.end;) {
    const lexicon::Match match = tokens_.match(lexicon::byline_words, i, range_.end, true);
    if (match.entry != nullptr && match.entry->value == "by") {
      add(from, begin, i);
      from = i;
      begin = i += match.words;
    } else if (is_separator(tokens_[i])) {
      const bool marker_only = begin == i && from != begin;  // «بقلم: أحمد» is one piece
      add(from, begin, i);
      begin = ++i;
      from = marker_only ? from : begin;
    } else if (tokens_.is_word(i) && joins(i, begin)) {
      add(from, begin, i);
      from = begin = i++;
    } else {
      ++i;
    }
  }
  add(from, begin, range_.end);
}

/// Leaves out where the author writes from («من الرياض», «في غزة») and for whom («للنشرة العربية»).
void SignatureReader::trim(Piece& piece) const {
  Span& span = piece.tokens;
  while (!span.empty() && !tokens_.is_word(span.begin)) {
    ++span.begin;
  }
  if (span.size() > 1 && (tokens_.folded(span.begin) == u"من" || tokens_.folded(span.begin) == u"ل")) {
    ++span.begin;
  }
  for (std::uint32_t i = span.begin + 1; i < span.end; ++i) {
    if (!tokens_.is_word(i)) {
      if (!tokens_.is_mark(i, u'.') || tokens_.folded(i - 1).size() > 1) {
        span.end = i;
      }
      continue;
    }
    const std::u16string_view word = tokens_.folded(i);
    if (word == u"من" || word == u"في" || word == u"الي" || word == u"لدي" || word.starts_with(u"لل")) {
      span.end = i;
    }
  }
}

PieceKind SignatureReader::kind_of(Span piece, bool marked) const {
  if (piece.empty()) {
    return PieceKind::none;
  }
  const std::uint32_t words = piece.size();
  const auto whole = [&](const lexicon::Table& table) {
    return tokens_.match(table, piece.begin, piece.end).words == words;
  };
  if (whole(lexicon::agencies)) {
    return PieceKind::agency;
  }
  const lexicon::Entry* title = tokens_.find(lexicon::titles, piece.begin);
  if (whole(lexicon::places) || whole(lexicon::sections) || whole(lexicon::stamps) || words > kLongestName ||
      (title != nullptr && title->value == "role")) {
    return PieceKind::none;
  }
  const bool arabic =
      u'\u0600' <= tokens_.folded(piece.begin).front() && tokens_.folded(piece.begin).front() < u'\u0900';
  bool all_definite = true;
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    if (tokens_.is_word(i)) {
      all_definite = all_definite && tokens_.folded(i).starts_with(u"ال");
    }
  }
  const bool known = whole(lexicon::outlets) || word_kind(piece.begin) == "body";
  if (known || words == 1 || all_definite) {
    return known || marked ? PieceKind::outlet : PieceKind::none;
  }
  // A paper that signs in Latin letters: «IIP DIGITAL», in capitals all of it.
  if (!arabic) {
    const std::u16string_view text =
        tokens_.analysis().slice({tokens_[piece.begin].span.begin, tokens_[piece.end - 1].span.end});
    const bool capitals =
        std::none_of(text.begin(), text.end(), [](char16_t c) { return u'a' <= c && c <= u'z'; });
    const bool known_head = tokens_.match(lexicon::agencies, piece.begin, piece.end).words > 0 ||
                            tokens_.match(lexicon::outlets, piece.begin, piece.end).words > 0;
    return capitals ? PieceKind::outlet : known_head ? PieceKind::none : PieceKind::person;
  }
  return PieceKind::person;
}

}  // namespace

bool is_place_and_agency(const Tokens& tokens, Span block) {
  const std::vector<Piece> pieces = SignatureReader(tokens, tokens.in(block)).read();
  const bool person = std::any_of(pieces.begin(), pieces.end(),
                                  [](const Piece& piece) { return piece.kind == PieceKind::person; });
  const bool agency = std::any_of(pieces.begin(), pieces.end(),
                                  [](const Piece& piece) { return piece.kind == PieceKind::agency; });
  return agency && !person && !pieces.front().tokens.empty() &&
         tokens.match(lexicon::places, pieces.front().tokens.begin, pieces.front().tokens.end).words ==
             pieces.front().tokens.size();
}

bool is_closing_signature(const Tokens& tokens, Span block) {
  constexpr std::uint32_t kLongest = 24;  // tokens
  const Span range = tokens.in(block);
  if (range.size() < 4 || range.size() > kLongest || !tokens.is_mark(range.begin, u'(') ||
      !tokens.is_mark(range.end - 1, u')')) {
    return false;
  }
  const lexicon::Match match = tokens.match(lexicon::byline_words, range.begin + 1, range.end);
  return match.entry != nullptr && match.entry->value == "by";
}

Span signature_before_stamp(const Tokens& tokens, Span block) {
  const Span range = tokens.in(block);
  for (std::uint32_t i = range.begin + 1; i < range.end; ++i) {
    const lexicon::Match match = tokens.match(lexicon::source_words, i, range.end);
    if (match.entry != nullptr && match.entry->value == "published") {
      return {block.begin, tokens[i - 1].span.end};
    }
  }
  return {block.begin, block.begin};
}

std::vector<Byline> read_byline(const Tokens& tokens, Span block) {
  const std::vector<Piece> pieces = SignatureReader(tokens, tokens.in(block)).read();
  const auto has = [&](PieceKind kind) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.kind == kind; });
  };
  const PieceKind wanted = has(PieceKind::person)   ? PieceKind::person
                           : has(PieceKind::agency) ? PieceKind::agency
                                                    : PieceKind::outlet;
  std::vector<Byline> bylines;
  for (const Piece& piece : pieces) {
    if (piece.kind != wanted) {
      continue;
    }
    Byline byline;
    std::uint32_t begin = tokens[piece.tokens.begin].span.begin;
    const std::uint32_t end = std::min(tokens[piece.tokens.end - 1].span.end, block.end);
    if (!bylines.empty() && piece.from == piece.tokens.begin && tokens.folded(piece.from).front() == u'و' &&
        tokens.find(lexicon::byline_words, piece.from) == nullptr) {
      ++begin;  // «… ومنى علي»
    }
    byline.span = Span{piece.from < piece.tokens.begin ? tokens[piece.from].span.begin : begin, end};
    byline.name = tokens.analysis().slice({begin, end});
    bylines.push_back(std::move(byline));
    if (wanted == PieceKind::outlet) {
      break;  // «الجزيرة - المحليات»: the paper, and a desk
    }
  }
  return bylines;
}

}  // namespace naqi
