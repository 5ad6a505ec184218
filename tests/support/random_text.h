#pragma once

// Random texts that are the same on every machine, made of what scraped articles are made of and of
// what breaks tools: marks without a letter, invisibles, surrogates, entities, odd line ends.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace naqi::test {

/// Numerical Recipes' linear congruential generator; the upper bits are the better ones.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2862933555777941757ULL + 3037000493ULL) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

[[nodiscard]] inline std::u16string random_text(std::uint64_t seed, std::uint32_t pieces) {
  static constexpr auto kPieces = std::to_array<std::u16string_view>({
      u"في",
      u"القاهرة",
      u"قال",
      u"وزير",
      u"«",
      u"»",
      u"،",
      u".",
      u"؟",
      u"..",
      u" ",
      u" ",
      u" ",
      u"  ",
      u"\n",
      u"\n",
      u"\n\n",
      u"\r\n",
      u"\r",
      u"\u0085",
      u"\u2028",
      u"\u2029",
      u"\t",
      u"\u00A0",
      u"\u200B",
      u"\u200C",
      u"\u200D",
      u"\u200F",
      u"\u202B",
      u"\u202C",
      u"\uFEFF",
      u"\u00AD",
      u"\u0640",
      u"ـــــ",
      u"\u064E",
      u"\u0651\u064F",
      u"\u0670",
      u"\u0653",
      u"\u06DD",
      u"\u0600",
      u"\u034F",
      u"\uFE0F",
      u"ﻻ",
      u"ﷺ",
      u"ﷲ",
      u"ﭐ",
      u"ی",
      u"ک",
      u"گفت",
      u"است",
      u"ہے",
      u"کوردستان",
      u"&amp;",
      u"&#1605;",
      u"&nbsp;",
      u"&lt;b&gt;",
      u"\xD800",
      u"\xDC00",
      u"😀",
      u"👨\u200D👩\u200D👧",
      u"🇪🇬",
      u"🇪",
      u"e\u0301",
      u"https://example.org/a?b=c",
      u"#وسم_جديد",
      u"@user",
      u"الرئيس.وقال",
      u"إقرأ أيضا:",
      u"المصدر: وكالة",
      u"كلمات دلالية",
      u"اضغط هنا",
      u"2025",
      u"٢٠٢٥",
      u"يناير 2025",
      u"1.5",
      u"د. علي",
      u"The",
      u"harbour",
      u"|",
      u"<p>",
      u"\\",
      u"\"",
      u"*",
      u"# ",
      u"- ",
      u"\x01",
      u"\x7F",
      u"\uFFFD",
      u"\uE000",
      u"한",
      u"\u1112\u1161",
      u"नि",
      u"\U000E0041",
  });
  Random random(seed);
  std::u16string text;
  for (std::uint32_t i = 0; i < pieces; ++i) {
    text += kPieces[random.below(static_cast<std::uint32_t>(kPieces.size()))];
    text += std::u16string_view(u" ").substr(0, random.below(2));
  }
  text.append(1, u'\0');
  return text;
}

}  // namespace naqi::test
