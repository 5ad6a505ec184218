// The functions of ICU's common library that src/unicode calls, over ICU's own tables, and none that would
// link in the rest of it.
//
// ICU's uprops.cpp and normalizer2.cpp reach every property and every normalisation form through tables of
// function pointers, and with them sets, names, locales and the loading of data: two thirds of the code. Its
// tables of properties hold far more than is asked here; icu_properties.py boils them down. What src/unicode
// does not ask stops the program. Under ICU's licence as far as it follows ICU's sources.

#include <cstddef>
#include <cstring>
#include <iterator>

#include "normalizer2impl.h"
#include "unicode/uchar.h"
#include "unicode/unorm2.h"
#include "unicode/uscript.h"

#define INCLUDED_FROM_NORMALIZER2_CPP
U_NAMESPACE_BEGIN
#include "norm2_nfc_data.h"
U_NAMESPACE_END

namespace {

#include "icu_properties.inc"

/// NFC over the compiled tables; made at the first call (a static local needs no constructor before main).
const icu::Normalizer2Impl& nfc() {
  static const icu::Normalizer2Impl& instance = *[] {
    auto* impl = new icu::Normalizer2Impl;
    impl->init(icu::norm2_nfc_data_indexes, &icu::norm2_nfc_data_trie, icu::norm2_nfc_data_extraData,
               icu::norm2_nfc_data_smallFCD);
    return impl;
  }();
  return instance;
}

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

U_CAPI uint8_t U_EXPORT2 u_getCombiningClass(UChar32 c) { return nfc().getCC(nfc().getNorm16(c)); }

U_CAPI const UNormalizer2* U_EXPORT2 unorm2_getNFCInstance(UErrorCode*) {
  return reinterpret_cast<const UNormalizer2*>(&nfc());
}

U_CAPI int32_t U_EXPORT2 unorm2_getDecomposition(const UNormalizer2*, UChar32 c, UChar* decomposition,
                                                 int32_t capacity, UErrorCode* status) {
  UChar buffer[4];
  int32_t length = 0;
  const UChar* units = nfc().getDecomposition(c, buffer, length);
  if (units == nullptr) {
    return -1;
  }
  if (length > capacity) {
    *status = U_BUFFER_OVERFLOW_ERROR;
    return length;
  }
  std::memcpy(decomposition, units, sizeof(UChar) * static_cast<size_t>(length));
  return length;
}

U_CAPI UChar32 U_EXPORT2 unorm2_composePair(const UNormalizer2*, UChar32 a, UChar32 b) {
  return nfc().composePair(a, b);
}

U_CAPI UBool U_EXPORT2 unorm2_hasBoundaryBefore(const UNormalizer2*, UChar32 c) {
  return nfc().hasCompBoundaryBefore(c);
}
