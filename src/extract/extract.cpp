#include "extract/extract.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "extract/dates.h"
#include "extract/items.h"
#include "extract/keywords.h"
#include "extract/metadata.h"
#include "extract/page_meta.h"
#include "extract/quotes.h"
#include "extract/related.h"
#include "extract/speakers.h"

namespace naqi {
namespace {

std::optional<Node> first_of(Label label, const std::vector<ClassifiedBlock>& blocks) {
  for (const ClassifiedBlock& block : blocks) {
    if (block.label == label) {
      Node node;
      node.span = block.span;
      return node;
    }
  }
  return std::nullopt;
}

bool is_arabic(std::u16string_view folded) noexcept {
  return !folded.empty() && u'\u0600' <= folded.front() && folded.front() <= u'\u08FF';
}

/// «دمشق:» before a headline on its line, which reads as a dateline: it belongs to the headline.
bool is_place_of_title(const Tokens& tokens, const ClassifiedBlock& before, const ClassifiedBlock& title) {
  constexpr std::uint32_t kLongest = 4;  // tokens
  const Span range = tokens.in(before.span);
  const Span between = tokens.in({before.span.end, title.span.begin});
  return before.label == Label::dateline && range.size() <= kLongest && range.size() >= 2 &&
         between.empty() && tokens.is_mark(range.end - 1, u':');
}

/// «أكد أنه لا يفكر في …»: a verb of speech whose subject only the headline names. It is a deck above it.
bool is_deck(const Tokens& tokens, Span range) {
  const SpeechVerb verb = speech_verb_at(tokens, range.begin, range.end);
  return verb.kind == SpeechKind::say && SpeakerReader(tokens).is_that(verb.end, range.end);
}

/// The first title that can be one: the name of a paper, of a section or of an office alone is none, and a
/// deck only where no headline follows. Behind a wide gap on its line stands something else.
std::optional<Node> read_title(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks) {
  std::optional<Node> deck;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const ClassifiedBlock& block = blocks[i];
    const Span range = tokens.in(block.span);
    const bool behind_deck = deck && block.label == Label::subtitle && !is_deck(tokens, range);
    if ((block.label != Label::title && !behind_deck) || range.empty()) {
      continue;
    }
    const auto is_whole = [&](const lexicon::Table& table) {
      return tokens.match(table, range.begin, range.end).words == range.size();
    };
    const lexicon::Match field = tokens.match(lexicon::field_names, range.begin, range.end);
    const bool office =
        field.words == range.size() || (field.words > 0 && tokens.is_mark(range.begin + field.words, u':'));
    const bool address = range.size() == 1 && !is_arabic(tokens.folded(range.begin));  // «EXAMPLE.INFO»
    if (address || office || is_whole(lexicon::outlets) || is_whole(lexicon::agencies) ||
        is_whole(lexicon::sections) || is_whole(lexicon::stamps)) {
      continue;
    }
    Node node;
    node.span = before_gap(tokens, block.span);
    if (i > 0 && is_place_of_title(tokens, blocks[i - 1], block)) {
      node.span->begin = blocks[i - 1].span.begin;
    }
    if (!deck && is_deck(tokens, range)) {
      deck = std::move(node);
      continue;
    }
    return node;
  }
  return deck;
}

/// Dates are read from the whole source.
void read_dates(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks,
                const std::optional<DateFields>& reference, Structure& out) {
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Span range = tokens.in(blocks[i].span);
    const DateStyle style = blocks[i].label == Label::dateline ? DateStyle::stamp : DateStyle::text;
    for (const FoundDate& found : find_dates(tokens, range.begin, range.end, style, reference)) {
      Date date;
      date.span = found.span;
      date.block = i;
      date.value = iso(found);
      date.calendar = found.first.calendar;
      out.dates.push_back(std::move(date));
    }
  }
}

void read_metadata(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks,
                   const std::optional<DateFields>& reference, Structure& out) {
  std::optional<SourceName> source;  // that no line of its own names
  const auto title_at = std::find_if(
      blocks.begin(), blocks.end(), [](const ClassifiedBlock& block) { return block.label == Label::title; });
  const auto title = static_cast<std::uint32_t>(title_at != blocks.end() ? title_at - blocks.begin() : 0);
  std::uint32_t nearest = std::numeric_limits<std::uint32_t>::max();
  const auto sign = [&](Span span) {
    for (Byline& byline : read_byline(tokens, span)) {
      out.bylines.push_back(std::move(byline));
    }
  };
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const ClassifiedBlock& block = blocks[i];
    const bool place = block.label == Label::byline && is_place_and_agency(tokens, block.span);
    const bool source_line =
        block.label == Label::source_line || (is_kept(block.label) && opens_with_source(tokens, block.span));
    if (source_line && block.label != Label::source_line) {
      if (!out.source) {
        out.source = read_source_line(tokens, block.span);
      }
    } else if ((block.label == Label::byline && !place) ||
               (is_content(block.label) && is_closing_signature(tokens, block.span))) {
      sign(block.span);
    } else if (block.label == Label::dateline || place) {
      if (const Span name = signature_before_stamp(tokens, block.span); !name.empty()) {
        sign(name);
      }
      if (std::optional<Dateline> dateline = read_dateline(tokens, block.span, reference)) {
        // The head of a page may show the day of the visit: the stamp nearest to the title counts.
        const std::uint32_t distance = i > title ? i - title : title - i;
        if (distance < nearest && !dateline->date.empty() && !dateline->date.starts_with("AH:")) {
          nearest = distance;
          out.published = Published{dateline->date, dateline->span, "text"};
        }
        out.datelines.push_back(*std::move(dateline));
      }
      if (!source) {
        source = source_in_dateline(tokens, block.span);
      }
    } else if (block.label == Label::source_line && !out.source) {
      out.source = read_source_line(tokens, block.span);
    }
  }
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(),
                                 [](const ClassifiedBlock& block) { return is_content(block.label); });
  if (!out.source && last != blocks.rend()) {
    out.source = source_at_tail(tokens, last->span);
  }
  if (!out.source) {
    out.source = std::move(source);
  }
}

}  // namespace

Structure extract(const Analysis& analysis, const std::vector<ClassifiedBlock>& blocks, const Page* page,
                  const std::optional<DateFields>& reference) {
  const Tokens tokens(analysis);
  Structure structure;
  structure.title = read_title(tokens, blocks);
  structure.subtitle = first_of(Label::subtitle, blocks);
  read_metadata(tokens, blocks, reference, structure);
  if (page != nullptr) {
    read_page_meta(*page, tokens, structure);
  }
  structure.quotes = find_quotes(tokens, blocks);
  read_dates(tokens, blocks, reference, structure);
  structure.keywords = find_keywords(tokens, blocks);
  structure.related = find_related(tokens, blocks);
  structure.other_articles = find_other_articles(tokens, blocks);
  return structure;
}

}  // namespace naqi
