#include "extract/keywords.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "extract/dates.h"
#include "extract/items.h"
#include "lexicon/word_set.h"

namespace naqi {
namespace {

constexpr std::uint32_t kLongestPhrase = 5;   // words that are looked up in the text
constexpr std::uint32_t kLongestKeyword = 8;  // words between two separators
constexpr std::uint32_t kShortLine = 20;  // words; a longer line without separators holds residue of menus

/// A tag line without its marker.
struct TagLine {
  std::vector<Span> items;  ///< token ranges between the separators
  bool marked = false;
  bool figures = false;  ///< it holds a number that is no date
};

/// How often phrases made of the words of the tag lines occur in the article. Only runs of those
/// words are stored: a node for a phrase, reached from the phrase without its last word.
class PhraseIndex {
 public:
  PhraseIndex(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks,
              const std::vector<Span>& lines);

  /// The words of the longest phrase at `i` that the text holds, at most up to `end`.
  [[nodiscard]] std::uint32_t longest(std::uint32_t i, std::uint32_t end) const;

 private:
  using Id = std::uint32_t;
  [[nodiscard]] Id id_of(std::u16string_view word) const {
    const Id found = ids_.find(WordSet::hash(word));
    return found == WordSet::kNone ? 0 : found;
  }
  [[nodiscard]] static std::uint64_t step(std::uint32_t node, Id id) noexcept {
    return (std::uint64_t{node} << 32U) | id;
  }
  [[nodiscard]] Id peeled_id(std::u16string_view word) const;

  const Tokens& tokens_;
  WordSet ids_;
  WordSet nodes_;  // (node, word) → node
};

PhraseIndex::PhraseIndex(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks,
                         const std::vector<Span>& lines)
    : tokens_(tokens) {
  for (const Span line : lines) {
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
      if (tokens.is_word(i) || tokens.is_number(i)) {
        ids_.insert(WordSet::hash(tokens.folded(i)), ids_.size() + 1);
      }
    }
  }
  for (const ClassifiedBlock& block : blocks) {
    if (!is_content(block.label)) {
      continue;
    }
    const Span range = tokens.in(block.span);
    for (std::uint32_t begin = range.begin; begin < range.end; ++begin) {
      Id id = tokens.is_word(begin) || tokens.is_number(begin) ? peeled_id(tokens.folded(begin)) : 0;
      std::uint32_t node = 0;
      for (std::uint32_t at = begin; id != 0 && at < begin + kLongestPhrase;) {
        node = nodes_.insert(step(node, id), nodes_.size() + 1);
        ++at;
        id = at < range.end && (tokens.is_word(at) || tokens.is_number(at)) ? id_of(tokens.folded(at)) : 0;
      }
    }
  }
}

/// The word, or the word without the particles at its head: «والولايات», «بالتعاون», «للجزائر».
PhraseIndex::Id PhraseIndex::peeled_id(std::u16string_view word) const {
  static constexpr std::u16string_view kParticles = u"وفبكل";
  for (int peeled = 0; peeled < 3 && !word.empty(); ++peeled) {
    if (const Id id = id_of(word)) {
      return id;
    }
    if (word.size() < 4 || kParticles.find(word.front()) == std::u16string_view::npos) {
      return 0;
    }
    if (word.starts_with(u"لل")) {
      return id_of(std::u16string(u"ال").append(word.substr(2)));
    }
    word.remove_prefix(1);
  }
  return 0;
}

std::uint32_t PhraseIndex::longest(std::uint32_t i, std::uint32_t end) const {
  std::uint32_t node = 0;
  std::uint32_t words = 0;
  while (i + words < end && words < kLongestPhrase) {
    const Id id = id_of(tokens_.folded(i + words));
    const std::uint32_t found = id == 0 ? WordSet::kNone : nodes_.find(step(node, id));
    if (found == WordSet::kNone) {
      break;
    }
    node = found;
    ++words;
  }
  return words;
}

class KeywordFinder {
 public:
  KeywordFinder(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks)
      : tokens_(tokens), blocks_(blocks) {}

  std::vector<Node> run();

 private:
  void take(Span item);
  void take_supported(Span line, const PhraseIndex& index);
  [[nodiscard]] bool is_section(Span item) const {
    return tokens_.match(lexicon::sections, item.begin, item.end).words == item.size();
  }
  [[nodiscard]] bool is_function_word(std::uint32_t i) const {
    return tokens_.is_word(i) &&
           (lexicon::function_words.find(tokens_.folded(i)) != nullptr || tokens_.folded(i).size() < 2);
  }
  [[nodiscard]] bool has_figures(Span line) const;
  [[nodiscard]] std::u16string key_of(Span item) const;

