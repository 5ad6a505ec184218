#include "render/json_text.h"

#include <utility>

#include "unicode/encoding.h"

namespace naqi {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The value of a hexadecimal digit, or 16.
constexpr std::uint32_t hexadecimal(char c) noexcept {
  if (is_digit(c)) {
    return static_cast<std::uint32_t>(c - '0');
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? static_cast<std::uint32_t>(lower - 'a' + 10) : 16;
}

/// The four digits of \uXXXX at `at`, or a value beyond U+FFFF.
constexpr std::uint32_t four_digits(std::string_view text, std::size_t at) noexcept {
  std::uint32_t unit = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const std::uint32_t digit = i < text.size() ? hexadecimal(text[i]) : 16;
    if (digit > 15) {
      return UINT32_MAX;
    }
    unit = unit << 4U | digit;
  }
  return unit;
}

constexpr bool is_high_surrogate(std::uint32_t unit) noexcept { return unit >> 10U == 0x36; }
constexpr bool is_low_surrogate(std::uint32_t unit) noexcept { return unit >> 10U == 0x37; }

class JsonParser {
 public:
  JsonParser(std::string_view text, std::vector<JsonValue>& values) : text_(text), values_(values) {}

  /// What should stand at position(), or null when the whole text is JSON.
  const char* run() {
    at_ = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const char* fault = value();
    while (fault == nullptr && !open_.empty()) {
      fault = step();
    }
    skip_space();
    return fault != nullptr || at_ == text_.size() ? fault : "nothing more";
  }

  [[nodiscard]] std::size_t position() const noexcept { return at_; }

 private:
  [[nodiscard]] char peek() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) noexcept {
    const bool found = at_ < text_.size() && text_[at_] == c;
    at_ += found ? 1 : 0;
    return found;
  }

  void skip_space() noexcept {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  void add(JsonKind kind, std::size_t begin, std::size_t end) {
    values_.push_back({kind, begin, end, values_.size() + 1, 0});
  }

  const char* value() {
    skip_space();
    const std::size_t begin = at_;
    switch (peek()) {
      case '{':
      case '[':
        open_.push_back(values_.size());
        add(text_[at_] == '{' ? JsonKind::object : JsonKind::array, begin, begin);
        ++at_;
        return nullptr;
      case '"': return string();
      case 't': return word("true", JsonKind::boolean);
      case 'f': return word("false", JsonKind::boolean);
      case 'n': return word("null", JsonKind::null);
      default: return number();
    }
  }

  /// The next element of the innermost container, or its end.
  const char* step() {
    const std::size_t container = open_.back();
    const bool object = values_[container].kind == JsonKind::object;
    skip_space();
    if (take(object ? '}' : ']')) {
      values_[container].end = at_;
      values_[container].next = values_.size();
      open_.pop_back();
      return nullptr;
    }
    if (values_[container].size++ > 0 && !take(',')) {
      return object ? R"("," or "}")" : R"("," or "]")";
    }
    if (object) {
      skip_space();
      if (const char* fault = peek() == '"' ? string() : "a key in quotation marks"; fault != nullptr) {
        return fault;
      }
      skip_space();
      if (!take(':')) {
        return R"(":")";
      }
    }
    return value();
  }

  const char* word(std::string_view word, JsonKind kind) {
    if (text_.substr(at_, word.size()) != word) {
      return "a value";
    }
    add(kind, at_, at_ + word.size());
    at_ += word.size();
    return nullptr;
  }

  const char* number() {
    const std::size_t begin = at_;
    take('-');
    if (!is_digit(peek())) {
      return at_ == begin ? "a value" : "a digit";
    }
    if (!take('0')) {
      skip_digits();
    }
    if (take('.') && skip_digits() == 0) {
      return "a digit";
    }
    if (take('e') || take('E')) {
      static_cast<void>(take('+') || take('-'));
      if (skip_digits() == 0) {
        return "a digit";
      }
    }
    add(JsonKind::number, begin, at_);
    return nullptr;
  }

  std::size_t skip_digits() noexcept {
    const std::size_t begin = at_;
    while (is_digit(peek())) {
      ++at_;
    }
    return at_ - begin;
  }

  const char* string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        return "an escape in place of a control character";
      }
      if (text_[at_] != '\\') {
        ++at_;
      } else if (const char* fault = escape(); fault != nullptr) {
        return fault;
      }
    }
    if (at_ == text_.size()) {
      return "the end of the string";
    }
    add(JsonKind::string, begin, at_++);
    return nullptr;
  }

  const char* escape() {
    const char kind = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (kind != 'u') {
      if (kind == '\0' || std::string_view("\"\\/bfnrt").find(kind) == std::string_view::npos) {
        return R"(one of the escapes \" \\ \/ \b \f \n \r \t \u)";
      }
      at_ += 2;
      return nullptr;
    }
    const std::uint32_t unit = four_digits(text_, at_ + 2);
    if (unit > 0xFFFF) {
      return "four hexadecimal digits behind \\u";
    }
    const bool high = is_high_surrogate(unit);
    if (is_low_surrogate(unit) ||
        (high && (text_.substr(at_ + 6, 2) != "\\u" || !is_low_surrogate(four_digits(text_, at_ + 8))))) {
      return "both halves of a surrogate pair";
    }
    at_ += high ? 12 : 6;
    return nullptr;
  }

  std::string_view text_;
  std::vector<JsonValue>& values_;
  std::vector<std::size_t> open_;  // the containers around the place, the innermost one last
  std::size_t at_ = 0;
};

}  // namespace

Result<JsonText> JsonText::parse(std::string_view text) {
  JsonText json;
  json.text_ = text;
  JsonParser parser(text, json.values_);
  const char* fault = parser.run();
  std::size_t position = parser.position();
  if (const std::size_t valid = unicode::valid_utf8_prefix(text);
      valid < text.size() && (fault == nullptr || valid < position)) {
    fault = "valid UTF-8";
    position = valid;
  }
  if (fault == nullptr) {
    return json;
  }
  std::string message = "not valid JSON: at byte ";
  unicode::append_decimal(message, position);
  message.append(" should stand ").append(fault);
  return Error{ErrorCode::invalid_option, std::move(message), position};
}

std::string JsonText::string(const JsonValue& value) const {
  const std::string_view raw = bytes(value);
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    if (raw[i] != '\\') {
      out.push_back(raw[i++]);
      continue;
    }
    const char kind = raw[i + 1];
    if (kind == 'u') {
      std::u16string units;
      do {
        units.push_back(static_cast<char16_t>(four_digits(raw, i + 2)));
        i += 6;
      } while (is_high_surrogate(units.back()));
      unicode::append_utf8(out, units);
      continue;
    }
    constexpr std::string_view kKinds = "bfnrt";
    const std::size_t control = kKinds.find(kind);
    out.push_back(control == std::string_view::npos ? kind : "\b\f\n\r\t"[control]);
    i += 2;
  }
  return out;
}

}  // namespace naqi
