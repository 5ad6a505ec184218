#include <algorithm>
#include <array>
#include <string>

#include "normalize/characters.h"
#include "normalize/tables.h"
#include "normalize/window.h"

namespace naqi::normalization {
namespace {

// The upper halves of the code pages, as WHATWG's Encoding Standard defines them; undefined bytes
// are C1 controls.
constexpr char16_t kWindows1252[] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};
constexpr char16_t kWindows1256[] = {
    0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039, 0x0152,
    0x0686, 0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x06A9, 0x2122,
    0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA, 0x00A0, 0x060C, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x061B, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x061F, 0x06C1,
    0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D,
    0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x00D7, 0x0637, 0x0638, 0x0639,
    0x063A, 0x0640, 0x0641, 0x0642, 0x0643, 0x00E0, 0x0644, 0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0649, 0x064A, 0x00EE, 0x00EF, 0x064B, 0x064C, 0x064D, 0x064E, 0x00F4,
    0x064F, 0x0650, 0x00F7, 0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E, 0x200F, 0x06D2,
};
static_assert(std::size(kWindows1252) == 32 && std::size(kWindows1256) == 128);

// --- Character references (HTML, 13.2.5.72 and following)

constexpr std::size_t kLongestEntity = 34;

char32_t numeric_reference(char32_t code) noexcept {
  if (between(code, 0x80, 0x9F)) {
    return kWindows1252[code - 0x80];
  }
  return code == 0 || code > 0x10FFFF || between(code, 0xD800, 0xDFFF) ? 0xFFFD : code;
}

/// The character that the body of a reference (between & and ;) names, or 0.
char32_t decode_body(std::string_view body) noexcept {
  if (body.empty()) {
    return 0;
  }
  if (body.front() != '#') {
    return find_reference(body);
  }
  body.remove_prefix(1);
  const bool hexadecimal = !body.empty() && (body.front() == 'x' || body.front() == 'X');
  if (hexadecimal) {
    body.remove_prefix(1);
  }
  if (body.empty()) {
    return 0;
  }
  char32_t code = 0;
  for (const char digit : body) {
    const bool decimal_digit = '0' <= digit && digit <= '9';
    const char lower = static_cast<char>(digit | 0x20);
    if (!decimal_digit && !(hexadecimal && 'a' <= lower && lower <= 'f')) {
      return 0;
    }
    const auto value = static_cast<char32_t>(decimal_digit ? digit - '0' : lower - 'a' + 10);
    code = std::min<char32_t>(code * (hexadecimal ? 16 : 10) + value, 0x110000);
  }
  return numeric_reference(code);
}

/// Where the reference that ends at `semicolon` begins, and what it names.
struct Decoded {
  std::size_t begin = 0;
  char32_t c = 0;
};
Decoded reference_ending_at(const std::vector<Item>& items, std::size_t semicolon) noexcept {
  std::array<char, kLongestEntity> body{};
  std::size_t size = 0;
  for (std::size_t i = semicolon; i-- > 0 && size < body.size();) {
    const char32_t c = items[i].c;
    if (c == U'&') {
      std::reverse(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(size));
      return {i, decode_body({body.data(), size})};
    }
    if (!is_ascii_alnum(c) && c != U'#') {
      break;
    }
    body[size++] = static_cast<char>(c);
  }
  return {};
}

// --- Mojibake

/// The byte that a code page shows as `c`, or -1.
int windows1252_byte(char32_t c) noexcept {
  if (c < 0x100) {
    return static_cast<int>(c);  // C1 controls too: ISO 8859-1 shows the bytes 80 to 9F as these
  }
  const auto* const found = std::find(std::begin(kWindows1252), std::end(kWindows1252), c);
  return found == std::end(kWindows1252) ? -1 : static_cast<int>(found - std::begin(kWindows1252)) + 0x80;
}
int windows1256_byte(char32_t c) noexcept {
  if (c < 0x80) {
    return -1;  // a run in this code page holds no ASCII: see `runs`
  }
  const auto* const found = std::find(std::begin(kWindows1256), std::end(kWindows1256), c);
  return found == std::end(kWindows1256) ? -1 : static_cast<int>(found - std::begin(kWindows1256)) + 0x80;
}

/// A code page that UTF-8 was read in, and what proves it.
struct CodePage {
  int (*byte)(char32_t) noexcept;
  bool ascii;               ///< whether a run goes on over ASCII that is not a letter
  std::size_t code_points;  ///< a run decodes to at least so many code points beyond ASCII
};
constexpr CodePage kCodePages[] = {{windows1252_byte, true, 2}, {windows1256_byte, false, 3}};

/// The code points of a run of items, read as bytes; empty unless they are well-formed UTF-8
/// (Unicode 15.0, table 3-7) and prove that they are Arabic.
bool decode_run(const std::vector<Item>& items, std::size_t begin, std::size_t end, const CodePage& page,
                std::vector<Item>& out) {
  out.clear();
  std::size_t beyond_ascii = 0;
  std::size_t arabic = 0;
  std::size_t others = 0;
  for (std::size_t i = begin; i < end;) {
    const auto lead = static_cast<unsigned>(page.byte(items[i].c));
    if (lead < 0x80) {
      out.push_back(items[i++]);
      continue;
    }
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || end - i < size) {
      return false;
    }
    char32_t c = lead & (0x7FU >> size);
    for (std::size_t k = 1; k < size; ++k) {
      const auto byte = static_cast<unsigned>(page.byte(items[i + k].c));
      if ((byte & 0xC0U) != 0x80U) {
        return false;
      }
      c = c << 6U | (byte & 0x3FU);
    }
    if ((size == 3 && c < 0x800) || (size == 4 && (c < 0x10000 || c > 0x10FFFF)) ||
        between(c, 0xD800, 0xDFFF)) {
      return false;
    }
    Item item = items[i];
    item.c = c;
    item.end = items[i + size - 1].end;
    item.mark(Operation::repair_mojibake);
    out.push_back(item);
    ++beyond_ascii;
    arabic += is_arabic_letter(c) ? 1 : 0;
    others += is_arabic_letter(c) || is_arabic_mark(c) || between(c, 0x0600, 0x06FF) ||
                      between(c, 0x2000, 0x206F) || between(c, 0xA0, 0xBF)
                  ? 0
                  : 1;
    i += size;
  }
  return beyond_ascii >= page.code_points && arabic * 2 >= beyond_ascii && (page.ascii || others == 0);
}

