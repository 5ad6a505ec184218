#include <cstddef>
#include <functional>
#include <string>

#include "naqi/render.h"
#include "render/json_stream.h"
#include "render/json_writer.h"
#include "render/names.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

void write_from(JsonWriter& json, const std::string& from) {
  if (!from.empty()) {
    json.member("from", from);
  }
}

void write(JsonWriter& json, const Node& node) {
  json.open('{');
  json.member("text", node.text);
  json.member("span", node.span);
  write_from(json, node.from);
  json.close('}');
}

void write(JsonWriter& json, const std::optional<Node>& node) { node ? write(json, *node) : json.null(); }

void write(JsonWriter& json, const Byline& byline) {
  json.open('{');
  json.member("text", byline.text);
  json.member("name", byline.name);
  json.member("span", byline.span);
  write_from(json, byline.from);
  json.close('}');
}

void write(JsonWriter& json, const Dateline& dateline) {
  json.open('{');
  json.member("text", dateline.text);
  json.member("span", dateline.span);
  json.key("date");
  json.text_or_null(dateline.date);
  json.key("place");
  json.text_or_null(dateline.place);
  write_from(json, dateline.from);
  json.close('}');
}

void write(JsonWriter& json, const Published& published) {
  json.open('{');
  json.member("value", published.value);
  json.member("span", published.span);
  json.member("from", published.from);
  json.close('}');
}

void write(JsonWriter& json, const SourceName& source) {
  json.open('{');
  json.member("name", source.name);
  json.member("span", source.span);
  write_from(json, source.from);
  json.close('}');
}

void write(JsonWriter& json, const Sentence& sentence) {
  json.open('{');
  json.member("span", sentence.span);
  json.member("text", sentence.text);
  if (sentence.words) {
    json.list("words", *sentence.words, [&](std::uint32_t at) { json.offset(at); });
  }
  json.close('}');
}

void write(JsonWriter& json, const Block& block, std::uint32_t id) {
  json.open('{');
  json.member("id", id);
  json.member("label", name(block.label));
  json.member("kept", block.kept);
  json.member("span", block.span);
  json.member("text", block.text);
  json.member("language", block.language);
  json.member("direction", name(block.direction));
  if (block.level != 0) {
    json.member("level", std::uint32_t{block.level});
  }
  json.key("confidence");
  json.fraction(block.confidence, 3);
  json.list("reasons", block.reasons, [&](const Reason& reason) {
    json.open('{');
    json.member("rule", reason.rule);
    json.key("weight");
    json.fraction(reason.weight, 3);
    json.close('}');
  });
  json.list("sentences", block.sentences, [&](const Sentence& sentence) { write(json, sentence); });
  if (block.input) {
    json.key("input");  // positions in a list, not offsets
    json.open('[');
    json.value(block.input->begin);
    json.value(block.input->end);
    json.close(']');
  }
  json.close('}');
}

void write(JsonWriter& json, const Quote& quote) {
  json.open('{');
  json.member("text", quote.text);
  json.member("span", quote.span);
  json.member("block", quote.block);
  json.key("speaker");
  if (quote.speaker) {
    json.open('{');
    json.member("text", quote.speaker->text);
    json.member("span", quote.speaker->span);
    json.member("inferred", quote.speaker->inferred);
    json.close('}');
  } else {
    json.null();
  }
  json.key("verb");
  write(json, quote.verb);
  json.close('}');
}

void write(JsonWriter& json, const Date& date) {
  json.open('{');
  json.member("text", date.text);
  json.member("span", date.span);
  json.member("block", date.block);
  json.member("value", date.value);
  json.member("calendar", name(date.calendar));
  json.close('}');
}

void write(JsonWriter& json, const Related& related) {
  json.open('{');
  json.member("title", related.title);
  json.member("span", related.span);
  json.member("block", related.block);
  json.member("kind", name(related.kind));
  json.key("media");
  json.text_or_null(name(related.media));
  json.close('}');
}

void write(JsonWriter& json, const OtherArticle& article) {
  json.open('{');
  json.key("title");
  write(json, article.title);
  json.list("blocks", article.blocks, [&](std::uint32_t id) { json.value(id); });
  json.close('}');
}

void write(JsonWriter& json, const Statistics& statistics) {
  json.open('{');
  json.member("paragraphs", statistics.paragraphs);
  json.member("sentences", statistics.sentences);
  json.member("words", statistics.words);
  json.key("reading_minutes");
  json.fraction(statistics.reading_minutes_tenths, 1);
  json.member("kept_characters", statistics.kept_characters);
  json.member("removed_characters", statistics.removed_characters);
  json.close('}');
}

