#pragma once

// The evaluation data that lies beside the repository, never inside it.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace naqi::test {

/// The whole file as bytes; nothing when it cannot be read.
[[nodiscard]] inline std::optional<std::string> read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return std::nullopt;
  }
  std::string bytes;
  char buffer[1 << 14];
  std::size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
    bytes.append(buffer, got);
  }
  const bool good = std::ferror(file) == 0;
  std::fclose(file);
  return good ? std::optional(std::move(bytes)) : std::nullopt;
}

/// Where `relative` lies: in $NAQI_SHARED, else in the folder `shared` beside the repository.
[[nodiscard]] inline std::string shared_data(std::string_view relative) {
  const char* set = std::getenv("NAQI_SHARED");
  std::string path = set != nullptr && *set != '\0' ? set : NAQI_REPOSITORY "/../shared";
  return path.append("/").append(relative);
}

[[nodiscard]] inline bool has_shared_data(std::string_view relative) {
  std::error_code error;
  return std::filesystem::exists(shared_data(relative), error);
}

}  // namespace naqi::test

/// The first line of a TEST that reads shared data: without the data the test is skipped and says so.
#define require_shared_data(relative)                                                                     \
  if (!::naqi::test::has_shared_data(relative))                                                           \
  GTEST_SKIP() << "no " << ::naqi::test::shared_data(relative) << ": put the folder `shared` beside the " \
               << "repository or name it in NAQI_SHARED"
