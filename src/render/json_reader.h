#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "naqi/error.h"
#include "naqi/span.h"
#include "normalize/function_ref.h"
#include "render/json_text.h"

namespace naqi {

/// A value of a parsed JSON text with its place in it. The accessors check the type; the first
/// fault is kept in a slot that all readers of one text share, as `invalid_option` with the place
/// as a JSON Pointer (RFC 6901), and what is faulty reads as empty. A reader refers to the one it
/// was made from, which must outlive it.
class JsonReader {
 public:
  JsonReader(const JsonText& text, std::optional<Error>& fault)
      : text_(text), value_(&text[0]), fault_(fault) {}

  /// The member of an object; a missing one is a fault of the object, unless it is optional.
  [[nodiscard]] JsonReader member(std::string_view key) const;
  /// The member, or nothing if it is missing or null.
  [[nodiscard]] std::optional<JsonReader> optional(std::string_view key) const;

  [[nodiscard]] bool is_null() const noexcept { return value_ == nullptr || is(JsonKind::null); }
  [[nodiscard]] bool is_boolean() const noexcept { return is(JsonKind::boolean); }
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

  /// The value as it stands in the text, in bytes; a string with its quotation marks.
  [[nodiscard]] std::string raw() const;
  [[nodiscard]] std::size_t size() const noexcept { return value_ == nullptr ? 0 : value_->size; }
  void fail(std::string_view what) const;

 private:
  JsonReader(const JsonValue* value, const JsonReader* parent, std::string_view key, std::size_t index)
      : text_(parent->text_),
        value_(value),
        parent_(parent),
        key_(key),
        index_(index),
        fault_(parent->fault_) {}

  [[nodiscard]] bool is(JsonKind kind) const noexcept { return value_ != nullptr && value_->kind == kind; }
  [[nodiscard]] const JsonValue* behind(const JsonValue* value) const noexcept {
    return &text_[0] + value->next;
  }
  /// The last member of that name, or null.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
  [[nodiscard]] std::string path() const;

  const JsonText& text_;
  const JsonValue* value_;  // null behind a fault
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
