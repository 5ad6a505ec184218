#include "segment/web_address.h"

#include <array>

#include "lexicon/lexicon.h"

namespace naqi {
namespace {

constexpr char16_t lower(char16_t c) noexcept {
  return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 0x20) : c;
}

bool is_local_part(char16_t c) noexcept {
  return is_ascii_alphanumeric(c) || c == u'.' || c == u'_' || c == u'%' || c == u'+' || c == u'-';
}

}  // namespace

bool is_url_unit(char16_t c) noexcept {
  return c > u' ' && c < 0x7F && c != u'"' && c != u'<' && c != u'>' && c != u'\\' && c != u'^' &&
         c != u'`' && c != u'{' && c != u'}' && c != u'|' && c != u'[' && c != u']';
}

bool is_trailing_punctuation(char16_t c) noexcept {
  return c == u'.' || c == u',' || c == u':' || c == u';' || c == u'!' || c == u'?' || c == u'\'' ||
         c == u'*' || c == u'-';
}

std::uint32_t url_scheme(std::u16string_view text, std::uint32_t begin) noexcept {
  static constexpr std::array<std::u16string_view, 4> kSchemes = {u"http://", u"https://", u"ftp://",
                                                                  u"www."};
  const char16_t first = lower(text[begin]);
  if (first != u'h' && first != u'f' && first != u'w') {
    return begin;
  }
  for (const std::u16string_view scheme : kSchemes) {
    std::uint32_t i = 0;
    while (i < scheme.size() && begin + i < text.size() && lower(text[begin + i]) == scheme[i]) {
      ++i;
    }
    if (i == scheme.size() && begin + i < text.size() && is_ascii_alphanumeric(text[begin + i])) {
      return begin + i;
    }
  }
  return begin;
}

bool is_host_name(std::u16string_view word) noexcept {
  const std::size_t dot = word.rfind(u'.');
  if (dot == std::u16string_view::npos || dot == 0 || word.size() - dot < 3 || word.size() - dot > 7) {
    return false;
  }
  std::array<char16_t, 8> label{};
  for (std::size_t i = dot + 1; i < word.size(); ++i) {
    label[i - dot - 1] = lower(word[i]);
  }
  return lexicon::top_level_domains.find({label.data(), word.size() - dot - 1}) != nullptr;
}

EmailScan scan_email(std::u16string_view text, std::uint32_t begin) noexcept {
  std::uint32_t at = begin;
  while (at < text.size() && is_local_part(text[at])) {
    ++at;
  }
  const EmailScan none{begin, at};
  if (at == text.size() || text[at] != u'@') {
    return none;
  }
  // The domain: labels with dots between them, the last one of letters.
  std::uint32_t end = begin;
  std::uint32_t label = at + 1;
  bool dotted = false;
  for (std::uint32_t i = label;; ++i) {
    if (i < text.size() && (is_ascii_alphanumeric(text[i]) || text[i] == u'-')) {
      continue;
    }
    if (i == label) {
      break;
    }
    if (dotted && i - label >= 2 && is_ascii_letter(text[i - 1])) {
      end = i;
    }
    if (i == text.size() || text[i] != u'.') {
      break;
    }
    dotted = true;
    label = i + 1;
  }
  return end > begin ? EmailScan{end, end} : none;
}

}  // namespace naqi
