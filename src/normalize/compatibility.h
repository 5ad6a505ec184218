#pragma once

#include "normalize/window.h"

namespace naqi::normalization {

/// Does to the whole text, in `window`, what another system does: `lucene` (ArabicNormalizer, then
/// DecimalDigitFilter), `camel` (normalize_unicode, the foldings of alef, alef maksura and teh marbuta,
/// dediac_ar), `pyarabic` (strip_tashkeel, strip_tatweel, normalize_hamza, normalize_ligature),
/// `arabert` (ArabertPreprocessor("bert-base-arabertv02") with its default flags). Their bugs
/// included; tests/spec/normalization.md names them.
void apply_preset(Window& window, Compatibility preset);

}  // namespace naqi::normalization
