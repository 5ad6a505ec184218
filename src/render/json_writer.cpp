#include "render/json_writer.h"

#include <type_traits>

#include "unicode/encoding.h"

namespace naqi {
namespace {

void append_escaped(std::string& out, unsigned char c) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': out.append("\\\""); return;
    case '\\': out.append("\\\\"); return;
    case '\b': out.append("\\b"); return;
    case '\f': out.append("\\f"); return;
    case '\n': out.append("\\n"); return;
    case '\r': out.append("\\r"); return;
    case '\t': out.append("\\t"); return;
    default:
      out.append("\\u00");
      out.push_back(kHex[c >> 4U]);
      out.push_back(kHex[c & 0xFU]);
  }
}

void append_utf8(std::string& out, std::string_view text) { out.append(text); }
void append_utf8(std::string& out, std::u16string_view text) { unicode::append_utf8(out, text); }

/// In runs of what needs no escape.
template <typename Unit>
void append_string(std::string& out, std::basic_string_view<Unit> text) {
  const auto is_plain = [](Unit unit) {
    return static_cast<std::make_unsigned_t<Unit>>(unit) >= 0x20U && unit != '"' && unit != '\\';
  };
  out.push_back('"');
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_plain(text[i])) {
      ++i;
    }
    append_utf8(out, text.substr(begin, i - begin));
    if (i < text.size()) {
      append_escaped(out, static_cast<unsigned char>(text[i++]));
    }
  }
  out.push_back('"');
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) { append_string(out, text); }
void append_json_string(std::string& out, std::u16string_view text) { append_string(out, text); }

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

}  // namespace naqi
