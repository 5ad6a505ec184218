#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/span.h"
#include "render/offsets.h"

namespace naqi {

/// Writes JSON front to back: the caller gives keys and values in their order, the commas come of themselves.
class JsonWriter {
 public:
  JsonWriter(std::string& out, const OffsetConverter& offsets) : out_(out), offsets_(offsets) {}

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

}  // namespace naqi
