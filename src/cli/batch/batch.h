#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace naqi::cli {

/// What `naqi batch` takes besides what it shares with `naqi clean`.
struct BatchArguments {
  std::string output = "-";
  std::string field = "text";
  std::string site_field;
  std::string resume;
  std::string stats_json;
  std::vector<std::string> select;
  std::vector<std::string> drop;
  std::vector<std::string> languages;
  std::uint64_t jobs = 0;  ///< 0: one for each processor
  std::uint64_t longest = std::uint64_t{64} << 20U;
  std::uint64_t site_memory = 256;  ///< MiB
  double seconds = 300;
  std::uint64_t least_words = 0;
  std::uint64_t most_words = UINT64_MAX;
  double least_kept = 0;
  double least_confidence = 0;
  bool stats = false;
};

[[nodiscard]] Result<int> batch_command(const Arguments& arguments, const BatchArguments& batch);

}  // namespace naqi::cli
