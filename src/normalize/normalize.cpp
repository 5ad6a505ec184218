#include "naqi/normalize.h"

#include <algorithm>

#include "normalize/builder.h"
#include "normalize/characters.h"
#include "normalize/compatibility.h"
#include "normalize/language.h"
#include "normalize/quick_check.h"
#include "normalize/window.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

using namespace normalization;

bool by_run(const NormalizeOptions& options) noexcept {
  return std::find(options.settings.begin(), options.settings.end(), Setting::runs) != options.settings.end();
}

class Normalizer {
 public:
  Normalizer(std::u16string_view source, const NormalizeOptions& options)
      : source_(source), options_(options), builder_(source), check_(options) {}

  /// Steps over the source once. What no rule touches is copied as it is; a stretch around what one
  /// may touch goes through the rules as a window. Windows begin and end in front of words, where no
  /// rule looks across, so that cutting them changes nothing.
  NormalizedText run() {
    if (options_.compatibility != Compatibility::none) {
      load(0, size());
      apply_preset(window_, options_.compatibility);
      builder_.append(window_, size());
      return builder_.finish();
    }
    std::uint32_t word = 0;  // where the last window could have begun
    std::uint32_t i = 0;
    while (i < size()) {
      const UnitClass c = unit_class(source_[i]);
      if (begins_word(i, c)) {
        word = i;
      }
      if (c == UnitClass::backtick) {
        if (const std::uint32_t end = code_end(i); end != i) {
          copy_code(i, end);
          word = i = end;
          continue;
        }
      }
      if (!check_.step(source_[i], c)) {
        ++i;
        continue;
      }
      word = i = window(word, i + 1);
    }
    if (check_.dirty_end() && builder_.source_end() < size()) {
      window(word, size());
    }
    builder_.copy_to(size());
    return builder_.finish();
  }

