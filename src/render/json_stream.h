#pragma once

#include <functional>
#include <string_view>

#include "naqi/render.h"

namespace naqi {

/// The bytes of `to_json` in pieces, for who writes them away: there is never more than a piece in memory.
void write_json(const Document& document, std::u16string_view source, OffsetUnit unit,
                const std::function<void(std::string_view)>& write);

}  // namespace naqi
