#include "cli/batch/site_lines.h"

#include <algorithm>
#include <bit>

#include "unicode/properties.h"

namespace naqi::cli {
namespace {

/// A template repeats a line on most pages, a writer a phrase on few.
constexpr std::uint32_t kLeastDocuments = 5;
constexpr std::uint32_t kLeastShare = 10;  // one in ten

/// What a key counts, so that a line is not taken for a document.
enum class Kind : std::uint64_t { document = 1, text = 2, line = 3 };

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t key) noexcept {
  key = (key ^ (key >> 30U)) * 0xBF58476D1CE4E5B9U;
  key = (key ^ (key >> 27U)) * 0x94D049BB133111EBU;
  return key ^ (key >> 31U);
}

/// FNV-1a over the units.
template <typename Text>
std::uint64_t hash(std::uint64_t seed, Text text) noexcept {
  std::uint64_t key = 0xCBF29CE484222325U ^ mixed(seed);
  for (const auto unit : text) {
    key = (key ^ static_cast<std::uint64_t>(static_cast<std::uint16_t>(unit))) * 0x100000001B3U;
  }
  return mixed(key);
}

std::uint64_t key_of(std::uint64_t site, Kind kind, std::u16string_view text = {}) noexcept {
  return hash(site + static_cast<std::uint64_t>(kind), text);
}

struct Line {
  Span span;
  std::uint64_t key;
};

std::vector<Line> lines_of(std::uint64_t site, std::u16string_view text) {
  std::vector<Line> lines;
  Span line;  // from the first to the last unit that is no white space
  bool open = false;
  bool letters = false;
  const auto close = [&] {
    if (letters) {
      lines.push_back({line, key_of(site, Kind::line, text.substr(line.begin, line.size()))});
    }
    open = letters = false;
  };
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t begin = at;
    const char32_t c = unicode::next(text, at);
    if (unicode::is_line_end(c)) {
      close();
    } else if (!unicode::is_invisible(c)) {
      line = {open ? line.begin : begin, at};
      open = true;
      letters = letters || unicode::is_letter(c);
    }
  }
  close();
  return lines;
}

}  // namespace

CountSketch::CountSketch(std::size_t bytes)
    : width_(std::bit_floor(std::max<std::size_t>(bytes / kRows / sizeof(std::uint32_t), 1024))),
      cells_(width_ * kRows) {}

std::size_t CountSketch::cell(std::uint64_t key, std::size_t row) const {
  return row * width_ + (mixed(key + row * 0x9E3779B97F4A7C15U) & (width_ - 1));
}

std::uint32_t CountSketch::count(std::uint64_t key) const {
  std::uint32_t least = UINT32_MAX;
  for (std::size_t row = 0; row < kRows; ++row) {
    least = std::min(least, cells_[cell(key, row)]);
  }
  return least;
}

void CountSketch::add(std::uint64_t key) {
  const std::uint32_t next = count(key) + 1;
  for (std::size_t row = 0; next != 0 && row < kRows; ++row) {
    std::uint32_t& each = cells_[cell(key, row)];
    each = std::max(each, next);
  }
}

void SiteLines::count(std::string_view site, std::u16string_view text) {
  const std::uint64_t seed = hash(0, site);
  const std::uint64_t whole = key_of(seed, Kind::text, text);
  if (sketch_.count(whole) > 0) {
    return;
  }
  sketch_.add(whole);
  sketch_.add(key_of(seed, Kind::document));
  std::vector<std::uint64_t> keys;
  for (const Line& line : lines_of(seed, text)) {
    keys.push_back(line.key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::uint64_t key : keys) {
    sketch_.add(key);
  }
}

std::vector<Span> SiteLines::recurring(std::string_view site, std::u16string_view text) const {
  const std::uint64_t seed = hash(0, site);
  const std::uint32_t least =
      std::max(kLeastDocuments, sketch_.count(key_of(seed, Kind::document)) / kLeastShare);
  std::vector<Span> found;
  for (const Line& line : lines_of(seed, text)) {
    if (sketch_.count(line.key) >= least) {
      found.push_back(line.span);
    }
  }
  return found;
}

std::string_view site_of(std::string_view value) {
  const std::size_t scheme = value.find("://");
  if (scheme == std::string_view::npos) {
    return value;
  }
  value.remove_prefix(scheme + 3);
  return value.substr(0, value.find_first_of("/?#"));
}

}  // namespace naqi::cli
