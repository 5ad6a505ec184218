// The functions of ICU's common library that src/unicode calls, over ICU's own data, and none that would
// link in the rest of it.
//
// ICU's own files reach every property and every normalisation form through tables of function pointers, and
// with them sets, names, locales and the loading of data. Its tables hold far more than is asked here;
// icu_properties.py boils them down, and what is asked of them is short. What src/unicode does not ask stops
// the program. Under ICU's licence as far as it follows ICU's sources.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <vector>

#include "unicode/uchar.h"
#include "unicode/unorm2.h"
#include "unicode/uscript.h"
#include "unicode/utf16.h"

namespace {

#include "icu_properties.inc"

/// Seven bits a byte, the lowest first, the high bit where more follow.
uint32_t variable(const uint8_t*& at) {
  uint32_t number = 0;
  for (uint32_t shift = 0;; shift += 7) {
    number |= (*at & 127U) << shift;
    if ((*at++ & 128U) == 0) {
      return number;
    }
  }
}

/// A number with its sign in the lowest bit.
int32_t distance(const uint8_t*& at) {
  const uint32_t number = variable(at);
  const auto size = static_cast<int32_t>(number >> 1U);
  return (number & 1U) != 0 ? -size : size;
}

/// The kind of every code point, unpacked at the first call.
const uint8_t* kinds() {
  static const uint8_t* const instance = [] {
    auto* const all = new uint8_t[0x110000];
    uint8_t* to = all;
    const uint8_t* lengths = kRunLengths;
    for (const uint8_t kind : kRunKinds) {
      const size_t count = variable(lengths) + 1;
      std::memset(to, kind, count);
      to += count;
    }
    return all;
  }();
  return instance;
}

uint8_t kind_of(UChar32 c) { return kinds()[static_cast<uint32_t>(c) <= 0x10FFFF ? c : 0]; }

/// What icu_properties.py packs: bits 0–2 the general category (one of kCategories), 3–5 the script (one of
/// kScripts), 6–7 the strong direction (one of kDirections), 8 White_Space, 9 Prepended_Concatenation_Mark,
/// 10 Extended_Pictographic, from 11 on five bits each of grapheme, word and sentence break.
uint32_t properties(UChar32 c) { return kProperties[kind_of(c)]; }

/// One of each group that src/unicode tells apart: others, letters, marks, decimal digits, other numbers, Cc,
/// Cf, punctuation.
constexpr UCharCategory kCategories[] = {U_UNASSIGNED,           U_OTHER_LETTER,     U_NON_SPACING_MARK,
                                         U_DECIMAL_DIGIT_NUMBER, U_OTHER_NUMBER,     U_CONTROL_CHAR,
                                         U_FORMAT_CHAR,          U_OTHER_PUNCTUATION};
constexpr UScriptCode kScripts[] = {USCRIPT_COMMON, USCRIPT_INHERITED, USCRIPT_ARABIC, USCRIPT_LATIN,
                                    USCRIPT_UNKNOWN};
constexpr UCharDirection kDirections[] = {U_OTHER_NEUTRAL, U_LEFT_TO_RIGHT, U_RIGHT_TO_LEFT,
                                          U_RIGHT_TO_LEFT_ARABIC};

/// Hangul syllables are composed by rule (Unicode 15.0 §3.12).
constexpr UChar32 kSyllables = 0xAC00;
constexpr UChar32 kSyllablesEnd = 0xD7A4;
constexpr UChar32 kLeading = 0x1100;
constexpr UChar32 kVowels = 0x1161;
constexpr UChar32 kTrailing = 0x11A7;  // one before the first: none
constexpr UChar32 kLeadingCount = 19;
constexpr UChar32 kVowelCount = 21;
constexpr UChar32 kTrailingCount = 28;

bool is_syllable(UChar32 c) { return c >= kSyllables && c < kSyllablesEnd; }

/// The canonical decompositions, unpacked at the first call: the code point, its one or two parts, and
/// whether these are composed again.
class Decompositions {
 public:
  struct Row {
    UChar32 composite;
    UChar32 first;
    UChar32 second;  // 0: none
    bool again;
  };

  static const Decompositions& get() {
    static const Decompositions& instance = *new Decompositions;
    return instance;
  }

  const Row* find(UChar32 c) const {
    const auto row = std::lower_bound(rows_.begin(), rows_.end(), c,
                                      [](const Row& each, UChar32 key) { return each.composite < key; });
    return row != rows_.end() && row->composite == c ? &*row : nullptr;
  }

