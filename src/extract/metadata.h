#pragma once

#include <optional>
#include <vector>

#include "classify/classify.h"
#include "extract/dates.h"
#include "extract/tokens.h"
#include "naqi/document.h"

namespace naqi {

/// The names in a signature. Of «هسبريس - أحمد سالم» it is the person, of «رويترز» alone the agency;
/// places, sections, addresses are left out. One Byline for each name. Linear.
[[nodiscard]] std::vector<Byline> read_byline(const Tokens& tokens, Span block);

/// «تونس - (رويترز) -»: a place and an agency, no person. It is a dateline.
[[nodiscard]] bool is_place_and_agency(const Tokens& tokens, Span block);

/// «(إعداد … للنشرة العربية - تحرير …)»: a whole block in brackets that begins with a word of signing.
[[nodiscard]] bool is_closing_signature(const Tokens& tokens, Span block);

/// The part of a dateline before «نشر في», where an author's name may stand; empty where there is none.
[[nodiscard]] Span signature_before_stamp(const Tokens& tokens, Span block);

/// A dateline with its day in ISO 8601 and its place, each where it has one; nothing when it has
/// neither. Linear.
[[nodiscard]] std::optional<Dateline> read_dateline(
    const Tokens& tokens, Span block, const std::optional<DateFields>& reference = std::nullopt);

/// The name in a source line: «المصدر: …», «نقلا عن …», «رابط الخبر بصحيفة …: …». Linear.
[[nodiscard]] std::optional<SourceName> read_source_line(const Tokens& tokens, Span block);

/// «المصدر: …» at the head of a short block, whatever its label is.
[[nodiscard]] bool opens_with_source(const Tokens& tokens, Span block);

/// A source line glued to the end of the last paragraph: «… المصدر: البلد», «… رابط الخبر بصحيفة البلد:
/// عنوان».
[[nodiscard]] std::optional<SourceName> source_at_tail(const Tokens& tokens, Span block);

/// The source that a dateline names: «نشر في … يوم …», «القاهرة (رويترز)». Linear.
[[nodiscard]] std::optional<SourceName> source_in_dateline(const Tokens& tokens, Span block);

}  // namespace naqi
