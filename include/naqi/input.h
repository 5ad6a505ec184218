#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/clean.h"
#include "naqi/error.h"
#include "naqi/normalize.h"
#include "naqi/segment.h"

namespace naqi {

// What comes in as JSON, from the command line and from JavaScript: pages and options. One table of
// names for both.

/// A page that owns its text.
struct PageInput {
  std::u16string source;
  std::vector<InputBlock> blocks;
  PageMeta meta;

  [[nodiscard]] Page page() const { return {source, blocks, meta}; }
};

/// Reads a page: {"blocks": […], "meta": {…}?, "source": "…"?}.
///
/// A block is {"text": "…"} or {"span": [start, end]} (UTF-16 units of the source) and, all of them
/// optional, "tag", "level", "hints", "hidden", "list", "table", "container" as in `InputBlock` and
/// "linkDensity", from 0 to 1 ("link_density" is the same in thousandths). Texts joined by one LF are
/// the source; a "source" that is not the same is an error. Blocks with spans need a source: the
/// JSON's, or `source` where the text crosses apart. "meta" is `PageMeta`, its lists of {"value", "from"}.
/// Errors: `invalid_option` with the path of what is wrong.
[[nodiscard]] Result<PageInput> page_from_json(std::string_view json,
                                               std::optional<std::u16string> source = std::nullopt);

/// {"profile": "search", "compat": …, "fold_alef": "on" | true, …}: what differs from `base`; a profile
/// or a preset replaces it. The empty text changes nothing. Errors: `invalid_option`, naming what is valid.
[[nodiscard]] Result<NormalizeOptions> normalize_options_from_json(
    std::string_view json, const NormalizeOptions& base = NormalizeOptions::of(Profile::reading));

/// The same and {"words": true}.
[[nodiscard]] Result<CleanOptions> clean_options_from_json(std::string_view json,
                                                           const CleanOptions& base = {});

/// What `segment` is asked for.
struct SegmentRequest {
  SegmentUnit unit = SegmentUnit::sentence;
  SegmentOptions options;
};

/// {"unit": "word", "conformant": true, "abbreviations": ["…"], …}: the fields of SegmentOptions.
/// What differs from `base`. Errors: `invalid_option`, naming what is valid.
[[nodiscard]] Result<SegmentRequest> segment_request_from_json(std::string_view json,
                                                               const SegmentRequest& base = {});

/// "paragraph", "line", "sentence", "word", "clitic", "grapheme".
[[nodiscard]] std::string_view name(SegmentUnit unit) noexcept;
[[nodiscard]] std::optional<SegmentUnit> segment_unit_of(std::string_view name) noexcept;

/// Sets one option by name: ("split_quotes", "true"); "abbreviations" adds one. "on" and "off" stand
/// for "true" and "false". Errors: `invalid_option`, naming what is valid.
[[nodiscard]] std::optional<Error> set(SegmentOptions& options, std::string_view option,
                                       std::string_view value);

}  // namespace naqi