 private:
  [[nodiscard]] Setting setting(Operation operation) const noexcept { return options_[operation]; }
  [[nodiscard]] bool is_on(Operation operation) const noexcept { return setting(operation) != Setting::off; }

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(source_.size()); }

  /// A plain letter or a digit behind a single space.
  [[nodiscard]] bool begins_word(std::uint32_t i, UnitClass c) const noexcept {
    return check_.previous() == UnitClass::space && i >= 1 && source_[i - 1] == u' ' &&
           (c == UnitClass::arabic || c == UnitClass::ascii_letter || c == UnitClass::digit ||
            c == UnitClass::mojibake || c == UnitClass::alef);
  }

  /// Normalises the window that begins at `begin` and holds the source up to `i` at least. Returns
  /// its end.
  std::uint32_t window(std::uint32_t begin, std::uint32_t i) {
    constexpr std::uint32_t kLongEnough = 2048;
    std::uint32_t end = size();
    std::uint32_t clean_from = end;  // a place to end, if the word behind it is clean
    for (; i < size(); ++i) {
      const UnitClass c = unit_class(source_[i]);
      if (begins_word(i, c)) {
        if (clean_from < i) {
          end = clean_from;
          break;
        }
        clean_from = i;
        if (i - begin > kLongEnough) {
          end = i;
          break;
        }
      }
      if (c == UnitClass::backtick && code_end(i) != i) {
        end = i;
        break;
      }
      if (check_.step(source_[i], c)) {
        clean_from = size();
      }
    }
    process(begin, end);
    check_.restart(end == 0 ? UnitClass::line_end : unit_class(source_[end - 1]));
    return end;
  }

  void process(std::uint32_t begin, std::uint32_t end) {
    window_.starts_line = begin == 0;
    window_.ends_line = end == size();
    window_.next = end == size() ? 0 : source_[end];
    note_script(begin);
    builder_.copy_to(begin);
    load(begin, end);
    apply();
    builder_.append(window_, end);
  }

  /// What the last letter on the line is, over the source that was copied since the last window.
  void note_script(std::uint32_t end) {
    for (std::uint32_t i = end; i > builder_.source_end(); --i) {
      const char16_t unit = source_[i - 1];
      if (is_line_break(unit) || is_strong_letter(unit) || between(unit, 0xD800, 0xDFFF)) {
        window_.arabic_before = is_arabic_letter(unit);
        return;
      }
    }
  }

  /// The end of the code that a backtick opens (CommonMark's code spans and fences, on one line and
  /// over several), or `i`. Between single backticks a letter of ASCII must stand.
  std::uint32_t code_end(std::uint32_t i) noexcept {
    constexpr std::u16string_view kFence = u"```";
    if (source_.substr(i, kFence.size()) == kFence) {
      if (i < no_fence_from_) {
        const std::size_t close = source_.find(kFence, i + kFence.size());
        if (close != std::u16string_view::npos) {
          return static_cast<std::uint32_t>(close + kFence.size());
        }
        no_fence_from_ = i;
      }
      return i;
    }
    bool letter = false;
    for (std::uint32_t k = i + 1; k < size() && !is_line_break(source_[k]); ++k) {
      if (source_[k] == u'`') {
        return letter ? k + 1 : i;
      }
      letter = letter || is_ascii_letter(source_[k]);
    }
    return i;
  }

  /// Code goes through as it is; only a lone surrogate is no text.
  void copy_code(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
      const std::uint32_t at = i;
      const char32_t c = unicode::next(source_, i);
      if (between(c, 0xD800, 0xDFFF)) {
        builder_.copy_to(at);
        load(at, i);
        builder_.append(window_, i);
      }
    }
    check_.restart(UnitClass::backtick);
  }

  void load(std::uint32_t begin, std::uint32_t end) {
    window_.items.clear();
    for (std::uint32_t i = begin; i < end;) {
      Item item;
      item.begin = i;
      item.c = unicode::next(source_, i);
      item.end = i;
      if (item.c >= 0xD800 && item.c <= 0xDFFF) {
        window_.change(item, 0xFFFD, Operation::compose);
      }
      window_.items.push_back(item);
    }
  }

  /// The rules, in the order in which tests/spec/normalization.md gives them.
  void apply() {
    if (is_on(Operation::decode_entities)) {
      decode_entities(window_);
    }
    if (is_on(Operation::repair_mojibake) || options_.profile == Profile::reading) {
      repair_mojibake(window_, !is_on(Operation::repair_mojibake));
    }
    if (is_on(Operation::remove_invisibles)) {
      remove_invisibles(window_);
    }
    protect(window_);
    mark_foreign();
    expand_forms(window_, options_);
    if (is_on(Operation::joiners)) {
      remove_joiners(window_, setting(Operation::joiners) == Setting::remove);
    }
    fold_signs(window_, options_);
    if (is_on(Operation::remove_tatweel)) {
      remove_tatweel(window_, setting(Operation::remove_small_signs));
    }
    fold_variants(window_, options_);
    separate_glued(window_, options_, false);
    remove_marks(window_, is_on(Operation::remove_tashkeel), setting(Operation::remove_small_signs));
    if (is_on(Operation::compose_hamza)) {
      compose_hamza(window_);
    }
    fold_letters(window_, options_);
    if (is_on(Operation::compose)) {
      compose(window_);
    }
    if (is_on(Operation::collapse_elongation)) {
      collapse_elongation(window_);
    }
    if (is_on(Operation::spaces)) {
      collapse_spaces(window_);
    }
    if (is_on(Operation::fix_spacing)) {
      fix_spacing(window_);
    }
    separate_glued(window_, options_, true);
    if (is_on(Operation::arabic_punctuation)) {
      arabic_punctuation(window_);
    }
  }

  void mark_foreign() {
    if (!by_run(options_)) {
      return;
    }
    if (!foreign_known_) {
      foreign_known_ = true;
      if (may_hold_foreign()) {
        foreign_ = foreign_runs(source_, options_);
      }
    }
    for (Item& item : window_.items) {
      while (next_foreign_ < foreign_.size() && foreign_[next_foreign_].end <= item.begin) {
        ++next_foreign_;
      }
      item.foreign = next_foreign_ < foreign_.size() && foreign_[next_foreign_].begin <= item.begin;
    }
  }

  /// Whether anything in the source could be written in a letter that Arabic does not use.
  [[nodiscard]] bool may_hold_foreign() const noexcept {
    return std::any_of(source_.begin(), source_.end(), [](char16_t unit) {
      switch (unit_class(unit)) {
        case UnitClass::variant:
        case UnitClass::foreign:
        case UnitClass::joiner:
        case UnitClass::ampersand: return true;
        case UnitClass::other: return unit >= 0xFB50;
        default: return false;
      }
    });
  }

  std::u16string_view source_;
  const NormalizeOptions& options_;
  Builder builder_;
  QuickCheck check_;
  Window window_;
  std::uint32_t no_fence_from_ = UINT32_MAX;  ///< behind here no code fence closes
  std::vector<Span> foreign_;
  std::size_t next_foreign_ = 0;
  bool foreign_known_ = false;
};

}  // namespace

Span NormalizedText::source_of_unit(std::uint32_t unit) const noexcept {
  const auto is = [&](std::uint32_t at, unsigned kind) {
    return at < text.size() && (text[at] & 0xFC00U) == kind;
  };
  Span span{unit, unit + 1};
  if (is(unit, 0xD800U) && is(unit + 1, 0xDC00U)) {
    ++span.end;
  } else if (unit > 0 && is(unit, 0xDC00U) && is(unit - 1, 0xD800U)) {
    --span.begin;
  }
  return map.source_of(span);
}

NormalizedText normalize(std::u16string_view source, const NormalizeOptions& options) {
  return Normalizer(source, options).run();
}

}  // namespace naqi
