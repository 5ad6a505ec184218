#pragma once

#include "normalize/window.h"

namespace naqi::normalization {

/// ArabertPreprocessor("bert-base-arabertv02").preprocess.
void arabert(Window& window);

}  // namespace naqi::normalization
