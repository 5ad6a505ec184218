#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "naqi/document.h"
#include "naqi/error.h"

namespace naqi {

/// What made a Document: the versions of Naqi, of the Unicode Standard and of ICU, compiled in.
struct Generator {
  std::string_view version, unicode, icu;
};
[[nodiscard]] Generator generator() noexcept;

/// The version of the schema of `to_json`; a change that breaks a reader changes it.
inline constexpr std::string_view kSchema = "naqi/1";

enum class OffsetUnit : std::uint8_t { utf16, utf8, codepoint };

/// The Document as JSON ("naqi/1"), UTF-8, keys in the order of the schema, no spaces. The same
/// Document gives the same bytes everywhere. `source` is needed to convert offsets when `unit` is
/// not UTF-16.
[[nodiscard]] std::string to_json(const Document& document, std::u16string_view source,
                                  OffsetUnit unit = OffsetUnit::utf16);

/// The kept content as Markdown, plain text or an HTML fragment, UTF-8; metadata once at the head.
/// The `kept` flags are honoured as they stand, so a restored block is printed.
[[nodiscard]] std::string to_markdown(const Document& document);
[[nodiscard]] std::string to_text(const Document& document);
[[nodiscard]] std::string to_html(const Document& document);

/// Reads a Document back from its JSON. Errors: `invalid_option` with the path of what is wrong.
[[nodiscard]] Result<Document> from_json(std::string_view json);

}  // namespace naqi
