#include "normalize/quick_check.h"

#include <initializer_list>

#include "normalize/characters.h"

namespace naqi::normalization {
namespace {

using enum UnitClass;

constexpr UnitClass classify(char32_t c) noexcept {
  if (is_line_break(c)) {
    return line_end;
  }
  if (c < 0x80) {
    switch (c) {
      case U' ': return space;
      case U'.': return dot;
      case U'!':
      case U':':
      case U';': return stop;
      case U',':
      case U'?': return question;
      case U'&': return ampersand;
      case U'`': return backtick;
      default: break;
    }
    return is_ascii_letter(c) ? ascii_letter : is_ascii_digit(c) ? digit : is_space(c) ? other : inert;
  }
  if (is_space(c)) {
    return other;
  }
  if (is_invisible(c)) {
    return invisible;
  }
  if (c < 0x100) {
    return c < 0xA0 ? other : c == 0xAB || c == 0xBB ? guillemet : latin1;
  }
  if (c < 0x0300 || between(c, 0x0400, 0x0482) || between(c, 0x048A, 0x052F)) {
    return inert;
  }
  switch (c) {
    case 0x060C:
    case 0x061B:
    case 0x061F: return arabic_stop;
    case 0x06D4: return guillemet;
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
    case 0x0672:
    case 0x0673: return alef;
    case 0x0624:
    case 0x0626: return hamza_carrier;
    case 0x0629: return teh_marbuta;
    case 0x0637:
    case 0x0638:
    case 0x0639:
    case 0x063A: return mojibake;
    case 0x0640: return tatweel;
    case 0x0649: return alef_maksura;
    case 0x06A9:
    case 0x06AA:
    case 0x06BE:
    case 0x06C0:
    case 0x06C1:
    case 0x06C2:
    case 0x06C3:
    case 0x06CC:
    case 0x06D5: return variant;
    case 0x200C:
    case 0x200D: return joiner;
    default: break;
  }
  if (between(c, 0x066A, 0x066C)) {
    return number_sign;
  }
  if (is_arabic_digit(c)) {
    return arabic_digit;
  }
  if (is_tashkeel(c)) {
    return tashkeel;
  }
  if (is_arabic_letter(c)) {
    return c <= 0x064A ? arabic : foreign;
  }
  if (between(c, 0x2010, 0x2027)) {
    return quote;
  }
  return between(c, 0x4E00, 0x9FFF) ? inert : other;
}

constexpr std::size_t kTabled = 0x0900;
constexpr auto kClasses = [] {
  std::array<UnitClass, kTabled> classes{};
  for (std::size_t c = 0; c < kTabled; ++c) {
    classes[c] = classify(static_cast<char32_t>(c));
  }
  return classes;
}();

constexpr std::uint32_t set(std::initializer_list<UnitClass> classes) noexcept {
  std::uint32_t bits = 0;
  for (const UnitClass c : classes) {
    bits |= 1U << static_cast<unsigned>(c);
  }
  return bits;
}

constexpr std::uint32_t kArabicLetters =
    set({arabic, mojibake, alef, alef_maksura, teh_marbuta, hamza_carrier, variant, foreign});

}  // namespace

UnitClass unit_class(char16_t unit) noexcept { return unit < kTabled ? kClasses[unit] : classify(unit); }

QuickCheck::QuickCheck(const NormalizeOptions& options) noexcept {
  const auto on = [&](Operation operation) { return options[operation] != Setting::off; };
  using enum Operation;
  std::uint32_t always = set({other});
  const auto when = [&](bool condition, std::uint32_t classes) { always |= condition ? classes : 0; };
  when(on(decode_entities), set({ampersand}));
  when(on(Operation::persian_kaf) || on(farsi_yeh) || on(heh_variants), set({variant}));
  when(on(fold_alef), set({alef}));
  when(on(fold_alef_maksura), set({alef_maksura}));
  when(on(fold_teh_marbuta), set({teh_marbuta}));
  when(on(fold_hamza), set({hamza_carrier}));
  when(on(remove_tashkeel), set({tashkeel}));
  when(on(remove_tatweel), set({tatweel}));
  when(on(ascii_digits), set({arabic_digit}));
  when(on(number_signs), set({number_sign}));
  when(on(ascii_punctuation), set({arabic_stop, guillemet}));
  when(on(ascii_quotes), set({quote}));
  when(on(remove_invisibles), set({invisible}));
  when(on(joiners), set({joiner}));
  when(on(Operation::arabic_punctuation), set({question, stop}));
  after_.fill(always);
  const auto pair = [&](UnitClass first, std::uint32_t then) {
    after_[static_cast<std::size_t>(first)] |= then;
  };
  if (on(spaces)) {
    spaces_ = true;
    pair(space, set({space, line_end}));
    pair(line_end, set({space}));
  }
  if (on(fix_spacing)) {
    pair(space, set({dot, stop, arabic_stop}));
  }
  if (on(fix_spacing) || on(separate_glued)) {
    pair(dot, kArabicLetters);
  }
  if (on(separate_glued)) {
    pair(teh_marbuta, kArabicLetters | set({tashkeel}));
    pair(alef_maksura, kArabicLetters | set({tashkeel}));
  }
  if (on(repair_mojibake) || options.profile == Profile::reading) {
    pair(latin1, set({latin1, quote, guillemet, invisible, inert, number_sign}));
    pair(mojibake, set({latin1, quote, guillemet, variant, foreign, joiner, invisible, inert, arabic_stop}));
  }
  collapse_ = on(collapse_elongation);
}

}  // namespace naqi::normalization
