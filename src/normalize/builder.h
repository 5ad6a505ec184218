#pragma once

#include <string_view>
#include <vector>

#include "naqi/normalize.h"
#include "normalize/window.h"

namespace naqi::normalization {

/// Collects the result: unchanged stretches of the source and finished windows, in order.
class Builder {
 public:
  explicit Builder(std::u16string_view source) : source_(source) { result_.text.reserve(source.size()); }

  /// Copies the source up to `end`.
  void copy_to(std::uint32_t end);
  /// Appends a finished window over the source up to `end`; empties its lists.
  void append(Window& window, std::uint32_t end);
  [[nodiscard]] NormalizedText finish();

  [[nodiscard]] std::u16string_view text() const noexcept { return result_.text; }
  [[nodiscard]] std::uint32_t source_end() const noexcept { return at_; }

 private:
  [[nodiscard]] std::uint32_t text_end() const noexcept {
    return static_cast<std::uint32_t>(result_.text.size());
  }
  void group(const std::vector<Item>& items, std::size_t begin, std::size_t end, Span source);
  void change(Span source, std::uint32_t text_begin);
  /// Notes what was removed from the source up to `source_end`, at `text`.
  void removed(std::vector<Removal>& removals, std::size_t& next, std::uint32_t source_end, Span text);
  void align_changes();

  std::u16string_view source_;
  std::uint32_t at_ = 0;  ///< the source up to here is done
  NormalizedText result_;
  std::vector<OffsetMap::Change> changes_;
};

}  // namespace naqi::normalization
