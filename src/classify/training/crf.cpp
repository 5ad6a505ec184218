#include "crf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <numeric>
#include <thread>

#include "numbers.h"

namespace naqi::fit {
namespace {

using Row = std::array<double, kLabelCount>;
using Vector = std::vector<double>;

constexpr std::size_t kFeatures = kFeatureCount * kLabelCount;
constexpr std::size_t kSteps = (kLabelCount + 1) * kLabelCount;
constexpr std::size_t kParameters = kFeatures + kSteps + 1;  // the last one: same line

/// What a targeted fact teaches of one label holds for all.
std::size_t parameter_of(const Fact& fact, std::size_t label) {
  const std::size_t row = static_cast<std::size_t>(fact.feature) * kLabelCount;
  return fact.target == Fact::kEveryLabel ? row + label : row;
}

/// The objective and its gradient over some of the examples.
class Pass {
 public:
  Pass(const Vector& parameters, const TrainingOptions& options) : w_(parameters), options_(options) {
    for (std::size_t i = 0; i < kSteps; ++i) {
      step_[i] = exponential(w_[kFeatures + i]);
    }
    same_line_ = exponential(w_[kFeatures + kSteps]);
    gradient.resize(kParameters, 0);
  }

  void add(const Example& example) {
    const std::size_t count = example.pieces.size();
    if (count == 0) {
      return;
    }
    emit(example);
    const double weight = example.weight;
    const std::vector<std::uint8_t> gold = filled(example.gold);
    // forward
    forward_.resize(count);
    scale_.resize(count);
    double log_sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      Row& now = forward_[i];
      if (i == 0) {
        for (std::size_t b = 0; b < kLabelCount; ++b) {
          now[b] = step_[kStart * kLabelCount + b] * own_[i][b];
        }
      } else {
        Row sum{};
        for (std::size_t a = 0; a < kLabelCount; ++a) {
          const double before = forward_[i - 1][a];
          for (std::size_t b = 0; b < kLabelCount; ++b) {
            sum[b] += before * step_[a * kLabelCount + b];
          }
          if (!example.pieces[i].begins_line) {
            sum[a] += before * step_[a * kLabelCount + a] * (same_line_ - 1);
          }
        }
        for (std::size_t b = 0; b < kLabelCount; ++b) {
          now[b] = sum[b] * own_[i][b];
        }
      }
      const double total = std::accumulate(now.begin(), now.end(), 0.0);
      scale_[i] = total;
      for (double& share : now) {
        share /= total;
      }
      log_sum += logarithm(total) + shift_[i];
    }
    // backward, with the expected counts
    Row behind;
    behind.fill(1);
    for (std::size_t i = count; i-- > 0;) {
      Row expected;
      for (std::size_t b = 0; b < kLabelCount; ++b) {
        expected[b] = weight * forward_[i][b] * behind[b];
      }
      expect(example.evidence[i], expected);
      if (i == 0) {
        for (std::size_t b = 0; b < kLabelCount; ++b) {
          gradient[kFeatures + kStart * kLabelCount + b] += weight * forward_[0][b] * behind[b];
        }
        break;
      }
      Row next{};
      for (std::size_t b = 0; b < kLabelCount; ++b) {
        behind[b] *= own_[i][b] / scale_[i];
      }
      const bool inside = !example.pieces[i].begins_line;
      for (std::size_t a = 0; a < kLabelCount; ++a) {
        const double before = weight * forward_[i - 1][a];
        double* counts = &gradient[kFeatures + a * kLabelCount];
        double sum = 0;
        for (std::size_t b = 0; b < kLabelCount; ++b) {
          const double way = step_[a * kLabelCount + b] * behind[b];
          sum += way;
          counts[b] += before * way;
        }
        if (inside) {
          const double way = step_[a * kLabelCount + a] * behind[a];
          const double extra = way * (same_line_ - 1);
          sum += extra;
          counts[a] += before * extra;
          gradient[kFeatures + kSteps] += before * way * same_line_;
        }
        next[a] = sum;
      }
      behind = next;
    }
    // what was asked for
    double log_gold = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t label = gold[i];
      log_gold += raw_[i][label];
      for (const Fact& fact : example.evidence[i].facts) {
        if (fact.target == Fact::kEveryLabel || fact.target == label) {
          gradient[parameter_of(fact, label)] -= weight;
        }
      }
      const std::size_t before = i == 0 ? kStart : gold[i - 1];
      log_gold += w_[kFeatures + before * kLabelCount + label];
      gradient[kFeatures + before * kLabelCount + label] -= weight;
      if (i > 0 && !example.pieces[i].begins_line && before == label) {
        log_gold += w_[kFeatures + kSteps];
        gradient[kFeatures + kSteps] -= weight;
      }
    }
    value += weight * (log_sum - log_gold);
  }