  UChar32 compose(UChar32 first, UChar32 second) const {
    const uint64_t key = pair(first, second);
    const auto row = std::lower_bound(pairs_.begin(), pairs_.end(), key << 16U);
    return row != pairs_.end() && *row >> 16U == key ? rows_[*row & 0xFFFFU].composite : U_SENTINEL;
  }

  /// Whether `c` can be composed with what stands before it.
  bool is_second(UChar32 c) const {
    return std::binary_search(seconds_.begin(), seconds_.end(), static_cast<uint64_t>(c));
  }

 private:
  Decompositions() {
    const uint8_t* composites = kComposites;
    const uint8_t* first_parts = kFirstParts;
    const uint8_t* second_parts = kSecondParts;
    Row row{};
    rows_.reserve(kDecompositionCount);
    for (size_t i = 0; i < kDecompositionCount; ++i) {
      const uint32_t head = variable(composites);
      row.composite += static_cast<UChar32>(head >> 1U);
      row.again = (head & 1U) != 0;
      row.first += distance(first_parts);
      row.second += distance(second_parts);
      if (row.again) {
        pairs_.push_back(pair(row.first, row.second) << 16U | i);
        seconds_.push_back(static_cast<uint64_t>(row.second));
      }
      rows_.push_back(row);
    }
    std::sort(pairs_.begin(), pairs_.end());
    std::sort(seconds_.begin(), seconds_.end());
  }

  static uint64_t pair(UChar32 first, UChar32 second) {
    return static_cast<uint64_t>(first) << 21U | static_cast<uint64_t>(second);
  }

  std::vector<Row> rows_;          // sorted by the composite
  std::vector<uint64_t> pairs_;    // sorted: the pair, and below it 16 bits for the row
  std::vector<uint64_t> seconds_;  // sorted
};

/// Appends the full decomposition of `c`; false where it has none.
bool decompose(UChar32 c, UChar32 (&out)[4], size_t& size) {
  if (is_syllable(c)) {
    const UChar32 index = c - kSyllables;
    const UChar32 trailing = index % kTrailingCount;
    out[size++] = kLeading + index / kTrailingCount / kVowelCount;
    out[size++] = kVowels + index / kTrailingCount % kVowelCount;
    if (trailing != 0) {
      out[size++] = kTrailing + trailing;
    }
    return true;
  }
  const Decompositions::Row* row = Decompositions::get().find(c);
  if (row == nullptr) {
    return false;
  }
  if (!decompose(row->first, out, size)) {
    out[size++] = row->first;
  }
  if (row->second != 0) {
    out[size++] = row->second;  // no second part is decomposed further
  }
  return true;
}

/// The letters from `first` to `last` with a step of 1 or 2, and how far their lower case is.
struct LowerCase {
  UChar32 first;
  UChar32 last;
  int32_t step;
  int32_t difference;
};

const std::vector<LowerCase>& lower_case() {
  static const std::vector<LowerCase>& instance = *[] {
    auto* const all = new std::vector<LowerCase>;
    UChar32 before = 0;
    for (const uint8_t* at = kLower; at != std::end(kLower);) {
      const UChar32 first = before + static_cast<UChar32>(variable(at));
      const uint32_t count = variable(at);
      const auto step = static_cast<int32_t>(count & 1U) + 1;
      before = first + static_cast<int32_t>(count >> 1U) * step;
      all->push_back({first, before, step, distance(at)});
    }
    return all;
  }();
  return instance;
}

}  // namespace

U_CAPI int8_t U_EXPORT2 u_charType(UChar32 c) { return kCategories[properties(c) & 7U]; }

/// Decimal digits stand in tens, each from its zero on: a run begins with one.
U_CAPI int32_t U_EXPORT2 u_charDigitValue(UChar32 c) {
  if (u_charType(c) != U_DECIMAL_DIGIT_NUMBER) {
    return -1;
  }
  int32_t value = 0;
  while (u_charType(c - value - 1) == U_DECIMAL_DIGIT_NUMBER) {
    ++value;
  }
  return value % 10;
}

U_CAPI UBool U_EXPORT2 u_isUWhiteSpace(UChar32 c) { return (properties(c) >> 8U & 1U) != 0; }

U_CAPI UScriptCode U_EXPORT2 uscript_getScript(UChar32 c, UErrorCode*) {
  return kScripts[properties(c) >> 3U & 7U];
}

