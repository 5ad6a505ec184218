#pragma once

// The evaluation data that lies beside the repository, never inside it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

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

/// The value of a string field of one line of an index.jsonl, which holds no escapes there.
[[nodiscard]] inline std::string index_field(std::string_view row, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\": \"";
  const std::size_t at = row.find(key);
  if (at == std::string_view::npos) {
    return "";
  }
  const std::size_t start = at + key.size();
  return std::string(row.substr(start, row.find('"', start) - start));
}

/// The ids of the documents of data/articles in `split`, in the order of the index.
[[nodiscard]] inline std::vector<std::string> articles_of_split(std::string_view split) {
  std::vector<std::string> ids;
  const std::string index = read_file(shared_data("data/articles/index.jsonl")).value_or("");
  for (std::size_t start = 0; start < index.size();) {
    const std::size_t end = std::min(index.find('\n', start), index.size());
    const std::string_view row = std::string_view(index).substr(start, end - start);
    if (index_field(row, "split") == split) {
      ids.push_back(index_field(row, "id"));
    }
    start = end + 1;
  }
  return ids;
}

}  // namespace naqi::test

/// The first line of a TEST that reads shared data: without the data the test is skipped and says so.
#define require_shared_data(relative)                                                                     \
  if (!::naqi::test::has_shared_data(relative))                                                           \
  GTEST_SKIP() << "no " << ::naqi::test::shared_data(relative) << ": put the folder `shared` beside the " \
               << "repository or name it in NAQI_SHARED"
