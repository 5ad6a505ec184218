#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "naqi/error.h"
#include "naqi/span.h"
#include "normalize/function_ref.h"

namespace naqi {

/// A value of a parsed JSON text with its place in it. The accessors check the type; the first
/// fault is kept in a slot that all readers of one text share, as `invalid_option` with the place
/// as a JSON Pointer (RFC 6901), and what is faulty reads as empty. A reader refers to the one it
/// was made from, which must outlive it.
class JsonReader {
 public:
  JsonReader(const nlohmann::json& value, std::optional<Error>& fault) : value_(&value), fault_(fault) {}

  /// The member of an object; a missing one is a fault of the object, unless it is optional.
  [[nodiscard]] JsonReader member(std::string_view key) const;
  /// The member, or nothing if it is missing or null.
  [[nodiscard]] std::optional<JsonReader> optional(std::string_view key) const;

  [[nodiscard]] bool is_null() const noexcept;
  [[nodiscard]] bool is_boolean() const noexcept;
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

  /// Calls `read` for every element of an array.
  void each(FunctionRef<void(const JsonReader&)> read) const;
  /// Calls `read(key, value)` for every member of an object.
  void each_member(FunctionRef<void(std::string_view, const JsonReader&)> read) const;

  /// A member of an object with another name than these is a fault that names the nearest of them.
  void expect_only(std::span<const std::string_view> names) const;

  /// The value as a JSON text of its own.
  [[nodiscard]] std::string json() const;
  [[nodiscard]] std::size_t size() const noexcept;
  void fail(std::string_view what) const;

 private:
  JsonReader(const nlohmann::json* value, const JsonReader* parent, std::string_view key, std::size_t index)
      : value_(value), parent_(parent), key_(key), index_(index), fault_(parent->fault_) {}

  [[nodiscard]] std::string path() const;

  const nlohmann::json* value_;  // null behind a fault
  const JsonReader* parent_ = nullptr;
  std::string_view key_;  // of an object, else the index counts
  std::size_t index_ = 0;
  std::optional<Error>& fault_;
};

/// Parses `text` and lets `read` read it; gives the fault it met. `read` may keep one of its own in the slot.
[[nodiscard]] std::optional<Error> read_json(
    std::string_view text, FunctionRef<void(const JsonReader&, std::optional<Error>&)> read);

/// What was read, unless a fault was met.
template <typename T>
[[nodiscard]] Result<T> value_or(std::optional<Error> fault, T value) {
  if (fault) {
    return *std::move(fault);
  }
  return value;
}

}  // namespace naqi
