#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/span.h"

namespace naqi {

/// What a block of the source is. The order groups them: content, metadata, boilerplate.
enum class Label : std::uint8_t {
  title,
  subtitle,
  lead,
  body,
  quote_block,
  heading,
  list_item,
  caption,
  byline,
  dateline,
  source_line,
  image_credit,
  related_link,
  related_list,
  keywords,
  navigation,
  share_social,
  subscribe_promo,
  copyright_legal,
  comment,
  ad,
  other_article,
  embedded_widget,
  junk,
};
inline constexpr std::size_t kLabelCount = 24;

[[nodiscard]] std::string_view name(Label label) noexcept;
[[nodiscard]] std::optional<Label> label_of(std::string_view name) noexcept;
[[nodiscard]] constexpr bool is_content(Label label) noexcept { return label <= Label::caption; }
[[nodiscard]] constexpr bool is_metadata(Label label) noexcept {
  return Label::byline <= label && label <= Label::image_credit;
}
/// Content and metadata are kept, boilerplate is removed.
[[nodiscard]] constexpr bool is_kept(Label label) noexcept { return label <= Label::image_credit; }

enum class Direction : std::uint8_t { rtl, ltr };

/// Why a block has its label: a rule of tests/spec/classification.md, with its weight in
/// thousandths (positive speaks for the label).
struct Reason {
  std::string_view rule;  ///< static storage, or `Document::rule_names`
  std::int32_t weight = 0;
};

/// All spans in a Document are in UTF-16 units of the source as the caller gave it; every `text`
/// is the slice of the normalised text that belongs to the span, trimmed. A value that comes from
/// a page's metadata has no span and says in `from` where it stood: `PageMeta::Candidate::from`.
struct Node {
  std::u16string text;
  std::optional<Span> span;
  std::string from;
};

struct Byline {
  std::u16string text, name;
  std::optional<Span> span;
  std::string from;
};
/// `date` (ISO 8601) and `place` are empty when the dateline has none.
struct Dateline {
  std::u16string text;
  std::optional<Span> span;
  std::string date;
  std::u16string place;
  std::string from;
};
/// ISO 8601 date; `from` is "text", "time", "json-ld", "meta" or "url".
struct Published {
  std::string value;
  std::optional<Span> span;
  std::string from = "text";
};
struct SourceName {
  std::u16string name;
  std::optional<Span> span;
  std::string from;
};

struct Sentence {
  Span span;
  std::u16string text;
  std::optional<std::vector<std::uint32_t>> words;  ///< flat pairs start, end; when asked for
};

struct Block {
  Label label = Label::body;
  bool kept = true;
  Span span;
  std::u16string text;
  std::string language = "und";  ///< BCP 47
  Direction direction = Direction::rtl;
  std::uint8_t level = 0;       ///< headings and lists: 1 and up; 0 is none
  std::int32_t confidence = 0;  ///< thousandths
  std::vector<Reason> reasons;  ///< strongest first
  std::vector<Sentence> sentences;
  std::optional<Span> input;  ///< from a page: the input blocks [i, j) that it was made of
};

struct Speaker {
  std::u16string text;
  std::optional<Span> span;
  bool inferred = false;
};
struct Quote {
  std::u16string text;
  Span span;
  std::uint32_t block = 0;
  std::optional<Speaker> speaker;
  std::optional<Node> verb;
};
enum class Calendar : std::uint8_t { gregory, islamic };
struct Date {
  std::u16string text;
  Span span;
  std::uint32_t block = 0;
  std::string value;
  Calendar calendar = Calendar::gregory;
};
enum class RelatedKind : std::uint8_t { inline_link, list };
enum class Media : std::uint8_t { none, video, photo };
struct Related {
  std::u16string title;
  Span span;
  std::uint32_t block = 0;
  RelatedKind kind = RelatedKind::inline_link;
  Media media = Media::none;
};
struct OtherArticle {
  std::optional<Node> title;
  std::vector<std::uint32_t> blocks;
};

struct Statistics {
  std::uint32_t paragraphs = 0, sentences = 0, words = 0;     ///< in content blocks
  std::uint32_t reading_minutes_tenths = 0;                   ///< words / 180, rounded half up
  std::uint32_t kept_characters = 0, removed_characters = 0;  ///< UTF-16 units inside block spans
};

/// The structured article. The blocks partition the source: sorted, disjoint, and together they
/// cover every unit that is not white space or an invisible format character.
struct Document {
  std::uint32_t source_length = 0;
  std::string language = "und";
  std::int32_t language_confidence = 0;  ///< thousandths
  Direction direction = Direction::rtl;
  std::optional<Node> title, subtitle;
  std::vector<Byline> bylines;
  std::vector<Dateline> datelines;
  std::optional<Published> published;
  std::optional<SourceName> source;
  std::vector<Node> keywords;
  std::vector<Block> blocks;
  std::vector<Quote> quotes;
  std::vector<Date> dates;
  std::vector<Related> related;
  std::vector<OtherArticle> other_articles;
  Statistics statistics;
  /// The rule names that the reasons of a Document read by `from_json` view into; else null.
  std::shared_ptr<const std::string> rule_names;
};

}  // namespace naqi
