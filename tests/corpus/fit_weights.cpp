// Fits what the weights of src/classify/weights.tsv lack, from labelled articles, and predicts sites that the
// fit has not seen.
//
//   fit_weights ARTICLES fit OUT.tsv MADE.jsonl     writes src/classify/adjustments.tsv
//   fit_weights ARTICLES leave-out OUT MADE.jsonl   for every site: fits without it, with the entries of the
//   word lists
//                                                   that only its documents attest switched off, and writes
//                                                   OUT/ID.json for its documents
//
// MADE.jsonl are documents of synthetic.py: they teach what the few real sites do not show.
//
// An averaged structured perceptron over integers, begun at the hand-set weights, with a margin that weighs a
// false removal most. No random numbers and no floating point: the same documents give the same weights on
// every machine.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "classify/classify.h"
#include "classify/evidence.h"
#include "classify/markers.h"
#include "classify/model.h"
#include "classify/pieces.h"
#include "lexicon/lexicon.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace {

using nlohmann::json;
using namespace naqi;

constexpr int kEpochs = 6;
constexpr std::int32_t kStep = 6;             // thousandths, for every piece with a wrong label
constexpr std::int32_t kFalseRemoval = 2000;  // the margins that a right label must win by
constexpr std::int32_t kLeak = 1500;
constexpr std::int32_t kWrongKind = 500;
constexpr std::int32_t kMost = 250;  // an adjustment goes no further

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Article {
  std::string id, site;
  std::u16string source;
  Analysis analysis;
  std::vector<std::uint8_t> gold;  // label of every unit of the source, 0xFF for none
  std::set<std::u16string> attested;
};

/// A document as the fit sees it.
struct Example {
  std::vector<Piece> pieces;
  std::vector<Evidence> evidence;
  std::vector<std::uint8_t> gold;  // label of every piece
};

constexpr std::uint8_t kNone = 0xFF;

std::vector<std::uint8_t> read_gold(const std::u16string& source, const std::string& path) {
  std::vector<std::uint32_t> starts{0};
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    if (source[i] == u'\n') {
      starts.push_back(i + 1);
    }
  }
  starts.push_back(static_cast<std::uint32_t>(source.size()) + 1);
  std::vector<std::uint8_t> gold(source.size(), kNone);
  const auto code_points = [&](std::uint32_t at, std::uint32_t count) {
    while (count-- > 0 && at < source.size()) {
      static_cast<void>(unicode::next(source, at));
    }
    return at;
  };
  std::ifstream file(path);
  for (std::string row; std::getline(file, row);) {
    const json line = json::parse(row);
    const std::uint32_t begin = starts[line["line"].get<std::uint32_t>() - 1];
    const std::uint32_t end = starts[line["line"].get<std::uint32_t>()] - 1;
    const auto fill = [&](std::uint32_t from, std::uint32_t to, const std::string& label) {
      std::fill(gold.begin() + from, gold.begin() + to, static_cast<std::uint8_t>(*label_of(label)));
    };
    if (line["label"] == "mixed") {
      for (const json& span : line["spans"]) {
        fill(code_points(begin, span["start"]), code_points(begin, span["end"]), span["label"]);
      }
    } else {
      fill(begin, end, line["label"]);
    }
  }
  return gold;
}

/// The phrases of one list that stand in the document.
void attest(const lexicon::Table& table, Article& article) {
  const auto count = static_cast<std::uint32_t>(article.analysis.words.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t limit = std::min<std::uint32_t>(10, count - i); limit > 0;) {
      const lexicon::Match match =
          table.longest([&](std::uint32_t k) { return article.analysis.folded_word(i + k); }, limit);
      if (match.entry == nullptr) {
        break;
      }
      article.attested.insert(std::u16string(match.entry->phrase));
      limit = match.words - 1;
    }
  }
}

