// Writes what the trees of the keep decision are fitted from: the feature vector of every piece of every
// text, with its gold label.
//
//   write_features OUT ARTICLES FOLDS.tsv [MADE.jsonl …]
//
// ARTICLES is data/articles; FOLDS.tsv has a line `id <TAB> fold` for every document of it that is wanted.
// OUT.rows holds int16 records, one a piece: text, variant, gold label (-1: none), characters that are no
// white space (all as int32), then the vector. OUT.json names the columns and the texts. Variant 0 is the
// text with all entries of the word lists, variant 1 (articles only) without those that only texts of its own
// fold attest.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "classify/features/feature_vector.h"
#include "classify/scene.h"
#include "labelled.h"
#include "unicode/encoding.h"

namespace {

using nlohmann::json;
using namespace naqi;
using namespace naqi::fit;

class Writer {
 public:
  explicit Writer(const std::string& path) : path_(path), rows_(path + ".rows", std::ios::binary) {
    for (std::size_t i = 0; i < kVectorSize; ++i) {
      about_["columns"].push_back(component_name(i));
    }
    for (std::size_t i = 0; i < kLabelCount; ++i) {
      about_["labels"].push_back(name(static_cast<Label>(i)));
    }
  }

  void add(const LabelledText& text, int variant, const std::vector<std::u16string>& excluded,
           const std::string& origin, int fold) {
    const Example example = make_example(text, excluded, 1);
    const Scene scene = look_at(text.analysis, example.pieces, excluded, nullptr);
    std::vector<FeatureVector> vectors;
    for_each_vector(scene, [&](const FeatureVector& vector) { vectors.push_back(vector); });
    const auto number = static_cast<std::int32_t>(about_["texts"].size());
    about_["texts"].push_back(
        {{"id", text.id}, {"site", text.site}, {"origin", origin}, {"fold", fold}, {"variant", variant}});
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      std::int32_t characters = 0;
      for (const char16_t c : text.analysis.slice(example.pieces[i].span)) {
        characters += c != u' ' && c != u'\n' ? 1 : 0;
      }
      const std::int32_t gold = example.gold[i] == kNoLabel ? -1 : example.gold[i];
      const std::int32_t head[] = {number, variant, gold, characters};
      rows_.write(reinterpret_cast<const char*>(head), sizeof head);
      rows_.write(reinterpret_cast<const char*>(vectors[i].data()), sizeof vectors[i]);
    }
  }

  void finish() { std::ofstream(path_ + ".json") << about_.dump(); }

 private:
  std::string path_;
  std::ofstream rows_;
  json about_ = {{"columns", json::array()}, {"labels", json::array()}, {"texts", json::array()}};
};

std::map<std::string, int> read_folds(const std::string& path) {
  std::map<std::string, int> folds;
  std::ifstream file(path);
  std::string id;
  for (int fold = 0; file >> id >> fold;) {
    folds[id] = fold;
  }
  return folds;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: write_features OUT ARTICLES FOLDS.tsv [MADE.jsonl …]\n", stderr);
    return 2;
  }
  Writer writer(argv[1]);
  const std::map<std::string, int> folds = read_folds(argv[3]);
  std::vector<LabelledText> articles;
  for (LabelledText& text : read_articles(argv[2], "")) {
    if (folds.count(text.id) != 0) {
      articles.push_back(std::move(text));
    }
  }
  std::map<int, std::set<std::u16string>> attested;  // by fold
  for (const LabelledText& text : articles) {
    attested[folds.at(text.id)].insert(text.attested.begin(), text.attested.end());
  }
  for (const LabelledText& text : articles) {
    const int fold = folds.at(text.id);
    std::vector<std::u16string> only;
    for (const std::u16string& entry : text.attested) {
      bool elsewhere = false;
      for (const auto& [other, entries] : attested) {
        elsewhere = elsewhere || (other != fold && entries.count(entry) != 0);
      }
      if (!elsewhere) {
        only.push_back(entry);
      }
    }
    writer.add(text, 0, {}, "article", fold);
    writer.add(text, 1, only, "article", fold);
  }
  for (int i = 4; i < argc; ++i) {
    for (const LabelledText& text : read_made(argv[i])) {
      const auto at = folds.find(text.id.substr(0, text.id.find('~')));
      writer.add(text, 0, {}, at == folds.end() ? "made" : "changed", at == folds.end() ? -1 : at->second);
    }
  }
  writer.finish();
  return 0;
}
