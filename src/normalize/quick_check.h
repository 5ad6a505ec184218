#pragma once

#include <array>
#include <cstdint>

#include "naqi/normalize.h"

namespace naqi::normalization {

/// What the quick check needs to know of a code unit.
enum class UnitClass : std::uint8_t {
  inert,  ///< no rule looks at it
  ascii_letter,
  digit,  ///< 0–9
  space,  ///< U+0020
  line_end,
  dot,
  stop,      ///< ! : ;
  question,  ///< , ?
  ampersand,
  backtick,
  latin1,    ///< U+00A1–U+00FF but the guillemets
  quote,     ///< U+2010–U+2027
  arabic,    ///< a letter that every profile leaves as it is
  mojibake,  ///< the same, and in Windows-1256 the first byte of an Arabic letter in UTF-8
  alef,      ///< with hamza, madda, wasla
  alef_maksura,
  teh_marbuta,
  hamza_carrier,
  variant,  ///< a letter of another language that may stand for one of Arabic
  foreign,  ///< any other letter of another language
  tatweel,
  tashkeel,
  arabic_digit,
  number_sign,
  arabic_stop,  ///< ، ؛ ؟
  guillemet,    ///< « » and U+06D4
  invisible,
  joiner,
  other,  ///< what the rules decide case by case
};
inline constexpr std::size_t kUnitClasses = 29;

[[nodiscard]] UnitClass unit_class(char16_t unit) noexcept;

/// Finds, unit by unit, the places that some rule may change under given options. It may find a
/// place that no rule changes in the end; it never misses one.
class QuickCheck {
 public:
  explicit QuickCheck(const NormalizeOptions& options) noexcept;

  /// Whether something may have to be done where `unit` follows what was stepped over before.
  bool step(char16_t unit, UnitClass c) noexcept {
    const auto bit = 1U << static_cast<unsigned>(c);
    bool dirty = (after_[static_cast<std::size_t>(previous_)] & bit) != 0;
    if (c == UnitClass::tashkeel && previous_ == UnitClass::tashkeel) {
      dirty = dirty || unit < last_;  // U+064B–U+0652 stand in the order of their combining classes
    }
    repeated_ = unit == last_ ? repeated_ + 1 : 0;
    dirty = dirty || (collapse_ && repeated_ >= 2);
    last_ = unit;
    previous_ = c;
    return dirty;
  }
  /// Whether the end of the text right here is one of those places.
  [[nodiscard]] bool dirty_end() const noexcept { return spaces_ && previous_ == UnitClass::space; }
  /// Begins again behind `unit`.
  void restart(UnitClass previous) noexcept {
    previous_ = previous;
    last_ = 0;
    repeated_ = 0;
  }
  [[nodiscard]] UnitClass previous() const noexcept { return previous_; }

 private:
  std::array<std::uint32_t, kUnitClasses> after_{};  ///< by previous class: the classes that are dirty
  bool collapse_ = false;
  bool spaces_ = false;
  UnitClass previous_ = UnitClass::line_end;
  char16_t last_ = 0;
  unsigned repeated_ = 0;
};

}  // namespace naqi::normalization
