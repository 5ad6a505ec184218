#include "classify/model.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "classify/weights.h"  // generated from weights.tsv, page_weights.tsv, calibration.tsv

namespace naqi {
namespace {

using Scores = std::array<std::int64_t, kLabelCount>;

Scores emission(const Evidence& evidence, const Weights& weights) noexcept {
  Scores scores{};
  for (const Fact& fact : evidence.facts) {
    const auto& row = weights.feature[static_cast<std::size_t>(fact.feature)];
    if (fact.target != Fact::kEveryLabel) {
      scores[fact.target] += row[fact.target];
      continue;
    }
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      scores[label] += row[label];
    }
  }
  return scores;
}

}  // namespace

const Weights& compiled_weights() {
  static const Weights& weights = *[] {
    auto* unpacked = new Weights;
    const std::int8_t* next = std::begin(generated::kWeights);
    const auto unpack = [&next](auto& rows) {
      for (auto& row : rows) {
        for (std::int32_t& weight : row) {
          weight = *next++ * generated::kWeightUnit;
        }
      }
    };
    unpack(unpacked->feature);
    unpack(unpacked->step);
    unpacked->same_line = *next++ * generated::kWeightUnit;
    unpacked->forest.nodes.assign(std::begin(generated::kTreeNodes), std::end(generated::kTreeNodes));
    unpacked->forest.roots.assign(std::begin(generated::kTreeRoots), std::end(generated::kTreeRoots));
    return unpacked;
  }();
  return weights;
}

Decision decide(const std::vector<Piece>& pieces, const std::vector<Evidence>& evidence,
                const Weights& weights, const std::vector<std::int32_t>& keep_odds) {
  const std::size_t count = pieces.size();
  Decision decision;
  decision.labels.resize(count, Label::body);
  decision.keep_margin.resize(count, 0);
  if (count == 0) {
    return decision;
  }
  // The best labelling up to the piece that ends in the label, as the distance to the best of all: the sums
  // of a long text need eight bytes, their distances four.
  std::vector<std::array<std::int32_t, kLabelCount>> ahead(count);
  std::vector<std::array<std::uint8_t, kLabelCount>> from(count);
  const auto own_scores = [&](std::size_t i) {
    Scores own = emission(evidence[i], weights);
    for (std::size_t label = 0; label < kLabelCount && !keep_odds.empty(); ++label) {
      own[label] += is_kept(static_cast<Label>(label)) ? keep_odds[i] : 0;
    }
    return own;
  };
  const auto step = [&](std::size_t i, std::size_t before, std::size_t label) -> std::int64_t {
    return std::int64_t{weights.step[before][label]} +
           (before == label && !pieces[i].begins_line ? weights.same_line : 0);
  };
  const auto keep_distances = [&](std::size_t i, const Scores& scores) {
    const std::int64_t best = *std::max_element(scores.begin(), scores.end());
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      ahead[i][label] = static_cast<std::int32_t>(scores[label] - best);
    }
  };
  Scores scores = own_scores(0);
  for (std::size_t label = 0; label < kLabelCount; ++label) {
    scores[label] += weights.step[kStart][label];
  }
  keep_distances(0, scores);
  for (std::size_t i = 1; i < count; ++i) {
    scores = own_scores(i);
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      std::size_t best = 0;
      std::int64_t score = ahead[i - 1][0] + step(i, 0, label);
      for (std::size_t before = 1; before < kLabelCount; ++before) {
        const std::int64_t candidate = ahead[i - 1][before] + step(i, before, label);
        if (candidate > score) {
          score = candidate;
          best = before;
        }
      }
      scores[label] += score;
      from[i][label] = static_cast<std::uint8_t>(best);
    }
    keep_distances(i, scores);
  }
  // The way back gives the labels; the best scores behind each piece give the margins.
  std::size_t at = 0;
  for (std::size_t label = 1; label < kLabelCount; ++label) {
    at = ahead[count - 1][label] > ahead[count - 1][at] ? label : at;
  }
  for (std::size_t i = count; i-- > 0;) {
    decision.labels[i] = static_cast<Label>(at);
    at = from[i][at];
  }
  Scores behind{};
  for (std::size_t i = count; i-- > 0;) {
    std::int64_t kept = INT64_MIN;
    std::int64_t remove = INT64_MIN;
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      const std::int64_t score = ahead[i][label] + behind[label];
      std::int64_t& side = is_kept(static_cast<Label>(label)) ? kept : remove;
      side = std::max(side, score);
    }
    constexpr std::int64_t kMost = 1'000'000'000;
    decision.keep_margin[i] = static_cast<std::int32_t>(std::clamp(kept - remove, -kMost, kMost));
    if (i == 0) {
      break;
    }
    const Scores own = own_scores(i);
    Scores next{};
    for (std::size_t before = 0; before < kLabelCount; ++before) {
      std::int64_t best = INT64_MIN;
      for (std::size_t label = 0; label < kLabelCount; ++label) {
        best = std::max(best, step(i, before, label) + own[label] + behind[label]);
      }
      next[before] = best;
    }
    behind = next;
  }
  return decision;
}

std::int32_t confidence_of(std::int32_t keep_margin, bool apart) noexcept {
  const std::int32_t margin = keep_margin < 0 ? -keep_margin : keep_margin;
  const std::span<const generated::CalibrationPoint> curve =
      apart ? std::span<const generated::CalibrationPoint>(generated::kApart) : generated::kInText;
  std::size_t i = 0;
  while (i + 1 < curve.size() && margin >= curve[i + 1].margin) {
    ++i;
  }
  if (i + 1 == curve.size()) {
    return curve[i].confidence;
  }
  const std::int64_t width = curve[i + 1].margin - curve[i].margin;
  const std::int64_t rise = curve[i + 1].confidence - curve[i].confidence;
  return static_cast<std::int32_t>(curve[i].confidence + rise * (margin - curve[i].margin) / width);
}

}  // namespace naqi
