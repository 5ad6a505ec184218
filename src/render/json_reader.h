#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "naqi/error.h"
#include "naqi/span.h"

namespace naqi {

using Json = nlohmann::ordered_json;

/// Parses JSON (RFC 8259). Never throws, does not recurse. Errors: `invalid_option`, `position` in bytes.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

/// A value of a parsed JSON text with its place in it. The accessors check the type; the first
/// fault is kept in a slot that all readers of one text share, as `invalid_option` with the place
/// as a JSON Pointer (RFC 6901), and what is faulty reads as empty. A reader refers to the one it
/// was made from, which must outlive it.
class JsonReader {
 public:
  JsonReader(const Json& root, std::optional<Error>& fault) : value_(&root), fault_(fault) {}

  /// The member of an object; a missing one is a fault of the object, unless it is optional.
  [[nodiscard]] JsonReader member(std::string_view key) const;
  /// The member, or nothing if it is missing or null.
  [[nodiscard]] std::optional<JsonReader> optional(std::string_view key) const;

  [[nodiscard]] bool is_null() const noexcept { return value_ == nullptr || value_->is_null(); }
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] std::string string() const;
  [[nodiscard]] std::u16string text() const;
  [[nodiscard]] std::uint32_t number(std::uint32_t most = UINT32_MAX) const;
  /// A number with a fraction as an integer: value × unit, rounded half away from zero.
  [[nodiscard]] std::int32_t scaled(std::int32_t unit) const;
  /// [begin, end], begin <= end <= most.
  [[nodiscard]] Span span(std::uint32_t most = UINT32_MAX) const;
  [[nodiscard]] std::optional<Span> optional_span(std::uint32_t most = UINT32_MAX) const {
    return is_null() ? std::nullopt : std::optional(span(most));
  }
  /// One of the names that `of` knows; `names` lists them for the message.
  template <typename Of>
  [[nodiscard]] auto named(Of&& of, std::string_view names) const {
    const auto found = of(std::string_view(string()));
    if (!found) {
      fail("must be " + std::string(names));
    }
    return found.value_or(typename decltype(found)::value_type{});
  }

  /// Calls `read(JsonReader)` for every element of an array.
  template <typename Read>
  void each(Read&& read) const {
    if (value_ == nullptr || !value_->is_array()) {
      fail("must be an array");
      return;
    }
    for (std::size_t i = 0; i < value_->size() && !fault_; ++i) {
      read(JsonReader(&(*value_)[i], this, {}, i));
    }
  }
  /// Calls `read(key, JsonReader)` for every member of an object.
  template <typename Read>
  void each_member(Read&& read) const {
    if (value_ == nullptr || !value_->is_object()) {
      fail("must be an object");
      return;
    }
    for (auto it = value_->begin(); it != value_->end() && !fault_; ++it) {
      read(it.key(), JsonReader(&it.value(), this, it.key(), 0));
    }
  }

  [[nodiscard]] const Json& raw() const noexcept { return *value_; }
  [[nodiscard]] std::size_t size() const noexcept { return value_ == nullptr ? 0 : value_->size(); }
  void fail(std::string_view what) const;

 private:
  JsonReader(const Json* value, const JsonReader* parent, std::string_view key, std::size_t index)
      : value_(value), parent_(parent), key_(key), index_(index), fault_(parent->fault_) {}

  [[nodiscard]] std::string path() const;

  const Json* value_;  // null behind a fault
  const JsonReader* parent_ = nullptr;
  std::string_view key_;  // of an object, else the index counts
  std::size_t index_ = 0;
  std::optional<Error>& fault_;
};

}  // namespace naqi
