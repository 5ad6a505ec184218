#pragma once

#include <vector>

#include "extract/tokens.h"

namespace naqi {

/// A passage between quotation marks. The marks are the tokens `open` and `close`; `inner` is the
/// range of tokens between them.
struct Quoted {
  std::uint32_t open = 0;
  std::uint32_t close = 0;  ///< the last token of the closing mark
  Span inner;               ///< tokens [begin, end)
  bool closed = true;       ///< false: the closing mark is missing, `inner` runs to the end
  bool brackets = false;    ///< round brackets: a quotation only right behind «بقوله» and its like
  bool bare = false;        ///< no marks at all: what follows a verb of speech and a colon
};

/// Pairs the quotation marks among the tokens [begin, end): «», “”, ”“, "", ‹›, ‘’, ((…)), ﴿﴾ and
/// mixtures of them. What stands inside another passage is not listed. A mark opens or closes by
/// the white space around it and by what is open, since Arabic pages use every mark both ways.
/// Sorted, disjoint. Linear.
[[nodiscard]] std::vector<Quoted> find_quoted(const Tokens& tokens, std::uint32_t begin, std::uint32_t end);

}  // namespace naqi
