#include "naqi/render.h"

namespace naqi {

std::string to_json(const Document&, std::u16string_view, OffsetUnit) { return "{}"; }

}  // namespace naqi
