#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/span.h"
#include "render/offsets.h"

namespace naqi {

/// Appends a string of JSON (RFC 8259 §7) in UTF-8: only the quotation mark, the reverse solidus and the
/// controls U+0000–U+001F are escaped. A lone surrogate becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);
void append_json_string(std::string& out, std::u16string_view text);

/// Writes JSON front to back: the caller gives keys and values in their order, the commas come of themselves.
class JsonWriter {
 public:
  JsonWriter(std::string& out, const OffsetConverter& offsets) : out_(out), offsets_(offsets) {}

  void key(std::string_view name);
  void open(char bracket);
  void close(char bracket);

  void null() { raw("null"); }
  void value(bool flag) { raw(flag ? "true" : "false"); }
  void value(std::uint32_t number);
  /// number / 10^places without trailing zeros: thousandths 980 as 0.98, tenths 56 as 5.6.
  void fraction(std::int64_t number, int places);
  void value(std::string_view text) {
    separate();
    append_json_string(out_, text);
  }
  void value(std::u16string_view text) {
    separate();
    append_json_string(out_, text);
  }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const std::u16string& text) { value(std::u16string_view(text)); }
  void value(const char*) = delete;  // would be taken for a bool
  void value(Span span);
  void value(const std::optional<Span>& span) { span ? value(*span) : null(); }
  void offset(std::uint32_t at) { value(offsets_(at)); }
  /// The string, or null if it is empty.
  template <typename String>
  void text_or_null(const String& text) {
    text.empty() ? null() : value(text);
  }
  template <typename T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
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
  void separate();
  void raw(std::string_view text);

  std::string& out_;
  const OffsetConverter& offsets_;
  bool fresh_ = true;  // nothing stands in front of the next value that asks for a comma
};

}  // namespace naqi
