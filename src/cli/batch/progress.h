#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace naqi::cli {

/// One line on standard error, when that is a terminal: records, records a second, share and time left.
class BatchProgress {
 public:
  /// So much of the input was done by an earlier run.
  explicit BatchProgress(std::uint64_t first_read);
  ~BatchProgress();
  BatchProgress(const BatchProgress&) = delete;
  BatchProgress& operator=(const BatchProgress&) = delete;

  /// `read` of `size` bytes of the input file are done; no size: a pipe.
  void show(std::uint64_t records, std::uint64_t read, std::optional<std::uint64_t> size);

 private:
  bool shown_;
  bool begun_ = false;
  std::uint64_t first_read_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace naqi::cli