  double value = 0;
  Vector gradient;

 private:
  /// Pieces without a label of their own take that of the piece before.
  static std::vector<std::uint8_t> filled(std::vector<std::uint8_t> gold) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (gold[i] == kNoLabel) {
        gold[i] = i > 0 ? gold[i - 1] : static_cast<std::uint8_t>(Label::junk);
      }
    }
    return gold;
  }

  void emit(const Example& example) {
    const std::size_t count = example.pieces.size();
    raw_.assign(count, Row{});
    own_.resize(count);
    shift_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      Row& row = raw_[i];
      for (const Fact& fact : example.evidence[i].facts) {
        if (fact.target != Fact::kEveryLabel) {
          row[fact.target] += w_[parameter_of(fact, fact.target)];
          continue;
        }
        const double* own = &w_[static_cast<std::size_t>(fact.feature) * kLabelCount];
        for (std::size_t label = 0; label < kLabelCount; ++label) {
          row[label] += own[label];
        }
      }
      Row scored = row;
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        scored[label] += cost(example.gold[i], label);
      }
      shift_[i] = *std::max_element(scored.begin(), scored.end());
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        own_[i][label] = exponential(scored[label] - shift_[i]);
      }
    }
  }

  [[nodiscard]] double cost(std::uint8_t gold, std::size_t label) const {
    if (gold == kNoLabel || gold == label) {
      return 0;
    }
    const bool kept = is_kept(static_cast<Label>(label));
    const bool gold_kept = is_kept(static_cast<Label>(gold));
    return kept == gold_kept ? options_.wrong_kind : gold_kept ? options_.false_removal : options_.leak;
  }

  void expect(const Evidence& evidence, const Row& expected) {
    for (const Fact& fact : evidence.facts) {
      double* row = &gradient[static_cast<std::size_t>(fact.feature) * kLabelCount];
      if (fact.target != Fact::kEveryLabel) {
        *row += expected[fact.target];
        continue;
      }
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        row[label] += expected[label];
      }
    }
  }

  const Vector& w_;
  const TrainingOptions& options_;
  std::array<double, kSteps> step_{};
  double same_line_ = 1;
  std::vector<Row> raw_;
  std::vector<Row> own_;
  std::vector<double> shift_;
  std::vector<Row> forward_;
  std::vector<double> scale_;
};

/// Labels of a kind share what they have in common: a weight is that of its label and those of its groups
/// added up, each held to zero by itself (Daumé 2007), so that a rare label leans on its kin.
class Sharing {
 public:
  Sharing() {
    for (std::size_t i = 0; i < kParameters; ++i) {
      parts_.push_back({i});
    }
    for (std::size_t feature = 0; feature < kFeatureCount; ++feature) {
      if (!is_targeted(static_cast<Feature>(feature))) {
        share_row(feature * kLabelCount);
      }
    }
    for (std::size_t before = 0; before <= kLabelCount; ++before) {
      share_row(kFeatures + before * kLabelCount);
    }
    std::array<std::array<std::size_t, kGroups + kLabelCount>, kGroups + 1> steps{};
    for (auto& row : steps) {
      for (std::size_t& each : row) {
        each = size_++;
      }
    }
    for (std::size_t before = 0; before <= kLabelCount; ++before) {
      const std::size_t from = before == kStart ? kGroups : group_of(before);
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        auto& parts = parts_[kFeatures + before * kLabelCount + label];
        parts.push_back(steps[from][group_of(label)]);
        parts.push_back(steps[from][kGroups + label]);
      }
    }
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  /// The weights that the parts add up to.
  [[nodiscard]] Vector sum(const Vector& parts) const {
    Vector whole(kParameters, 0);
    for (std::size_t i = 0; i < kParameters; ++i) {
      for (const std::size_t part : parts_[i]) {
        whole[i] += parts[part];
      }
    }
    return whole;
  }

  [[nodiscard]] Vector gradient_of_parts(const Vector& whole) const {
    Vector parts(size_, 0);
    for (std::size_t i = 0; i < kParameters; ++i) {
      for (const std::size_t part : parts_[i]) {
        parts[part] += whole[i];
      }
    }
    return parts;
  }

 private:
  static constexpr std::size_t kGroups = 5;

  static std::size_t group_of(std::size_t label) {
    switch (static_cast<Label>(label)) {
      case Label::title:
      case Label::subtitle:
      case Label::heading: return 0;
      case Label::lead:
      case Label::body:
      case Label::quote_block:
      case Label::list_item:
      case Label::caption: return 1;
      case Label::byline:
      case Label::dateline:
      case Label::source_line:
      case Label::image_credit: return 2;
      case Label::comment:
      case Label::other_article:
      case Label::copyright_legal: return 3;
      default: return 4;
    }
  }

