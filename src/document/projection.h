#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "naqi/normalize.h"
#include "unicode/grapheme.h"

namespace naqi {

/// Leads from the reading text, which all stages work on, back to the source, and from the source
/// to the text that the caller wants to read. The second way does not depend on the first: this is
/// why labels, spans and structure are the same for every profile.
class Projection {
 public:
  /// `source` and `reading` (its normalised form) must outlive the projection.
  Projection(std::u16string_view source, const NormalizedText& reading, const NormalizeOptions& options);

  /// The source of a span of the reading text; widened where it would cut a grapheme cluster.
  [[nodiscard]] Span source_of(Span reading) const noexcept;
  /// What a span of the source reads like, trimmed of all that is invisible.
  [[nodiscard]] std::u16string text_of(Span source) const;
  /// What a text that does not stand in the source reads like.
  [[nodiscard]] std::u16string text_of(std::u16string_view foreign) const;
  /// A piece of the reading text as the caller wants to read it.
  [[nodiscard]] std::u16string from_reading(std::u16string piece) const;

  [[nodiscard]] const unicode::GraphemeBoundaries& clusters() const noexcept { return clusters_; }

 private:
  [[nodiscard]] const NormalizedText& shown() const noexcept { return own_ ? *own_ : reading_; }

  const NormalizedText& reading_;
  NormalizeOptions options_;
  std::optional<NormalizedText> own_;  // when the caller does not want the reading text
  unicode::GraphemeBoundaries clusters_;
};

/// `text` without white space, controls and invisible format characters at its ends.
[[nodiscard]] std::u16string_view trimmed(std::u16string_view text) noexcept;

}  // namespace naqi
