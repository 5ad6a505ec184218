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

/// Extended_Pictographic, which ICU 72 reads from a data package (emoji-data.txt of Unicode 15.0).
constexpr UChar32 kPictographic[][2] = {
    {0x00A9, 0x00A9},   {0x00AE, 0x00AE},   {0x203C, 0x203C},   {0x2049, 0x2049},   {0x2122, 0x2122},
    {0x2139, 0x2139},   {0x2194, 0x2199},   {0x21A9, 0x21AA},   {0x231A, 0x231B},   {0x2328, 0x2328},
    {0x2388, 0x2388},   {0x23CF, 0x23CF},   {0x23E9, 0x23F3},   {0x23F8, 0x23FA},   {0x24C2, 0x24C2},
    {0x25AA, 0x25AB},   {0x25B6, 0x25B6},   {0x25C0, 0x25C0},   {0x25FB, 0x25FE},   {0x2600, 0x2605},
    {0x2607, 0x2612},   {0x2614, 0x2685},   {0x2690, 0x2705},   {0x2708, 0x2712},   {0x2714, 0x2714},
    {0x2716, 0x2716},   {0x271D, 0x271D},   {0x2721, 0x2721},   {0x2728, 0x2728},   {0x2733, 0x2734},
    {0x2744, 0x2744},   {0x2747, 0x2747},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2763, 0x2767},   {0x2795, 0x2797},   {0x27A1, 0x27A1},   {0x27B0, 0x27B0},
    {0x27BF, 0x27BF},   {0x2934, 0x2935},   {0x2B05, 0x2B07},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},   {0x3030, 0x3030},   {0x303D, 0x303D},   {0x3297, 0x3297},   {0x3299, 0x3299},
    {0x1F000, 0x1F0FF}, {0x1F10D, 0x1F10F}, {0x1F12F, 0x1F12F}, {0x1F16C, 0x1F171}, {0x1F17E, 0x1F17F},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F1AD, 0x1F1E5}, {0x1F201, 0x1F20F}, {0x1F21A, 0x1F21A},
    {0x1F22F, 0x1F22F}, {0x1F232, 0x1F23A}, {0x1F23C, 0x1F23F}, {0x1F249, 0x1F3FA}, {0x1F400, 0x1F53D},
    {0x1F546, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F774, 0x1F77F}, {0x1F7D5, 0x1F7FF}, {0x1F80C, 0x1F80F},
    {0x1F848, 0x1F84F}, {0x1F85A, 0x1F85F}, {0x1F888, 0x1F88F}, {0x1F8AE, 0x1F8FF}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1FAFF}, {0x1FC00, 0x1FFFD},
};

bool is_pictographic(UChar32 c) {
  size_t first = 0;
  size_t last = std::size(kPictographic);
  while (first < last) {
    const size_t middle = (first + last) / 2;
    if (kPictographic[middle][1] < c) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first < std::size(kPictographic) && kPictographic[first][0] <= c;
}

/// What icu_properties.py packs: bits 0–4 the general category, 5–8 the value of a decimal digit and one,
/// 9–11 the script (one of kScripts), 12–13 the strong direction (one of kDirections), 14 White_Space, 15
/// Prepended_Concatenation_Mark, from 16 on five bits each of grapheme, word and sentence break.
constexpr UScriptCode kScripts[] = {USCRIPT_COMMON, USCRIPT_INHERITED, USCRIPT_ARABIC, USCRIPT_LATIN,
                                    USCRIPT_UNKNOWN};
constexpr UCharDirection kDirections[] = {U_OTHER_NEUTRAL, U_LEFT_TO_RIGHT, U_RIGHT_TO_LEFT,
                                          U_RIGHT_TO_LEFT_ARABIC};

uint32_t properties(UChar32 c) {
  const auto at = static_cast<uint32_t>(c);
  if (at > 0x10FFFF) {
    return 0;
  }
  const uint32_t leaf = kBranches[kRoot[at >> 10U] * 32U + (at >> 5U & 31U)];
  return kProperties[kLeaves[leaf * 32U + (at & 31U)]];
}

/// The range of `ranges` (its first and its last code point, then Width − 2 values) that holds `c`, or null.
template <size_t Width, size_t Size>
const int32_t* range_of(const int32_t (&ranges)[Size], UChar32 c) {
  size_t first = 0;
  size_t last = Size / Width;
  while (first < last) {
    const size_t middle = (first + last) / 2;
    if (ranges[middle * Width + 1] < c) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first < Size / Width && ranges[first * Width] <= c ? &ranges[first * Width] : nullptr;
}

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
      row.first += distance(variable(first_parts));
      row.second += distance(variable(second_parts));
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
  static uint32_t variable(const uint8_t*& at) {
    uint32_t number = 0;
    for (uint32_t shift = 0;; shift += 7) {
      number |= (*at & 127U) << shift;
      if ((*at++ & 128U) == 0) {
        return number;
      }
    }
  }
  static int32_t distance(uint32_t number) {
    const auto size = static_cast<int32_t>(number >> 1U);
    return (number & 1U) != 0 ? -size : size;
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

}  // namespace

U_CAPI int8_t U_EXPORT2 u_charType(UChar32 c) { return static_cast<int8_t>(properties(c) & 31U); }

U_CAPI int32_t U_EXPORT2 u_charDigitValue(UChar32 c) {
  return static_cast<int32_t>(properties(c) >> 5U & 15U) - 1;
}

U_CAPI UBool U_EXPORT2 u_isUWhiteSpace(UChar32 c) { return (properties(c) >> 14U & 1U) != 0; }

U_CAPI UScriptCode U_EXPORT2 uscript_getScript(UChar32 c, UErrorCode*) {
  return kScripts[properties(c) >> 9U & 7U];
}

U_CAPI UCharDirection U_EXPORT2 u_charDirection(UChar32 c) { return kDirections[properties(c) >> 12U & 3U]; }

U_CAPI UBool U_EXPORT2 u_hasBinaryProperty(UChar32 c, UProperty which) {
  switch (which) {
    case UCHAR_WHITE_SPACE: return u_isUWhiteSpace(c);
    case UCHAR_PREPENDED_CONCATENATION_MARK: return (properties(c) >> 15U & 1U) != 0;
    case UCHAR_EXTENDED_PICTOGRAPHIC: return is_pictographic(c);
    default: __builtin_trap();
  }
}

U_CAPI int32_t U_EXPORT2 u_getIntPropertyValue(UChar32 c, UProperty which) {
  switch (which) {
    case UCHAR_GRAPHEME_CLUSTER_BREAK: return static_cast<int32_t>(properties(c) >> 16U & 31U);
    case UCHAR_WORD_BREAK: return static_cast<int32_t>(properties(c) >> 21U & 31U);
    case UCHAR_SENTENCE_BREAK: return static_cast<int32_t>(properties(c) >> 26U & 31U);
    default: __builtin_trap();
  }
}

U_CAPI UChar32 U_EXPORT2 u_tolower(UChar32 c) {
  if (c >= 0x0588 && c < 0x10A0) {
    return c;  // Hebrew to Myanmar: no letter has a case
  }
  const int32_t* range = range_of<4>(kLower, c);
  return range != nullptr && (c - range[0]) % range[2] == 0 ? c + range[3] : c;
}

U_CAPI uint8_t U_EXPORT2 u_getCombiningClass(UChar32 c) {
  const int32_t* range = range_of<3>(kClasses, c);
  return range == nullptr ? 0 : static_cast<uint8_t>(range[2]);
}

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
