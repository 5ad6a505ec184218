#include "render/json_reader.h"
#include "render/names.h"

namespace naqi {
namespace {

/// Reads the nodes of a Document; `names` collects the rule names for Document::rule_names.
class DocumentReader {
 public:
  DocumentReader(const JsonReader& root, Document& document) : root_(root), document_(document) {}

  /// What to_text, to_markdown and to_html print.
  void read_printed();
  /// All that is not printed.
  void read_rest();

 private:
  [[nodiscard]] std::optional<Span> place(const JsonReader& at) const {
    return at.member("span").optional_span(document_.source_length);
  }
  [[nodiscard]] Span span(const JsonReader& at) const {
    return at.member("span").span(document_.source_length);
  }
  [[nodiscard]] static std::string from(const JsonReader& at) {
    const auto origin = at.optional("from");
    return origin ? origin->string() : std::string();
  }
  [[nodiscard]] Node node(const JsonReader& at) const {
    return {at.member("text").text(), place(at), from(at)};
  }
  [[nodiscard]] std::uint32_t block_id(const JsonReader& at) const;
  [[nodiscard]] static Block printed_block(const JsonReader& at);
  void rest_of_block(const JsonReader& at, Block& block);
  [[nodiscard]] Sentence sentence(const JsonReader& at) const;
  [[nodiscard]] Quote quote(const JsonReader& at) const;
  template <typename T, typename Read>
  void list(std::string_view key, std::vector<T>& out, Read&& read) const {
    const JsonReader items = root_.member(key);
    out.reserve(items.size());
    items.each([&](const JsonReader& at) { out.push_back(read(at)); });
  }
  void statistics(const JsonReader& at) const;
  void own_rule_names();

