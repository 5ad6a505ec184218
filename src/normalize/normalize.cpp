#include "naqi/normalize.h"

#include <algorithm>

#include "normalize/builder.h"
#include "normalize/language.h"
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
      : source_(source), options_(options), builder_(source) {}

  NormalizedText run() {
    load(0, static_cast<std::uint32_t>(source_.size()));
    apply();
    builder_.append(window_, static_cast<std::uint32_t>(source_.size()));
    return builder_.finish();
  }

 private:
  [[nodiscard]] Setting setting(Operation operation) const noexcept { return options_[operation]; }
  [[nodiscard]] bool is_on(Operation operation) const noexcept { return setting(operation) != Setting::off; }

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
    if (is_on(Operation::remove_tatweel)) {
      remove_tatweel(window_, is_on(Operation::remove_small_signs));
    }
    fold_variants(window_, options_);
    separate_glued(window_, options_, false);
    fold_signs(window_, options_);
    remove_marks(window_, is_on(Operation::remove_tashkeel), is_on(Operation::remove_small_signs));
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
      foreign_ = foreign_runs(source_, options_);
      foreign_known_ = true;
    }
    std::size_t next = 0;
    for (Item& item : window_.items) {
      while (next < foreign_.size() && foreign_[next].end <= item.begin) {
        ++next;
      }
      item.foreign = next < foreign_.size() && foreign_[next].begin <= item.begin;
    }
  }

  std::u16string_view source_;
  const NormalizeOptions& options_;
  Builder builder_;
  Window window_;
  std::vector<Span> foreign_;
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
