#include "naqi/normalize.h"

namespace naqi {

NormalizedText normalize(std::u16string_view source, const NormalizeOptions&) {
  return {std::u16string(source), OffsetMap(static_cast<std::uint32_t>(source.size())), {}};
}

}  // namespace naqi
