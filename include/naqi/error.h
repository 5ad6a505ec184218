#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace naqi {

/// What can fail. Any string is a valid text: cleaning itself never fails.
enum class ErrorCode : std::uint8_t {
  invalid_option,
  input_too_large,
  invalid_encoding,
  io,
  wasm_load,
  disposed,
  aborted,
  internal,
};

/// The name that the command line and JavaScript show: "INVALID_OPTION", "IO", …
[[nodiscard]] std::string_view name(ErrorCode code) noexcept;

/// What was wrong and what would be right. `message` is UTF-8, English, one line.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  /// Where, if there is a place: the unit is said by the function that returns the error.
  std::optional<std::uint64_t> position;
};

/// A value, or the error that kept it from being made.
template <typename T>
class [[nodiscard]] Result {
 public:
  // Implicit, so that a function returns its value or its error as it is.
  // NOLINTBEGIN(google-explicit-constructor)
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool ok() const noexcept { return value_.has_value(); }
  explicit operator bool() const noexcept { return ok(); }

  /// The value; calling it without one is a programming error.
  [[nodiscard]] T& value() & noexcept {
    assert(ok());
    return *value_;
  }
  [[nodiscard]] const T& value() const& noexcept {
    assert(ok());
    return *value_;
  }
  [[nodiscard]] T&& value() && noexcept {
    assert(ok());
    return *std::move(value_);
  }
  [[nodiscard]] const Error& error() const noexcept {
    assert(!ok());
    return error_;
  }

 private:
  // Not a std::variant: its tables of destructors are code in every module that returns one.
  std::optional<T> value_;
  Error error_;
};

}  // namespace naqi
