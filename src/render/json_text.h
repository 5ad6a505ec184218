#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/error.h"

namespace naqi {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

/// A value of a JSON text. Containers come before what is in them; a member of an object is two values, its
/// key and what it says.
struct JsonValue {
  JsonKind kind = JsonKind::null;
  std::size_t begin = 0;  ///< in bytes of the text; of a string, behind the quotation mark
  std::size_t end = 0;    ///< in bytes of the text; of a string, before the quotation mark
  std::size_t next = 0;   ///< the position of the value behind this one and all that is in it
  std::size_t size = 0;   ///< elements of an array, members of an object
};

/// A JSON text (RFC 8259), read once from the front: where its values stand, and what they are when somebody
/// asks. It refers to the text, which must outlive it.
class JsonText {
 public:
  /// Never throws, does not recurse. A byte order mark is passed over. Errors: `invalid_option`, `position`
  /// in bytes.
  [[nodiscard]] static Result<JsonText> parse(std::string_view text);

  [[nodiscard]] const JsonValue& operator[](std::size_t i) const noexcept { return values_[i]; }
  /// The bytes of a value as they stand in the text, a string without its quotation marks.
  [[nodiscard]] std::string_view bytes(const JsonValue& value) const noexcept {
    return text_.substr(value.begin, value.end - value.begin);
  }
  /// A string without its escapes, as UTF-8.
  [[nodiscard]] std::string string(const JsonValue& value) const;

 private:
  std::string_view text_;
  std::vector<JsonValue> values_;
};

}  // namespace naqi
