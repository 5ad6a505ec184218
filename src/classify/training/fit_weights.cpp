// Fits weights.tsv and trees.tsv: from the documents of synthetic.py and, where they are there, from the
// labelled articles and the documents of changed_articles.py. The specification (tests/spec) is no part of
// it.
//
//   fit_weights --out FOLDER --made FILE [--articles FOLDER --folds FILE --changed FILE] [--each-fold]
//   [--trees-only | --labels-only]
//
// FILE of --folds has a line `id <TAB> fold` for every article that is wanted. With --each-fold a model is
// written to FOLDER/K for every fold K, fitted without the articles of K and what was made of them.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "boost.h"
#include "classify/features/feature_vector.h"
#include "classify/scene.h"
#include "crf.h"
#include "labelled.h"
#include "model_files.h"

namespace {

using namespace naqi;
using namespace naqi::fit;

constexpr int kNoFold = -1;

// How much a document counts, for the labels and for the trees.
struct Shares {
  double labels;
  double trees;
};
constexpr Shares kMade = {.3, .2};
constexpr Shares kMadeWithoutMarkers = {.4, .15};
constexpr Shares kMadeAndCleaned = {.2, .1};
constexpr Shares kArticle = {3, 1};
constexpr Shares kArticleWithoutMarkers = {1, .5};
constexpr Shares kChanged = {.3, .3};

struct Sample {
  Example example;
  std::vector<FeatureVector> vectors;
  std::vector<std::int32_t> characters;  ///< of each piece, without white space
  double trees = 0;                      ///< what it counts for the trees
  int fold = kNoFold;
};

/// Half of the entries of the word lists that the text attests, another half for every text: sites word their
/// furniture anew, and what stands around a line must be enough to know it by.
std::vector<std::u16string> half_of_its_entries(const LabelledText& text) {
  std::vector<std::u16string> half;
  for (const std::u16string& entry : text.attested) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char16_t c : entry) {
      hash = (hash ^ c) * 16777619U;
    }
    for (const char c : text.id) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    if (((hash >> 16U) & 1U) != 0) {
      half.push_back(entry);
    }
  }
  return half;
}

Sample sample_of(const LabelledText& text, const std::vector<std::u16string>& excluded, Shares shares,
                 int fold) {
  Sample sample;
  sample.example = make_example(text, excluded, shares.labels);
  sample.trees = shares.trees;
  sample.fold = fold;
  if (shares.trees > 0) {
    const Scene scene = look_at(text.analysis, sample.example.pieces, excluded, nullptr);
    for_each_vector(scene, [&](const FeatureVector& vector) { sample.vectors.push_back(vector); });
    for (const Piece& piece : sample.example.pieces) {
      const std::u16string_view slice = text.analysis.slice(piece.span);
      sample.characters.push_back(static_cast<std::int32_t>(
          slice.size() - static_cast<std::size_t>(std::count(slice.begin(), slice.end(), u' '))));
    }
  }
  return sample;
}

Weights fit_model(const std::vector<Sample>& samples, int left_out, bool labels, bool trees) {
  std::vector<Example> examples;
  Pieces pieces;
  for (const Sample& sample : samples) {
    if (left_out != kNoFold && sample.fold == left_out) {
      continue;
    }
    if (labels) {
      examples.push_back(sample.example);
    }
    for (std::size_t i = 0; i < sample.vectors.size(); ++i) {
      const std::uint8_t gold = sample.example.gold[i];
      if (gold != kNoLabel) {
        std::int32_t root = 0;
        while ((root + 1) * (root + 1) <= sample.characters[i]) {
          ++root;
        }
        pieces.add(sample.vectors[i], is_kept(static_cast<Label>(gold)), sample.trees * (1 + root));
      }
    }
  }
  Weights weights;
  if (labels) {
    weights = train(examples, TrainingOptions{});
  }
  if (trees) {
    weights.forest = boost(pieces, BoostOptions{});
  }
  return weights;
}

struct Arguments {
  std::map<std::string, std::string> values;
  bool each_fold = false;
  bool trees_only = false;
  bool labels_only = false;
};

Arguments read_arguments(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--each-fold") {
      arguments.each_fold = true;
    } else if (name == "--labels-only") {
      arguments.labels_only = true;
    } else if (name == "--trees-only") {
      arguments.trees_only = true;
    } else if (i + 1 < argc) {
      arguments.values[name] = argv[++i];
    }
  }
  return arguments;
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = read_arguments(argc, argv);
  const auto value = [&](const char* name) {
    const auto found = arguments.values.find(name);
    return found == arguments.values.end() ? std::string() : found->second;
  };
  if (value("--out").empty() || value("--made").empty()) {
    std::fputs(
        "usage: fit_weights --out FOLDER --made FILE [--articles FOLDER --folds FILE --changed FILE] "
        "[--each-fold] "
        "[--trees-only | --labels-only]\n",
        stderr);
    return 2;
  }
  const std::map<std::string, int> folds = read_folds(value("--folds"));
  std::vector<Sample> samples;
  std::size_t articles = 0;
  std::size_t made = 0;
  std::size_t changed = 0;
  if (!value("--articles").empty()) {
    for (const LabelledText& text : read_articles(value("--articles"), "")) {
      if (const auto fold = folds.find(text.id); fold != folds.end()) {
        samples.push_back(sample_of(text, {}, kArticle, fold->second));
        samples.push_back(sample_of(text, half_of_its_entries(text), kArticleWithoutMarkers, fold->second));
        ++articles;
      }
    }
  }
  if (!value("--changed").empty()) {
    for (const LabelledText& text : read_made(value("--changed"))) {
      samples.push_back(sample_of(text, {}, kChanged, folds.at(text.id.substr(0, text.id.find('~')))));
      ++changed;
    }
  }
  for (const LabelledText& text : read_made(value("--made"))) {
    samples.push_back(sample_of(text, {}, kMade, kNoFold));
    samples.push_back(sample_of(text, half_of_its_entries(text), kMadeWithoutMarkers, kNoFold));
    samples.push_back(sample_of(cleaned(text), {}, kMadeAndCleaned, kNoFold));
    ++made;
  }
  const std::string about = "# Fitted from " + std::to_string(articles) + " labelled articles, " +
                            std::to_string(changed) + " made of them, " + std::to_string(made) +
                            " invented documents.\n";
  if (!arguments.each_fold) {
    write_model(fit_model(samples, kNoFold, !arguments.trees_only, !arguments.labels_only), value("--out"),
                about);
    return 0;
  }
  std::set<int> numbers;
  for (const auto& [id, fold] : folds) {
    numbers.insert(fold);
  }
  for (const int fold : numbers) {
    write_model(fit_model(samples, fold, !arguments.trees_only, !arguments.labels_only),
                value("--out") + "/" + std::to_string(fold), about);
  }
  return 0;
}
