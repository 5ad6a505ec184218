#include "boost.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>

#include "numbers.h"

namespace naqi::fit {
namespace {

constexpr std::size_t kBins = 48;

/// The values of a component, cut where the pieces are many.
struct Cuts {
  std::vector<std::int16_t> upper;  ///< the greatest value of each bin but the last
};

struct Cell {
  double gradient = 0;
  double hessian = 0;
};
using Histogram = std::array<Cell, kBins>;

/// A node while the tree grows: its sides are put in their order when it is done.
struct GrowingNode {
  std::int16_t component = TreeNode::kLeaf;
  std::int16_t value = 0;
  std::size_t left = 0;
  std::size_t right = 0;
};

struct Split {
  double gain = 0;
  std::size_t component = 0;
  std::size_t bin = 0;
};

struct Leaf {
  std::vector<std::uint32_t> rows;
  std::vector<Histogram> histograms;  ///< of the columns of the tree
  Cell sum;
  Split best;
  std::size_t node = 0;
};

std::uint64_t mixed(std::uint64_t z) {  // splitmix64
  z += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

class Booster {
 public:
  Booster(const Pieces& pieces, const BoostOptions& options)
      : pieces_(pieces), options_(options), cuts_(kVectorSize), bins_(kVectorSize) {
    const std::size_t count = pieces.vectors.size();
    for (std::size_t component = 0; component < kVectorSize; ++component) {
      std::vector<std::int16_t> values(count);
      for (std::size_t i = 0; i < count; ++i) {
        values[i] = pieces.vectors[i][component];
      }
      std::vector<std::int16_t> sorted = values;
      std::sort(sorted.begin(), sorted.end());
      std::vector<std::int16_t>& upper = cuts_[component].upper;
      for (std::size_t k = 1; k < kBins && count > 0; ++k) {
        const std::int16_t value = sorted[k * count / kBins];
        if (value < sorted.back() && (upper.empty() || value > upper.back())) {
          upper.push_back(value);
        }
      }
      if (upper.empty() && count > 0 && sorted.front() < sorted.back()) {
        upper.push_back(sorted.front());  // a rare rule
      }
      // The commonest value may fill all quantiles: the ends are cut off too.
      if (!upper.empty() && sorted.front() < upper.front()) {
        upper.insert(upper.begin(), sorted.front());
      }
      if (upper.size() >= kBins) {
        upper.resize(kBins - 1);
      }
      bins_[component].resize(count);
      for (std::size_t i = 0; i < count; ++i) {
        const auto at = std::lower_bound(upper.begin(), upper.end(), values[i]);
        bins_[component][i] = static_cast<std::uint8_t>(at - upper.begin());
      }
      if (!upper.empty()) {
        useful_.push_back(component);
      }
    }
    score_.assign(count, 0);
    derivatives_.resize(count);
  }

  Forest run() {
    for (int tree = 0; tree < options_.trees; ++tree) {
      derive();
      grow(static_cast<std::uint64_t>(tree));
    }
    return std::move(forest_);
  }

 private:
  void derive() {
    for (std::size_t i = 0; i < score_.size(); ++i) {
      const double chance = 1 / (1 + exponential(-score_[i]));
      derivatives_[i] = {pieces_.weight[i] * (chance - pieces_.kept[i]),
                         pieces_.weight[i] * chance * (1 - chance)};
    }
  }

  [[nodiscard]] double gain_of(double gradient, double hessian) const {
    return gradient * gradient / (hessian + options_.regularisation);
  }

  /// Both cores count a half of the columns each.
  template <typename Each>
  static void for_each_column(std::size_t count, const Each& each) {
    const auto half = [&](std::size_t from) {
      for (std::size_t c = from; c < count; c += 2) {
        each(c);
      }
    };
    std::thread other(half, 1);
    half(0);
    other.join();
  }

  void count(Leaf& leaf) const {
    leaf.histograms.assign(columns_.size(), Histogram{});
    for_each_column(columns_.size(), [&](std::size_t c) {
      const std::vector<std::uint8_t>& bins = bins_[columns_[c]];
      for (const std::uint32_t row : leaf.rows) {
        Cell& cell = leaf.histograms[c][bins[row]];
        cell.gradient += derivatives_[row].gradient;
        cell.hessian += derivatives_[row].hessian;
      }
    });
  }

  /// What is left of `whole` without `part`.
  static std::vector<Histogram> rest_of(std::vector<Histogram> whole, const std::vector<Histogram>& part) {
    for (std::size_t c = 0; c < whole.size(); ++c) {
      for (std::size_t bin = 0; bin < kBins; ++bin) {
        whole[c][bin].gradient -= part[c][bin].gradient;
        whole[c][bin].hessian -= part[c][bin].hessian;
      }
    }
    return whole;
  }

  void find_best(Leaf& leaf) const {
    leaf.best = {};
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Split split = best_of(leaf, c);
      if (split.gain > leaf.best.gain) {
        leaf.best = split;
      }
    }
  }

  [[nodiscard]] Split best_of(const Leaf& leaf, std::size_t c) const {
    const Histogram& histogram = leaf.histograms[c];
    Split best;
    best.component = columns_[c];
    Cell left;
    const double whole = gain_of(leaf.sum.gradient, leaf.sum.hessian);
    for (std::size_t bin = 0; bin < cuts_[best.component].upper.size(); ++bin) {
      left.gradient += histogram[bin].gradient;
      left.hessian += histogram[bin].hessian;
      const double rest = leaf.sum.hessian - left.hessian;
      if (left.hessian < options_.least_hessian || rest < options_.least_hessian) {
        continue;
      }
      const double gain =
          gain_of(left.gradient, left.hessian) + gain_of(leaf.sum.gradient - left.gradient, rest) - whole;
      if (gain > best.gain) {
        best.gain = gain;
        best.bin = bin;
      }
    }
    return best;
  }

  [[nodiscard]] Leaf leaf_of(std::vector<std::uint32_t> rows) const {
    Leaf leaf;
    leaf.rows = std::move(rows);
    for (const std::uint32_t row : leaf.rows) {
      leaf.sum.gradient += derivatives_[row].gradient;
      leaf.sum.hessian += derivatives_[row].hessian;
    }
    return leaf;
  }

  std::size_t add_node() {
    tree_.emplace_back();
    return tree_.size() - 1;
  }

  /// Appends the node and what is below it, the left side first.
  void append(std::size_t at) {
    const std::size_t place = forest_.nodes.size();
    forest_.nodes.push_back({tree_[at].component, tree_[at].value, 0});
    if (tree_[at].component != TreeNode::kLeaf) {
      append(tree_[at].left);
      forest_.nodes[place].right = static_cast<std::uint16_t>(forest_.nodes.size());
      append(tree_[at].right);
    }
  }

  void grow(std::uint64_t tree) {
    columns_.clear();
    for (const std::size_t component : useful_) {
      if (mixed(options_.seed * 1000003 + tree * 4099 + component) % 1000 < options_.columns) {
        columns_.push_back(component);
      }
    }
    std::vector<std::uint32_t> all(score_.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<Leaf> leaves;
    leaves.push_back(leaf_of(std::move(all)));
    count(leaves[0]);
    find_best(leaves[0]);
    tree_.clear();
    leaves[0].node = add_node();
    while (leaves.size() < static_cast<std::size_t>(options_.leaves)) {
      const auto at = std::max_element(leaves.begin(), leaves.end(), [](const Leaf& a, const Leaf& b) {
        return a.best.gain < b.best.gain;
      });
      if (at->best.gain <= 1e-6) {
        break;
      }
      Leaf high = split(*at);
      leaves.push_back(std::move(high));
    }
    for (const Leaf& leaf : leaves) {
      const std::int16_t value = value_of(leaf);
      tree_[leaf.node].value = value;
      for (const std::uint32_t row : leaf.rows) {
        score_[row] += value / 1000.0;
      }
    }
    forest_.roots.push_back(static_cast<std::uint16_t>(forest_.nodes.size()));
    append(0);
  }

  /// Turns the leaf into the lower part of its best split and gives the other one.
  Leaf split(Leaf& leaf) {
    const Split best = leaf.best;
    std::vector<std::uint32_t> low_rows;
    std::vector<std::uint32_t> high_rows;
    for (const std::uint32_t row : leaf.rows) {
      (bins_[best.component][row] <= best.bin ? low_rows : high_rows).push_back(row);
    }
    Leaf low = leaf_of(std::move(low_rows));
    Leaf high = leaf_of(std::move(high_rows));
    low.node = add_node();
    high.node = add_node();
    tree_[leaf.node] = {static_cast<std::int16_t>(best.component), cuts_[best.component].upper[best.bin],
                        low.node, high.node};
    Leaf& fewer = low.rows.size() < high.rows.size() ? low : high;
    Leaf& more = low.rows.size() < high.rows.size() ? high : low;
    count(fewer);
    more.histograms = rest_of(std::move(leaf.histograms), fewer.histograms);
    find_best(low);
    find_best(high);
    leaf = std::move(low);
    return high;
  }

  /// Thousandths, as they are stored: what follows is fitted to what the rounding left.
  [[nodiscard]] std::int16_t value_of(const Leaf& leaf) const {
    const double value =
        -options_.rate * 1000 * leaf.sum.gradient / (leaf.sum.hessian + options_.regularisation);
    return static_cast<std::int16_t>(std::clamp(value < 0 ? value - 0.5 : value + 0.5, -32000.0, 32000.0));
  }

  const Pieces& pieces_;
  const BoostOptions& options_;
  std::vector<Cuts> cuts_;
  std::vector<std::vector<std::uint8_t>> bins_;
  std::vector<std::size_t> useful_;
  std::vector<double> score_;
  std::vector<Cell> derivatives_;
  std::vector<GrowingNode> tree_;     // that is growing, its root first
  std::vector<std::size_t> columns_;  // that the tree may ask for
  Forest forest_;
};

}  // namespace

Forest boost(const Pieces& pieces, const BoostOptions& options) { return Booster(pieces, options).run(); }

}  // namespace naqi::fit
