#include "render/json_reader.h"

#include "unicode/encoding.h"

namespace naqi {
namespace {

/// Only asks where a text stops being JSON.
struct FaultFinder final : nlohmann::json_sax<Json> {
  std::size_t position = 0;
  std::string message;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t at, const std::string&, const Json::exception& error) override {
    position = at;
    message = error.what();
    return false;
  }
};

}  // namespace

Result<Json> parse_json(std::string_view text) {
  Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_discarded()) {
    return json;
  }
  FaultFinder finder;
  Json::sax_parse(text.begin(), text.end(), &finder);
  // The parser says "[json.exception.parse_error.101] parse error at line 1, column 5: …".
  const std::size_t bracket = finder.message.find("] ");
  std::string message = "not valid JSON: ";
  message += bracket == std::string::npos ? finder.message : finder.message.substr(bracket + 2);
  return Error{ErrorCode::invalid_option, std::move(message), finder.position};
}

std::string JsonReader::path() const {
  if (parent_ == nullptr) {
    return {};
  }
  std::string path = parent_->path();
  path.push_back('/');
  if (key_.empty()) {
    return path += std::to_string(index_);
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

JsonReader JsonReader::member(std::string_view key) const {
  const Json* found = nullptr;
  if (value_ != nullptr && value_->is_object()) {
    if (const auto at = value_->find(key); at != value_->end()) {
      found = &*at;
    } else {
      fail("lacks \"" + std::string(key) + "\"");
    }
  } else {
    fail("must be an object");
  }
  return {found, this, key, 0};
}

std::optional<JsonReader> JsonReader::optional(std::string_view key) const {
  if (value_ == nullptr || !value_->is_object()) {
    fail("must be an object");
    return std::nullopt;
  }
  const auto at = value_->find(key);
  if (at == value_->end() || at->is_null()) {
    return std::nullopt;
  }
  return JsonReader(&*at, this, key, 0);
}

bool JsonReader::boolean() const {
  if (value_ == nullptr || !value_->is_boolean()) {
    fail("must be true or false");
    return false;
  }
  return value_->get<bool>();
}

std::string JsonReader::string() const {
  if (value_ == nullptr || !value_->is_string()) {
    fail("must be a string");
    return {};
  }
  return value_->get_ref<const std::string&>();
}

std::u16string JsonReader::text() const { return unicode::utf8_to_utf16_replacing(string()); }

std::uint32_t JsonReader::number(std::uint32_t most) const {
  if (value_ == nullptr || !value_->is_number_unsigned() || value_->get<std::uint64_t>() > most) {
    fail("must be a whole number from 0 to " + std::to_string(most));
    return 0;
  }
  return value_->get<std::uint32_t>();
}

std::int32_t JsonReader::scaled(std::int32_t unit) const {
  constexpr double kMost = 1e6;
  const double number = value_ != nullptr && value_->is_number() ? value_->get<double>() : kMost + 1;
  if (!(number >= -kMost && number <= kMost)) {
    fail("must be a number from -1000000 to 1000000");
    return 0;
  }
  // The values are decimal fractions of the unit, so that rounding only undoes their binary form.
  return static_cast<std::int32_t>(number * unit + (number < 0 ? -0.5 : 0.5));
}

Span JsonReader::span(std::uint32_t most) const {
  if (value_ == nullptr || !value_->is_array() || value_->size() != 2) {
    fail("must be [start, end]");
    return {};
  }
  const Span span{JsonReader(&(*value_)[0], this, {}, 0).number(most),
                  JsonReader(&(*value_)[1], this, {}, 1).number(most)};
  if (span.begin > span.end) {
    fail("must be [start, end] with start not behind end");
    return {};
  }
  return span;
}

}  // namespace naqi