/// The end of the run of `page` that begins at `begin`.
std::size_t run_end(const std::vector<Item>& items, std::size_t begin, const CodePage& page) noexcept {
  std::size_t i = begin;
  while (i < items.size() && page.byte(items[i].c) >= 0 && !is_ascii_letter(items[i].c) &&
         items[i].c != U'\n' && items[i].c != U'\r') {
    ++i;
  }
  return i;
}

/// What may be a byte of misread text, and what other rules take out of clean text.
bool is_loose(char32_t c) noexcept {
  return is_space(c) || is_invisible(c) || c == 0x200C || c == 0x200D || c == 0x0640;
}

/// One round of repair: text that was misread twice needs two.
class Repair {
 public:
  Repair(Window& window, bool report_only) noexcept : window_(window), report_only_(report_only) {}

  bool run() {
    const auto& items = window_.items;
    window_.scratch.clear();
    std::array<std::size_t, std::size(kCodePages)> tried{};  // what proved nothing is not looked at again
    for (std::size_t i = 0; i < items.size();) {
      std::size_t end = i;
      for (std::size_t k = 0; k < std::size(kCodePages) && end == i; ++k) {
        if (items[i].c >= 0x80 && i >= tried[k]) {
          tried[k] = run_end(items, i, kCodePages[k]);
          end = repaired(i, tried[k], kCodePages[k]);
        }
      }
      if (end == i) {
        window_.scratch.push_back(items[i++]);
      }
      i = std::max(i, end);
    }
    window_.items.swap(window_.scratch);
    return changed_;
  }

