#include "extract/items.h"

#include <algorithm>

namespace naqi {
namespace {

constexpr std::uint32_t kWideGap = 3;  // units of white space between two headlines on one line

bool is_text(const Tokens& tokens, std::uint32_t i) noexcept {
  return tokens[i].kind == Token::Kind::word || tokens[i].kind == Token::Kind::number;
}

bool is_bullet(const Token& token) noexcept {
  switch (token.mark) {
    case u'•':
    case u'●':
    case u'▪':
    case u'■':
    case u'◄':
    case u'◀':
    case u'►':
    case u'▶':
    case u'·':
    case u'*':
    case u'|': return true;
    default: return token.kind == Token::Kind::line_end;
  }
}

bool is_tag_separator(const Tokens& tokens, std::uint32_t i) noexcept {
  switch (tokens[i].mark) {
    case u'،':
    case u',':
    case u'؛':
    case u';':
    case u'#':
    case u'/': return true;
    case u'-':
    case u'–':
    case u'—': return i == 0 || (!tokens.touches_next(i - 1) && !tokens.touches_next(i));
    default: return is_bullet(tokens[i]);
  }
}

/// Drops what is no word or number from both ends.
Span trimmed_item(const Tokens& tokens, Span item) noexcept {
  while (!item.empty() && !is_text(tokens, item.begin)) {
    ++item.begin;
  }
  while (!item.empty() && !is_text(tokens, item.end - 1)) {
    --item.end;
  }
  return item;
}

/// The places of the reading text inside `within` where the source had a wide gap or no gap at all
/// between words.
std::vector<std::uint32_t> seams(const Analysis& analysis, Span within) {
  const std::vector<Edit>& edits = analysis.reading.edits;
  auto edit = std::lower_bound(edits.begin(), edits.end(), within.begin,
                               [](const Edit& e, std::uint32_t at) { return e.text.end < at; });
  std::vector<std::uint32_t> out;
  for (; edit != edits.end() && edit->text.begin < within.end; ++edit) {
    if (edit->operation == Operation::separate_glued ||
        (edit->operation == Operation::spaces && edit->source.size() >= kWideGap)) {
      out.push_back(edit->text.begin);
    }
  }
  return out;
}

}  // namespace

Span without_marker(const Tokens& tokens, const ClassifiedBlock& block, std::string_view label) {
  Span range = tokens.in(block.span);
  if (!block.marker.empty() && block.span.contains(block.marker)) {
    range.begin = std::max(range.begin, tokens.in({block.marker.begin, block.marker.end}).end);
  } else {
    std::uint32_t i = range.begin;
    while (i < range.end && !tokens.is_word(i)) {
      ++i;
    }
    const lexicon::Match match = tokens.match(lexicon::markers, i, range.end);
    const bool own = match.entry != nullptr && match.entry->value.find(label) != std::string_view::npos;
    // A marker is a line of its own, or a colon or a line end follows it.
    const std::uint32_t behind = i + match.words;
    if (own && (match.words > 1 || behind >= range.end || !tokens.is_word(behind))) {
      range.begin = behind;
    }
  }
  while (range.begin < range.end && (tokens.is_mark(range.begin, u':') || tokens.is_mark(range.begin, u'.') ||
                                     tokens[range.begin].kind == Token::Kind::line_end)) {
    ++range.begin;
  }
  return range;
}

std::vector<Span> split_tags(const Tokens& tokens, Span range) {
  std::vector<Span> out;
  std::uint32_t begin = range.begin;
  for (std::uint32_t i = range.begin; i <= range.end; ++i) {
    if (i == range.end || is_tag_separator(tokens, i)) {
      const Span item = trimmed_item(tokens, {begin, i});
      if (!item.empty()) {
        out.push_back(item);
      }
      begin = i + 1;
    }
  }
  return out;
}

Span before_gap(const Tokens& tokens, Span block) {
  const std::vector<std::uint32_t> cuts = seams(tokens.analysis(), block);
  const Span range = tokens.in(block);
  for (const std::uint32_t cut : cuts) {
    const Span behind = tokens.in({cut, block.end});
    // Two words at least stand on both sides.
    if (behind.begin >= range.begin + 2 && behind.size() >= 2) {
      return {block.begin, tokens[behind.begin - 1].span.end};
    }
  }
  return block;
}

std::vector<Span> split_headlines(const Tokens& tokens, Span range) {
  std::vector<Span> out;
  if (range.empty()) {
    return out;
  }
  const std::vector<std::uint32_t> cuts =
      seams(tokens.analysis(), {tokens[range.begin].span.begin, tokens[range.end - 1].span.end});
  auto cut = cuts.begin();
  std::uint32_t begin = range.begin;
  const auto add = [&](std::uint32_t end) {
    while (begin < end && (is_bullet(tokens[begin]) || tokens.is_mark(begin, u'-') ||
                           tokens.is_mark(begin, u'–') || tokens.is_mark(begin, u':'))) {
      ++begin;
    }
    if (std::any_of(&tokens[0] + begin, &tokens[0] + end,
                    [](const Token& token) { return token.kind == Token::Kind::word; })) {
      out.push_back({begin, end});
    }
    begin = end;
  };
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    bool seam = false;
    while (cut != cuts.end() && *cut < tokens[i].span.begin) {
      seam = seam || (i > range.begin && *cut >= tokens[i - 1].span.end);
      ++cut;
    }
    if (seam) {
      add(i);
    }
    if (is_bullet(tokens[i])) {
      add(i);
      begin = i + 1;
    }
  }
  add(range.end);
  return out;
}

}  // namespace naqi
