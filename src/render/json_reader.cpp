#include "render/json_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "normalize/nearest.h"
#include "render/json_parse.h"
#include "unicode/encoding.h"

namespace naqi {

bool JsonReader::is_null() const noexcept { return value_ == nullptr || value_->is_null(); }
bool JsonReader::is_boolean() const noexcept { return value_ != nullptr && value_->is_boolean(); }
std::size_t JsonReader::size() const noexcept { return value_ == nullptr ? 0 : value_->size(); }

void JsonReader::each(FunctionRef<void(const JsonReader&)> read) const {
  if (value_ == nullptr || !value_->is_array()) {
    fail("must be an array");
    return;
  }
  for (std::size_t i = 0; i < value_->size() && !fault_; ++i) {
    read(JsonReader(&(*value_)[i], this, {}, i));
  }
}

void JsonReader::each_member(FunctionRef<void(std::string_view, const JsonReader&)> read) const {
  if (value_ == nullptr || !value_->is_object()) {
    fail("must be an object");
    return;
  }
  for (auto member = value_->begin(); member != value_->end() && !fault_; ++member) {
    read(member.key(), JsonReader(&*member, this, member.key(), 0));
  }
}

void JsonReader::expect_only(std::span<const std::string_view> names) const {
  each_member([&](std::string_view key, const JsonReader& at) {
    if (std::find(names.begin(), names.end(), key) == names.end()) {
      at.fail("is unknown; did you mean \"" + std::string(nearest(key, names)) + "\"?");
    }
  });
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

JsonReader JsonReader::member(std::string_view key) const {
  const nlohmann::json* found = nullptr;
  if (value_ == nullptr || !value_->is_object()) {
    fail("must be an object");
  } else if (const auto member = value_->find(key); member == value_->end()) {
    fail("lacks \"" + std::string(key) + "\"");
  } else {
    found = &*member;
  }
  return {found, this, key, 0};
}

std::optional<JsonReader> JsonReader::optional(std::string_view key) const {
  if (value_ == nullptr || !value_->is_object()) {
    fail("must be an object");
    return std::nullopt;
  }
  const auto member = value_->find(key);
  if (member == value_->end() || member->is_null()) {
    return std::nullopt;
  }
  return JsonReader(&*member, this, key, 0);
}

bool JsonReader::boolean() const {
  if (!is_boolean()) {
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

std::string JsonReader::json() const { return value_ == nullptr ? "null" : value_->dump(); }

std::uint32_t JsonReader::number(std::uint32_t most) const {
  const bool whole = value_ != nullptr && value_->is_number_integer();
  if (!whole || *value_ < 0 || *value_ > most) {
    fail("must be a whole number from 0 to " + unicode::decimal(most));
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

std::optional<Error> read_json(std::string_view text,
                               FunctionRef<void(const JsonReader&, std::optional<Error>&)> read) {
  const Result<nlohmann::json> json = parse_json(text);
  if (!json) {
    return json.error();
  }
  std::optional<Error> fault;
  read(JsonReader(json.value(), fault), fault);
  return fault;
}

}  // namespace naqi
