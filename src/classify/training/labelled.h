#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "classify/evidence.h"
#include "classify/pieces.h"
#include "segment/analysis.h"

namespace naqi::fit {

inline constexpr std::uint8_t kNoLabel = 0xFF;

/// A text and the label of each of its units.
struct LabelledText {
  std::string id;
  std::string site;
  std::u16string source;
  Analysis analysis;
  std::vector<std::uint8_t> gold;     ///< per unit of the source; kNoLabel where there is none
  std::set<std::u16string> attested;  ///< entries of the word lists that stand in it (folded)
};

/// What the decision sees of a text, and what it should have said.
struct Example {
  std::vector<Piece> pieces;
  std::vector<Evidence> evidence;
  std::vector<std::uint8_t> gold;  ///< per piece: the label of most of its units
  double weight = 1;
};

/// data/articles: the labelled documents of real sites, of one split of its index, of all when it is empty.
[[nodiscard]] std::vector<LabelledText> read_articles(const std::string& folder, std::string_view split);
/// What synthetic.py wrote.
[[nodiscard]] std::vector<LabelledText> read_made(const std::string& path);

/// `text` as to_text() would write it if every label were right: cleaned again, it should lose nothing.
[[nodiscard]] LabelledText cleaned(const LabelledText& text);

/// The fold of each text by its id, from lines of `id <TAB> fold`; empty where there is no such file.
[[nodiscard]] std::map<std::string, int> read_folds(const std::string& path);

[[nodiscard]] Example make_example(const LabelledText& text, const std::vector<std::u16string>& switched_off,
                                   double weight);

}  // namespace naqi::fit
