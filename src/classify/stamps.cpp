#include "classify/stamps.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

/// In words. Without a limit a line of numbers would be read to its end from each of them.
constexpr std::uint32_t kLongestStamp = 32;

bool is_digit(char16_t c) noexcept { return c >= u'0' && c <= u'9'; }

std::uint32_t digits_in(std::u16string_view folded) noexcept {
  std::uint32_t count = 0;
  for (const char16_t c : folded) {
    count += is_digit(c) ? 1U : 0U;
  }
  return count;
}

/// Signs that may stand between the words of one stamp.
bool is_stamp_sign(char16_t c) noexcept {
  switch (c) {
    case u' ':
    case u'-':
    case 0x2013:
    case 0x2014:
    case u'/':
    case u'.':
    case u',':
    case 0x060C:
    case u':':
    case u'|':
    case u'(':
    case u')':
    case u'+':
    case 0x0640: return true;
    default: return false;
  }
}

}  // namespace

bool is_number_word(std::u16string_view folded) noexcept {
  bool digit = false;
  for (const char16_t c : folded) {
    if (is_digit(c)) {
      digit = true;
    } else if (c != u'.' && c != u',' && c != u':' && c != u'/' && c != u'-' && c != u'+' && c != 0x066B &&
               c != 0x066C && c != u'%' && c != 0x066A) {
      return false;
    }
  }
  return digit;
}

Stamp stamp_at(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
  const std::u16string_view text = analysis.text();
  last = std::min(last, first + kLongestStamp);
  Stamp stamp;
  stamp.first = stamp.last = first;
  std::uint32_t months = 0;
  std::uint32_t weekdays = 0;
  std::uint32_t numbers = 0;
  std::uint32_t relatives = 0;
  bool clock = false;
  bool year = false;
  bool opens_relative = false;
  std::uint32_t at = first;
  std::uint32_t solid = first;  // the end of the last word that a stamp may end with
  while (at < last) {
    if (at > first) {
      bool joined = true;
      for (std::uint32_t i = analysis.words[at - 1].span.end; i < analysis.words[at].span.begin; ++i) {
        joined = joined && (is_stamp_sign(text[i]) || unicode::is_mark(text[i]));
        clock = clock || (text[i] == u':' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) &&
                          is_digit(text[i + 1]));
      }
      if (!joined) {
        break;
      }
    }
    const std::u16string_view folded = analysis.folded_word(at);
    if (is_number_word(folded)) {
      const std::uint32_t digits = digits_in(folded);
      ++numbers;
      clock = clock || folded.find(u':') != std::u16string_view::npos;
      year = year ||
             (digits == 4 && folded.size() == 4 &&
              (folded.substr(0, 2) == u"19" || folded.substr(0, 2) == u"20" || folded.substr(0, 2) == u"14"));
      if (folded.find(u'/') != std::u16string_view::npos || folded.find(u'-') != std::u16string_view::npos) {
        numbers += 2;
        year = year || digits >= 6;
      }
      solid = ++at;
      continue;
    }
    // 2012م, 1433هـ, 28يوليو: a number with its letter glued to it
    if (!folded.empty() && is_digit(folded.front()) && folded.size() <= 6 &&
        (folded.back() == 0x0647 || folded.back() == 0x0645)) {
      ++numbers;
      year = year || digits_in(folded) == 4;
      solid = ++at;
      continue;
    }
    const auto word = [&](std::uint32_t i) { return analysis.folded_word(at + i); };
    const lexicon::Match match = lexicon::stamps.longest(word, last - at);
    if (match.entry == nullptr) {
      if (folded.size() > 3 && folded.substr(0, 3) == u"gmt") {
        clock = true;
        solid = ++at;
        continue;
      }
      break;
    }
    const std::string_view kind = match.entry->value;
    if (kind == "month") {
      ++months;
    } else if (kind == "weekday") {
      ++weekdays;
    } else if (kind == "relative") {
      ++relatives;
      opens_relative =
          opens_relative ||
          (relatives == 1 && (folded == u"\u0645\u0646\u0630" || folded == u"\u0642\u0628\u0644"));
    } else if (kind == "label") {
      if (at != first && !(months > 0 || numbers > 0 || stamp.labelled || weekdays > 0)) {
        break;
      }
      stamp.labelled = true;
    }
    at += match.words;
    if (kind != "era" && kind != "label") {
      solid = at;
    } else if (kind == "era" && numbers > 0 && match.words == 1 && folded.size() <= 2) {
      solid = at;  // هـ, م
    }
  }
  stamp.last = solid;
  stamp.clock = clock && numbers > 0;
  const bool relative = opens_relative && relatives >= 2;
  stamp.full_date = (months > 0 && numbers > 0) || (numbers >= 3 && year);
  stamp.complete =
      stamp.full_date || relative || (weekdays > 0 && (numbers > 0 || clock)) || (clock && numbers > 0);
  if (!stamp.complete) {
    stamp.last = first;
  }
  return stamp;
}

}  // namespace naqi
