#include "extract/related.h"

#include <algorithm>
#include <string>

#include "extract/dates.h"
#include "extract/items.h"
#include "lexicon/word_set.h"

namespace naqi {
namespace {

constexpr std::uint32_t kLongestHeadline = 30;    // words
constexpr std::uint32_t kLongestPhrase = 4;       // words of an item of a list that ends in a full stop
constexpr std::uint32_t kLongestTeaserless = 12;  // words of a headline that ends in a full stop
constexpr std::uint32_t kStampWords = 3;          // words beside a date in the line of its author

std::uint32_t words_in(const Tokens& tokens, Span range) {
  std::uint32_t words = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    words += tokens.is_word(i) && tokens[i].span.size() > 1 ? 1 : 0;
  }
  return words;
}

bool ends_in_full_stop(const Tokens& tokens, Span range) {
  return !range.empty() && tokens.is_mark(range.end - 1, u'.') &&
         (range.size() < 2 || !tokens.is_mark(range.end - 2, u'.'));
}

/// «(شاهد)», «بالفيديو», «.. صور»: what the link shows.
Media media_of(const Tokens& tokens, Span item) {
  for (std::uint32_t i = item.begin; i < item.end; ++i) {
    const lexicon::Match match = tokens.match(lexicon::media, i, item.end);
    if (match.entry == nullptr) {
      continue;
    }
    const std::uint32_t behind = i + match.words;
    const bool bracketed = i > item.begin && (tokens.is_mark(i - 1, u'(') || tokens.is_mark(i - 1, u'['));
    const bool opens = i == item.begin;
    const bool closes = behind == item.end && i > item.begin && !tokens.is_word(i - 1);
    if (bracketed || opens || closes) {
      return match.entry->value == "video" ? Media::video : Media::photo;
    }
  }
  return Media::none;
}

/// Cuts a date at either end of the item, with the mark between it and the headline.
Span without_stamp(const Tokens& tokens, Span item) {
  const std::vector<FoundDate> dates = find_dates(tokens, item.begin, item.end, DateStyle::stamp);
  const auto is_link = [&](std::uint32_t i) { return !tokens.is_word(i) && !tokens.is_number(i); };
  if (!dates.empty() && dates.back().first.day != 0 &&
      dates.back().span.end == tokens[item.end - 1].span.end) {
    const std::uint32_t at = tokens.in(dates.back().span).begin;
    if (at > item.begin && tokens.find(lexicon::function_words, at - 1) != nullptr) {
      return item;  // «… افتتح في 11 يونيو 2012»: no stamp, the end of the clause
    }
    item.end = at;
    while (!item.empty() && is_link(item.end - 1) && !tokens.is_mark(item.end - 1, u'"') &&
           !tokens.is_mark(item.end - 1, u'»') && !tokens.is_mark(item.end - 1, u')')) {
      --item.end;
    }
  } else if (!dates.empty() && dates.front().first.day != 0 &&
             dates.front().span.begin == tokens[item.begin].span.begin) {
    std::uint32_t behind = tokens.in(dates.front().span).end;
    if (behind < item.end && is_link(behind) && !tokens.is_mark(behind, u'"')) {
      item.begin = behind + 1;
    }
  }
  return item;
}

/// Stamps, counters, author lines, section names, teasers: what a list holds beside its headlines.
bool is_headline(const Tokens& tokens, Span item, bool in_list) {
  const std::uint32_t words = words_in(tokens, item);
  if (words < (in_list ? 3U : 2U) || words > kLongestHeadline) {
    return false;
  }
  if (ends_in_full_stop(tokens, item) && words > (in_list ? kLongestPhrase : kLongestTeaserless)) {
    return false;
  }
  bool only_stamp = true;
  for (std::uint32_t i = item.begin; i < item.end && only_stamp; ++i) {
    only_stamp = !tokens.is_word(i) || tokens.match(lexicon::stamps, i, item.end).words > 0 ||
                 tokens.match(lexicon::months, i, item.end).words > 0;
  }
  if (only_stamp || tokens.match(lexicon::sections, item.begin, item.end).words == words) {
    return false;
  }
  const lexicon::Match marker = tokens.match(lexicon::markers, item.begin, item.end);
  if (marker.words == words && marker.entry->value.find("alone") != std::string_view::npos) {
    return false;
  }
  if (marker.words >= 2 && marker.entry->value.find("related") == std::string_view::npos) {
    return false;  // «اشترك الآن في …»
  }
  if (words <= kStampWords + 3) {  // «admin أغسطس 2, 2021»
    std::uint32_t beside = words;
    for (const FoundDate& date : find_dates(tokens, item.begin, item.end, DateStyle::stamp)) {
      if (date.first.day != 0) {
        beside -= std::min(beside, words_in(tokens, tokens.in(date.span)));
        if (beside <= kStampWords) {
          return false;
        }
      }
    }
  }
  return true;
}

std::u16string key_of(const Tokens& tokens, Span item) {
  std::u16string key;
  for (std::uint32_t i = item.begin; i < item.end; ++i) {
    if (tokens.is_word(i) || tokens.is_number(i)) {
      key += tokens.folded(i);
      key += u' ';
    }
  }
  return key;
}

}  // namespace

std::vector<Related> find_related(const Tokens& tokens, const std::vector<ClassifiedBlock>& blocks) {
  std::vector<Related> out;
  WordSet seen;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const ClassifiedBlock& block = blocks[i];
    if (block.label != Label::related_link && block.label != Label::related_list) {
      continue;
    }
    const bool in_list = block.label == Label::related_list;
    for (const Span found : split_headlines(tokens, without_marker(tokens, block, "related"))) {
      const Span item = without_stamp(tokens, found);
      if (item.empty() || !is_headline(tokens, item, in_list) ||
          !seen.add(WordSet::hash(key_of(tokens, item)))) {
        continue;
      }
      Related related;
      related.span = {tokens[item.begin].span.begin, tokens[item.end - 1].span.end};
      related.block = i;
      related.kind = in_list ? RelatedKind::list : RelatedKind::inline_link;
      related.media = media_of(tokens, item);
      out.push_back(std::move(related));
    }
  }
  return out;
}

std::vector<OtherArticle> find_other_articles(const Tokens& tokens,
                                              const std::vector<ClassifiedBlock>& blocks) {
  std::vector<OtherArticle> out;
  std::uint32_t group = 0;
  std::uint32_t last = 0;
  bool titled = false;  // the headline was found or there is none
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const ClassifiedBlock& block = blocks[i];
    if (block.label != Label::other_article) {
      continue;
    }
    bool goes_on = !out.empty() && block.group == group;
    if (goes_on && group == 0) {  // not numbered: only links stand between the parts of one article
      for (std::uint32_t k = last + 1; k < i && goes_on; ++k) {
        goes_on = blocks[k].label == Label::related_link;
      }
    }
    if (!goes_on) {
      out.emplace_back();
      group = block.group;
      titled = false;
    }
    out.back().blocks.push_back(i);
    last = i;
    const Span text = without_marker(tokens, block, "related");
    if (titled || text.empty()) {
      continue;
    }
    titled = true;
    if (!ends_in_full_stop(tokens, text) && words_in(tokens, text) <= kLongestHeadline) {
      Node title;
      title.span = Span{tokens[text.begin].span.begin, tokens[text.end - 1].span.end};
      out.back().title = std::move(title);
    }
  }
  return out;
}

}  // namespace naqi
