#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/batch/lines.h"
#include "cli/batch/totals.h"
#include "naqi/error.h"

namespace naqi::cli {

/// How far a run has come: what of the input is answered, where the answers end in the output, what they
/// count up to. Written only after the disk has the output, so a run that goes on from it, having cut off the
/// output there, writes nothing twice and leaves nothing out, however the run before it ended.
struct Checkpoint {
  InputPlace input;
  std::uint64_t output = 0;  ///< bytes of the output file
  Totals totals;
};

/// Replaces the file as a whole. `job` is what was asked for; it is kept with the checkpoint. Errors: `io`.
[[nodiscard]] std::optional<Error> save(const Checkpoint& checkpoint, const std::string& path,
                                        const std::string& job);

/// The checkpoint of a file, or nothing where there is no such file. Errors: `io`; `invalid_option` where it
/// is none or was written for another `job`.
[[nodiscard]] Result<std::optional<Checkpoint>> load_checkpoint(const std::string& path,
                                                                const std::string& job);

}  // namespace naqi::cli
