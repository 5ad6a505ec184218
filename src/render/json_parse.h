#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "naqi/error.h"

namespace naqi {

/// What a JSON text may ask of memory, so that none can use it up: arrays and objects inside each other,
/// values in all.
inline constexpr std::size_t kMaxJsonDepth = 256;
inline constexpr std::size_t kMaxJsonValues = std::size_t{1} << 24U;

/// Parses a JSON text (RFC 8259). A byte order mark is passed over. Errors: `invalid_option` with `position`
/// in bytes where the text is no JSON, and for a key that an object has twice; `input_too_large` beyond the
/// limits above.
[[nodiscard]] Result<nlohmann::json> parse_json(std::string_view text);

/// The text with the escape \ufffd in place of every \uXXXX that is half of a surrogate pair without the
/// other, byte for byte as long as before; nothing if there is none. JSON.stringify and Python write such
/// escapes, nlohmann_json refuses them, and a lone surrogate is U+FFFD in every text of the output.
[[nodiscard]] std::optional<std::string> without_lone_surrogates(std::string_view text);

/// What nlohmann_json says of a text that it refuses, without the number of its exception, the place and the
/// token.
[[nodiscard]] std::string json_fault(std::string_view message);

}  // namespace naqi