  void share_row(std::size_t row) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      parts_[row + label].push_back(size_ + group_of(label));
      parts_[row + label].push_back(size_ + kGroups + (is_kept(static_cast<Label>(label)) ? 0 : 1));
    }
    size_ += kGroups + 2;
  }

  std::vector<std::vector<std::size_t>> parts_;  // of each parameter
  std::size_t size_ = kParameters;
};

/// In tenths, as far as a byte holds them (compile_weights.py): finer ones say nothing more, and are what a
/// web page would download.
std::int32_t thousandths(double value) {
  const double tenths = std::clamp(value * 10, -127.0, 127.0);
  return static_cast<std::int32_t>(tenths + (tenths < 0 ? -0.5 : 0.5)) * 100;
}

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The objective at `parts` and its gradient; two threads, summed in one order.
double evaluate(const std::vector<Example>& examples, const Sharing& sharing, const Vector& parts,
                const TrainingOptions& options, Vector& gradient) {
  const Vector w = sharing.sum(parts);
  Pass halves[2] = {Pass(w, options), Pass(w, options)};
  const auto work = [&](std::size_t half) {
    for (std::size_t i = half; i < examples.size(); i += 2) {
      halves[half].add(examples[i]);
    }
  };
  std::thread other(work, 1);
  work(0);
  other.join();
  double value = halves[0].value + halves[1].value;
  for (std::size_t i = 0; i < kParameters; ++i) {
    halves[0].gradient[i] += halves[1].gradient[i];
  }
  gradient = sharing.gradient_of_parts(halves[0].gradient);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    value += options.regularisation * parts[i] * parts[i] / 2;
    gradient[i] += options.regularisation * parts[i];
  }
  return value;
}

}  // namespace

Weights train(const std::vector<Example>& examples, const TrainingOptions& options) {
  const Sharing sharing;
  Vector w(sharing.size(), 0);
  Vector gradient;
  double value = evaluate(examples, sharing, w, options, gradient);
  constexpr std::size_t kMemory = 8;
  std::deque<std::pair<Vector, Vector>> memory;  // steps and changes of the gradient
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    // The two-loop recursion of L-BFGS (Nocedal 1980).
    Vector direction = gradient;
    std::vector<double> shares;
    for (std::size_t k = memory.size(); k-- > 0;) {
      const auto& [step, change] = memory[k];
      const double share = dot(step, direction) / dot(step, change);
      shares.push_back(share);
      for (std::size_t i = 0; i < w.size(); ++i) {
        direction[i] -= share * change[i];
      }
    }
    double size = 1.0 / std::max(1.0, std::sqrt(dot(gradient, gradient)));
    if (!memory.empty()) {
      const auto& [step, change] = memory.back();
      size = dot(step, change) / dot(change, change);
    }
    for (double& each : direction) {
      each *= size;
    }
    for (std::size_t k = 0; k < memory.size(); ++k) {
      const auto& [step, change] = memory[k];
      const double back = dot(change, direction) / dot(step, change);
      const double share = shares[memory.size() - 1 - k];
      for (std::size_t i = 0; i < w.size(); ++i) {
        direction[i] += step[i] * (share - back);
      }
    }
    const double slope = dot(gradient, direction);
    double length = 1;
    Vector next;
    Vector next_gradient;
    double next_value = 0;
    bool better = false;
    for (int attempt = 0; attempt < 20 && !better; ++attempt, length *= 0.5) {
      next = w;
      for (std::size_t i = 0; i < w.size(); ++i) {
        next[i] -= length * direction[i];
      }
      next_value = evaluate(examples, sharing, next, options, next_gradient);
      better = next_value <= value - 1e-4 * length * slope;
    }
    if (!better) {
      break;
    }
    Vector step = next;
    Vector change = next_gradient;
    for (std::size_t i = 0; i < w.size(); ++i) {
      step[i] -= w[i];
      change[i] -= gradient[i];
    }
    if (dot(step, change) > 1e-10) {
      memory.emplace_back(std::move(step), std::move(change));
      if (memory.size() > kMemory) {
        memory.pop_front();
      }
    }
    const double gained = value - next_value;
    w = std::move(next);
    gradient = std::move(next_gradient);
    value = next_value;
    if (gained < 1e-6 * value) {
      break;
    }
  }
  w = sharing.sum(w);
  Weights weights;
  for (std::size_t feature = 0; feature < kFeatureCount; ++feature) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      const bool tied = is_targeted(static_cast<Feature>(feature));
      weights.feature[feature][label] = thousandths(w[feature * kLabelCount + (tied ? 0 : label)]);
    }
  }
  std::size_t i = kFeatures;
  for (auto& row : weights.step) {
    for (std::int32_t& each : row) {
      each = thousandths(w[i++]);
    }
  }
  weights.same_line = thousandths(w[i]);
  return weights;
}

}  // namespace naqi::fit
