#include "document/projection.h"

#include "unicode/properties.h"

namespace naqi {

std::u16string_view trimmed(std::u16string_view text) noexcept {
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < text.size(); begin = i) {
    if (!unicode::is_invisible(unicode::next(text, i))) {
      break;
    }
  }
  auto end = static_cast<std::uint32_t>(text.size());
  while (end > begin) {
    std::uint32_t at = end;
    if (!unicode::is_invisible(unicode::previous(text, at))) {
      break;
    }
    end = at;
  }
  return text.substr(begin, end - begin);
}

namespace {

/// The text with one space where lines of a hard-wrapped paragraph were joined. In the reading text their
/// ends are spaces already, two for CR LF; it has no other runs of spaces.
std::u16string with_joined_lines(std::u16string_view text, bool reading) {
  const auto joint = [](char16_t c) { return c == u' ' || unicode::is_line_end(c); };
  std::u16string joined;
  joined.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    bool breaks = reading;
    while (end < text.size() && joint(text[end])) {
      breaks = breaks || unicode::is_line_end(text[end]);
      ++end;
    }
    if (breaks && end > begin) {
      joined += u' ';
    } else {
      joined.append(text, begin, end - begin);
    }
    if (end < text.size()) {
      joined += text[end++];
    }
    begin = end;
  }
  return joined;
}

}  // namespace

Projection::Projection(std::u16string_view source, const NormalizedText& reading,
                       const NormalizeOptions& options)
    : reading_(reading), options_(options), clusters_(source) {
  if (options.settings != NormalizeOptions::of(Profile::reading).settings ||
      options.compatibility != Compatibility::none) {
    own_ = normalize(source, options);
  }
}

Span Projection::source_of(Span reading) const noexcept {
  const Span source = reading_.map.source_of(reading);
  const std::uint32_t begin = clusters_.floor(source.begin);
  return {begin, source.empty() ? begin : clusters_.ceil(source.end)};
}

std::u16string Projection::text_of(Span source) const {
  const Span text = shown().map.text_of(source);
  return with_joined_lines(trimmed(std::u16string_view(shown().text).substr(text.begin, text.size())), !own_);
}

std::u16string Projection::text_of(std::u16string_view foreign) const {
  return std::u16string(trimmed(normalize(foreign, options_).text));
}

std::u16string Projection::from_reading(std::u16string piece) const {
  return own_ ? text_of(std::u16string_view(piece)) : std::move(piece);
}

}  // namespace naqi
