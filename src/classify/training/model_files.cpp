#include "model_files.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "classify/evidence.h"

namespace naqi::fit {
namespace {

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

void write_tree(const Forest& forest, std::uint16_t at, std::ofstream& out) {
  const TreeNode& node = forest.nodes[at];
  if (node.component == TreeNode::kLeaf) {
    out << '=' << node.value;
    return;
  }
  out << component_name(static_cast<std::size_t>(node.component)) << ',' << node.value << '\t';
  write_tree(forest, static_cast<std::uint16_t>(at + 1), out);
  out << '\t';
  write_tree(forest, node.right, out);
}

[[noreturn]] void give_up(const std::string& path, const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", path.c_str(), why.c_str());
  std::exit(2);
}

class Reader {
 public:
  explicit Reader(const std::string& folder) : folder_(folder) {
    for (std::size_t i = 0; i < kFeatureCount; ++i) {
      features_[std::string(name(static_cast<Feature>(i)))] = i;
    }
    for (std::size_t i = 0; i < kLabelCount; ++i) {
      labels_[std::string(name(static_cast<Label>(i)))] = i;
    }
    labels_["start"] = kStart;
    for (std::size_t i = 0; i < kVectorSize; ++i) {
      components_[component_name(i)] = static_cast<std::int16_t>(i);
    }
  }

  Weights run() {
    read_weights(folder_ + "/weights.tsv");
    read_weights(NAQI_REPOSITORY "/src/classify/editor_weights.tsv");
    read_trees(folder_ + "/trees.tsv");
    return std::move(weights_);
  }

 private:
  void read_weights(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
      give_up(path, "cannot be read");
    }
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') {
        continue;
      }
      const std::size_t tab = line.find('\t');
      const std::string rule = line.substr(0, tab);
      std::istringstream cells(line.substr(tab + 1));
      for (std::string cell; cells >> cell;) {
        const std::size_t sign = cell.find('=');
        add(path, rule, cell.substr(0, sign), std::atoi(cell.c_str() + sign + 1));
      }
    }
  }

  void add(const std::string& path, const std::string& rule, const std::string& label, std::int32_t weight) {
    if (rule == "same-line") {
      weights_.same_line += weight;
      return;
    }
    std::array<std::int32_t, kLabelCount>* row = nullptr;
    if (rule.rfind("after:", 0) == 0 && labels_.count(rule.substr(6)) != 0) {
      row = &weights_.step[labels_[rule.substr(6)]];
    } else if (features_.count(rule) != 0) {
      row = &weights_.feature[features_[rule]];
    }
    if (row == nullptr || (label != "all" && labels_.count(label) == 0)) {
      give_up(path, "unknown rule or label: " + rule + " " + label);
    }
    if (label == "all") {
      for (std::int32_t& each : *row) {
        each += weight;
      }
    } else {
      (*row)[labels_[label]] += weight;
    }
  }

  void read_trees(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
      give_up(path, "cannot be read");
    }
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line[0] != '#') {
        std::istringstream cells(line);
        weights_.forest.roots.push_back(read_node(path, cells));
      }
    }
  }

  std::uint16_t read_node(const std::string& path, std::istringstream& cells) {
    std::string cell;
    if (!std::getline(cells, cell, '\t')) {
      give_up(path, "a tree ends too early");
    }
    const auto at = static_cast<std::uint16_t>(weights_.forest.nodes.size());
    weights_.forest.nodes.emplace_back();
    TreeNode node;
    if (cell[0] == '=') {
      node.value = static_cast<std::int16_t>(std::atoi(cell.c_str() + 1));
    } else {
      const std::size_t comma = cell.rfind(',');
      const auto component = components_.find(cell.substr(0, comma));
      if (component == components_.end()) {
        give_up(path, "unknown component: " + cell);
      }
      node.component = component->second;
      node.value = static_cast<std::int16_t>(std::atoi(cell.c_str() + comma + 1));
      read_node(path, cells);
      node.right = read_node(path, cells);
    }
    weights_.forest.nodes[at] = node;
    return at;
  }

  std::string folder_;
  Weights weights_;
  std::map<std::string, std::size_t> features_;
  std::map<std::string, std::size_t> labels_;
  std::map<std::string, std::int16_t> components_;
};

}  // namespace

void write_model(const Weights& weights, const std::string& folder, const std::string& about) {
  std::ofstream out(folder + "/weights.tsv");
  out << "# The weights of the labels, in thousandths: what a rule adds to a label.\n"
         "#\n"
         "# rule <TAB> label=weight label=weight …\n"
         "#\n"
         "# A rule is a name of features.inc; `after:LABEL` is the step from one piece to the next "
         "(`after:start` for the\n"
         "# first piece), `same-line` is for two pieces of one line under one label; `all` stands for every "
         "label.\n"
         "# Written by src/classify/training/fit.py, not to be changed by hand: a test fits them again.\n"
      << about;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const auto feature = static_cast<Feature>(i);
    out << row_of(std::string(name(feature)), weights.feature[i], is_targeted(feature));
  }
  for (std::size_t before = 0; before <= kLabelCount; ++before) {
    const std::string label = before == kStart ? "start" : std::string(name(static_cast<Label>(before)));
    out << row_of("after:" + label, weights.step[before], false);
  }
  out << "same-line\tall=" << weights.same_line << "\n";
  std::ofstream trees(folder + "/trees.tsv");
  trees << "# The trees of the keep decision; their sum is the log-odds, in thousandths, that a piece is "
           "kept.\n"
           "#\n"
           "# A tree a line, from its root down, the left side first: `component,threshold` is a split "
           "(left: up\n"
           "# to the threshold), `=value` a leaf. The components are those of features/plain_features.inc,\n"
           "# `rule:` names of features.inc, `marker:` labels.\n"
           "# Written by src/classify/training/fit.py, not to be changed by hand: a test fits them again.\n"
        << about;
  for (const std::uint16_t root : weights.forest.roots) {
    write_tree(weights.forest, root, trees);
    trees << '\n';
  }
}

Weights read_model(const std::string& folder) { return Reader(folder).run(); }

}  // namespace naqi::fit
