// Labels the articles of data/articles as those of sites that nobody has looked at: for every site the
// entries of the word lists that only its own documents attest are switched off. The weights have seen none
// of them (fit_weights.cpp).
//
//   unseen_sites ARTICLES OUT              writes OUT/ID.json for every document (unseen_sites.py calls it)
//   unseen_sites ARTICLES --facts ID      prints the pieces of a document, their gold labels and what was
//   seen at them

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "classify/classify.h"
#include "classify/model.h"
#include "fit/labelled.h"
#include "unicode/encoding.h"

namespace {

using nlohmann::json;
using namespace naqi;
using namespace naqi::fit;

json predicted(const LabelledText& article, const std::vector<std::u16string>& switched_off) {
  json document{{"site", article.site}, {"blocks", json::array()}};
  for (const ClassifiedBlock& block : classify(article.analysis, nullptr, compiled_weights(), switched_off)) {
    const Span source = article.analysis.reading.map.source_of(block.span);
    document["blocks"].push_back({{"label", name(block.label)},
                                  {"kept", is_kept(block.label)},
                                  {"span", {source.begin, source.end}},
                                  {"margin", block.margin},
                                  {"apart", block.apart}});
  }
  return document;
}

void print_facts(const LabelledText& article, const std::vector<std::u16string>& switched_off) {
  const Example example = make_example(article, switched_off, 1);
  for (std::size_t i = 0; i < example.pieces.size(); ++i) {
    const std::uint8_t gold = example.gold[i];
    const std::string label = gold == kNoLabel ? "-" : std::string(name(static_cast<Label>(gold)));
    const std::string text = unicode::utf16_to_utf8(article.analysis.slice(example.pieces[i].span));
    std::printf("%s: %s\n   ", label.c_str(), text.c_str());
    for (const Fact& fact : example.evidence[i].facts) {
      std::printf(" %s", std::string(name(fact.feature)).c_str());
      if (fact.target != Fact::kEveryLabel) {
        std::printf("=%s", std::string(name(static_cast<Label>(fact.target))).c_str());
      }
    }
    std::printf("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool facts = argc == 4 && std::string(argv[2]) == "--facts";
  if (argc != 3 && !facts) {
    std::fputs("usage: unseen_sites ARTICLES OUT | unseen_sites ARTICLES --facts ID\n", stderr);
    return 2;
  }
  const std::vector<LabelledText> articles = read_articles(argv[1], "dev");
  if (articles.empty()) {
    std::fprintf(stderr, "no articles in %s\n", argv[1]);
    return 2;
  }
  for (const LabelledText& article : articles) {
    const std::vector<std::u16string> switched_off = attested_only_at(articles, article.site);
    if (!facts) {
      std::ofstream(std::string(argv[2]) + "/" + article.id + ".json")
          << predicted(article, switched_off).dump() << '\n';
    } else if (article.id == argv[3]) {
      print_facts(article, switched_off);
    }
  }
  return 0;
}
