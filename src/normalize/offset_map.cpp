#include <algorithm>

#include "naqi/normalize.h"

namespace naqi {

OffsetMap::OffsetMap(std::uint32_t source_size, std::uint32_t text_size, std::vector<Change> changes)
    : source_size_(source_size), text_size_(text_size), changes_(std::move(changes)) {}

Span OffsetMap::source_of(Span text) const noexcept { return text; }
Span OffsetMap::text_of(Span source) const noexcept { return source; }

}  // namespace naqi
