#pragma once

// Random texts of the characters that Arabic text and its noise are made of: the same on every
// machine, since only the raw numbers of a Mersenne twister decide.

#include <cstdio>
#include <random>
#include <string>
#include <string_view>

namespace naqi::test {

class RandomArabic {
 public:
  explicit RandomArabic(std::uint32_t seed) : engine_(seed) {}

  /// A string of a few words, most of them of Arabic letters.
  std::u16string next() {
    std::u16string text;
    const std::uint32_t parts = 1 + below(8);
    for (std::uint32_t i = 0; i < parts; ++i) {
      part(text);
    }
    return text;
  }
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }

 private:
  template <std::size_t N>
  char16_t pick(const char16_t (&set)[N]) {
    return set[below(N - 1)];
  }

  void word(std::u16string& text) {
    const std::uint32_t letters = 1 + below(6);
    for (std::uint32_t i = 0; i < letters; ++i) {
      text.push_back(
          pick(u"\u0627\u0628\u062A\u062F\u0631\u0633\u0639\u0644\u0645\u0646\u0647\u0648\u064A\u0643"
               u"\u0623\u0625\u0622\u0624\u0626\u0621\u0629\u0649\u0671\u0637\u0641"));
      if (below(4) == 0) {
        text.push_back(pick(u"\u064B\u064E\u064F\u0650\u0651\u0652\u0670\u0653\u0654\u0655\u06D6\u0640"));
      }
    }
  }

  void part(std::u16string& text) {
    switch (below(16)) {
      case 0: text += static_cast<char16_t>(0x0600 + below(0x100)); break;
      case 1: text += static_cast<char16_t>(0x08A0 + below(0x60)); break;
      case 2: text += static_cast<char16_t>(0xFB50 + below(0x2B0)); break;
      case 3: text += static_cast<char16_t>(0xFE70 + below(0x90)); break;
      case 4: text += static_cast<char16_t>(0x2000 + below(0x70)); break;
      case 5: text += pick(u".,;:!?\u060C\u061B\u061F\"'()\u00AB\u00BB#@`-/%"); break;
      case 6: text += pick(u"  \n\t\u00A0\u200C\u200D\u200F\u00AD"); break;
      case 7:
        for (std::uint32_t i = 1 + below(3); i > 0; --i) {
          text += u'\u0640';
        }
        break;
      case 8: text += pick(u"0123456789\u0661\u0662\u06F3abcXYZ\u00E9\u00D8\u00D9"); break;
      case 9:
        text += pick(u"\u067E\u0686\u0698\u06AF\u06A9\u06CC\u06C1\u06BE\u06D5\u06D2\u06BA\u06C3\u06AA");
        break;
      case 10: {
        static constexpr std::u16string_view kPieces[] = {u"&amp;",
                                                          u"&quot;",
                                                          u"&#1575;",
                                                          u"&nbsp;",
                                                          u"&#x60;",
                                                          u"&amp;lt;",
                                                          u"http://a.b/",
                                                          u"www.",
                                                          u"x@y.z",
                                                          u"\u0627\u0633\u062A",
                                                          u"\u06A9\u0647",
                                                          u"\u0625\u0644\u06CC",
                                                          u"\u0641\u064A",
                                                          u"\U0001F468\u200D\U0001F469",
                                                          u"```",
                                                          u"`x`",
                                                          u"\xD800",
                                                          u"\u0627\u0627\u0627",
                                                          u"\u0647\u0640",
                                                          u"\u0627\u0644\u0640",
                                                          u"\u0638\u2026\u0638\u2026\u0637\u00B5"};
        text += kPieces[below(std::size(kPieces))];
        break;
      }
      default:
        word(text);
        if (below(2) == 0) {
          text += u' ';
        }
    }
  }

  std::mt19937 engine_;
};

/// The text with everything but ASCII escaped, for messages.
inline std::string escaped(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) {
    if (unit >= 0x20 && unit < 0x7F) {
      out.push_back(static_cast<char>(unit));
    } else {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "\\u%04X", static_cast<unsigned>(unit));
      out += buffer;
    }
  }
  return out;
}

}  // namespace naqi::test
