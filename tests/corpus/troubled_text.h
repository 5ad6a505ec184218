#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace naqi::test {

enum class Trouble : std::uint8_t {
  none,
  abbreviations,
  missing_spaces,
  framed_quotes,
  broken_quotes,
  ellipsis,
  lists,
  numbers_and_addresses,
  headlines_without_stops,
  hard_wrapped,
  glued_words,
};
inline constexpr std::size_t kTroubles = 11;

[[nodiscard]] std::string_view name(Trouble trouble) noexcept;

struct Troubled {
  std::u16string text;
  std::vector<std::uint32_t> ends;  ///< the sentence ends, in units, white space before them taken off
};

/// An article of about thirty sentences, put together at random from sentences written for this
/// purpose. Every article holds a few abbreviations and numbers, as articles do; `trouble` says what
/// it has much of.
[[nodiscard]] Troubled troubled_text(Trouble trouble, std::mt19937& random);

}  // namespace naqi::test
