#pragma once

#include <string>
#include <string_view>

#include "naqi/normalize.h"

namespace naqi::test {

/// What `normalize` must give, computed without windows, quick checks or offsets: one rule at a time
/// over all code points, NFC by ICU. Only what is data or a finding over text is shared with the
/// library: the table of forms, the language of runs, the glued places, the protected spans.
[[nodiscard]] std::u16string reference_normalize(std::u16string_view source, const NormalizeOptions& options);

}  // namespace naqi::test