U_CAPI UCharDirection U_EXPORT2 u_charDirection(UChar32 c) { return kDirections[properties(c) >> 6U & 3U]; }

U_CAPI UBool U_EXPORT2 u_hasBinaryProperty(UChar32 c, UProperty which) {
  switch (which) {
    case UCHAR_WHITE_SPACE: return u_isUWhiteSpace(c);
    case UCHAR_PREPENDED_CONCATENATION_MARK: return (properties(c) >> 9U & 1U) != 0;
    case UCHAR_EXTENDED_PICTOGRAPHIC: return (properties(c) >> 10U & 1U) != 0;
    default: __builtin_trap();
  }
}

U_CAPI int32_t U_EXPORT2 u_getIntPropertyValue(UChar32 c, UProperty which) {
  switch (which) {
    case UCHAR_GRAPHEME_CLUSTER_BREAK:
      if (is_syllable(c) && (c - kSyllables) % kTrailingCount != 0) {
        return U_GCB_LVT;
      }
      return static_cast<int32_t>(properties(c) >> 11U & 31U);
    case UCHAR_WORD_BREAK: return static_cast<int32_t>(properties(c) >> 16U & 31U);
    case UCHAR_SENTENCE_BREAK: return static_cast<int32_t>(properties(c) >> 21U & 31U);
    default: __builtin_trap();
  }
}

U_CAPI UChar32 U_EXPORT2 u_tolower(UChar32 c) {
  if (c >= 0x0588 && c < 0x10A0) {
    return c;  // Hebrew to Myanmar: no letter has a case
  }
  const std::vector<LowerCase>& ranges = lower_case();
  const auto range = std::lower_bound(ranges.begin(), ranges.end(), c,
                                      [](const LowerCase& each, UChar32 key) { return each.last < key; });
  const bool found = range != ranges.end() && range->first <= c && (c - range->first) % range->step == 0;
  return found ? c + range->difference : c;
}

U_CAPI uint8_t U_EXPORT2 u_getCombiningClass(UChar32 c) { return kCombiningClasses[kind_of(c)]; }

U_CAPI const UNormalizer2* U_EXPORT2 unorm2_getNFCInstance(UErrorCode*) {
  return reinterpret_cast<const UNormalizer2*>(&Decompositions::get());
}

U_CAPI int32_t U_EXPORT2 unorm2_getDecomposition(const UNormalizer2*, UChar32 c, UChar* decomposition,
                                                 int32_t capacity, UErrorCode* status) {
  UChar32 parts[4];
  size_t size = 0;
  if (!decompose(c, parts, size)) {
    return -1;
  }
  int32_t length = 0;
  for (size_t i = 0; i < size; ++i) {
    const int32_t units = U16_LENGTH(parts[i]);
    if (length + units <= capacity) {
      int32_t at = length;
      U16_APPEND_UNSAFE(decomposition, at, parts[i]);
    } else {
      *status = U_BUFFER_OVERFLOW_ERROR;
    }
    length += units;
  }
  return length;
}

U_CAPI UChar32 U_EXPORT2 unorm2_composePair(const UNormalizer2*, UChar32 a, UChar32 b) {
  if (a >= kLeading && a < kLeading + kLeadingCount && b >= kVowels && b < kVowels + kVowelCount) {
    return kSyllables + ((a - kLeading) * kVowelCount + b - kVowels) * kTrailingCount;
  }
  if (is_syllable(a) && (a - kSyllables) % kTrailingCount == 0 && b > kTrailing &&
      b < kTrailing + kTrailingCount) {
    return a + b - kTrailing;
  }
  return Decompositions::get().compose(a, b);
}

/// Nothing before `c` is composed with it or goes behind it.
U_CAPI UBool U_EXPORT2 unorm2_hasBoundaryBefore(const UNormalizer2*, UChar32 c) {
  const bool jamo =
      (c >= kVowels && c < kVowels + kVowelCount) || (c > kTrailing && c < kTrailing + kTrailingCount);
  if (jamo || u_getCombiningClass(c) != 0 || Decompositions::get().is_second(c)) {
    return false;
  }
  const Decompositions::Row* row = Decompositions::get().find(c);
  if (row == nullptr || row->again) {
    return true;
  }
  UChar32 parts[4];
  size_t size = 0;
  decompose(c, parts, size);
  return unorm2_hasBoundaryBefore(nullptr, parts[0]);
}
