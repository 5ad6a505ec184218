#include "document/assemble.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/language.h"
#include "document/partition.h"
#include "document/projection.h"
#include "segment/segmenter.h"

namespace naqi {
namespace {

/// Carries the nodes of the structure over: reading text to source, block numbers to ids.
class Carrier {
 public:
  Carrier(const Projection& projection, const std::vector<std::uint32_t>& part_of)
      : projection_(projection), part_of_(part_of) {}

  void operator()(Node& node) const { place(node.span, node.text); }
  void operator()(Byline& byline) const {
    place(byline.span, byline.text);
    byline.name = projection_.from_reading(std::move(byline.name));
  }
  void operator()(Dateline& dateline) const {
    place(dateline.span, dateline.text);
    // A profile that deletes all of a place does not take it away: the structure is the same for every
    // profile.
    if (std::u16string shown = projection_.from_reading(dateline.place); !shown.empty()) {
      dateline.place = std::move(shown);
    }
  }
  void operator()(Published& published) const { place(published.span); }
  void operator()(SourceName& source) const { place(source.span, source.name); }
  void operator()(Quote& quote) const {
    place(quote.span, quote.text);
    quote.block = id(quote.block);
    if (quote.speaker) {
      place(quote.speaker->span, quote.speaker->text);
    }
    (*this)(quote.verb);
  }
  void operator()(Date& date) const {
    place(date.span, date.text);
    date.block = id(date.block);
  }
  void operator()(Related& related) const {
    place(related.span, related.title);
    related.block = id(related.block);
  }
  void operator()(OtherArticle& article) const {
    (*this)(article.title);
    for (std::uint32_t& block : article.blocks) {
      block = id(block);
    }
    article.blocks.erase(std::unique(article.blocks.begin(), article.blocks.end()), article.blocks.end());
  }
  template <typename T>
  void operator()(std::optional<T>& node) const {
    if (node) {
      (*this)(*node);
    }
  }
  template <typename T>
  void operator()(std::vector<T>& nodes) const {
    for (T& node : nodes) {
      (*this)(node);
    }
  }

 private:
  void place(Span& span, std::u16string& text) const {
    span = projection_.source_of(span);
    text = projection_.text_of(span);
  }
  void place(std::optional<Span>& span) const {
    if (span) {
      span = projection_.source_of(*span);
    }
  }
  void place(std::optional<Span>& span, std::u16string& text) const {
    place(span);
    text = span ? projection_.text_of(*span) : projection_.text_of(std::u16string_view(text));
  }
  [[nodiscard]] std::uint32_t id(std::uint32_t block) const noexcept {
    return block < part_of_.size() ? part_of_[block] : 0;
  }

  const Projection& projection_;
  const std::vector<std::uint32_t>& part_of_;
};

/// The blocks of the page that `span` overlaps, as [i, j); they are sorted and disjoint.
Span inputs_of(const Page& page, Span span) noexcept {
  const auto first =
      std::partition_point(page.blocks.begin(), page.blocks.end(),
                           [&](const InputBlock& input) { return input.span.end <= span.begin; });
  const auto last = std::partition_point(
      first, page.blocks.end(), [&](const InputBlock& input) { return input.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - page.blocks.begin()),
          static_cast<std::uint32_t>(last - page.blocks.begin())};
}

/// A block for what no stage has found, because normalisation deleted it; if there is something to
/// read in it after all, it is kept: a removal needs a reason.
void label_left_out(Block& block, bool deleted) {
  block.label = deleted ? Label::junk : Label::body;
  block.reasons.push_back({deleted ? "deleted-by-normalization" : "left-out-by-classification", 1000});
}

/// `span` without what lies before `at` or outside `within`: of two spans that share a grapheme cluster, the
/// first has it.
Span behind(Span span, std::uint32_t at, Span within) noexcept {
  span.begin = std::max({span.begin, at, within.begin});
  span.end = std::max(span.begin, std::min(span.end, within.end));
  return span;
}

std::vector<Sentence> sentences_of(const Analysis& analysis, Span reading, Span within,
                                   const Projection& projection, bool words) {
  std::vector<Sentence> out;
  std::uint32_t at = within.begin;
  for (const Span found : sentences(analysis.text(), reading)) {
    Sentence sentence;
    sentence.span = behind(projection.source_of(found), at, within);
    if (sentence.span.empty()) {
      continue;
    }
    sentence.text = projection.text_of(sentence.span);
    if (words) {
      std::uint32_t word_at = sentence.span.begin;
      const Span range = analysis.words_in(found);
      sentence.words.emplace();
      sentence.words->reserve(std::size_t{2} * range.size());
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Span word = behind(projection.source_of(analysis.words[i].span), word_at, sentence.span);
        if (!word.empty()) {
          sentence.words->push_back(word.begin);
          sentence.words->push_back(word.end);
          word_at = word.end;
        }
      }
    }
    at = sentence.span.end;
    out.push_back(std::move(sentence));
  }
  return out;
}

bool is_paragraph(Label label) noexcept {
  return label == Label::lead || label == Label::body || label == Label::quote_block ||
         label == Label::list_item;
}

void count(Statistics& statistics, const Block& block, std::uint32_t words) noexcept {
  (block.kept ? statistics.kept_characters : statistics.removed_characters) += block.span.size();
  if (is_content(block.label)) {
    statistics.paragraphs += is_paragraph(block.label) ? 1 : 0;
    statistics.sentences += static_cast<std::uint32_t>(block.sentences.size());
    statistics.words += words;
  }
}

/// words / 180 in tenths, rounded half up.
std::uint32_t reading_tenths(std::uint32_t words) noexcept { return (words * 10 + 90) / 180; }

}  // namespace

