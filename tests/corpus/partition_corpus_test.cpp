// What the contract promises, on every article of the shared data and on the article that the project began
// with.

#include <gtest/gtest.h>

#include <filesystem>

#include "naqi/naqi.h"
#include "support/document_checks.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

struct Article {
  std::string name;
  std::u16string source;
};

std::vector<Article> articles() {
  std::vector<std::filesystem::path> paths = {test::shared_data("data/seed/article.txt")};
  for (const auto& entry : std::filesystem::directory_iterator(test::shared_data("data/articles/docs"))) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Article> out;
  for (const auto& path : paths) {
    const auto bytes = test::read_file(path.string());
    out.push_back({path.filename().string(), unicode::utf8_to_utf16(bytes.value_or("")).value()});
  }
  return out;
}

TEST(Corpus, EveryDocumentKeepsTheContract) {
  require_shared_data("data/articles/docs");
  CleanOptions options;
  options.words = true;
  for (const Article& article : articles()) {
    SCOPED_TRACE(article.name);
    test::check_document(article.source, options);
  }
}

TEST(Corpus, EveryDocumentComesBackFromItsJson) {
  require_shared_data("data/articles/docs");
  for (const Article& article : articles()) {
    const std::string json = to_json(clean(article.source).value(), article.source);
    const Result<Document> back = from_json(json);
    ASSERT_TRUE(back) << article.name << ": " << back.error().message;
    EXPECT_EQ(to_json(back.value(), article.source), json) << article.name;
  }
}

TEST(Corpus, EveryProfileGivesTheSameSpansAndLabels) {
  require_shared_data("data/articles/docs");
  CleanOptions search;
  search.normalize = NormalizeOptions::of(Profile::search);
  for (const Article& article : articles()) {
    const Document one = clean(article.source).value();
    const Document other = clean(article.source, search).value();
    ASSERT_EQ(one.blocks.size(), other.blocks.size()) << article.name;
    for (std::size_t i = 0; i < one.blocks.size(); ++i) {
      EXPECT_EQ(one.blocks[i].span, other.blocks[i].span) << article.name;
      EXPECT_EQ(one.blocks[i].label, other.blocks[i].label) << article.name;
    }
  }
}

}  // namespace
}  // namespace naqi
