// URLs, e-mail addresses, hashtags and mentions. Each is found from its sign («://», «www.», «@»,
// «#») outwards, and needs nothing in front of it, so that what stands before can change without
// the finding changing.

#include "normalize/characters.h"
#include "normalize/window.h"
#include "unicode/properties.h"

namespace naqi::normalization {
namespace {

bool is_word(char32_t c) noexcept {
  if (c < 0x80) {
    return is_ascii_alnum(c) || c == U'_';
  }
  return unicode::is_letter(c) || unicode::is_mark(c) || unicode::is_decimal_digit(c) || c == 0x200C ||
         c == 0x200D;
}

/// RFC 3987 without the characters that text puts around an address.
bool is_url(char32_t c) noexcept {
  if (c < 0x80) {
    return c > U' ' && c != 0x7F && c != U'"' && c != U'<' && c != U'>' && c != U'\\' && c != U'^' &&
           c != U'`' && c != U'{' && c != U'|' && c != U'}';
  }
  return c != 0x060C && c != 0x061B && c != 0x061F && c != 0x06D4 && is_word(c);
}
bool ends_url(char32_t c) noexcept {
  return c != U'.' && c != U',' && c != U';' && c != U':' && c != U'!' && c != U'?' && c != U'\'' &&
         c != U')' && c != U']' && c != U'*';
}
bool is_local_part(char32_t c) noexcept {
  return is_word(c) || c == U'.' || c == U'%' || c == U'+' || c == U'-';
}

class Protector {
 public:
  explicit Protector(std::vector<Item>& items) noexcept : items_(items) {}

  void run() noexcept {
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t end = found_at(i);
      i = end > i ? end : i + 1;
    }
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const noexcept { return i < items_.size() ? items_[i].c : 0; }

  void keep(std::size_t begin, std::size_t end) noexcept {
    for (std::size_t i = begin; i < end; ++i) {
      items_[i].kept = true;
    }
    kept_to_ = end;
  }
  [[nodiscard]] std::size_t forward(std::size_t i, bool (*test)(char32_t)) const noexcept {
    while (i < items_.size() && test(items_[i].c)) {
      ++i;
    }
    return i;
  }
  [[nodiscard]] std::size_t backward(std::size_t i, bool (*test)(char32_t)) const noexcept {
    while (i > kept_to_ && test(items_[i - 1].c)) {
      --i;
    }
    return i;
  }

  /// The end of the protected span whose sign stands at `i`; `i` itself if there is none.
  std::size_t found_at(std::size_t i) noexcept {
    switch (at(i)) {
      case U':': return at(i + 1) == U'/' && at(i + 2) == U'/' ? scheme(i) : i;
      case U'w':
      case U'W':
        return (at(i + 1) | 0x20U) == U'w' && (at(i + 2) | 0x20U) == U'w' && at(i + 3) == U'.' ? url(i, i + 4)
                                                                                               : i;
      case U'@': return address(i);
      case U'#': return hashtag(i);
      default: return i;
    }
  }

  std::size_t scheme(std::size_t colon) noexcept {
    const std::size_t begin = backward(colon, is_ascii_alnum);
    return begin < colon ? url(begin, colon + 3) : colon;
  }
  std::size_t url(std::size_t begin, std::size_t rest) noexcept {
    std::size_t end = forward(rest, is_url);
    while (end > rest && !ends_url(items_[end - 1].c)) {
      --end;
    }
    if (end == rest) {
      return begin;
    }
    keep(begin, end);
    return end;
  }
  std::size_t address(std::size_t sign) noexcept {
    const std::size_t begin = backward(sign, is_local_part);
    std::size_t end = forward(sign + 1, [](char32_t c) { return is_word(c) || c == U'.' || c == U'-'; });
    while (end > sign + 1 && !is_word(items_[end - 1].c)) {
      --end;
    }
    bool dotted = false;
    for (std::size_t i = sign + 1; i < end; ++i) {
      dotted = dotted || items_[i].c == U'.';
    }
    if (begin < sign && dotted) {
      keep(begin, end);
      return end;
    }
    end = forward(sign + 1, is_word);
    if (end > sign + 1) {
      keep(sign, end);
      return end;
    }
    return sign;
  }
  std::size_t hashtag(std::size_t sign) noexcept {
    const std::size_t end = forward(sign + 1, is_word);
    for (std::size_t i = sign + 1; i < end; ++i) {
      if (!unicode::is_decimal_digit(items_[i].c)) {
        keep(sign, end);
        return end;
      }
    }
    return sign;
  }

  std::vector<Item>& items_;
  std::size_t kept_to_ = 0;
};

}  // namespace

void protect(Window& window) { Protector(window.items).run(); }

}  // namespace naqi::normalization
