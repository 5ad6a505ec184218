#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/batch/lines.h"
#include "cli/batch/selection.h"
#include "cli/batch/site_lines.h"
#include "cli/batch/totals.h"
#include "naqi/clean.h"
#include "naqi/render.h"

namespace naqi::cli {

enum class RecordFormat : std::uint8_t { json, text, markdown };

/// Which Documents are written. What is not set lets all through.
struct RecordFilter {
  std::vector<std::string> languages;
  std::uint64_t least_words = 0;
  std::uint64_t most_words = UINT64_MAX;
  double least_kept = 0;        ///< share of the characters
  double least_confidence = 0;  ///< mean of the blocks' confidences, weighted by their characters

  /// The filter that leaves the Document out; empty where none does.
  [[nodiscard]] std::string_view refuses(const Document& document) const;
};

/// What is done with every record; the same for all, so that threads share it.
struct RecordJob {
  std::string field = "text";
  std::string site_field;                 ///< the member that names the site, or its address; empty: none
  std::shared_ptr<SiteLines> site_lines;  ///< there with `site_field`; complete before the first answer
  std::vector<std::string> dropped;       ///< members of the record that are not written
  RecordFormat format = RecordFormat::json;
  OffsetUnit offsets = OffsetUnit::utf16;
  CleanOptions clean;
  Selection selection;
  RecordFilter filter;
  bool replace_invalid = false;
  std::size_t longest = 0;  ///< bytes of a line
};

/// What a record became: a line of the output with its line end, or nothing where it was left out.
struct Answer {
  std::string line;
  Totals totals;
};

/// Counts the lines of the record for `RecordJob::site_lines`, if it has a site and a text.
void count_lines(const InputLine& line, const RecordJob& job);

[[nodiscard]] Answer answer(const InputLine& line, const RecordJob& job);
/// The record with an error in place of the Document.
[[nodiscard]] Answer answer_with(const Error& error, const InputLine& line, const RecordJob& job);

}  // namespace naqi::cli