/// An estimate of the length of the JSON, close enough that the string does not grow where there is much of
/// it. Arabic letters are two bytes, most else is one.
std::size_t expected_size(const Document& document) {
  const std::size_t offset = unicode::decimal(document.source_length).size() + 1;
  const auto text = [](std::u16string_view units) { return 2 * units.size() + units.size() / 8; };
  std::size_t size = 1024;
  for (const Block& block : document.blocks) {
    size += 150 + 3 * offset + name(block.label).size() + text(block.text);
    for (const Reason& reason : block.reasons) {
      size += 29 + reason.rule.size();
    }
    for (const Sentence& sentence : block.sentences) {
      size +=
          24 + 2 * offset + text(sentence.text) + (sentence.words ? 12 + offset * sentence.words->size() : 0);
    }
  }
  return size;
}

/// Appends the JSON to `out`. `written(i)` is called when block i is there.
template <typename Written>
void append_json(std::string& out, const Document& document, std::u16string_view source, OffsetUnit unit,
                 Written&& written) {
  const OffsetConverter offsets(source, unit);
  JsonWriter json(out, offsets);
  const auto each = [&](const auto& item) { write(json, item); };
  json.open('{');
  json.member("schema", kSchema);
  json.key("generator");
  json.open('{');
  json.member("version", generator().version);
  json.member("unicode", generator().unicode);
  json.member("icu", generator().icu);
  json.close('}');
  json.member("offset_unit", name(unit));
  json.key("source_length");
  json.offset(document.source_length);
  json.key("language");
  json.open('{');
  json.member("code", document.language);
  json.key("confidence");
  json.fraction(document.language_confidence, 3);
  json.close('}');
  json.member("direction", name(document.direction));
  json.key("title");
  write(json, document.title);
  json.key("subtitle");
  write(json, document.subtitle);
  json.list("bylines", document.bylines, each);
  json.list("datelines", document.datelines, each);
  json.key("published");
  document.published ? write(json, *document.published) : json.null();
  json.key("source");
  document.source ? write(json, *document.source) : json.null();
  json.list("keywords", document.keywords, each);
  std::uint32_t id = 0;
  json.list("blocks", document.blocks, [&](const Block& block) {
    write(json, block, id);
    written(id++);
  });
  json.list("quotes", document.quotes, each);
  json.list("dates", document.dates, each);
  json.list("related", document.related, each);
  json.list("other_articles", document.other_articles, each);
  json.key("statistics");
  write(json, document.statistics);
  json.close('}');
}

}  // namespace

Generator generator() noexcept { return {NAQI_VERSION, unicode::unicode_version(), unicode::icu_version()}; }

std::string to_json(const Document& document, std::u16string_view source, OffsetUnit unit) {
  std::string out;
  out.reserve(expected_size(document));
  append_json(out, document, source, unit, [](std::uint32_t /*block*/) {});
  return out;
}

void write_json(const Document& document, std::u16string_view source, OffsetUnit unit,
                const std::function<void(std::string_view)>& write) {
  constexpr std::size_t kAtOnce = std::size_t{1} << 16U;
  std::string out;
  append_json(out, document, source, unit, [&](std::uint32_t /*block*/) {
    if (out.size() >= kAtOnce) {
      write(out);
      out.clear();
    }
  });
  write(out);
}

std::string to_json(const NormalizedText& normalized, std::u16string_view source, bool map, OffsetUnit unit) {
  const OffsetConverter source_offsets(source, unit);
  const OffsetConverter text_offsets(normalized.text, unit);
  std::string out;
  JsonWriter json(out, source_offsets);
  json.open('{');
  json.member("text", normalized.text);
  if (map) {
    json.list("edits", normalized.edits, [&](const Edit& edit) {
      json.open('{');
      json.member("operation", name(edit.operation));
      json.member("source", edit.source);
      json.key("text");
      json.open('[');
      json.value(text_offsets(edit.text.begin));
      json.value(text_offsets(edit.text.end));
      json.close(']');
      json.close('}');
    });
    json.key("map");
    json.open('[');
    const auto size = static_cast<std::uint32_t>(normalized.text.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      const Span from = normalized.source_of_unit(i);
      for (std::uint32_t n = text_offsets.width(i); n > 0; --n) {
        json.value(from);
      }
    }
    json.close(']');
  }
  json.close('}');
  return out;
}

std::string to_json(std::span<const Span> spans, std::u16string_view text, OffsetUnit unit) {
  const OffsetConverter offsets(text, unit);
  std::string out;
  JsonWriter json(out, offsets);
  json.open('{');
  json.key("spans");
  json.open('[');
  for (const Span span : spans) {
    json.value(span);
  }
  json.close(']');
  json.close('}');
  return out;
}

}  // namespace naqi
