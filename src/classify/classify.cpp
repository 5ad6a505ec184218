#include "classify/classify.h"

#include <algorithm>
#include <cstdlib>

#include "classify/evidence.h"
#include "classify/features/feature_vector.h"
#include "classify/model.h"
#include "classify/model/keep.h"
#include "classify/pieces.h"
#include "classify/scene.h"

namespace naqi {
namespace {

constexpr std::int32_t kLeastReason = 300;  // thousandths; what weighs less decides nothing
constexpr std::size_t kMostReasons = 8;
constexpr std::int32_t kRemoveAll = -1'000'000;  // more than any sum of weights

/// The facts that speak for the label; where none weighs enough to decide anything, the strongest that does.
std::vector<Reason> reasons_for(const Evidence& evidence, Label label, const Weights& weights) {
  std::vector<Reason> reasons;
  Reason strongest;
  const auto target = static_cast<std::size_t>(label);
  for (const Fact& fact : evidence.facts) {
    const bool says_nothing = fact.feature == Feature::prior;  // it holds for every piece
    if (says_nothing || (fact.target != Fact::kEveryLabel && fact.target != target)) {
      continue;
    }
    const std::int32_t weight = weights.feature[static_cast<std::size_t>(fact.feature)][target] +
                                (is_kept(label) ? 0 : proof_of_removal(fact.feature));
    if (weight >= kLeastReason) {
      reasons.push_back({name(fact.feature), weight});
    } else if (weight > strongest.weight) {
      strongest = {name(fact.feature), weight};
    }
  }
  if (reasons.empty() && strongest.weight > 0) {
    reasons.push_back(strongest);
  }
  return reasons;
}

/// Strongest first; of equal ones the first that was seen. By insertion: there are few.
void put_in_order(std::vector<Reason>& reasons) {
  for (auto next = reasons.begin(); next != reasons.end(); ++next) {
    const auto place = std::upper_bound(reasons.begin(), next, *next,
                                        [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
    std::rotate(place, next, next + 1);
  }
  if (reasons.size() > kMostReasons) {
    reasons.resize(kMostReasons);
  }
  if (reasons.empty()) {
    reasons.push_back({kDefaultRule, 0});
  }
}

bool numbered_together(Label label) noexcept {
  return label == Label::other_article || label == Label::related_list || label == Label::related_link;
}

/// Pieces of one line under one label become one block again.
class Assembler {
 public:
  Assembler(const Analysis& analysis, const std::vector<Piece>& pieces, const std::vector<Evidence>& evidence,
            const Decision& decision, const Weights& weights)
      : analysis_(analysis), pieces_(pieces), evidence_(evidence), decision_(decision), weights_(weights) {}

  std::vector<ClassifiedBlock> run() {
    blocks_.reserve(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (joins_last(i)) {
        join(i);
      } else {
        append(i);
      }
    }
    for (ClassifiedBlock& block : blocks_) {
      put_in_order(block.reasons);
    }
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] bool joins_last(std::size_t i) const noexcept {
    if (i == 0 || pieces_[i].begins_line || decision_.labels[i] != decision_.labels[i - 1]) {
      return false;
    }
    const Label label = decision_.labels[i];
    return !(label == Label::list_item && (pieces_[i].shape.bulleted || pieces_[i].shape.numbered));
  }

  void join(std::size_t i) {
    ClassifiedBlock& block = blocks_.back();
    block.span.end = pieces_[i].span.end;
    for (const Reason& reason : reasons_for(evidence_[i], block.label, weights_)) {
      const auto same = [&](const Reason& other) { return other.rule == reason.rule; };
      if (std::none_of(block.reasons.begin(), block.reasons.end(), same)) {
        block.reasons.push_back(reason);
      }
    }
    if (std::abs(decision_.keep_margin[i]) < std::abs(block.margin)) {
      block.margin = decision_.keep_margin[i];
      block.confidence = confidence_of(block.margin, evidence_[i].apart);
    }
  }

  void append(std::size_t i) {
    ClassifiedBlock block;
    block.span = pieces_[i].span;
    block.label = decision_.labels[i];
    block.margin = decision_.keep_margin[i];
    block.confidence = confidence_of(block.margin, evidence_[i].apart);
    block.apart = evidence_[i].apart;
    block.reasons = reasons_for(evidence_[i], block.label, weights_);
    block.level = block.label == Label::heading ? 2 : block.label == Label::list_item ? 1 : 0;
    const Span words = evidence_[i].marker_words;
    if (!words.empty() && evidence_[i].marker_label == block.label) {
      block.marker = {analysis_.words[words.begin].span.begin, analysis_.words[words.end - 1].span.end};
    }
    if (numbered_together(block.label)) {
      const bool goes_on = !blocks_.empty() && blocks_.back().label == block.label && block.marker.empty();
      block.group = goes_on ? blocks_.back().group : resumed(block.label);
    }
    blocks_.push_back(std::move(block));
  }

  /// A link inside another article does not end it.
  std::uint32_t resumed(Label label) {
    if (label == Label::other_article) {
      for (std::size_t i = blocks_.size(); i-- > 0;) {
        if (blocks_[i].label == Label::other_article) {
          return blocks_[i].group;
        }
        if (blocks_[i].label != Label::related_link) {
          break;
        }
      }
    }
    return ++groups_;
  }

  const Analysis& analysis_;
  const std::vector<Piece>& pieces_;
  const std::vector<Evidence>& evidence_;
  const Decision& decision_;
  const Weights& weights_;
  std::vector<ClassifiedBlock> blocks_;
  std::uint32_t groups_ = 0;
};

}  // namespace

std::vector<ClassifiedBlock> classify(const Analysis& analysis, const Page* page) {
  return classify(analysis, page, compiled_weights(), {});
}

std::vector<ClassifiedBlock> classify(const Analysis& analysis, const Page* page, const Weights& weights,
                                      std::span<const std::u16string> switched_off) {
  const std::vector<Piece> pieces = cut_pieces(analysis, switched_off);
  Scene scene = look_at(analysis, pieces, switched_off, page);
  Decision decision;
  if (page != nullptr || weights.forest.empty()) {
    decision = decide(pieces, scene.evidence, weights);
  } else {
    std::vector<std::int32_t> odds;
    odds.reserve(pieces.size());
    for_each_vector(scene,
                    [&](const FeatureVector& vector) { odds.push_back(keep_odds(vector, weights.forest)); });
    decision = decide(pieces, scene.evidence, weights, odds);
    if (is_no_article(pieces, decision.labels)) {
      // Only labels of boilerplate are left to choose from.
      decision =
          decide(pieces, scene.evidence, weights, std::vector<std::int32_t>(pieces.size(), kRemoveAll));
    }
  }
  return Assembler(analysis, pieces, scene.evidence, decision, weights).run();
}

}  // namespace naqi
