#include "unicode/composition.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

namespace naqi::unicode {
namespace {

const UNormalizer2* nfc() noexcept {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&status);
}

}  // namespace

Decomposition decompose(char32_t c) noexcept {
  Decomposition result;
  std::array<UChar, 8> units{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = unorm2_getDecomposition(nfc(), static_cast<UChar32>(c), units.data(),
                                                    static_cast<std::int32_t>(units.size()), &status);
  for (std::int32_t i = 0; i < size && result.size < result.code_points.size();) {
    UChar32 part = 0;
    U16_NEXT(units.data(), i, size, part);
    result.code_points[result.size++] = static_cast<char32_t>(part);
  }
  return result;
}

char32_t compose_pair(char32_t first, char32_t second) noexcept {
  const UChar32 composite =
      unorm2_composePair(nfc(), static_cast<UChar32>(first), static_cast<UChar32>(second));
  return composite < 0 ? 0 : static_cast<char32_t>(composite);
}

bool composes_alone(char32_t c) noexcept {
  return c < 0x0300U || unorm2_hasBoundaryBefore(nfc(), static_cast<UChar32>(c)) != 0;
}

}  // namespace naqi::unicode