/// What synthetic.py wrote.
std::vector<Article> read_made(const std::string& path) {
  std::vector<Article> articles;
  std::ifstream file(path);
  for (std::string row; std::getline(file, row);) {
    const json entry = json::parse(row);
    Article article;
    article.id = entry["id"];
    article.source = unicode::utf8_to_utf16_replacing(entry["text"].get<std::string>());
    article.analysis = analyze(article.source);
    article.gold.resize(article.source.size(), kNone);
    for (const json& span : entry["gold"]) {
      std::fill(article.gold.begin() + span[0].get<std::ptrdiff_t>(),
                article.gold.begin() + span[1].get<std::ptrdiff_t>(),
                static_cast<std::uint8_t>(*label_of(span[2].get<std::string>())));
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

std::vector<Article> read_articles(const std::string& folder) {
  std::vector<Article> articles;
  std::ifstream index(folder + "/index.jsonl");
  for (std::string row; std::getline(index, row);) {
    const json entry = json::parse(row);
    Article article;
    article.id = entry["id"];
    article.site = entry["site"];
    article.source = unicode::utf8_to_utf16_replacing(read_file(folder + "/docs/" + article.id + ".txt"));
    article.analysis = analyze(article.source);
    article.gold = read_gold(article.source, folder + "/gold/" + article.id + ".jsonl");
    attest(lexicon::markers, article);
    attest(lexicon::sections, article);
    attest(lexicon::agencies, article);
    articles.push_back(std::move(article));
  }
  return articles;
}

/// The entries that the documents of `site` attest and no others, sorted.
std::vector<std::u16string> only_at(const std::vector<Article>& articles, const std::string& site) {
  std::set<std::u16string> own;
  std::set<std::u16string> others;
  for (const Article& article : articles) {
    (article.site == site ? own : others).insert(article.attested.begin(), article.attested.end());
  }
  std::vector<std::u16string> only;
  std::set_difference(own.begin(), own.end(), others.begin(), others.end(), std::back_inserter(only));
  return only;
}

Example make_example(const Article& article, const std::vector<std::u16string>& switched_off) {
  Example example;
  example.pieces = cut_pieces(article.analysis, switched_off);
  example.evidence = find_evidence(article.analysis, example.pieces, switched_off, nullptr);
  for (const Piece& piece : example.pieces) {
    const Span source = article.analysis.reading.map.source_of(piece.span);
    std::array<std::uint32_t, kLabelCount> votes{};
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
      if (article.gold[i] != kNone) {
        ++votes[article.gold[i]];
      }
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    example.gold.push_back(*best == 0 ? kNone : static_cast<std::uint8_t>(best - votes.begin()));
  }
  return example;
}

/// A fit in progress: the weights, their running sum, and the adjustments that they make.
class Fit {
 public:
  Fit() : weights_(hand_set_weights()) {}

  Weights run(const std::vector<const Example*>& examples) {
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (const Example* example : examples) {
        learn(*example);
        add_up();
      }
    }
    return average();
  }

 private:
  void learn(const Example& example) {
    std::vector<std::array<std::int32_t, kLabelCount>> loss(example.pieces.size());
    for (std::size_t i = 0; i < example.pieces.size(); ++i) {
      loss[i].fill(0);
      for (std::size_t label = 0; example.gold[i] != kNone && label < kLabelCount; ++label) {
        const bool kept = is_kept(static_cast<Label>(label));
        const bool gold_kept = is_kept(static_cast<Label>(example.gold[i]));
        loss[i][label] = label == example.gold[i] ? 0
                         : kept == gold_kept      ? kWrongKind
                         : gold_kept              ? kFalseRemoval
                                                  : kLeak;
      }
    }
    const Decision decision = decide(example.pieces, example.evidence, weights_, loss);
    for (std::size_t i = 0; i < example.pieces.size(); ++i) {
      const auto got = static_cast<std::uint8_t>(decision.labels[i]);
      const std::uint8_t gold = example.gold[i];
      if (gold == kNone) {
        continue;
      }
      if (got != gold) {
        for (const Fact& fact : example.evidence[i].facts) {
          move(fact, gold, kStep);
          move(fact, got, -kStep);
        }
      }
      if (i > 0 && example.gold[i - 1] != kNone) {
        const auto before = static_cast<std::size_t>(decision.labels[i - 1]);
        if (before != example.gold[i - 1] || got != gold) {
          nudge(weights_.step[example.gold[i - 1]][gold], hand_set_weights().step[example.gold[i - 1]][gold],
                kStep / 2);
          nudge(weights_.step[before][got], hand_set_weights().step[before][got], -kStep / 2);
        }
      }
    }
  }

  static void nudge(std::int32_t& weight, std::int32_t origin, std::int32_t by) {
    weight = std::clamp(weight + by, origin - kMost, origin + kMost);
  }

  /// What one marker teaches holds for the markers of every label.
  void move(const Fact& fact, std::uint8_t label, std::int32_t by) {
    const auto feature = static_cast<std::size_t>(fact.feature);
    if (fact.target == Fact::kEveryLabel) {
      nudge(weights_.feature[feature][label], hand_set_weights().feature[feature][label], by);
    } else if (fact.target == label) {
      for (std::size_t each = 0; each < kLabelCount; ++each) {
        nudge(weights_.feature[feature][each], hand_set_weights().feature[feature][each], by);
      }
    }
  }

  template <typename Visit>
  static void for_each_weight(Weights& weights, Visit&& visit) {
    for (auto& row : weights.feature) {
      std::for_each(row.begin(), row.end(), visit);
    }
    for (auto& row : weights.step) {
      std::for_each(row.begin(), row.end(), visit);
    }
  }

  void add_up() {
    sums_.resize((kFeatureCount + kLabelCount + 1) * kLabelCount);
    std::size_t i = 0;
    for_each_weight(weights_, [&](std::int32_t& weight) { sums_[i++] += weight; });
    ++count_;
  }

  Weights average() {
    Weights weights = weights_;
    std::size_t i = 0;
    for_each_weight(weights,
                    [&](std::int32_t& weight) { weight = static_cast<std::int32_t>(sums_[i++] / count_); });
    return weights;
  }

  Weights weights_;
  std::vector<std::int64_t> sums_;
  std::int64_t count_ = 0;
};

/// Every article twice: as it is, and without the entries that only its own site attests, so that the
/// structure is learned and not only the words.
Weights fit(const std::vector<Article>& articles, const std::vector<Article>& made,
            const std::string& without) {
  std::vector<Example> examples;
  for (const Article& article : articles) {
    if (article.site == without) {
      continue;
    }
    examples.push_back(make_example(article, {}));
    examples.push_back(make_example(article, only_at(articles, article.site)));
  }
  for (const Article& article : made) {
    examples.push_back(make_example(article, {}));
  }
  std::vector<const Example*> order;
  for (const Example& example : examples) {
    order.push_back(&example);
  }
  return Fit().run(order);
}

void write_adjustments(const Weights& weights, const std::string& path) {
  std::ofstream out(path);
  out << "# What the fit adds to the weights of weights.tsv: rule <TAB> label <TAB> thousandths.\n"
         "# Written by tests/corpus/fit_weights; not to be changed by hand.\n";
  const auto row = [&](const std::string& rule, std::size_t label, std::int32_t value,
                       std::int32_t hand_set) {
    const std::int32_t rounded = (value - hand_set) / 10 * 10;
    if (rounded != 0) {
      out << rule << '\t' << name(static_cast<Label>(label)) << '\t' << rounded << '\n';
    }
  };
  const Weights& hand_set = hand_set_weights();
  for (std::size_t feature = 0; feature < kFeatureCount; ++feature) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      row(std::string(name(static_cast<Feature>(feature))), label, weights.feature[feature][label],
          hand_set.feature[feature][label]);
    }
  }
  for (std::size_t before = 0; before <= kLabelCount; ++before) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      const std::string rule = before == kStart ? "start" : std::string(name(static_cast<Label>(before)));
      row("after:" + rule, label, weights.step[before][label], hand_set.step[before][label]);
    }
  }
}

