#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "naqi/document.h"
#include "naqi/error.h"
#include "naqi/normalize.h"
#include "naqi/span.h"

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

/// A normalised text as JSON: {"text": "…"}, with `map` also "edits", [{"operation", "source", "text"}, …]
/// (spans of the source and of the text), and "map", the source span of every unit of the text.
/// Offsets and units of both texts are `unit`; a lone surrogate counts as the U+FFFD that it becomes.
[[nodiscard]] std::string to_json(const NormalizedText& normalized, std::u16string_view source, bool map,
                                  OffsetUnit unit = OffsetUnit::utf16);

/// Spans of `text` as JSON: {"spans": [[start, end], …]}.
[[nodiscard]] std::string to_json(std::span<const Span> spans, std::u16string_view text,
                                  OffsetUnit unit = OffsetUnit::utf16);

/// The kept content as Markdown, plain text or an HTML fragment, UTF-8; metadata once at the head.
/// The `kept` flags are honoured as they stand, so a restored block is printed.
[[nodiscard]] std::string to_markdown(const Document& document);
[[nodiscard]] std::string to_text(const Document& document);
[[nodiscard]] std::string to_html(const Document& document);

/// Every block with its label, its confidence and its reasons, one block a paragraph, for people who
/// ask why: UTF-8, not meant to be parsed.
[[nodiscard]] std::string to_explanation(const Document& document);

/// Reads a Document back from its JSON. Errors: `invalid_option` with the path of what is wrong.
[[nodiscard]] Result<Document> from_json(std::string_view json);
/// The same, but only what `to_text`, `to_markdown` and `to_html` print; faults elsewhere stay unseen.
[[nodiscard]] Result<Document> printed_from_json(std::string_view json);

}  // namespace naqi