Document assemble(std::u16string_view source, const Analysis& analysis, std::vector<ClassifiedBlock> found,
                  Structure structure, const Page* page, const CleanOptions& options) {
  const Projection projection(source, analysis.reading, options.normalize);
  const Partition parts = [&] {
    std::vector<Span> spans;
    spans.reserve(found.size());
    for (const ClassifiedBlock& block : found) {
      spans.push_back(analysis.reading.map.source_of(block.span));
    }
    return partition(source, spans, projection.clusters());
  }();

  Document document;
  document.source_length = static_cast<std::uint32_t>(source.size());
  document.blocks.reserve(parts.parts.size());
  std::vector<PartLanguage> languages;
  languages.reserve(parts.parts.size());
  LanguageEvidence kept;
  LanguageEvidence all;
  for (const Partition::Part& part : parts.parts) {
    Block block;
    block.span = part.span;
    block.text = projection.text_of(part.span);
    const Span reading = analysis.reading.map.text_of(part.span);
    if (part.found) {
      ClassifiedBlock& from = found[*part.found];
      block.label = from.label;
      block.level = from.level;
      block.confidence = from.confidence;
      block.reasons.assign(from.reasons.begin(), from.reasons.end());  // without spare room
      std::vector<Reason>().swap(from.reasons);
      block.input = from.input;
    } else {
      label_left_out(block, trimmed(analysis.slice(reading)).empty());
    }
    block.kept = is_kept(block.label);
    if (page != nullptr && !block.input) {
      block.input = inputs_of(*page, part.span);
    }
    if (is_content(block.label)) {
      block.sentences = sentences_of(analysis, reading, part.span, projection, options.words);
    }
    count(document.statistics, block, analysis.words_in(reading).size());
    const LanguageEvidence evidence = language_evidence(analysis, reading);
    languages.push_back(evidence.part());
    all += evidence;
    if (block.kept) {
      kept += evidence;
    }
    document.blocks.push_back(std::move(block));
  }
  document.statistics.reading_minutes_tenths = reading_tenths(document.statistics.words);

  const LanguageEvidence::Verdict language = kept.verdict();
  document.language = language.code;
  document.language_confidence = language.confidence;
  document.direction = kept.direction(all.direction(Direction::rtl));
  for (std::size_t i = 0; i < languages.size(); ++i) {
    document.blocks[i].language = languages[i].code_within(kept);
    document.blocks[i].direction = languages[i].direction(document.direction);
  }

  const Carrier carry(projection, parts.part_of);
  carry(structure.title);
  carry(structure.subtitle);
  carry(structure.bylines);
  carry(structure.datelines);
  carry(structure.published);
  carry(structure.source);
  carry(structure.keywords);
  carry(structure.quotes);
  carry(structure.dates);
  carry(structure.related);
  carry(structure.other_articles);
  document.title = std::move(structure.title);
  document.subtitle = std::move(structure.subtitle);
  document.bylines = std::move(structure.bylines);
  document.datelines = std::move(structure.datelines);
  document.published = std::move(structure.published);
  document.source = std::move(structure.source);
  document.keywords = std::move(structure.keywords);
  document.quotes = std::move(structure.quotes);
  document.dates = std::move(structure.dates);
  document.related = std::move(structure.related);
  document.other_articles = std::move(structure.other_articles);
  return document;
}

}  // namespace naqi
