// Fits the weights of the decision, src/classify/weights.tsv, from texts of our own alone: the documents of
// synthetic.py and the examples of tests/spec. No article of anybody's site is among them, so that every one
// is a fair test.
//
//   fit_weights MADE.jsonl SPECIFICATION OUT.tsv          (fit.py calls it)

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "fit/crf.h"
#include "fit/labelled.h"

namespace {

using namespace naqi;
using namespace naqi::fit;

// How much a document counts. The few examples of the specification are its rules: they count most.
constexpr double kMade = .1;
constexpr double kMadeWithoutMarkers = .4;
constexpr double kMadeAndCleaned = .1;
constexpr double kSpecification = 15;

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

std::string row_of(const std::string& rule, const std::array<std::int32_t, kLabelCount>& weights,
                   bool targeted) {
  std::string cells;
  const auto cell = [&](const std::string& label, std::int32_t weight) {
    if (weight != 0) {
      cells += (cells.empty() ? "\t" : " ") + label + "=" + std::to_string(weight);
    }
  };
  if (targeted) {
    cell("all", weights[0]);
  } else {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      cell(std::string(name(static_cast<Label>(label))), weights[label]);
    }
  }
  return cells.empty() ? std::string() : rule + cells + "\n";
}

void write(const Weights& weights, const std::string& path) {
  std::ofstream out(path);
  out << "# The weights of the decision, in thousandths: what a rule adds to a label.\n"
         "#\n"
         "# rule <TAB> label=weight label=weight …\n"
         "#\n"
         "# A rule is a name of features.inc; `after:LABEL` is the step from one piece to the next "
         "(`after:start` for the\n"
         "# first piece), `same-line` is for two pieces of one line under one label; `all` stands for every "
         "label.\n"
         "# Written by tests/corpus/fit.py, not to be changed by hand: a test fits them again.\n";
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const auto feature = static_cast<Feature>(i);
    out << row_of(std::string(name(feature)), weights.feature[i], is_targeted(feature));
  }
  for (std::size_t before = 0; before <= kLabelCount; ++before) {
    const std::string label = before == kStart ? "start" : std::string(name(static_cast<Label>(before)));
    out << row_of("after:" + label, weights.step[before], false);
  }
  out << "same-line\tall=" << weights.same_line << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: fit_weights MADE.jsonl SPECIFICATION OUT.tsv\n", stderr);
    return 2;
  }
  const std::vector<LabelledText> made = read_made(argv[1]);
  const std::vector<LabelledText> specification = read_specification(argv[2]);
  if (made.empty() || specification.empty()) {
    std::fputs("fit_weights: nothing to learn from\n", stderr);
    return 2;
  }
  std::vector<Example> examples;
  for (const LabelledText& text : made) {
    examples.push_back(make_example(text, {}, kMade));
    examples.push_back(make_example(text, half_of_its_entries(text), kMadeWithoutMarkers));
    examples.push_back(make_example(cleaned(text), {}, kMadeAndCleaned));
  }
  for (const LabelledText& text : specification) {
    examples.push_back(make_example(text, {}, kSpecification));
  }
  write(train(examples, TrainingOptions{}), argv[3]);
  return 0;
}
