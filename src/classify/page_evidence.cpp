#include "classify/page_evidence.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "lexicon/word_set.h"
#include "normalize/fold.h"

namespace naqi {
namespace {

bool is_letter(char c) noexcept { return c >= 'a' && c <= 'z'; }

template <typename Visit>
void for_each_hint(std::string_view hints, Visit&& visit) {
  for (std::size_t i = 0; i < hints.size();) {
    std::size_t end = i;
    while (end < hints.size() && is_letter(hints[end])) {
      ++end;
    }
    const std::u16string word(hints.begin() + i, hints.begin() + end);
    const lexicon::Entry* hint = word.empty() ? nullptr : lexicon::page_hints.find(word);
    if (const std::optional<Label> label = hint == nullptr ? std::nullopt : label_of(hint->value)) {
      visit(*label);
    }
    i = end + 1;
  }
}

class PageFinder {
 public:
  PageFinder(const Analysis& analysis, const std::vector<Piece>& pieces, const Page& page,
             std::vector<Evidence>& evidence)
      : analysis_(analysis), pieces_(pieces), page_(page), evidence_(evidence) {}

  void run() {
    find_blocks();
    find_main_text();
    fold_titles();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (block_[i] != nullptr) {
        look_at(i);
      }
    }
  }

 private:
  void find_blocks() {
    block_.resize(pieces_.size(), nullptr);
    std::size_t at = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Span source = analysis_.reading.map.source_of(pieces_[i].span);
      while (at < page_.blocks.size() && page_.blocks[at].span.end <= source.begin) {
        ++at;
      }
      if (at < page_.blocks.size() && page_.blocks[at].span.begin <= source.begin) {
        block_[i] = &page_.blocks[at];
      }
    }
  }

  /// The container that holds most words of running text without links.
  void find_main_text() {
    struct Container {
      std::uint32_t id = 0;
      std::uint64_t words = 0;
    };
    std::vector<Container> containers;
    WordSet index;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const InputBlock* block = block_[i];
      if (block != nullptr && block->container != 0 && !block->hidden && block->link_density < 300 &&
          pieces_[i].shape.sentence()) {
        const std::uint32_t at = index.insert(block->container, index.size());
        if (at == containers.size()) {
          containers.push_back({block->container, 0});
        }
        containers[at].words += pieces_[i].shape.words;
      }
    }
    std::uint64_t most = 0;
    std::uint64_t all = 0;
    for (const Container& container : containers) {
      all += container.words;
      if (container.words > most || (container.words == most && container.id < main_)) {
        most = container.words;
        main_ = container.id;
      }
    }
    sure_ = most >= 60 && most * 2 > all;
  }

  void fold_titles() {
    for (const PageMeta::Candidate& title : page_.meta.titles) {
      titles_.push_back(plain(title.value));
    }
  }

  /// Folded, letters and digits only.
  static std::u16string plain(std::u16string_view text) {
    std::u16string folded = fold(text);
    const auto is_sign = [](char16_t c) {
      return c < u'0' || (c > u'9' && c < u'a') || c == 0x060C || c == 0x061F || c == 0x00AB || c == 0x00BB ||
             (c >= 0x2010 && c <= 0x2027);
    };
    folded.erase(std::remove_if(folded.begin(), folded.end(), is_sign), folded.end());
    return folded;
  }

  void add(std::size_t i, Feature feature) { evidence_[i].facts.push_back({feature, Fact::kEveryLabel}); }

  void look_at(std::size_t i) {
    const InputBlock& block = *block_[i];
    const Shape& shape = pieces_[i].shape;
    const std::string_view tag = block.tag;
    const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
    const bool linked = block.link_density >= 700;
    if (linked) {
      add(i, Feature::page_link);
    } else if (block.link_density >= 300) {
      add(i, Feature::page_half_link);
    } else if (tag == "p") {
      add(i, Feature::page_plain);
    }
    if (block.hidden) {
      add(i, Feature::page_hidden);
    }
    if (tag == "h1" && !linked) {
      add(i, Feature::page_h1);
    } else if (heading) {
      add(i, linked ? Feature::page_linked_heading : Feature::page_heading);
    }
    if (block.list) {
      add(i, Feature::page_item);
    }
    if (block.table) {
      add(i, Feature::page_table);
    }
    if (tag == "figcaption") {
      add(i, Feature::page_caption);
    }
    if (tag == "time") {
      add(i, Feature::page_time);
    }
    if (tag == "blockquote") {
      add(i, Feature::page_quote);
    }
    if (sure_ && block.container == main_) {
      add(i, Feature::page_main);
    } else if (sure_ && block.container != 0 && shape.words >= 4) {
      add(i, Feature::page_aside);
    }
    look_at_title(i);
    std::uint32_t seen = 0;
    for_each_hint(block.hints, [&](Label label) {
      const std::uint32_t bit = 1U << static_cast<unsigned>(label);
      if ((seen & bit) == 0) {
        seen |= bit;
        evidence_[i].facts.push_back({Feature::page_hint, static_cast<std::uint8_t>(label)});
      }
    });
  }

  void look_at_title(std::size_t i) {
    if (titled_ || pieces_[i].shape.words < 3 || pieces_[i].shape.words > 60 ||
        block_[i]->link_density >= 700 || block_[i]->hidden) {
      return;
    }
    const std::u16string text = plain(analysis_.slice(pieces_[i].span));
    for (const std::u16string& title : titles_) {
      const bool same = title == text;
      const bool with_site = title.size() > text.size() && text.size() * 10 >= title.size() * 6 &&
                             (title.compare(0, text.size(), text) == 0 ||
                              title.compare(title.size() - text.size(), text.size(), text) == 0);
      if (text.size() >= 8 && (same || with_site)) {
        add(i, Feature::page_title_text);
        titled_ = true;  // later copies are copies
        return;
      }
    }
  }

  const Analysis& analysis_;
  const std::vector<Piece>& pieces_;
  const Page& page_;
  std::vector<Evidence>& evidence_;
  std::vector<const InputBlock*> block_;
  std::vector<std::u16string> titles_;
  std::uint32_t main_ = 0;
  bool sure_ = false;
  bool titled_ = false;
};

}  // namespace

void look_at_page(const Analysis& analysis, const std::vector<Piece>& pieces, const Page& page,
                  std::vector<Evidence>& evidence) {
  PageFinder(analysis, pieces, page, evidence).run();
}

}  // namespace naqi
