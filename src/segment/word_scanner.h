#pragma once

// The tailored words (tests/spec/segmentation.md, "Words"), in one pass from left to right.

#include <cstdint>
#include <string_view>

#include "naqi/span.h"
#include "segment/analysis.h"
#include "segment/char_class.h"

namespace naqi {

class WordScanner {
 public:
  /// Scans `within`, a span of `text` that cuts no grapheme cluster.
  WordScanner(std::u16string_view text, Span within) noexcept
      : text_(text.substr(0, within.end)), at_(within.begin) {}

  /// Finds the next word; false when there is none. All calls together take linear time.
  [[nodiscard]] bool next(Span& span, WordKind& kind) noexcept {
    const auto size = static_cast<std::uint32_t>(text_.size());
    while (at_ < size) {
      const char16_t unit = text_[at_];
      const CharClass first = classes_.of_unit(unit);
      if (first == CharClass::space) {
        ++at_;
        continue;
      }
      if (first == CharClass::arabic) {
        span.begin = at_;
        do {
          ++at_;
        } while (at_ < size && is_arabic_or_mark(classes_.of_unit(text_[at_])));
        if (at_ == size || text_[at_] == u' ' || text_[at_] == u'\n' ||
            classes_.of_unit(text_[at_]) == CharClass::other) {
          if (at_ == size || (text_[at_] & 0xF800U) != 0xD800U) {
            span.end = at_;
            kind = WordKind::arabic;
            return true;
          }
        }
        span.end = continue_letters(span.begin, at_, kind = WordKind::arabic);
        at_ = span.end;
        return true;
      }
      if (scan(span, kind)) {
        return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] static constexpr bool is_arabic_or_mark(CharClass c) noexcept {
    return c == CharClass::arabic || c == CharClass::mark;
  }
  [[nodiscard]] CharClass at(std::uint32_t i) const noexcept {
    return i < text_.size() ? classes_.at(text_, i) : CharClass::line_end;
  }
  [[nodiscard]] char16_t unit(std::uint32_t i) const noexcept { return i < text_.size() ? text_[i] : u'\n'; }
  [[nodiscard]] std::uint32_t behind(std::uint32_t i) const noexcept;
  [[nodiscard]] std::uint32_t skip_marks(std::uint32_t i) const noexcept;

  [[nodiscard]] bool scan(Span& span, WordKind& kind) noexcept;
  [[nodiscard]] std::uint32_t continue_letters(std::uint32_t begin, std::uint32_t end,
                                               WordKind& kind) const noexcept;
  [[nodiscard]] std::uint32_t acronym(std::uint32_t begin) const noexcept;
  [[nodiscard]] bool is_lone_proclitic(std::uint32_t begin, std::uint32_t end) const noexcept;
  [[nodiscard]] std::uint32_t number(std::uint32_t begin, bool& plain) const noexcept;
  [[nodiscard]] std::uint32_t date(std::uint32_t begin) const noexcept;
  [[nodiscard]] std::uint32_t tag(std::uint32_t begin) const noexcept;
  [[nodiscard]] std::uint32_t pictograph(std::uint32_t begin) const noexcept;
  [[nodiscard]] std::uint32_t latin_token(std::uint32_t begin, WordKind& kind) noexcept;
  [[nodiscard]] std::uint32_t url_tail(std::uint32_t begin, std::uint32_t at) const noexcept;

  const CharClasses& classes_ = CharClasses::get();
  std::u16string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t no_email_before_ = 0;
};

}  // namespace naqi
