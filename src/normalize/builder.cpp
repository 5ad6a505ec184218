#include "normalize/builder.h"

#include <algorithm>
#include <utility>

#include "normalize/characters.h"
#include "normalize/order.h"
#include "unicode/break_properties.h"
#include "unicode/properties.h"

namespace naqi::normalization {

void Builder::copy_to(std::uint32_t end) {
  result_.text += source_.substr(at_, end - at_);
  at_ = end;
}

namespace {

/// Whether a grapheme cluster may go on over `at` (UAX #29, GB3–GB13). Looks at the two characters
/// around the place only: where that does not decide, the answer is yes.
bool may_join(std::u16string_view text, std::uint32_t at) noexcept {
  using unicode::GraphemeBreak;
  if (at == 0 || at >= text.size()) {
    return false;
  }
  std::uint32_t before = at - 1;
  if ((text[at] & 0xFC00U) == 0xDC00U && (text[before] & 0xFC00U) == 0xD800U) {
    return true;
  }
  if (before > 0 && (text[before] & 0xFC00U) == 0xDC00U && (text[before - 1] & 0xFC00U) == 0xD800U) {
    --before;
  }
  const char32_t next_character = unicode::next(text, at);
  const GraphemeBreak last = unicode::grapheme_break(unicode::next(text, before));
  const GraphemeBreak next = unicode::grapheme_break(next_character);
  const auto is_control = [](GraphemeBreak c) {
    return c == GraphemeBreak::control || c == GraphemeBreak::cr || c == GraphemeBreak::lf;
  };
  if (last == GraphemeBreak::cr && next == GraphemeBreak::lf) {
    return true;
  }
  if (is_control(last) || is_control(next)) {
    return false;
  }
  const auto is_jamo = [](GraphemeBreak c) {
    return c == GraphemeBreak::l || c == GraphemeBreak::v || c == GraphemeBreak::t ||
           c == GraphemeBreak::lv || c == GraphemeBreak::lvt;
  };
  return next == GraphemeBreak::extend || next == GraphemeBreak::zwj || next == GraphemeBreak::spacing_mark ||
         last == GraphemeBreak::prepend || (is_jamo(last) && is_jamo(next)) ||
         (last == GraphemeBreak::regional_indicator && next == GraphemeBreak::regional_indicator) ||
         (last == GraphemeBreak::zwj && unicode::is_extended_pictographic(next_character));
}

/// Units that no cluster joins, and that may become one that does.
bool stands_alone(char16_t unit) noexcept {
  return unit < 0x20 || between(unit, 0x7F, 0x9F) || between(unit, 0xD800, 0xDFFF);
}

}  // namespace

void Builder::change(Span source, std::uint32_t text_begin) {
  const Span text{text_begin, text_end()};
  // One unit for one runs in step with the rest, unless it joins what stands before it now.
  if (source.size() != 1 || text.size() != 1 || stands_alone(source_[source.begin]) ||
      may_join(source_, source.begin) != may_join(result_.text, text.begin)) {
    changes_.push_back({source, text});
  }
}

/// Widens every change to whole grapheme clusters of both sides; changes that meet become one.
void Builder::align_changes() {
  const std::u16string_view text = result_.text;
  const auto inside = [&](std::uint32_t source_at, std::uint32_t text_at) {
    return may_join(source_, source_at) || may_join(text, text_at);
  };
  std::size_t out = 0;
  for (std::size_t i = 0; i < changes_.size();) {
    OffsetMap::Change change = changes_[i++];
    while (inside(change.source.begin, change.text.begin)) {
      if (out > 0 && changes_[out - 1].source.end == change.source.begin &&
          changes_[out - 1].text.end == change.text.begin) {
        --out;
        change.source.begin = changes_[out].source.begin;
        change.text.begin = changes_[out].text.begin;
      } else if (change.source.begin > 0 && change.text.begin > 0) {
        --change.source.begin;
        --change.text.begin;
      } else {
        break;
      }
    }
    while (inside(change.source.end, change.text.end)) {
      if (i < changes_.size() && changes_[i].source.begin == change.source.end &&
          changes_[i].text.begin == change.text.end) {
        change.source.end = changes_[i].source.end;
        change.text.end = changes_[i].text.end;
        ++i;
      } else if (change.source.end < source_.size() && change.text.end < text.size()) {
        ++change.source.end;
        ++change.text.end;
      } else {
        break;
      }
    }
    changes_[out++] = change;
  }
  changes_.resize(out);
}

void Builder::removed(std::vector<Removal>& removals, std::size_t& next, std::uint32_t source_end,
                      Span text) {
  for (; next < removals.size() && removals[next].source.begin < source_end; ++next) {
    const Removal& removal = removals[next];
    if (removal.source.empty()) {
      continue;
    }
    if (!result_.edits.empty()) {
      Edit& last = result_.edits.back();
      if (last.operation == removal.operation && last.source.end == removal.source.begin &&
          last.text == text) {
        last.source.end = removal.source.end;
        continue;
      }
    }
    result_.edits.push_back({removal.operation, removal.source, text});
  }
}

void Builder::group(const std::vector<Item>& items, std::size_t begin, std::size_t end, Span source) {
  const std::uint32_t text_begin = text_end();
  std::uint32_t operations = 0;
  for (std::size_t i = begin; i < end; ++i) {
    unicode::append(result_.text, items[i].c);
    operations |= items[i].operations;
  }
  const auto text = std::u16string_view(result_.text).substr(text_begin);
  if (text != source_.substr(source.begin, source.size())) {
    change(source, text_begin);
    for (std::size_t bit = 0; bit < kOperationCount; ++bit) {
      if ((operations >> bit & 1U) != 0) {
        result_.edits.push_back({static_cast<Operation>(bit), source, {text_begin, text_end()}});
      }
    }
  }
  at_ = source.end;
}

void Builder::append(Window& window, std::uint32_t end) {
  auto& removals = window.removals;
  sort_by_place(removals, [](const Removal& removal) { return removal.source.begin; });
  std::size_t next = 0;
  const auto gap_to = [&](std::uint32_t source_end) {
    if (at_ < source_end) {
      removed(removals, next, source_end, {text_end(), text_end()});
      const std::uint32_t begin = std::exchange(at_, source_end);
      change({begin, source_end}, text_end());
    }
  };
  const auto& items = window.items;
  for (std::size_t i = 0; i < items.size();) {
    Span source{items[i].begin, items[i].end};
    std::size_t last = i + 1;
    while (last < items.size() && items[last].begin < source.end) {
      source.end = std::max(source.end, items[last].end);
      ++last;
    }
    gap_to(source.begin);
    const std::uint32_t text_begin = text_end();
    group(items, i, last, source);
    removed(removals, next, source.end, {text_begin, text_end()});
    i = last;
  }
  gap_to(end);
  for (const Removal& report : window.reports) {
    result_.edits.push_back({report.operation, report.source, {}});
  }
  removals.clear();
  window.items.clear();
  window.reports.clear();
}

NormalizedText Builder::finish() {
  align_changes();
  result_.map = OffsetMap(static_cast<std::uint32_t>(source_.size()), text_end(), std::move(changes_));
  sort_by_place(result_.edits, [](const Edit& edit) { return edit.source.begin; });
  for (Edit& edit : result_.edits) {
    if (edit.operation == Operation::repair_mojibake && edit.text.empty()) {
      edit.text = result_.map.text_of(edit.source);
    }
  }
  return std::move(result_);
}

}  // namespace naqi::normalization
