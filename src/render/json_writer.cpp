#include "render/json_writer.h"

#include "unicode/encoding.h"

namespace naqi {

void JsonWriter::separate() {
  if (!fresh_) {
    out_.push_back(',');
  }
  fresh_ = false;
}

void JsonWriter::raw(std::string_view text) {
  separate();
  out_.append(text);
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_.push_back('"');
  out_.append(name);
  out_.append("\":");
  fresh_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  fresh_ = true;
}

void JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  fresh_ = false;
}

void JsonWriter::value(std::uint32_t number) {
  separate();
  unicode::append_decimal(out_, number);
}

void JsonWriter::value(Span span) {
  open('[');
  value(offsets_(span.begin));
  value(offsets_(span.end));
  close(']');
}

void JsonWriter::fraction(std::int64_t number, int places) {
  std::int64_t unit = 1;
  for (int i = 0; i < places; ++i) {
    unit *= 10;
  }
  std::int64_t rest = number < 0 ? -number : number;
  std::string digits = number < 0 ? "-" : "";
  unicode::append_decimal(digits, static_cast<std::uint64_t>(rest / unit));
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
void JsonWriter::escaped(unsigned char c) {
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

void JsonWriter::value(std::string_view text) {
  separate();
  out_.push_back('"');
  for (const char c : text) {
    escaped(static_cast<unsigned char>(c));
  }
  out_.push_back('"');
}

void JsonWriter::value(std::u16string_view text) {
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

}  // namespace naqi
