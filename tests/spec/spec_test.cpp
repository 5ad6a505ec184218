// Runs every example of this folder, or of the files named on the command line, as a test of its own.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "example.h"

namespace naqi::spec {
namespace {

class ExampleTest : public testing::Test {
 public:
  explicit ExampleTest(Example example) : example_(std::move(example)) {}
  void TestBody() override {
    if (!example_.option("known_failure").empty()) {
      EXPECT_NE(actual(example_), expected(example_))
          << example_.file << ":" << example_.line << ": this holds now, take known_failure away";
      return;
    }
    EXPECT_EQ(visible(actual(example_)), visible(expected(example_)))
        << example_.file << ":" << example_.line << "\ninput:\n"
        << visible(example_.input);
  }

 private:
  Example example_;
};

/// A file without examples tests nothing: a mistake in the file or in its path.
class FileTest : public testing::Test {
 public:
  FileTest(std::string path, std::size_t examples) : path_(std::move(path)), examples_(examples) {}
  void TestBody() override { EXPECT_GT(examples_, 0U) << path_ << " holds no examples"; }

 private:
  std::string path_;
  std::size_t examples_;
};

void register_file(const std::string& path) {
  const std::vector<Example> examples = read_examples(path);
  const std::string file = path.substr(path.find_last_of('/') + 1);
  const std::string suite = file.substr(0, file.find('.'));
  const std::size_t count = examples.size();
  testing::RegisterTest(suite.c_str(), "has_examples", nullptr, nullptr, __FILE__, __LINE__,
                        [path, count]() -> testing::Test* { return new FileTest(path, count); });
  for (const Example& example : examples) {
    const std::string test = "line_" + std::to_string(example.line) + "_" + example.kind;
    testing::RegisterTest(suite.c_str(), test.c_str(), nullptr, nullptr, path.c_str(), example.line,
                          [example]() -> testing::Test* { return new ExampleTest(example); });
  }
}

std::vector<std::string> all_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(NAQI_REPOSITORY "/tests/spec")) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace
}  // namespace naqi::spec

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const std::vector<std::string> named(argv + 1, argv + argc);
  for (const std::string& file : named.empty() ? naqi::spec::all_files() : named) {
    naqi::spec::register_file(file);
  }
  return RUN_ALL_TESTS();
}
