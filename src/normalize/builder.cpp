#include "normalize/builder.h"

#include <algorithm>
#include <utility>

#include "unicode/properties.h"

namespace naqi::normalization {

void Builder::copy_to(std::uint32_t end) {
  result_.text += source_.substr(at_, end - at_);
  at_ = end;
}

void Builder::change(Span source, std::uint32_t text_begin) {
  const Span text{text_begin, text_end()};
  if (source.size() != text.size() || source.size() > 1) {  // one unit for one runs in step
    changes_.push_back({source, text});
  }
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
  std::stable_sort(removals.begin(), removals.end(),
                   [](const Removal& a, const Removal& b) { return a.source.begin < b.source.begin; });
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
  result_.map = OffsetMap(static_cast<std::uint32_t>(source_.size()), text_end(), std::move(changes_));
  std::stable_sort(result_.edits.begin(), result_.edits.end(),
                   [](const Edit& a, const Edit& b) { return a.source.begin < b.source.begin; });
  for (Edit& edit : result_.edits) {
    if (edit.operation == Operation::repair_mojibake && edit.text.empty()) {
      edit.text = result_.map.text_of(edit.source);
    }
  }
  return std::move(result_);
}

}  // namespace naqi::normalization
