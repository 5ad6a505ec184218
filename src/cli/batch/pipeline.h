#pragma once

#include <functional>
#include <memory>

#include "cli/batch/lines.h"
#include "cli/batch/record.h"

namespace naqi::cli {

/// What becomes of the answers; called from the thread that called `run_pipeline`, in the order of the lines.
/// False stops the work.
struct AnswerSink {
  std::function<bool(const InputLine&, const Answer&)> take;
  /// The next answer is not there yet.
  std::function<bool()> wait;
  /// Every now and then.
  std::function<bool()> tick;
};

struct PipelineOptions {
  std::size_t jobs = 1;
  double seconds = 0;  ///< that a record may take; 0: as long as it takes
  bool prompt =
      true;  ///< somebody waits for each answer; else they are taken a few milliseconds' worth at a time
};

/// Answers all lines on `jobs` threads. One thread reads ahead, as far as lines and answers that wait for
/// their turn stay below a limit of memory; so a slow record holds the others up only when that is used up.
///
/// A record that takes longer than `seconds` is given up: its answer is an error, another thread takes the
/// place of the one that works on it, and what that one brings in the end is thrown away. Cleaning is linear
/// and the size of a record limited, so it does end; it cannot be stopped in the middle, since a thread
/// that is killed leaves memory and locks behind. At most `jobs` threads are replaced at a time.
///
/// True if a thread is still at work, such a one or because the sink has stopped the run: the process should
/// then end without waiting for it.
[[nodiscard]] bool run_pipeline(InputLines& lines, std::shared_ptr<const RecordJob> job,
                                const PipelineOptions& options, const AnswerSink& sink);

}  // namespace naqi::cli