  const JsonReader& root_;
  Document& document_;
  std::string names_;                 // of all rules, one behind the other
  std::vector<std::size_t> lengths_;  // of each reason's, in their order
};

Direction direction(const JsonReader& at) {
  return at.member("direction").named(direction_of, R"("rtl" or "ltr")");
}

std::uint32_t DocumentReader::block_id(const JsonReader& at) const {
  const std::uint32_t id = at.number();
  if (id >= document_.blocks.size()) {
    at.fail("must be the id of a block");
  }
  return id;
}

Sentence DocumentReader::sentence(const JsonReader& at) const {
  Sentence sentence{span(at), at.member("text").text(), std::nullopt};
  if (const auto words = at.optional("words")) {
    sentence.words.emplace();
    sentence.words->reserve(words->size());
    words->each(
        [&](const JsonReader& word) { sentence.words->push_back(word.number(document_.source_length)); });
  }
  return sentence;
}

Block DocumentReader::printed_block(const JsonReader& at) {
  Block block;
  block.label = at.member("label").named(label_of, "one of the labels of the schema");
  block.kept = at.member("kept").boolean();
  block.text = at.member("text").text();
  block.language = at.member("language").string();
  block.direction = direction(at);
  if (const auto level = at.optional("level")) {
    block.level = static_cast<std::uint8_t>(level->number(UINT8_MAX));
  }
  return block;
}

void DocumentReader::rest_of_block(const JsonReader& at, Block& block) {
  block.span = span(at);
  block.confidence = at.member("confidence").scaled(1000);
  at.member("reasons").each([&](const JsonReader& reason) {
    const std::string rule = reason.member("rule").string();
    names_ += rule;
    lengths_.push_back(rule.size());
    block.reasons.push_back({{}, reason.member("weight").scaled(1000)});
  });
  at.member("sentences").each([&](const JsonReader& each) { block.sentences.push_back(sentence(each)); });
  if (const auto input = at.optional("input")) {
    block.input = input->span();
  }
}

Quote DocumentReader::quote(const JsonReader& at) const {
  Quote quote;
  quote.text = at.member("text").text();
  quote.span = span(at);
  quote.block = block_id(at.member("block"));
  if (const auto speaker = at.optional("speaker")) {
    quote.speaker =
        Speaker{speaker->member("text").text(), place(*speaker), speaker->member("inferred").boolean()};
  }
  if (const auto verb = at.optional("verb")) {
    quote.verb = node(*verb);
  }
  return quote;
}

void DocumentReader::statistics(const JsonReader& at) const {
  Statistics& statistics = document_.statistics;
  statistics.paragraphs = at.member("paragraphs").number();
  statistics.sentences = at.member("sentences").number();
  statistics.words = at.member("words").number();
  statistics.reading_minutes_tenths = static_cast<std::uint32_t>(at.member("reading_minutes").scaled(10));
  statistics.kept_characters = at.member("kept_characters").number();
  statistics.removed_characters = at.member("removed_characters").number();
}

void DocumentReader::own_rule_names() {
  if (names_.empty()) {
    return;
  }
  document_.rule_names = std::make_shared<const std::string>(std::move(names_));
  std::string_view rest = *document_.rule_names;
  std::size_t next = 0;
  for (Block& block : document_.blocks) {
    for (Reason& reason : block.reasons) {
      reason.rule = rest.substr(0, lengths_[next]);
      rest.remove_prefix(lengths_[next++]);
    }
  }
}

void DocumentReader::read_printed() {
  if (root_.member("schema").string() != kSchema) {
    root_.member("schema").fail("must be \"naqi/1\"");
  }
  if (root_.member("offset_unit").string() != name(OffsetUnit::utf16)) {
    root_.member("offset_unit").fail("must be \"utf16\": without the source no other offsets can be read");
  }
  document_.source_length = root_.member("source_length").number(kMaxTextUnits);
  document_.language = root_.member("language").member("code").string();
  document_.direction = direction(root_);
  const auto optional_node = [&](std::string_view key) {
    const auto at = root_.optional(key);
    return at ? std::optional(node(*at)) : std::nullopt;
  };
  document_.title = optional_node("title");
  document_.subtitle = optional_node("subtitle");
  list("bylines", document_.bylines, [&](const JsonReader& at) {
    return Byline{at.member("text").text(), at.member("name").text(), place(at), from(at)};
  });
  list("datelines", document_.datelines, [&](const JsonReader& at) {
    Dateline dateline;
    dateline.text = at.member("text").text();
    dateline.span = place(at);
    const auto date = at.optional("date");
    dateline.date = date ? date->string() : "";
    const auto where = at.optional("place");
    dateline.place = where ? where->text() : std::u16string();
    dateline.from = from(at);
    return dateline;
  });
  if (const auto at = root_.optional("published")) {
    document_.published = Published{at->member("value").string(), place(*at), at->member("from").string()};
  }
  if (const auto at = root_.optional("source")) {
    document_.source = SourceName{at->member("name").text(), place(*at), from(*at)};
  }
  list("blocks", document_.blocks, [](const JsonReader& at) { return printed_block(at); });
}

void DocumentReader::read_rest() {
  document_.language_confidence = root_.member("language").member("confidence").scaled(1000);
  list("keywords", document_.keywords, [&](const JsonReader& at) { return node(at); });
  std::size_t next = 0;
  root_.member("blocks").each([&](const JsonReader& at) { rest_of_block(at, document_.blocks[next++]); });
  list("quotes", document_.quotes, [&](const JsonReader& at) { return quote(at); });
  list("dates", document_.dates, [&](const JsonReader& at) {
    return Date{at.member("text").text(), span(at), block_id(at.member("block")), at.member("value").string(),
                at.member("calendar").named(calendar_of, R"("gregory" or "islamic")")};
  });
  list("related", document_.related, [&](const JsonReader& at) {
    Related related;
    related.title = at.member("title").text();
    related.span = span(at);
    related.block = block_id(at.member("block"));
    related.kind = at.member("kind").named(related_kind_of, R"("inline" or "list")");
    if (const auto media = at.optional("media")) {
      related.media = media->named(media_of, R"("video", "photo" or null)");
    }
    return related;
  });
  list("other_articles", document_.other_articles, [&](const JsonReader& at) {
    OtherArticle article;
    if (const auto title = at.optional("title")) {
      article.title = node(*title);
    }
    at.member("blocks").each([&](const JsonReader& id) { article.blocks.push_back(block_id(id)); });
    return article;
  });
  statistics(root_.member("statistics"));
  own_rule_names();
}

}  // namespace

Result<Document> from_json(std::string_view text) {
  Document document;
  std::optional<Error> fault = read_json(text, [&](const JsonReader& root, std::optional<Error>&) {
    DocumentReader reader(root, document);
    reader.read_printed();
    reader.read_rest();
  });
  return value_or(std::move(fault), std::move(document));
}

Result<Document> printed_from_json(std::string_view text) {
  Document document;
  std::optional<Error> fault = read_json(text, [&](const JsonReader& root, std::optional<Error>&) {
    DocumentReader(root, document).read_printed();
  });
  return value_or(std::move(fault), std::move(document));
}

}  // namespace naqi