void predict(const Article& article, const Weights& weights, const std::vector<std::u16string>& switched_off,
             const std::string& folder) {
  json document{{"site", article.site}, {"blocks", json::array()}};
  for (const ClassifiedBlock& block : classify(article.analysis, nullptr, weights, switched_off)) {
    const Span source = article.analysis.reading.map.source_of(block.span);
    document["blocks"].push_back({{"label", name(block.label)},
                                  {"kept", is_kept(block.label)},
                                  {"span", {source.begin, source.end}},
                                  {"margin", block.margin}});
  }
  std::ofstream(folder + "/" + article.id + ".json") << document.dump() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: fit_weights ARTICLES fit|leave-out OUT MADE.jsonl\n", stderr);
    return 2;
  }
  const std::vector<Article> articles = read_articles(argv[1]);
  const std::vector<Article> made = read_made(argv[4]);
  if (articles.empty()) {
    std::fprintf(stderr, "no articles in %s\n", argv[1]);
    return 2;
  }
  if (std::string(argv[2]) == "fit") {
    write_adjustments(fit(articles, made, ""), argv[3]);
    return 0;
  }
  std::set<std::string> sites;
  for (const Article& article : articles) {
    sites.insert(article.site);
  }
  for (const std::string& site : sites) {
    const Weights weights = fit(articles, made, site);
    const std::vector<std::u16string> switched_off = only_at(articles, site);
    for (const Article& article : articles) {
      if (article.site == site) {
        predict(article, weights, switched_off, argv[3]);
      }
    }
  }
  return 0;
}