  const Tokens& tokens_;
  const std::vector<ClassifiedBlock>& blocks_;
  WordSet seen_;
  std::vector<Node> keywords_;
};

bool KeywordFinder::has_figures(Span line) const {
  const std::vector<FoundDate> dates = find_dates(tokens_, line.begin, line.end);
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    if (tokens_.is_number(i) && std::none_of(dates.begin(), dates.end(), [&](const FoundDate& date) {
          return date.span.contains(tokens_[i].span);
        })) {
      return true;
    }
  }
  return false;
}

std::u16string KeywordFinder::key_of(Span item) const {
  std::u16string key;
  for (std::uint32_t i = item.begin; i < item.end; ++i) {
    key += tokens_.folded(i);
    key += u' ';
  }
  return key;
}

void KeywordFinder::take(Span item) {
  if (!seen_.add(WordSet::hash(key_of(item)))) {
    return;
  }
  Node node;
  node.span = Span{tokens_[item.begin].span.begin, tokens_[item.end - 1].span.end};
  keywords_.push_back(std::move(node));
}

/// Takes the longest phrases that the text holds. A phrase neither begins nor ends with a function
/// word. A single word counts in a short line only: a long one repeats the site's menu.
void KeywordFinder::take_supported(Span line, const PhraseIndex& index) {
  const bool short_line = line.size() <= kShortLine;
  for (std::uint32_t i = line.begin; i < line.end;) {
    if (is_function_word(i)) {
      ++i;
      continue;
    }
    std::uint32_t words = index.longest(i, line.end);
    while (words > 0 && is_function_word(i + words - 1)) {
      --words;
    }
    const Span phrase{i, i + words};
    if (words >= 2 || (words == 1 && short_line && !is_section(phrase))) {
      take(phrase);
    }
    i += std::max(words, 1U);
  }
}

std::vector<Node> KeywordFinder::run() {
  std::vector<TagLine> lines;
  for (const ClassifiedBlock& block : blocks_) {
    if (block.label == Label::keywords) {
      TagLine line;
      const Span text = without_marker(tokens_, block, "keywords");
      line.items = split_tags(tokens_, text);
      line.marked = text.begin > tokens_.in(block.span).begin;
      line.figures = has_figures(text);
      if (!line.items.empty()) {
        lines.push_back(std::move(line));
      }
    }
  }
  // A third of the lines hold figures: a table, not tags.
  const auto unmarked =
      std::count_if(lines.begin(), lines.end(), [](const TagLine& line) { return !line.marked; });
  const auto figures = std::count_if(lines.begin(), lines.end(),
                                     [](const TagLine& line) { return !line.marked && line.figures; });
  if (figures * 3 > unmarked) {
    lines.erase(std::remove_if(lines.begin(), lines.end(), [](const TagLine& line) { return !line.marked; }),
                lines.end());
  }
  // One line of one item: there are no separators, the words run on.
  const bool runs_on =
      lines.size() == 1 && lines.front().items.size() == 1 && lines.front().items.front().size() > 3;
  if (runs_on) {
    const Span line = lines.front().items.front();
    take_supported(line, PhraseIndex(tokens_, blocks_, {line}));
    return std::move(keywords_);
  }
  // One index for all lines: one for each would read the article again for each.
  const auto is_running = [](Span item) { return item.size() > kLongestKeyword; };
  std::vector<Span> running;
  for (const TagLine& line : lines) {
    std::copy_if(line.items.begin(), line.items.end(), std::back_inserter(running), is_running);
  }
  const std::vector<ClassifiedBlock> none;
  const PhraseIndex index(tokens_, running.empty() ? none : blocks_, running);
  for (const TagLine& line : lines) {
    const auto sections =
        std::count_if(line.items.begin(), line.items.end(), [&](Span item) { return is_section(item); });
    for (const Span item : line.items) {
      if (!is_running(item) && (sections < 3 || !is_section(item))) {
        take(item);
      }
    }
    for (const Span item : line.items) {
      if (is_running(item)) {
        take_supported(item, index);
      }
    }
  }
  return std::move(keywords_);
}

}  // namespace

std::vector<Node> find_keywords(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks) {
  return KeywordFinder(tokens, blocks).run();
}

}  // namespace naqi
