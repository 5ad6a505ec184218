#include "normalize/fold.h"

#include "unicode/properties.h"

namespace naqi {

void fold_append(std::u16string& out, std::u16string_view text) {
  for (std::uint32_t i = 0; i < text.size();) {
    const char32_t c = unicode::next(text, i);
    switch (c) {
      case 0x0622:
      case 0x0623:
      case 0x0625:
      case 0x0671: out.push_back(0x0627); continue;
      case 0x0649:
      case 0x06CC: out.push_back(0x064A); continue;
      case 0x0629:
      case 0x06C3:
      case 0x06BE:
      case 0x06C1:
      case 0x06D5: out.push_back(0x0647); continue;
      case 0x06A9:
      case 0x06AA: out.push_back(0x0643); continue;
      case 0x0640: continue;
      default: break;
    }
    if (c == 0x0653 || c == 0x0654 || c == 0x0655) {
      out.push_back(static_cast<char16_t>(c));
    } else if ((unicode::is_mark(c) && unicode::script(c) != unicode::Script::other && c >= 0x0600 &&
                c <= 0x08FF) ||
               unicode::is_format(c)) {
      continue;
    } else if (unicode::is_decimal_digit(c)) {
      out.push_back(static_cast<char16_t>(u'0' + unicode::digit_value(c)));
    } else {
      unicode::append(out, unicode::to_lower(c));
    }
  }
}

std::u16string fold(std::u16string_view text) {
  std::u16string out;
  out.reserve(text.size());
  fold_append(out, text);
  return out;
}

}  // namespace naqi
