#pragma once

#include <string>
#include <string_view>

namespace naqi {

/// The form in which words are compared with the lexicon and with each other: no marks, no
/// tatweel, no invisibles; أ إ آ ٱ as ا, ى as ي, ة as ه, Persian letters as Arabic ones, digits as
/// ASCII, Latin in lower case. Hamza carriers stay. Appends to `out`. One home for the folding: the
/// keys of src/lexicon are folded in the same way when they are compiled in, and a test holds the
/// two together.
void fold_append(std::u16string& out, std::u16string_view text);
[[nodiscard]] std::u16string fold(std::u16string_view text);

}  // namespace naqi
