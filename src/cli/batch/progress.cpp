#include "cli/batch/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace naqi::cli {

BatchProgress::BatchProgress(std::uint64_t first_read)
    : shown_(::isatty(STDERR_FILENO) != 0),
      first_read_(first_read),
      start_(std::chrono::steady_clock::now()) {}

BatchProgress::~BatchProgress() {
  if (shown_ && begun_) {
    std::fputc('\n', stderr);
  }
}

void BatchProgress::show(std::uint64_t records, std::uint64_t read, std::optional<std::uint64_t> size) {
  if (!shown_) {
    return;
  }
  begun_ = true;
  constexpr double kLeast = 1e-3;
  const double seconds =
      std::max(kLeast, std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
  std::fprintf(stderr, "\r\x1b[K%llu records, %.0f a second", static_cast<unsigned long long>(records),
               static_cast<double>(records) / seconds);
  if (size && *size > 0) {
    constexpr double kPercent = 100;
    std::fprintf(stderr, ", %.1f %%", kPercent * static_cast<double>(read) / static_cast<double>(*size));
    if (read > first_read_ && *size >= read) {
      const double left =
          seconds * static_cast<double>(*size - read) / static_cast<double>(read - first_read_);
      constexpr unsigned long kMinute = 60;
      const auto whole = static_cast<unsigned long>(left);
      std::fprintf(stderr, ", %lu:%02lu:%02lu left", whole / kMinute / kMinute, whole / kMinute % kMinute,
                   whole % kMinute);
    }
  }
  std::fflush(stderr);
}

}  // namespace naqi::cli
