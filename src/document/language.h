#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "naqi/document.h"
#include "segment/analysis.h"

namespace naqi {

/// The languages that are told apart: those that meet in scraped pages of the Arabic script, and
/// the Latin ones that stand between them.
enum class Language : std::uint8_t { ar, fa, ur, ckb, ps, ug, en, fr, es, de, it, tr, ku };
inline constexpr std::size_t kLanguageCount = 13;

/// BCP 47.
[[nodiscard]] std::string_view code(Language language) noexcept;

struct LanguageEvidence;

/// What is kept of the evidence in a part of a text until that in the whole is known.
class PartLanguage {
 public:
  /// Where there is little evidence and the script is the same, the language of the whole.
  [[nodiscard]] std::string_view code_within(const LanguageEvidence& whole) const noexcept;
  /// The direction of most strong characters, `otherwise` if there are as many of both.
  [[nodiscard]] Direction direction(Direction otherwise) const noexcept;

 private:
  friend struct LanguageEvidence;
  std::uint8_t first_ = 0, last_ = 0;       // the languages of its script
  std::uint8_t language_ = kLanguageCount;  // kLanguageCount: none
  bool little_ = true;
  std::int8_t leaning_ = 0;  // above 0: from right to left
};

/// What speaks for each language in a part of a text. Evidence of parts adds up. Integers only.
struct LanguageEvidence {
  struct Verdict {
    std::string_view code = "und";
    std::int32_t confidence = 0;  ///< thousandths
  };

  std::array<std::uint32_t, kLanguageCount> scores{};
  std::uint32_t arabic_letters = 0, latin_letters = 0, other_letters = 0;
  std::uint32_t rtl = 0, ltr = 0;  ///< strong characters

  LanguageEvidence& operator+=(const LanguageEvidence& other) noexcept;

  [[nodiscard]] Verdict verdict() const noexcept;
  [[nodiscard]] PartLanguage part() const noexcept;
  /// The direction of most strong characters, `otherwise` if there are as many of both.
  [[nodiscard]] Direction direction(Direction otherwise) const noexcept;
};

/// Reads the words of a span of the reading text; addresses, numbers and emoji say nothing. Linear.
[[nodiscard]] LanguageEvidence language_evidence(const Analysis& analysis, Span span);

}  // namespace naqi
