#pragma once

// What the contract promises of every Document, whatever the text.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "naqi/naqi.h"
#include "unicode/encoding.h"
#include "unicode/grapheme.h"
#include "unicode/properties.h"

namespace naqi::test {

inline void expect_no_lone_surrogate(std::u16string_view text) {
  for (std::uint32_t i = 0; i < text.size();) {
    const char32_t c = unicode::next(text, i);
    EXPECT_FALSE(c >= 0xD800 && c <= 0xDFFF) << unicode::utf16_to_utf8(text);
  }
}

/// Holds spans, texts and ids of a Document against its source.
class DocumentCheck {
 public:
  DocumentCheck(std::u16string_view source, const Document& document, const NormalizeOptions& options)
      : source_(source), document_(document), shown_(normalize(source, options)), clusters_(source) {}

  void run() const {
    EXPECT_EQ(document_.source_length, source_.size());
    partition();
    for (const Block& block : document_.blocks) {
      node(block.span, block.text);
      std::uint32_t last = block.span.begin;
      for (const Sentence& sentence : block.sentences) {
        node(sentence.span, sentence.text);
        EXPECT_GE(sentence.span.begin, last);
        EXPECT_LE(sentence.span.end, block.span.end);
        last = sentence.span.end;
        if (sentence.words) {
          words(sentence);
        }
      }
    }
    for (const auto* nodes : {&document_.title, &document_.subtitle}) {
      if (*nodes) {
        optional_node((*nodes)->span, (*nodes)->text);
      }
    }
    for (const Byline& byline : document_.bylines) {
      optional_node(byline.span, byline.text);
    }
    for (const Dateline& dateline : document_.datelines) {
      optional_node(dateline.span, dateline.text);
    }
    for (const Node& keyword : document_.keywords) {
      optional_node(keyword.span, keyword.text);
    }
    if (document_.source) {
      optional_node(document_.source->span, document_.source->name);
    }
    for (const Quote& quote : document_.quotes) {
      node(quote.span, quote.text);
      block_id(quote.block);
      if (quote.speaker) {
        optional_node(quote.speaker->span, quote.speaker->text);
      }
      if (quote.verb) {
        optional_node(quote.verb->span, quote.verb->text);
      }
    }
    for (const Date& date : document_.dates) {
      node(date.span, date.text);
      block_id(date.block);
    }
    for (const Related& related : document_.related) {
      node(related.span, related.title);
      block_id(related.block);
    }
    for (const OtherArticle& article : document_.other_articles) {
      for (const std::uint32_t id : article.blocks) {
        block_id(id);
      }
      if (article.title) {
        optional_node(article.title->span, article.title->text);
      }
    }
    statistics();
  }

 private:
  void partition() const {
    std::uint32_t last = 0;
    for (const Block& block : document_.blocks) {
      ASSERT_LE(last, block.span.begin);
      ASSERT_LT(block.span.begin, block.span.end);
      ASSERT_LE(block.span.end, source_.size());
      invisible(last, block.span.begin);
      last = block.span.end;
    }
    invisible(last, static_cast<std::uint32_t>(source_.size()));
  }
  void invisible(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end;) {
      const std::uint32_t at = i;
      EXPECT_TRUE(unicode::is_invisible(unicode::next(source_, i))) << "no block holds the unit at " << at;
    }
  }
  void node(Span span, const std::u16string& text) const {
    ASSERT_LE(span.begin, span.end);
    ASSERT_LE(span.end, source_.size());
    EXPECT_TRUE(clusters_.is_boundary(span.begin)) << span.begin;
    EXPECT_TRUE(clusters_.is_boundary(span.end)) << span.end;
    const Span slice = shown_.map.text_of(span);
    const auto whole = std::u16string_view(shown_.text).substr(slice.begin, slice.size());
    EXPECT_NE(whole.find(text), std::u16string_view::npos)
        << unicode::utf16_to_utf8(text) << " is no slice of " << unicode::utf16_to_utf8(whole);
    std::u16string_view rest = whole;
    rest.remove_prefix(std::min(rest.size(), rest.find(text)));
    rest.remove_prefix(std::min(rest.size(), text.size()));
    for (std::uint32_t i = 0; i < rest.size();) {
      EXPECT_TRUE(unicode::is_invisible(unicode::next(rest, i))) << "more than the ends was trimmed";
    }
    expect_no_lone_surrogate(text);
  }
  void optional_node(const std::optional<Span>& span, const std::u16string& text) const {
    if (span) {
      node(*span, text);
    }
  }
  void words(const Sentence& sentence) const {
    ASSERT_EQ(sentence.words->size() % 2, 0U);
    std::uint32_t last = sentence.span.begin;
    for (std::size_t i = 0; i < sentence.words->size(); i += 2) {
      EXPECT_LE(last, (*sentence.words)[i]);
      EXPECT_LE((*sentence.words)[i], (*sentence.words)[i + 1]);
      last = (*sentence.words)[i + 1];
    }
    EXPECT_LE(last, sentence.span.end);
  }
  void block_id(std::uint32_t id) const { EXPECT_LT(id, document_.blocks.size()); }
  void statistics() const {
    std::uint32_t kept = 0;
    std::uint32_t removed = 0;
    std::uint32_t sentences = 0;
    for (const Block& block : document_.blocks) {
      (block.kept ? kept : removed) += block.span.size();
      sentences += static_cast<std::uint32_t>(block.sentences.size());
    }
    EXPECT_EQ(document_.statistics.kept_characters, kept);
    EXPECT_EQ(document_.statistics.removed_characters, removed);
    EXPECT_EQ(document_.statistics.sentences, sentences);
  }

  std::u16string_view source_;
  const Document& document_;
  NormalizedText shown_;
  unicode::GraphemeBoundaries clusters_;
};

inline void check_document(std::u16string_view source, const CleanOptions& options = {}) {
  const Result<Document> document = clean(source, options);
  ASSERT_TRUE(document);
  DocumentCheck(source, document.value(), options.normalize).run();
}

}  // namespace naqi::test
