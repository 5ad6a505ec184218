#include <algorithm>
#include <utility>

#include "naqi/normalize.h"

namespace naqi {
namespace {

using Change = OffsetMap::Change;

/// The changes that end at or before a place are settled: the first one that is not.
template <Span Change::*Side>
const Change* first_ending_after(std::span<const Change> changes, std::uint32_t at) noexcept {
  return std::partition_point(changes.data(), changes.data() + changes.size(),
                              [at](const Change& change) { return (change.*Side).end <= at; });
}
template <Span Change::*Side>
const Change* first_ending_at(std::span<const Change> changes, std::uint32_t at) noexcept {
  return std::partition_point(changes.data(), changes.data() + changes.size(),
                              [at](const Change& change) { return (change.*Side).end < at; });
}

/// Carries a span from the side `From` of the changes to the side `To`.
template <Span Change::*From, Span Change::*To>
Span carry(std::span<const Change> changes, Span span) noexcept {
  // Outside the changes both sides run in step: a place moves by what the last change before it
  // shifted. The units that a change holds move as one.
  const auto shifted = [&](const Change* next, std::uint32_t at) {
    if (next == changes.data()) {
      return at;
    }
    const Change& last = *std::prev(next);
    return (last.*To).end + (at - (last.*From).end);
  };
  if (span.empty()) {
    // Behind whatever the other side holds at this place, unless the place lies inside a change.
    const auto next = first_ending_after<From>(changes, span.begin);
    if (next != changes.data() + changes.size() && (next->*From).begin < span.begin) {
      return {(next->*To).begin, (next->*To).begin};
    }
    const std::uint32_t at = shifted(next, span.begin);
    return {at, at};
  }
  // A change that is empty on this side and stands at an edge stays outside.
  const auto first = first_ending_after<From>(changes, span.begin);
  const std::uint32_t begin = first != changes.data() + changes.size() && (first->*From).begin <= span.begin
                                  ? (first->*To).begin
                                  : shifted(first, span.begin);
  const auto last = first_ending_at<From>(changes, span.end);
  const std::uint32_t end = last != changes.data() + changes.size() && (last->*From).begin < span.end
                                ? (last->*To).end
                                : shifted(last, span.end);
  return {begin, std::max(begin, end)};
}

}  // namespace

OffsetMap::OffsetMap(std::uint32_t source_size, std::uint32_t text_size, std::vector<Change> changes)
    : source_size_(source_size), text_size_(text_size), changes_(std::move(changes)) {}

Span OffsetMap::source_of(Span text) const noexcept {
  return carry<&Change::text, &Change::source>(changes_, text);
}

Span OffsetMap::text_of(Span source) const noexcept {
  return carry<&Change::source, &Change::text>(changes_, source);
}

}  // namespace naqi
