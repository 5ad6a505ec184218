#include "document/invariants.h"

#include <optional>

#include "document/projection.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

class Promises {
 public:
  Promises(std::u16string_view source, const Document& document, const NormalizeOptions& options)
      : source_(source),
        document_(document),
        reading_(normalize(source)),
        projection_(source, reading_, options) {}

  const char* broken() {
    require(document_.source_length == source_.size(), "the length of the source is its length");
    partition();
    if (broken_ == nullptr) {
      for (const Block& block : document_.blocks) {
        sentences(block);
      }
      nodes();
      statistics();
    }
    return broken_;
  }

 private:
  void require(bool holds, const char* promise) noexcept {
    if (!holds && broken_ == nullptr) {
      broken_ = promise;
    }
  }

  void partition() {
    std::uint32_t at = 0;
    for (const Block& block : document_.blocks) {
      require(at <= block.span.begin && block.span.begin < block.span.end && block.span.end <= source_.size(),
              "blocks are sorted, disjoint, not empty and inside the source");
      if (broken_ != nullptr) {
        return;
      }
      invisible(at, block.span.begin);
      at = block.span.end;
    }
    invisible(at, static_cast<std::uint32_t>(source_.size()));
  }
  void invisible(std::uint32_t at, std::uint32_t end) {
    while (at < end) {
      require(unicode::is_invisible(unicode::next(source_, at)), "nothing visible stands outside the blocks");
    }
  }

  void node(Span span, std::u16string_view text) {
    require(span.begin <= span.end && span.end <= source_.size(), "spans lie in the source");
    if (broken_ != nullptr) {
      return;
    }
    const unicode::GraphemeBoundaries& clusters = projection_.clusters();
    require(clusters.is_boundary(span.begin) && clusters.is_boundary(span.end),
            "spans cut no grapheme cluster");
    require(projection_.text_of(span) == text, "a text is the slice that belongs to its span");
    for (std::uint32_t i = 0; i < text.size();) {
      const char32_t c = unicode::next(text, i);
      require(c < 0xD800 || c > 0xDFFF, "no text holds a lone surrogate");
    }
  }
  void node(const std::optional<Span>& span, std::u16string_view text) {
    if (span) {
      node(*span, text);
    }
  }
  template <typename T>
  void node(const std::optional<T>& found) {
    if (found) {
      node(found->span, found->text);
    }
  }
  template <typename T>
  void each(const std::vector<T>& found) {
    for (const T& one : found) {
      node(one.span, one.text);
    }
  }

  void sentences(const Block& block) {
    node(block.span, block.text);
    std::uint32_t at = block.span.begin;
    for (const Sentence& sentence : block.sentences) {
      node(sentence.span, sentence.text);
      require(at <= sentence.span.begin && !sentence.span.empty() && sentence.span.end <= block.span.end,
              "sentences are sorted, disjoint, not empty and inside their block");
      at = sentence.span.end;
      if (sentence.words) {
        words(sentence);
      }
    }
  }
  void words(const Sentence& sentence) {
    require(sentence.words->size() % 2 == 0, "words are pairs");
    std::uint32_t at = sentence.span.begin;
    for (std::size_t i = 0; i + 1 < sentence.words->size(); i += 2) {
      const std::uint32_t begin = (*sentence.words)[i];
      const std::uint32_t end = (*sentence.words)[i + 1];
      require(at <= begin && begin < end && end <= sentence.span.end,
              "words are sorted, disjoint, not empty and inside their sentence");
      at = end;
    }
  }

  /// A node and the block that it names.
  void in_block(Span span, std::u16string_view text, std::uint32_t block) {
    node(span, text);
    require(block < document_.blocks.size() && document_.blocks[block].span.contains(span.begin),
            "a node begins in the block that it names");
  }
  void nodes() {
    node(document_.title);
    node(document_.subtitle);
    each(document_.bylines);
    each(document_.datelines);
    each(document_.keywords);
    if (document_.source) {
      node(document_.source->span, document_.source->name);
    }
    if (document_.published && document_.published->span) {
      node(document_.published->span, projection_.text_of(*document_.published->span));
    }
    for (const Quote& quote : document_.quotes) {
      in_block(quote.span, quote.text, quote.block);
      node(quote.speaker);
      node(quote.verb);
    }
    for (const Date& date : document_.dates) {
      in_block(date.span, date.text, date.block);
    }
    for (const Related& related : document_.related) {
      in_block(related.span, related.title, related.block);
    }
    for (const OtherArticle& article : document_.other_articles) {
      node(article.title);
      std::optional<std::uint32_t> last;
      for (const std::uint32_t block : article.blocks) {
        require(block < document_.blocks.size() && (!last || *last < block),
                "the blocks of another article are blocks, sorted");
        last = block;
      }
    }
  }

  void statistics() {
    Statistics counted;
    for (const Block& block : document_.blocks) {
      (block.kept ? counted.kept_characters : counted.removed_characters) += block.span.size();
      counted.sentences += static_cast<std::uint32_t>(block.sentences.size());
    }
    const Statistics& told = document_.statistics;
    require(told.kept_characters == counted.kept_characters &&
                told.removed_characters == counted.removed_characters && told.sentences == counted.sentences,
            "the statistics add up");
  }

  std::u16string_view source_;
  const Document& document_;
  NormalizedText reading_;
  Projection projection_;
  const char* broken_ = nullptr;
};

}  // namespace

const char* broken_promise(std::u16string_view source, const Document& document,
                           const NormalizeOptions& options) {
  return Promises(source, document, options).broken();
}

}  // namespace naqi
