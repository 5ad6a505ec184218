#pragma once

// What a fuzz target makes of its bytes, and how it says that something does not hold.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "unicode/encoding.h"

namespace naqi::fuzz {

/// The first byte is left to choose options, its top bit the encoding of the rest: UTF-8 with
/// replacement, which the dictionary and mutations of real text hit best, or raw UTF-16 units, which
/// reach lone surrogates.
struct Input {
  std::uint8_t choice = 0;
  std::u16string text;

  Input(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
      return;
    }
    choice = data[0] & 0x7FU;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if ((data[0] & 0x80U) == 0) {
      text = unicode::utf8_to_utf16_replacing(bytes);
      return;
    }
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
      text.push_back(static_cast<char16_t>(static_cast<std::uint8_t>(bytes[i]) |
                                           static_cast<std::uint8_t>(bytes[i + 1]) << 8U));
    }
  }
};

inline void require(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
  }
}

}  // namespace naqi::fuzz
