#include "render/json_parse.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace naqi {
namespace {

using Json = nlohmann::json;

/// Builds the value that nlohmann's parser reports, as long as it stays within the limits.
class JsonBuilder final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t& /*spelling*/) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return false; }  // of binary formats only
  bool start_object(std::size_t /*elements*/) override { return open(Json::value_t::object); }
  bool start_array(std::size_t /*elements*/) override { return open(Json::value_t::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Json& object = *open_.back();
    const auto [member, added] = object.get_ref<Json::object_t&>().try_emplace(name);
    if (!added) {
      fault_ = Error{ErrorCode::invalid_option,
                     "not valid JSON: an object has the key \"" + name + "\" twice", std::nullopt};
      return false;
    }
    place_ = &member->second;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& why) override {
    // The parser has read the byte that it does not like.
    const std::size_t at = position == 0 ? 0 : position - 1;
    fault_ = Error{ErrorCode::invalid_option,
                   "not valid JSON: at byte " + std::to_string(at) + ": " + json_fault(why.what()), at};
    return false;
  }

  [[nodiscard]] Result<Json> result(bool complete) {
    if (!complete) {
      return *std::move(fault_);
    }
    return std::move(root_);
  }

 private:
  /// Where the next value belongs: the element or member of the innermost container, or the root.
  Json& place() {
    if (open_.empty()) {
      return root_;
    }
    if (open_.back()->is_array()) {
      return open_.back()->get_ref<Json::array_t&>().emplace_back();
    }
    return *place_;
  }

  template <typename Value>
  bool add(Value&& value) {
    if (++values_ > kMaxJsonValues) {
      return too_large("has more than " + std::to_string(kMaxJsonValues) + " values");
    }
    place() = std::forward<Value>(value);
    return true;
  }

  bool open(Json::value_t kind) {
    if (open_.size() == kMaxJsonDepth) {
      return too_large("has more than " + std::to_string(kMaxJsonDepth) +
                       " arrays and objects inside each other");
    }
    Json& container = place();
    container = Json(kind);
    open_.push_back(&container);
    return ++values_ <= kMaxJsonValues ||
           too_large("has more than " + std::to_string(kMaxJsonValues) + " values");
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool too_large(const std::string& why) {
    fault_ = Error{ErrorCode::input_too_large, "the JSON text " + why, std::nullopt};
    return false;
  }

  Json root_;
  /// The containers around the place, the innermost last. A container gets no sibling while it is open, so
  /// that the pointers hold.
  std::vector<Json*> open_;
  Json* place_ = nullptr;  // of the member whose key was read
  std::size_t values_ = 0;
  std::optional<Error> fault_;
};

/// The value of a hexadecimal digit, or 16.
constexpr std::uint32_t hexadecimal(char c) noexcept {
  if (c >= '0' && c <= '9') {
    return static_cast<std::uint32_t>(c - '0');
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? static_cast<std::uint32_t>(lower - 'a' + 10) : 16;
}

constexpr std::size_t kEscapeLength = 6;  // of \uXXXX

/// The code unit of an escape \uXXXX at `at`, or a value beyond U+FFFF.
constexpr std::uint32_t escaped_unit(std::string_view text, std::size_t at) noexcept {
  if (text.size() < at + kEscapeLength || text[at] != '\\' || text[at + 1] != 'u') {
    return UINT32_MAX;
  }
  std::uint32_t unit = 0;
  for (std::size_t i = at + 2; i < at + kEscapeLength; ++i) {
    const std::uint32_t digit = hexadecimal(text[i]);
    if (digit > 15) {
      return UINT32_MAX;
    }
    unit = unit << 4U | digit;
  }
  return unit;
}

constexpr bool is_high_surrogate(std::uint32_t unit) noexcept { return unit >> 10U == 0x36; }
constexpr bool is_low_surrogate(std::uint32_t unit) noexcept { return unit >> 10U == 0x37; }

}  // namespace

std::optional<std::string> without_lone_surrogates(std::string_view text) {
  std::optional<std::string> replaced;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const std::uint32_t unit = escaped_unit(text, at);
    if (is_high_surrogate(unit) && is_low_surrogate(escaped_unit(text, at + kEscapeLength))) {
      at += 2 * kEscapeLength;
    } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
      if (!replaced) {
        replaced.emplace(text);
      }
      replaced->replace(at, kEscapeLength, "\\ufffd");
      at += kEscapeLength;
    } else {
      at += 2;  // any other escape, the reverse solidus \\ among them
    }
  }
  return replaced;
}

std::string json_fault(std::string_view message) {
  // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value -
  // invalid literal; last read: '…'; expected …"
  for (const std::string_view before : {": ", "] "}) {
    if (const std::size_t found = message.find(before); found != std::string_view::npos) {
      message.remove_prefix(found + before.size());
      break;
    }
  }
  // What was last read may be long, or no UTF-8.
  const std::size_t token = message.find("; last read: '");
  if (token == std::string_view::npos) {
    return std::string(message);
  }
  const std::size_t behind = message.rfind("'; expected ");
  std::string fault(message.substr(0, token));
  return behind == std::string_view::npos || behind < token ? fault
                                                            : fault.append(message.substr(behind + 1));
}

Result<Json> parse_json(std::string_view text) {
  const std::optional<std::string> paired = without_lone_surrogates(text);
  const std::string_view parsed = paired ? std::string_view(*paired) : text;
  JsonBuilder builder;
  const bool complete = Json::sax_parse(parsed.begin(), parsed.end(), &builder);
  return builder.result(complete);
}

}  // namespace naqi
