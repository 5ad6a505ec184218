// How much memory a text takes at most, in bytes for each of its UTF-16 units: counted at every allocation,
// so the same on every machine.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "naqi/naqi.h"
#include "render/json_stream.h"
#include "unicode/encoding.h"

namespace {

std::size_t now = 0;
std::size_t most = 0;

constexpr std::size_t kHeader = 16;  // here, for the size

/// What a piece takes with an allocator like glibc's: eight bytes beside it, multiples of sixteen, 32 at
/// least.
constexpr std::size_t taken(std::size_t size) noexcept {
  return std::max<std::size_t>((size + 8 + 15) / 16 * 16, 32);
}

void* take(std::size_t size) {
  auto* const piece = static_cast<std::byte*>(std::malloc(size + kHeader));
  if (piece == nullptr) {
    std::abort();
  }
  *reinterpret_cast<std::size_t*>(piece) = size;
  now += taken(size);
  most = std::max(most, now);
  return piece + kHeader;
}

void give(void* at) noexcept {
  if (at != nullptr) {
    auto* const piece = static_cast<std::byte*>(at) - kHeader;
    now -= taken(*reinterpret_cast<std::size_t*>(piece));
    std::free(piece);
  }
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* at) noexcept { give(at); }
void operator delete[](void* at) noexcept { give(at); }
void operator delete(void* at, std::size_t /*size*/) noexcept { give(at); }
void operator delete[](void* at, std::size_t /*size*/) noexcept { give(at); }

namespace naqi {
namespace {

constexpr std::size_t kUnits = std::size_t{1} << 17U;

std::u16string repeated(std::u16string_view piece) {
  std::u16string text;
  text.reserve(kUnits + piece.size());
  while (text.size() < kUnits) {
    text += piece;
  }
  return text;
}

/// The most that a call takes beyond what was there before it, for each unit.
template <typename Call>
double bytes_a_unit(std::u16string_view text, Call&& call) {
  const std::size_t before = now;
  most = now;
  call();
  return static_cast<double>(most - before) / static_cast<double>(text.size());
}

double of_clean(std::u16string_view text) {
  return bytes_a_unit(text, [&] { static_cast<void>(clean(text)); });
}
/// As the command line does it.
double of_clean_and_written_json(std::u16string_view text) {
  return bytes_a_unit(text, [&] {
    std::size_t bytes = 0;
    const Document document = clean(text).value();
    write_json(document, text, OffsetUnit::utf16, [&](std::string_view piece) { bytes += piece.size(); });
    EXPECT_GT(bytes, 0U);
  });
}
double of_clean_and_json(std::u16string_view text) {
  return bytes_a_unit(text, [&] {
    const Document document = clean(text).value();
    EXPECT_FALSE(to_json(document, text).empty());
  });
}

// The texts in which the most stands in the fewest units: a block for every two or three of them.
constexpr std::u16string_view kWorst[] = {u"ا\n",  u"a\n",  u"1\n",          u"|\n", u"- ا\n", u"#ا\n",
                                          u"ا.\n", u"ا؟\n", u"\U0001F600\n", u"ـ\n", u"ا\n\n"};

TEST(Memory, OfTheWorstTexts) {
  static_cast<void>(of_clean_and_json(u"نص"));  // unpacks what stays
  for (const std::u16string_view piece : kWorst) {
    const std::u16string text = repeated(piece);
    EXPECT_LE(of_clean(text), 250) << unicode::utf16_to_utf8(piece);
    EXPECT_LE(of_clean_and_written_json(text), 250) << unicode::utf16_to_utf8(piece);
    EXPECT_LE(of_clean_and_json(text), 350) << unicode::utf16_to_utf8(piece);
  }
}

TEST(Memory, OfOrdinaryText) {
  const std::u16string text = repeated(
      u"افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية. وقال الوزير: «سيعمل الميناء بكامل "
      u"طاقته قبل نهاية "
      u"العام المقبل». ويضم الميناء ثلاثة أرصفة ومخازن واسعة، وتبلغ كلفته ٣٠٠ مليون دولار.\n\n");
  static_cast<void>(of_clean_and_json(u"نص"));
  EXPECT_LE(of_clean(text), 22);
  EXPECT_LE(of_clean_and_written_json(text), 22);
  EXPECT_LE(of_clean_and_json(text), 30);
}

}  // namespace
}  // namespace naqi
