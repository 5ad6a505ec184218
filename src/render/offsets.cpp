#include "render/offsets.h"

#include <algorithm>

namespace naqi {
namespace {

constexpr std::uint32_t kStep = 64;

}  // namespace

OffsetConverter::OffsetConverter(std::u16string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::utf16) {
    return;
  }
  marks_.reserve(text.size() / kStep + 1);
  std::uint32_t converted = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) {
      marks_.push_back(converted);
    }
    converted += width(i);
  }
  if (text.size() % kStep == 0) {
    marks_.push_back(converted);
  }
}

std::uint32_t OffsetConverter::width(std::uint32_t at) const noexcept {
  if (unit_ == OffsetUnit::utf16) {
    return 1;
  }
  const char16_t unit = text_[at];
  const bool pair_trail = (unit & 0xFC00U) == 0xDC00U && at > 0 && (text_[at - 1] & 0xFC00U) == 0xD800U;
  if (pair_trail) {
    return 0;
  }
  if (unit_ == OffsetUnit::codepoint || unit < 0x80U) {
    return 1;
  }
  if (unit < 0x800U) {
    return 2;
  }
  const bool pair_lead =
      (unit & 0xFC00U) == 0xD800U && at + 1 < text_.size() && (text_[at + 1] & 0xFC00U) == 0xDC00U;
  return pair_lead ? 4 : 3;
}

std::uint32_t OffsetConverter::operator()(std::uint32_t at) const noexcept {
  if (unit_ == OffsetUnit::utf16) {
    return at;
  }
  const std::uint32_t end = std::min(at, static_cast<std::uint32_t>(text_.size()));
  std::uint32_t converted = marks_[end / kStep];
  for (std::uint32_t i = end / kStep * kStep; i < end; ++i) {
    converted += width(i);
  }
  return converted;
}

}  // namespace naqi
