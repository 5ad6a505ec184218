#include "document/partition.h"

#include <algorithm>

#include "unicode/properties.h"

namespace naqi {
namespace {

/// Sorted, disjoint, at cluster boundaries. A span that others have swallowed is dropped.
Partition disjoint(std::uint32_t size, const std::vector<Span>& found,
                   const unicode::GraphemeBoundaries& clusters) {
  Partition out;
  out.parts.reserve(found.size());
  out.part_of.reserve(found.size());
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    Span span = {std::min(found[i].begin, size), std::min(found[i].end, size)};
    span.begin = span.begin > last ? std::max(clusters.floor(span.begin), last) : last;
    if (span.begin < span.end) {
      span.end = clusters.ceil(span.end);
      out.parts.push_back({span, i});
      last = span.end;
    }
    out.part_of.push_back(out.parts.empty() ? 0 : static_cast<std::uint32_t>(out.parts.size() - 1));
  }
  return out;
}

/// Gives the visible characters of `gap` to the last part of `parts` if they stand on its line, to
/// `next` if they stand on that one's, else to parts of their own.
void fill(std::u16string_view source, Span gap, const unicode::GraphemeBoundaries& clusters,
          std::vector<Partition::Part>& parts, Partition::Part* next) {
  bool first_line = !parts.empty();
  Span visible{gap.begin, gap.begin};
  const auto flush = [&](bool last_line) {
    if (!visible.empty()) {
      const Span whole{clusters.floor(visible.begin), clusters.ceil(visible.end)};
      if (first_line) {
        parts.back().span.end = whole.end;
      } else if (last_line && next != nullptr) {
        next->span.begin = whole.begin;
      } else {
        parts.push_back({whole, std::nullopt});
      }
    }
    first_line = false;
  };
  for (std::uint32_t i = gap.begin; i < gap.end;) {
    const std::uint32_t at = i;
    const char32_t c = unicode::next(source, i);
    if (unicode::is_line_end(c)) {
      flush(false);
      visible = {i, i};
    } else if (!unicode::is_invisible(c)) {
      visible = {visible.empty() ? at : visible.begin, i};
    }
  }
  flush(true);
}

}  // namespace

Partition partition(std::u16string_view source, const std::vector<Span>& found,
                    const unicode::GraphemeBoundaries& clusters) {
  const auto size = static_cast<std::uint32_t>(source.size());
  Partition rough = disjoint(size, found, clusters);
  Partition out;
  out.parts.reserve(rough.parts.size());
  std::vector<std::uint32_t> moved;  // where each rough part is now
  moved.reserve(rough.parts.size());
  std::uint32_t last = 0;
  for (Partition::Part& part : rough.parts) {
    const std::uint32_t end = part.span.end;
    fill(source, {last, part.span.begin}, clusters, out.parts, &part);
    moved.push_back(static_cast<std::uint32_t>(out.parts.size()));
    out.parts.push_back(part);
    last = end;
  }
  fill(source, {last, size}, clusters, out.parts, nullptr);
  for (std::uint32_t& at : rough.part_of) {
    at = moved.empty() ? 0 : moved[at];
  }
  out.part_of = std::move(rough.part_of);
  return out;
}

}  // namespace naqi
