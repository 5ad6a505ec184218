#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace naqi::test {

/// Branches taken since the program began. This executable has its own build of src/, in which the compiler
/// calls
/// __sanitizer_cov_trace_pc at each of them: a count that is the same on every machine, however loaded.
[[nodiscard]] std::uint64_t steps() noexcept;

/// The steps of one call.
template <typename Call>
[[nodiscard]] std::uint64_t steps_of(Call&& call) {
  const std::uint64_t before = steps();
  call();
  return steps() - before;
}

/// A text of the worst kind: a piece repeated.
struct Input {
  const char* name;
  std::u16string_view piece;
  std::u16string_view head = {};  ///< once, in front
  std::u16string_view tail = {};  ///< once, at the end
};

[[nodiscard]] inline std::u16string text_of(const Input& input, std::size_t units) {
  std::u16string text(input.head);
  text.reserve(units + input.piece.size() + input.tail.size());
  while (text.size() < units) {
    text += input.piece;
  }
  return text += input.tail;
}

/// Twice the text took about twice the steps, and something was counted.
[[nodiscard]] inline ::testing::AssertionResult is_linear(std::uint64_t once, std::uint64_t twice) {
  if (once > 0 && twice <= once * 2 + once / 8 + 1024) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << once << " steps for the text, " << twice << " for twice the text: ";
}

}  // namespace naqi::test
