#include <array>
#include <charconv>
#include <concepts>

#include "naqi/render.h"
#include "render/names.h"
#include "render/offsets.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// Writes JSON front to back: the caller gives keys and values in their order, the commas come of themselves.
class Writer {
 public:
  Writer(std::string& out, const OffsetConverter& offsets) : out_(out), offsets_(offsets) {}

  void key(std::string_view name) {
    separate();
    out_.push_back('"');
    out_.append(name);
    out_.append("\":");
    fresh_ = true;
  }
  void open(char bracket) {
    separate();
    out_.push_back(bracket);
    fresh_ = true;
  }
  void close(char bracket) {
    out_.push_back(bracket);
    fresh_ = false;
  }

  void null() { raw("null"); }
  void value(bool flag) { raw(flag ? "true" : "false"); }
  template <std::integral Integer>
  void value(Integer number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  /// number / 10^places without trailing zeros: thousandths 980 as 0.98, tenths 56 as 5.6.
  void fraction(std::int64_t number, int places);
  void value(std::string_view text) {
    separate();
    out_.push_back('"');
    for (const char c : text) {
      escaped(static_cast<unsigned char>(c));
    }
    out_.push_back('"');
  }
  void value(std::u16string_view text);
  void value(const char*) = delete;  // would be taken for a bool
  void value(Span span) {
    open('[');
    value(offsets_(span.begin));
    value(offsets_(span.end));
    close(']');
  }
  void offset(std::uint32_t at) { value(offsets_(at)); }
  template <typename T>
  void value(const std::optional<T>& optional) {
    optional ? value(*optional) : null();
  }
  /// The string, or null if it is empty.
  template <typename String>
  void text_or_null(const String& text) {
    text.empty() ? null() : value(std::basic_string_view<typename String::value_type>(text));
  }
  template <typename T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  void member(std::string_view name, const std::string& content) { member(name, std::string_view(content)); }
  void member(std::string_view name, const std::u16string& content) {
    member(name, std::u16string_view(content));
  }
  template <typename T, typename Write>
  void list(std::string_view name, const std::vector<T>& items, Write&& write) {
    key(name);
    open('[');
    for (const T& item : items) {
      write(item);
    }
    close(']');
  }

 private:
  void separate() {
    if (!fresh_) {
      out_.push_back(',');
    }
    fresh_ = false;
  }
  void raw(std::string_view text) {
    separate();
    out_.append(text);
  }
  void escaped(unsigned char c);

  std::string& out_;
  const OffsetConverter& offsets_;
  bool fresh_ = true;  // nothing stands in front of the next value that asks for a comma
};

void Writer::fraction(std::int64_t number, int places) {
  std::int64_t unit = 1;
  for (int i = 0; i < places; ++i) {
    unit *= 10;
  }
  std::int64_t rest = number < 0 ? -number : number;
  std::string digits = number < 0 ? "-" : "";
  digits += std::to_string(rest / unit);
  rest %= unit;
  if (rest != 0) {
    digits.push_back('.');
  }
  while (rest != 0) {
    unit /= 10;
    digits.push_back(static_cast<char>('0' + rest / unit));
    rest %= unit;
  }
  raw(digits);
}

// RFC 8259 §7: the quotation mark, the reverse solidus and the controls U+0000–U+001F.
void Writer::escaped(unsigned char c) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': out_.append("\\\""); return;
    case '\\': out_.append("\\\\"); return;
    case '\b': out_.append("\\b"); return;
    case '\f': out_.append("\\f"); return;
    case '\n': out_.append("\\n"); return;
    case '\r': out_.append("\\r"); return;
    case '\t': out_.append("\\t"); return;
    default: break;
  }
  if (c < 0x20U) {
    out_.append("\\u00");
    out_.push_back(kHex[c >> 4U]);
    out_.push_back(kHex[c & 0xFU]);
  } else {
    out_.push_back(static_cast<char>(c));
  }
}

