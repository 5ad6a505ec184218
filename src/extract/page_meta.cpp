#include "extract/page_meta.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/dates.h"
#include "normalize/fold.h"
#include "unicode/properties.h"

namespace naqi {
namespace {

using Candidates = std::vector<PageMeta::Candidate>;

constexpr std::size_t kMostCandidates = 16;  // of a kind that are weighed; pages have a handful
constexpr std::size_t kLongestTitle = 400;   // units; a longer candidate is no headline

std::span<const PageMeta::Candidate> first_of(const Candidates& candidates) noexcept {
  return std::span(candidates).first(std::min(candidates.size(), kMostCandidates));
}

/// Letters and digits only, folded: two texts that differ in marks and spaces are the same.
std::u16string letters_of(std::u16string_view text) {
  const std::u16string folded = fold(text);
  std::u16string out;
  for (std::uint32_t i = 0; i < folded.size();) {
    const char32_t c = unicode::next(folded, i);
    if (unicode::is_letter(c) || unicode::is_decimal_digit(c)) {
      unicode::append(out, c);
    }
  }
  return out;
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && unicode::is_white_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && unicode::is_white_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

bool is_separator(char16_t c) noexcept {
  return c == u'-' || c == u'|' || c == u'–' || c == u'—' || c == u'•' || c == u'·' || c == u'»' ||
         c == u'«' || c == u':';
}

/// The site's names and the titles of the page, as letters.
struct Known {
  std::vector<std::u16string> sites, titles;

  [[nodiscard]] bool is_site(std::u16string_view text) const {
    const std::u16string letters = letters_of(text);
    return std::any_of(sites.begin(), sites.end(), [&](const std::u16string& site) {
      // «CNNArabic.com» is the site CNNArabic.
      return letters.starts_with(site) && letters.size() <= site.size() + 4;
    });
  }
  [[nodiscard]] bool is_title(std::u16string_view text) const {
    return std::find(titles.begin(), titles.end(), letters_of(text)) != titles.end();
  }
};

/// Cuts the site's name before or after the headline: «عنوان - اسم الموقع». A part is cut when it is
/// the name of the site or when the rest is another title of the page.
std::u16string_view without_site(std::u16string_view title, const Known& known) {
  title = trimmed(title);
  for (std::size_t i = title.size(); i-- > 1;) {
    if (!is_separator(title[i]) || i + 1 >= title.size() || !unicode::is_white_space(title[i - 1])) {
      continue;
    }
    const std::u16string_view head = trimmed(title.substr(0, i));
    const std::u16string_view tail = trimmed(title.substr(i + 1));
    if (!head.empty() && !tail.empty() && (known.is_site(tail) || known.is_title(head))) {
      return without_site(head, known);
    }
    if (!head.empty() && !tail.empty() && (known.is_site(head) || known.is_title(tail))) {
      return tail;
    }
  }
  return title;
}

/// The span of the reading text of the block that says the same as `letters`; headings first.
std::optional<Span> block_saying(const Page& page, const Analysis& analysis, const std::u16string& letters) {
  std::optional<Span> found;
  for (const InputBlock& block : page.blocks) {
    if (block.hidden || block.span.size() < letters.size() || block.span.size() > 3 * letters.size() + 32) {
      continue;
    }
    const bool heading = block.tag.size() == 2 && block.tag[0] == 'h';
    if ((found && !heading) ||
        letters_of(page.source.substr(block.span.begin, block.span.size())) != letters) {
      continue;
    }
    found = analysis.reading.map.text_of(block.span);
    if (heading) {
      break;
    }
  }
  return found && !found->empty() ? found : std::nullopt;
}

void choose_title(const Page& page, const Tokens& tokens, Structure& structure) {
  Known known;
  for (const PageMeta::Candidate& site : first_of(page.meta.sites)) {
    if (std::u16string letters = letters_of(site.value); letters.size() >= 3) {
      known.sites.push_back(std::move(letters));
    }
  }
  for (const PageMeta::Candidate& title : first_of(page.meta.titles)) {
    known.titles.push_back(letters_of(title.value));
  }
  Node best;
  bool chosen = false;
  for (const PageMeta::Candidate& candidate : first_of(page.meta.titles)) {
    const std::u16string_view title =
        candidate.value.size() > kLongestTitle ? std::u16string_view{} : without_site(candidate.value, known);
    const std::u16string letters = letters_of(title);
    if (letters.size() < 8 || known.is_site(title)) {
      continue;
    }
    if (const std::optional<Span> span = block_saying(page, tokens.analysis(), letters)) {
      best = Node{};
      best.span = span;
      chosen = true;
      break;
    }
    if (!chosen) {
      best.text = title;
      best.from = candidate.from;
      chosen = true;
    }
  }
  if (chosen) {
    structure.title = std::move(best);
  }
}

/// A day, and whether it was given in UTC late enough to be the next day where Arabic is spoken.
struct Day {
  DateFields date;
  bool may_be_next = false;
};

int days_in(const DateFields& date) noexcept {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  return kDays[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
}

DateFields next_day(DateFields date) noexcept {
  if (++date.day > days_in(date)) {
    date.day = 1;
    if (++date.month > 12) {
      date.month = 1;
      ++date.year;
    }
  }
  return date;
}

std::optional<Day> day_of(const std::u16string& value) {
  if (value.size() > 200) {
    return std::nullopt;
  }
  const Analysis analysis = analyze(value);
  const Tokens tokens(analysis);
  for (const FoundDate& found : find_dates(tokens, 0, tokens.size(), DateStyle::stamp)) {
    if (found.interval || found.first.day == 0 || found.first.year == 0 ||
        found.first.calendar != Calendar::gregory) {
      continue;
    }
    Day day{found.first, false};
    // 2013-08-03T22:21:00Z: an hour from 20 on and no offset.
    const std::size_t t = value.find(u'T');
    if (t != std::u16string::npos && t + 2 < value.size()) {
      const int hour = (value[t + 1] - u'0') * 10 + (value[t + 2] - u'0');
      const bool utc = value.ends_with(u"Z") || value.ends_with(u"+00:00") || value.ends_with(u"+0000");
      day.may_be_next = utc && hour >= 20 && hour <= 23;
    }
    return day;
  }
  return std::nullopt;
}

/// The first day that the page gives outside its address. A day in UTC gives way to the next one when
/// something else on the page has that. The day in an address gives way to a dateline of the same day
/// or the next, which has a place in the text; a dateline further off may be the day of the visit.
void choose_date(const Page& page, Structure& structure) {
  struct Dated {
    const PageMeta::Candidate* candidate;
    Day day;
  };
  std::vector<Dated> days;
  for (const PageMeta::Candidate& candidate : first_of(page.meta.dates)) {
    if (const std::optional<Day> day = day_of(candidate.value)) {
      days.push_back({&candidate, *day});
    }
  }
  const auto dateline_of = [&](const DateFields& day) {
    return std::find_if(structure.datelines.begin(), structure.datelines.end(),
                        [&](const Dateline& dateline) { return dateline.date == iso(day); });
  };
  const auto said = [&](const DateFields& day) {
    return dateline_of(day) != structure.datelines.end() ||
           std::any_of(days.begin(), days.end(), [&](const Dated& other) { return other.day.date == day; });
  };
  auto chosen = std::find_if(days.begin(), days.end(),
                             [](const Dated& dated) { return dated.candidate->from != "url"; });
  if (chosen != days.end()) {
    const DateFields next = next_day(chosen->day.date);
    const DateFields day = chosen->day.may_be_next && said(next) ? next : chosen->day.date;
    structure.published = Published{iso(day), std::nullopt, chosen->candidate->from};
    return;
  }
  if (days.empty()) {
    return;
  }
  for (const DateFields& day : {days.front().day.date, next_day(days.front().day.date)}) {
    if (const auto dateline = dateline_of(day); dateline != structure.datelines.end()) {
      structure.published = Published{dateline->date, dateline->span, "text"};
      return;
    }
  }
  structure.published = Published{iso(days.front().day.date), std::nullopt, days.front().candidate->from};
}

/// Of the source that is trusted most; nothing when the text is signed. The name of the site, an
/// address and an account are no author.
void choose_bylines(const Page& page, Structure& structure) {
  if (!structure.bylines.empty()) {
    return;
  }
  const std::string* from = nullptr;
  std::vector<std::u16string> sites;
  for (const PageMeta::Candidate& site : first_of(page.meta.sites)) {
    sites.push_back(letters_of(site.value));
  }
  for (const PageMeta::Candidate& candidate : first_of(page.meta.bylines)) {
    const std::u16string_view name = trimmed(candidate.value);
    const std::u16string letters = letters_of(name);
    const bool account = name.find(u'@') != std::u16string_view::npos ||
                         name.find(u'/') != std::u16string_view::npos ||
                         name.find(u' ') == std::u16string_view::npos;
    if (letters.empty() || account || std::find(sites.begin(), sites.end(), letters) != sites.end() ||
        (from != nullptr && *from != candidate.from)) {
      continue;
    }
    from = &candidate.from;
    Byline byline;
    byline.text = byline.name = name;
    byline.from = candidate.from;
    structure.bylines.push_back(std::move(byline));
  }
}

void choose_source(const Page& page, Structure& structure) {
  if (!structure.source && !page.meta.sites.empty()) {
    SourceName source;
    source.name = trimmed(page.meta.sites.front().value);
    source.from = page.meta.sites.front().from;
    structure.source = std::move(source);
  }
}

}  // namespace

void read_page_meta(const Page& page, const Tokens& tokens, Structure& structure) {
  choose_title(page, tokens, structure);
  choose_bylines(page, structure);
  choose_date(page, structure);
  choose_source(page, structure);
}

}  // namespace naqi
