#include "classify/model/keep.h"

#include <algorithm>
#include <array>

namespace naqi {
namespace {

// The forest's sum and the weights of the labels are on scales of their own; both were fitted to the same
// answer, and their sum in this proportion decides better than either (folds by site).
constexpr std::int32_t kForestShare = 2;

// Removing running text costs more the more of it goes: thousandths for each word of a paragraph that ends in
// a stop. A wrong removal is the worse error, and what a paragraph holds cannot be guessed again.
constexpr std::int32_t kCostOfAWord = 150;
constexpr std::int32_t kRunningText = 8;  // words
constexpr std::int32_t kMostWords = 60;   // beyond it a paragraph is worth no more
constexpr std::int32_t kFullStop = 4;     // Plain::ending

/// What proves by itself that a piece is no part of the article.
struct Proof {
  Feature feature;
  std::int32_t odds;  ///< thousandths
};
constexpr std::array<Proof, 5> kProofs = {{
    {Feature::markup, -30000},
    {Feature::passage_again, -20000},
    {Feature::page_title, -6000},
    {Feature::second_article, -20000},
    {Feature::second_goes_on, -20000},
}};

}  // namespace

std::int32_t keep_odds(const FeatureVector& vector, const Forest& forest) noexcept {
  const auto plain = [&](Plain component) { return vector[static_cast<std::size_t>(component)]; };
  std::int32_t odds = forest.log_odds(vector) * kForestShare;
  const std::int32_t words = plain(Plain::words);
  if (words >= kRunningText && plain(Plain::ending) == kFullStop) {
    odds += kCostOfAWord * std::min(words, kMostWords);
  }
  for (const Proof& proof : kProofs) {
    odds += vector[kPlainCount + static_cast<std::size_t>(proof.feature)] != 0 ? proof.odds : 0;
  }
  return odds;
}

std::int32_t proof_of_removal(Feature feature) noexcept {
  const auto found = std::find_if(kProofs.begin(), kProofs.end(),
                                  [&](const Proof& proof) { return proof.feature == feature; });
  return found == kProofs.end() ? 0 : -found->odds;
}

bool is_no_article(const std::vector<Piece>& pieces, const std::vector<Label>& labels) noexcept {
  constexpr std::size_t kLongPage = 25;           // pieces
  constexpr std::uint32_t kFewWords = 25;         // kept: less than a paragraph
  constexpr std::uint32_t kShareOfWords = 6;      // in a hundred
  constexpr std::uint32_t kShortestSentence = 6;  // words of running text that make a short article
  std::uint32_t kept = 0;
  std::uint32_t all = 0;
  std::uint32_t running = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Shape& shape = pieces[i].shape;
    all += shape.words;
    if (is_kept(labels[i])) {
      kept += shape.words;
      running += shape.terminated && shape.function_words > 0 && shape.words >= kShortestSentence ? 1U : 0U;
    }
  }
  return pieces.size() >= kLongPage && kept < kFewWords && kept * 100 < all * kShareOfWords && running == 0;
}

}  // namespace naqi