void Writer::value(std::u16string_view text) {
  separate();
  out_.push_back('"');
  const auto plain = [](char16_t unit) { return unit >= 0x20U && unit != u'"' && unit != u'\\'; };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && plain(text[i])) {
      ++i;
    }
    unicode::append_utf8(out_, text.substr(begin, i - begin));
    if (i < text.size()) {
      escaped(static_cast<unsigned char>(text[i++]));
    }
  }
  out_.push_back('"');
}

void write_from(Writer& json, const std::string& from) {
  if (!from.empty()) {
    json.member("from", from);
  }
}

void write(Writer& json, const Node& node) {
  json.open('{');
  json.member("text", node.text);
  json.member("span", node.span);
  write_from(json, node.from);
  json.close('}');
}

void write(Writer& json, const std::optional<Node>& node) { node ? write(json, *node) : json.null(); }

void write(Writer& json, const Byline& byline) {
  json.open('{');
  json.member("text", byline.text);
  json.member("name", byline.name);
  json.member("span", byline.span);
  write_from(json, byline.from);
  json.close('}');
}

void write(Writer& json, const Dateline& dateline) {
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

void write(Writer& json, const Published& published) {
  json.open('{');
  json.member("value", published.value);
  json.member("span", published.span);
  json.member("from", published.from);
  json.close('}');
}

void write(Writer& json, const SourceName& source) {
  json.open('{');
  json.member("name", source.name);
  json.member("span", source.span);
  write_from(json, source.from);
  json.close('}');
}

void write(Writer& json, const Sentence& sentence) {
  json.open('{');
  json.member("span", sentence.span);
  json.member("text", sentence.text);
  if (sentence.words) {
    json.list("words", *sentence.words, [&](std::uint32_t at) { json.offset(at); });
  }
  json.close('}');
}

void write(Writer& json, const Block& block, std::uint32_t id) {
  json.open('{');
  json.member("id", id);
  json.member("label", name(block.label));
  json.member("kept", block.kept);
  json.member("span", block.span);
  json.member("text", block.text);
  json.member("language", block.language);
  json.member("direction", name(block.direction));
  if (block.level != 0) {
    json.member("level", block.level);
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

void write(Writer& json, const Quote& quote) {
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

void write(Writer& json, const Date& date) {
  json.open('{');
  json.member("text", date.text);
  json.member("span", date.span);
  json.member("block", date.block);
  json.member("value", date.value);
  json.member("calendar", name(date.calendar));
  json.close('}');
}

void write(Writer& json, const Related& related) {
  json.open('{');
  json.member("title", related.title);
  json.member("span", related.span);
  json.member("block", related.block);
  json.member("kind", name(related.kind));
  json.key("media");
  json.text_or_null(name(related.media));
  json.close('}');
}

void write(Writer& json, const OtherArticle& article) {
  json.open('{');
  json.key("title");
  write(json, article.title);
  json.list("blocks", article.blocks, [&](std::uint32_t id) { json.value(id); });
  json.close('}');
}

void write(Writer& json, const Statistics& statistics) {
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

/// An estimate of the length of the JSON, so that the string grows at most once or twice.
std::size_t expected_size(const Document& document) {
  std::size_t size = 1024;
  for (const Block& block : document.blocks) {
    size += 256 + 5 * block.text.size();  // the text stands there twice, in the sentences again
    for (const Sentence& sentence : block.sentences) {
      size += 40 + (sentence.words ? 8 * sentence.words->size() : 0);
    }
  }
  return size;
}

}  // namespace

Generator generator() noexcept { return {NAQI_VERSION, unicode::unicode_version(), unicode::icu_version()}; }

std::string to_json(const Document& document, std::u16string_view source, OffsetUnit unit) {
  const OffsetConverter offsets(source, unit);
  std::string out;
  out.reserve(expected_size(document));
  Writer json(out, offsets);
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
  json.list("blocks", document.blocks, [&](const Block& block) { write(json, block, id++); });
  json.list("quotes", document.quotes, each);
  json.list("dates", document.dates, each);
  json.list("related", document.related, each);
  json.list("other_articles", document.other_articles, each);
  json.key("statistics");
  write(json, document.statistics);
  json.close('}');
  return out;
}

}  // namespace naqi
