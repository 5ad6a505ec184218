#include "render/json_reader.h"

#include "unicode/encoding.h"

namespace naqi {
namespace {

/// A number of JSON as close as its first seventeen digits tell it; far more than what is asked here.
double decimal(std::string_view number) noexcept {
  constexpr int kMostDigits = 17;
  constexpr int kMostPlaces = 400;
  std::uint64_t digits = 0;
  int kept = 0;
  int places = 0;  // by which the point moves to the right
  bool fraction = false;
  std::size_t i = number.starts_with('-') ? 1 : 0;
  for (; i < number.size() && number[i] != 'e' && number[i] != 'E'; ++i) {
    if (number[i] == '.') {
      fraction = true;
      continue;
    }
    if (kept < kMostDigits) {
      digits = digits * 10 + static_cast<std::uint64_t>(number[i] - '0');
      kept += digits > 0 ? 1 : 0;
      places -= fraction ? 1 : 0;
    } else {
      places += fraction ? 0 : 1;
    }
  }
  int exponent = 0;
  const bool down = i + 1 < number.size() && number[i + 1] == '-';
  for (; i < number.size(); ++i) {
    const bool digit = number[i] >= '0' && number[i] <= '9';
    exponent = digit && exponent < kMostPlaces ? exponent * 10 + (number[i] - '0') : exponent;
  }
  places += down ? -exponent : exponent;
  auto value = static_cast<double>(digits);
  for (; places > 0 && value > 0 && value < 1e300; --places) {
    value *= 10;
  }
  for (; places < 0 && value > 0; ++places) {
    value /= 10;
  }
  return number.starts_with('-') ? -value : value;
}

}  // namespace

void JsonReader::each(FunctionRef<void(const JsonReader&)> read) const {
  if (!is(JsonKind::array)) {
    fail("must be an array");
    return;
  }
  const JsonValue* at = value_ + 1;
  for (std::size_t i = 0; i < value_->size && !fault_; ++i, at = behind(at)) {
    read(JsonReader(at, this, {}, i));
  }
}

void JsonReader::each_member(FunctionRef<void(std::string_view, const JsonReader&)> read) const {
  if (!is(JsonKind::object)) {
    fail("must be an object");
    return;
  }
  const JsonValue* at = value_ + 1;
  for (std::size_t i = 0; i < value_->size && !fault_; ++i, at = behind(at + 1)) {
    const std::string key = text_.string(*at);
    read(key, JsonReader(at + 1, this, key, 0));
  }
}

std::string JsonReader::path() const {
  if (parent_ == nullptr) {
    return {};
  }
  std::string path = parent_->path();
  path.push_back('/');
  if (key_.empty()) {
    unicode::append_decimal(path, index_);
    return path;
  }
  for (const char c : key_) {
    c == '~' ? path.append("~0") : c == '/' ? path.append("~1") : path.append(1, c);
  }
  return path;
}

void JsonReader::fail(std::string_view what) const {
  if (fault_) {
    return;
  }
  std::string message = path();
  if (message.empty()) {
    message = "the JSON text";
  }
  message += " ";
  message += what;
  fault_ = Error{ErrorCode::invalid_option, std::move(message), std::nullopt};
}

const JsonValue* JsonReader::find(std::string_view key) const {
  const JsonValue* found = nullptr;
  const JsonValue* at = value_ + 1;
  for (std::size_t i = 0; i < value_->size; ++i, at = behind(at + 1)) {
    const std::string_view bytes = text_.bytes(*at);
    const bool same = bytes.find('\\') == std::string_view::npos ? bytes == key : text_.string(*at) == key;
    found = same ? at + 1 : found;
  }
  return found;
}

JsonReader JsonReader::member(std::string_view key) const {
  const JsonValue* found = nullptr;
  if (!is(JsonKind::object)) {
    fail("must be an object");
  } else if (found = find(key); found == nullptr) {
    fail("lacks \"" + std::string(key) + "\"");
  }
  return {found, this, key, 0};
}

std::optional<JsonReader> JsonReader::optional(std::string_view key) const {
  if (!is(JsonKind::object)) {
    fail("must be an object");
    return std::nullopt;
  }
  const JsonValue* found = find(key);
  if (found == nullptr || found->kind == JsonKind::null) {
    return std::nullopt;
  }
  return JsonReader(found, this, key, 0);
}

bool JsonReader::boolean() const {
  if (!is(JsonKind::boolean)) {
    fail("must be true or false");
    return false;
  }
  return text_.bytes(*value_) == "true";
}

std::string JsonReader::string() const {
  if (!is(JsonKind::string)) {
    fail("must be a string");
    return {};
  }
  return text_.string(*value_);
}

std::u16string JsonReader::text() const { return unicode::utf8_to_utf16_replacing(string()); }

std::string JsonReader::raw() const {
  if (value_ == nullptr) {
    return "null";
  }
  const std::string bytes(text_.bytes(*value_));
  return is(JsonKind::string) ? '"' + bytes + '"' : bytes;
}

std::uint32_t JsonReader::number(std::uint32_t most) const {
  std::uint64_t number = 0;
  bool whole = is(JsonKind::number);
  for (const char c : whole ? text_.bytes(*value_) : std::string_view()) {
    whole = whole && c >= '0' && c <= '9' && number <= most;
    number = whole ? number * 10 + static_cast<std::uint64_t>(c - '0') : 0;
  }
  if (!whole || number > most) {
    fail("must be a whole number from 0 to " + unicode::decimal(most));
    return 0;
  }
  return static_cast<std::uint32_t>(number);
}

std::int32_t JsonReader::scaled(std::int32_t unit) const {
  constexpr double kMost = 1e6;
  const double number = is(JsonKind::number) ? decimal(text_.bytes(*value_)) : kMost + 1;
  if (!(number >= -kMost && number <= kMost)) {
    fail("must be a number from -1000000 to 1000000");
    return 0;
  }
  // The values are decimal fractions of the unit, so that rounding only undoes their binary form.
  return static_cast<std::int32_t>(number * unit + (number < 0 ? -0.5 : 0.5));
}

Span JsonReader::span(std::uint32_t most) const {
  if (!is(JsonKind::array) || value_->size != 2) {
    fail("must be [start, end]");
    return {};
  }
  const Span span{JsonReader(value_ + 1, this, {}, 0).number(most),
                  JsonReader(behind(value_ + 1), this, {}, 1).number(most)};
  if (span.begin > span.end) {
    fail("must be [start, end] with start not behind end");
    return {};
  }
  return span;
}

std::optional<Error> read_json(std::string_view text,
                               FunctionRef<void(const JsonReader&, std::optional<Error>&)> read) {
  const Result<JsonText> json = JsonText::parse(text);
  if (!json) {
    return json.error();
  }
  std::optional<Error> fault;
  read(JsonReader(json.value(), fault), fault);
  return fault;
}

}  // namespace naqi
