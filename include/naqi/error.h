#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

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
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  /// The value; calling it without one is a programming error.
  [[nodiscard]] T& value() & noexcept {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& noexcept {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && noexcept {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  [[nodiscard]] const Error& error() const noexcept {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace naqi
