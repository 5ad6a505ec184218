#pragma once

#include <string>

#include "classify/model.h"

namespace naqi::fit {

/// Writes FOLDER/weights.tsv and FOLDER/trees.tsv; `about` goes into their heads, lines that begin with «# ».
void write_model(const Weights& weights, const std::string& folder, const std::string& about);

/// Reads what write_model() wrote, and adds src/classify/editor_weights.tsv, as the compiled weights have it;
/// ends the program with a message where a file is missing or wrong.
[[nodiscard]] Weights read_model(const std::string& folder);

}  // namespace naqi::fit
