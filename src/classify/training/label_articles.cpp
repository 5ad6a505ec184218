// Labels articles with a model that is not compiled in, as on sites that nobody has looked at.
//
//   label_articles MODELS ARTICLES FOLDS.tsv OUT
//   label_articles MODEL < TEXT            the same for one text, on standard output, with all entries
//
// FOLDS.tsv has a line `id <TAB> fold`; a document of fold K is labelled by the model in MODELS/K (of fold
// -1: by the one in MODELS), without those entries of the word lists that only documents of its own fold
// attest. Writes OUT/ID.json: the blocks as schema.md has them, with the log-odds of keeping as `margin`.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "classify/classify.h"
#include "classify/model.h"
#include "labelled.h"
#include "model_files.h"
#include "unicode/encoding.h"

namespace {

using nlohmann::json;
using namespace naqi;
using namespace naqi::fit;

json predicted(const LabelledText& article, const Weights& weights,
               const std::vector<std::u16string>& excluded) {
  json document{{"site", article.site}, {"blocks", json::array()}};
  for (const ClassifiedBlock& block : classify(article.analysis, nullptr, weights, excluded)) {
    const Span source = article.analysis.reading.map.source_of(block.span);
    document["blocks"].push_back({{"label", name(block.label)},
                                  {"kept", is_kept(block.label)},
                                  {"span", {source.begin, source.end}},
                                  {"margin", block.margin},
                                  {"apart", block.apart}});
  }
  return document;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) {
    LabelledText text;
    const std::string bytes{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    text.source = unicode::utf8_to_utf16_replacing(bytes);
    text.analysis = analyze(text.source);
    std::printf("%s\n", predicted(text, read_model(argv[1]), {}).dump().c_str());
    return 0;
  }
  if (argc != 5) {
    std::fputs("usage: label_articles MODELS ARTICLES FOLDS.tsv OUT | label_articles MODEL < TEXT\n", stderr);
    return 2;
  }
  std::map<std::string, int> folds = read_folds(argv[3]);
  std::vector<LabelledText> articles;
  for (LabelledText& text : read_articles(argv[2], "")) {
    if (folds.count(text.id) != 0) {
      articles.push_back(std::move(text));
    }
  }
  std::map<int, std::set<std::u16string>> attested;
  for (const LabelledText& text : articles) {
    attested[folds[text.id]].insert(text.attested.begin(), text.attested.end());
  }
  std::map<int, Weights> models;
  for (const LabelledText& text : articles) {
    const int fold = folds[text.id];
    if (models.count(fold) == 0) {
      const std::string folder = argv[1];
      models.emplace(fold, read_model(fold < 0 ? folder : folder + "/" + std::to_string(fold)));
    }
    std::vector<std::u16string> only;
    for (const std::u16string& entry : text.attested) {
      bool elsewhere = fold < 0;
      for (const auto& [other, entries] : attested) {
        elsewhere = elsewhere || (other != fold && entries.count(entry) != 0);
      }
      if (!elsewhere) {
        only.push_back(entry);
      }
    }
    std::ofstream(std::string(argv[4]) + "/" + text.id + ".json")
        << predicted(text, models.at(fold), only).dump() << '\n';
  }
  return 0;
}
