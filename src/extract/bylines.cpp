#include <algorithm>

#include "extract/metadata.h"

namespace naqi {
namespace {

constexpr std::uint32_t kLongestName = 6;      // words
constexpr std::uint32_t kLongestBareName = 5;  // of a name that no word of signing announces

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
  [[nodiscard]] bool is_topic(Span piece) const;
  [[nodiscard]] PieceKind kind_of(Span piece, bool marked) const;
  [[nodiscard]] bool joins(std::uint32_t i, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t field_end(std::uint32_t i, std::uint32_t from, std::uint32_t begin) const;
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

/// Behind a field of the page's record or an office of the masthead with its value («كود الخبر: 3821», «رئيس
/// التحرير: فلان») that begins at `i`; else `i`. Behind a word of signing it belongs to the signature («بقلم
/// رئيس التحرير»).
std::uint32_t SignatureReader::field_end(std::uint32_t i, std::uint32_t from, std::uint32_t begin) const {
  if (from != i || begin != i || !tokens_.is_word(i)) {
    return i;
  }
  const lexicon::Match field = tokens_.match(lexicon::field_names, i, range_.end);
  const lexicon::Match source = tokens_.match(lexicon::source_words, i, range_.end);
  const bool names_source = source.entry != nullptr && source.entry->value == "from";
  std::uint32_t at = i + std::max(field.words, names_source ? source.words : 0U);
  const bool colon = tokens_.is_mark(at, u':') || tokens_.is_mark(at, u'/');
  const bool alone = at >= range_.end || !tokens_.is_word(at);
  if (at == i || (field.entry != nullptr && field.entry->value != "formula" && !alone && !colon)) {
    return i;
  }
  if (names_source && !colon) {
    return i;
  }
  while (at < range_.end && !tokens_.is_mark(at, u'|') && !tokens_.is_mark(at, u'•') &&
         tokens_[at].kind != Token::Kind::line_end) {
    ++at;
  }
  return at;
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
    } else if (const std::uint32_t value = field_end(i, from, begin); value != i) {
      from = begin = i = value;
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

/// «إرشادات صحية», «صفحات فايسبوك تونسية تهاجم الرسول»: a heading, no name. Names hold no words of grammar,
/// and no feminine plural with its adjective.
bool SignatureReader::is_topic(Span piece) const {
  if (piece.size() > kLongestBareName) {
    return true;
  }
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    if (!tokens_.is_word(i)) {
      continue;
    }
    const std::u16string_view word = tokens_.folded(i);
    const bool plural = i == piece.begin && word.size() > 5 && word.ends_with(u"ات");
    const bool grammar = word.size() > 1 && tokens_.find(lexicon::clause_words, i) != nullptr;
    if (grammar || (plural && i + 1 < piece.end && tokens_.folded(i + 1).ends_with(u"يه"))) {
      return true;
    }
    if (plural && piece.size() > 3) {
      return true;
    }
  }
  return false;
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
  if (!marked && is_topic(piece)) {
    return PieceKind::none;
  }
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
  constexpr std::uint32_t kLongestBare = 12;  // tokens of «نقلته إلى العربية: زينب منعم.»
  const Span range = tokens.in(block);
  const lexicon::Match opening = tokens.match(lexicon::byline_words, range.begin, range.end);
  if (opening.entry != nullptr && opening.entry->value == "by" && range.size() <= kLongestBare &&
      tokens.is_mark(range.begin + opening.words, u':')) {
    const std::vector<Piece> pieces = SignatureReader(tokens, range).read();
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece& piece) { return piece.marked && piece.kind == PieceKind::person; });
  }
  if (range.size() < 4 || range.size() > kLongest || !tokens.is_mark(range.begin, u'(') ||
      !tokens.is_mark(range.end - 1, u')')) {
    return false;
  }
  const lexicon::Match match = tokens.match(lexicon::byline_words, range.begin + 1, range.end);
  return match.entry != nullptr && match.entry->value == "by";
}

Span signature_before_stamp(const Tokens& tokens, Span block) {
  const Span range = tokens.in(block);
  // «بقلم: محمود سالم 25/11/2022», «نشرها محمد في 2025/05/25»
  const lexicon::Match by = tokens.match(lexicon::byline_words, range.begin, range.end);
  if (by.entry != nullptr && by.entry->value == "by") {
    std::uint32_t end = range.begin + by.words;
    while (end < range.end && !tokens.is_number(end) &&
           (!tokens.is_word(end) || tokens.folded(end) != u"في") &&
           tokens.find(lexicon::weekdays, end) == nullptr) {
      ++end;
    }
    return {block.begin, tokens[end - 1].span.end};
  }
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