 private:
  /// Appends the run [begin, end) if all of it, or what stands between its loose parts, is repaired;
  /// returns how far it came, `begin` if nothing was.
  std::size_t repaired(std::size_t begin, std::size_t end, const CodePage& page) {
    const auto& items = window_.items;
    if (begin == end) {
      return begin;
    }
    if (decode_run(items, begin, end, page, run_)) {
      take(begin, end);
      return end;
    }
    const std::size_t size = window_.scratch.size();
    bool any = false;
    for (std::size_t i = begin; i < end;) {
      std::size_t part = i;
      while (part < end && !is_loose(items[part].c)) {
        ++part;
      }
      if (part != i && part - i < end - begin && decode_run(items, i, part, page, run_)) {
        take(i, part);
        any = true;
      } else {
        part = std::max(part, i + 1);
        copy(i, part);
      }
      i = part;
    }
    if (!any) {
      window_.scratch.resize(size);
      return begin;
    }
    return end;
  }
  void take(std::size_t begin, std::size_t end) {
    const auto& items = window_.items;
    if (report_only_) {
      window_.reports.push_back({Operation::repair_mojibake, {items[begin].begin, items[end - 1].end}});
      copy(begin, end);
    } else {
      window_.scratch.insert(window_.scratch.end(), run_.begin(), run_.end());
      changed_ = true;
    }
  }
  void copy(std::size_t begin, std::size_t end) {
    window_.scratch.insert(window_.scratch.end(), window_.items.begin() + static_cast<std::ptrdiff_t>(begin),
                           window_.items.begin() + static_cast<std::ptrdiff_t>(end));
  }

  Window& window_;
  bool report_only_;
  bool changed_ = false;
  std::vector<Item> run_;
};

}  // namespace

EntityAt entity_at(std::u16string_view source, std::uint32_t at) noexcept {
  EntityAt found;
  for (std::uint32_t body = at + 1;;) {
    std::array<char, kLongestEntity> name{};
    std::size_t size = 0;
    std::uint32_t i = body;
    while (i < source.size() && size < name.size() && (is_ascii_alnum(source[i]) || source[i] == u'#')) {
      name[size++] = static_cast<char>(source[i++]);
    }
    if (i == source.size() || source[i] != u';') {
      return found;
    }
    const char32_t c = decode_body({name.data(), size});
    if (c == 0 || c == U'`') {
      return found;
    }
    found = {c, i + 1};
    if (c != U'&') {
      return found;
    }
    body = i + 1;
  }
}

void decode_entities(Window& window) {
  auto& items = window.items;
  std::size_t out = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[out++] = items[i];
    // What a reference decodes to may complete another one («&amp;quot;»): go on until none is left.
    while (items[out - 1].c == U';') {
      const Decoded decoded = reference_ending_at(items, out - 1);
      if (decoded.c == 0 || decoded.c == U'`') {  // a backtick would open code that was none
        break;
      }
      Item item = items[decoded.begin];
      for (std::size_t k = decoded.begin; k < out; ++k) {
        item.operations |= items[k].operations;
      }
      item.c = decoded.c;
      item.end = items[out - 1].end;
      item.mark(Operation::decode_entities);
      items[decoded.begin] = item;
      out = decoded.begin + 1;
    }
  }
  items.resize(out);
}

void repair_mojibake(Window& window, bool report_only) {
  while (Repair(window, report_only).run()) {
  }
}

void remove_invisibles(Window& window) {
  window.remove_if(Operation::remove_invisibles,
                   [&](std::size_t i) { return is_invisible(window.items[i].c); });
}

}  // namespace naqi::normalization
