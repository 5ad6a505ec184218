#include "segment/word_scanner.h"

#include <algorithm>

#include "segment/web_address.h"

namespace naqi {

std::uint32_t WordScanner::behind(std::uint32_t i) const noexcept {
  std::uint32_t next = i;
  static_cast<void>(classes_.at(text_, i, next));
  return next;
}

std::uint32_t WordScanner::skip_marks(std::uint32_t i) const noexcept {
  while (at(i) == CharClass::mark) {
    i = behind(i);
  }
  return i;
}

/// A word that does not begin with an Arabic letter, or one character that begins none.
bool WordScanner::scan(Span& span, WordKind& kind) noexcept {
  span.begin = at_;
  std::uint32_t next = at_;
  CharClass first = classes_.at(text_, at_, next);
  if (first == CharClass::prepend) {
    // A prepended sign belongs to the cluster behind it, so a word behind it begins with the sign.
    while (at(next) == CharClass::prepend) {
      next = behind(next);
    }
    first = at(next);
    if (!is_word_letter(first) && first != CharClass::digit && first != CharClass::pictograph &&
        first != CharClass::regional) {
      const bool joins = next < text_.size() && first != CharClass::line_end && first != CharClass::format;
      at_ = skip_marks(joins ? behind(next) : next);
      return false;
    }
    at_ = next;
    next = behind(next);
  }
  switch (first) {
    case CharClass::arabic:
    case CharClass::syllable:
      kind = WordKind::arabic;
      if (first == CharClass::syllable) {
        kind = WordKind::latin;
      }
      at_ = continue_letters(at_, next, kind);
      break;
    case CharClass::letter:
      kind = WordKind::latin;
      at_ = latin_token(at_, kind);
      break;
    case CharClass::digit:
      kind = WordKind::number;
      at_ = latin_token(at_, kind);
      break;
    case CharClass::complex:
      kind = WordKind::latin;
      while (at(next) == CharClass::complex || at(next) == CharClass::mark) {
        next = behind(next);
      }
      at_ = next;
      break;
    case CharClass::solo:
      kind = WordKind::latin;
      at_ = skip_marks(next);
      break;
    case CharClass::hash:
    case CharClass::at:
      at_ = tag(at_);
      if (at_ == next) {
        at_ = skip_marks(next);
        return false;
      }
      kind = first == CharClass::hash ? WordKind::hashtag : WordKind::mention;
      break;
    case CharClass::pictograph:
    case CharClass::regional:
      at_ = pictograph(at_);
      kind = WordKind::symbol;
      if (at_ == skip_marks(next) && text_[at_ - 1] < 0x2190U) {
        return false;  // © ® ™ and their like are signs, unless an emoji sequence begins with them
      }
      break;
    default: at_ = skip_marks(next); return false;
  }
  span.end = at_;
  return true;
}

/// Carries a word on that is letters so far, and gives its end.
std::uint32_t WordScanner::continue_letters(std::uint32_t begin, std::uint32_t end,
                                            WordKind& kind) const noexcept {
  const bool arabic = kind == WordKind::arabic;
  bool only_letters = true;
  while (end < text_.size()) {
    std::uint32_t next = end;
    switch (classes_.at(text_, end, next)) {
      case CharClass::arabic:
      case CharClass::letter:
      case CharClass::syllable:
      case CharClass::mark: end = next; continue;
      case CharClass::digit: {
        if (only_letters && is_lone_proclitic(begin, end)) {
          return end;
        }
        bool plain = true;
        const std::uint32_t digits = number(end, plain);
        if (!plain) {
          return end;
        }
        end = digits;
        only_letters = false;
        continue;
      }
      case CharClass::connector: {
        std::uint32_t past = next;
        while (at(past) == CharClass::connector || at(past) == CharClass::mark) {
          past = behind(past);
        }
        const CharClass after = at(past);
        if (after != CharClass::arabic && after != CharClass::letter && after != CharClass::digit) {
          return skip_marks(end);
        }
        end = past;
        only_letters = false;
        continue;
      }
      case CharClass::format: {
        std::uint32_t past = next;
        while (at(past) == CharClass::format) {
          past = behind(past);
        }
        if (at(past) != CharClass::arabic && at(past) != CharClass::letter) {
          return end;
        }
        end = past;
        continue;
      }
      case CharClass::apostrophe:
      case CharClass::middle_dot:
        if (arabic || at(next) != CharClass::letter) {
          return end;
        }
        end = next;
        continue;
      case CharClass::stop:
        if (only_letters) {
          if (const std::uint32_t dotted = acronym(begin); dotted > end) {
            return dotted;
          }
        }
        if (arabic || at(next) != CharClass::letter || at(begin) == CharClass::digit) {
          return end;
        }
        end = next;
        only_letters = false;
        continue;
      default: return end;
    }
  }
  return end;
}

/// The end of a dotted acronym that begins here («م.ت.ف.», "U.S."): two single letters at the least,
/// each followed by a full stop but for the last one, where it may be missing. `begin` if there is none.
std::uint32_t WordScanner::acronym(std::uint32_t begin) const noexcept {
  std::uint32_t end = begin;
  std::uint32_t letters = 0;
  for (std::uint32_t i = begin; at(i) == CharClass::arabic || at(i) == CharClass::letter;) {
    const std::uint32_t past = skip_marks(behind(i));
    const CharClass after = at(past);
    if (after == CharClass::stop) {
      ++letters;
      i = end = past + 1;
      continue;
    }
    if (after == CharClass::arabic || after == CharClass::letter || after == CharClass::digit ||
        after == CharClass::connector) {
      // A longer word follows. Behind a Latin start that is an address, which the caller joins.
      return letters >= 2 && (at(begin) == CharClass::arabic || at(i) == CharClass::arabic) ? end : begin;
    }
    ++letters;
    end = past;
    break;
  }
  return letters >= 2 && end > begin ? skip_marks(end) : begin;
}

bool WordScanner::is_lone_proclitic(std::uint32_t begin, std::uint32_t end) const noexcept {
  std::uint32_t letters = 0;
  bool proclitic = false;
  for (std::uint32_t i = begin; i < end && letters < 2; ++i) {
    if (classes_.of_unit(text_[i]) != CharClass::arabic || text_[i] == 0x0640U) {
      continue;
    }
    ++letters;
    const char16_t c = text_[i];
    proclitic = c == u'و' || c == u'ف' || c == u'ب' || c == u'ك' || c == u'ل';
  }
  return letters == 1 && proclitic;
}

/// The end of the number at `begin`; `plain` when it is digits only: no separators, no date, no time.
std::uint32_t WordScanner::number(std::uint32_t begin, bool& plain) const noexcept {
  if (const std::uint32_t end = date(begin); end > begin) {
    plain = false;
    return end;
  }
  std::uint32_t end = begin;
  std::uint32_t group = 0;  // digits since the last separator
  plain = true;
  while (end < text_.size()) {
    if (at(end) == CharClass::digit) {
      end = skip_marks(behind(end));
      ++group;
      continue;
    }
    const char16_t c = text_[end];
    if (at(end + 1) != CharClass::digit) {
      break;
    }
    if (c == u':') {
      std::uint32_t i = end + 1;
      std::uint32_t digits = 0;
      while (digits < 3 && at(i) == CharClass::digit) {
        i = behind(i);
        ++digits;
      }
      if (group > 2 || digits != 2) {
        break;
      }
    } else if (c != u'.' && c != u',' && c != u'\u066B' && c != u'\u066C' && c != u'\u060C' && c != u'\'' &&
               c != u'\u2019') {
      break;
    }
    plain = false;
    group = 0;
    ++end;
  }
  return end;
}

/// The end of a date in digits: 12/08/2014, 2014-08-12, 12.08.14, 08/2014. `begin` if there is none.
std::uint32_t WordScanner::date(std::uint32_t begin) const noexcept {
  std::uint32_t lengths[3] = {0, 0, 0};
  std::uint32_t groups = 0;
  char16_t separator = 0;
  std::uint32_t i = begin;
  for (;;) {
    std::uint32_t& length = lengths[groups];
    while (length < 5 && at(i) == CharClass::digit) {
      i = behind(i);
      ++length;
    }
    ++groups;
    const char16_t c = unit(i);
    if (groups == 3 || length == 0 || length > 4) {
      break;
    }
    if ((separator != 0 ? c != separator : c != u'/' && c != u'-' && c != u'.') ||
        at(i + 1) != CharClass::digit) {
      break;
    }
    separator = c;
    ++i;
  }
  const auto is_day = [](std::uint32_t length) { return length == 1 || length == 2; };
  if (at(i) == CharClass::digit || (unit(i) == separator && at(i + 1) == CharClass::digit)) {
    return begin;
  }
  if (groups == 3 && is_day(lengths[1]) &&
      ((is_day(lengths[0]) && (lengths[2] == 2 || lengths[2] == 4)) ||
       (lengths[0] == 4 && is_day(lengths[2])))) {
    return skip_marks(i);
  }
  if (groups == 2 && separator == u'/' &&
      ((is_day(lengths[0]) && lengths[1] == 4) || (lengths[0] == 4 && is_day(lengths[1])))) {
    return skip_marks(i);
  }
  return begin;
}

/// The end of a hashtag or a mention; behind its sign if there is none.
std::uint32_t WordScanner::tag(std::uint32_t begin) const noexcept {
  const bool mention = text_[begin] == u'@';
  std::uint32_t end = begin + 1;
  bool letters = false;
  while (end < text_.size()) {
    std::uint32_t next = end;
    const CharClass c = classes_.at(text_, end, next);
    const bool word = is_word_letter(c) || c == CharClass::digit || c == CharClass::connector;
    if (!word && !(c == CharClass::mark && letters)) {
      break;
    }
    if (mention && c != CharClass::mark && text_[end] >= 0x80U) {
      break;
    }
    letters = letters || word;
    end = next;
  }
  return end;
}

/// The end of an emoji sequence (UAX #29, GB11, GB12) or of a pair of regional indicators.
std::uint32_t WordScanner::pictograph(std::uint32_t begin) const noexcept {
  std::uint32_t end = behind(begin);
  if (at(begin) == CharClass::regional) {
    if (at(end) == CharClass::regional) {
      end = behind(end);
    }
    return skip_marks(end);
  }
  for (;;) {
    end = skip_marks(end);
    if (text_[end - 1] != 0x200DU || at(end) != CharClass::pictograph) {
      return end;
    }
    end = behind(end);
  }
}

/// A word that begins with a Latin letter (or another alphabet's) or a digit: an address, a number
/// or letters.
std::uint32_t WordScanner::latin_token(std::uint32_t begin, WordKind& kind) noexcept {
  if (text_[begin] < 0x80U) {
    if (const std::uint32_t scheme = url_scheme(text_, begin); scheme > begin) {
      kind = WordKind::url;
      return url_tail(begin, scheme);
    }
    if (begin >= no_email_before_) {
      const EmailScan found = scan_email(text_, begin);
      if (found.end > begin) {
        kind = WordKind::email;
        return skip_marks(found.end);
      }
      no_email_before_ = found.scanned;
    }
  }
  std::uint32_t end = behind(begin);
  if (kind == WordKind::number) {
    bool plain = true;
    end = number(begin, plain);
    if (!plain) {
      return end;
    }
    if (const CharClass after = at(end); after != CharClass::arabic && after != CharClass::letter &&
                                         after != CharClass::connector && after != CharClass::stop) {
      return end;
    }
    if (at(end) == CharClass::stop && at(end + 1) != CharClass::letter) {
      return end;
    }
  }
  WordKind letters = WordKind::latin;
  end = continue_letters(begin, end, letters);
  if (text_[begin] < 0x80U && is_host_name(text_.substr(begin, end - begin))) {
    kind = WordKind::url;
    return unit(end) == u'/' ? url_tail(begin, end) : end;
  }
  return end;
}

/// Where a URL ends whose part up to `at` is read. Punctuation at its end belongs to the sentence.
std::uint32_t WordScanner::url_tail(std::uint32_t begin, std::uint32_t at_unit) const noexcept {
  std::uint32_t end = at_unit;
  std::uint32_t open = 0;
  while (end < text_.size()) {
    const char16_t c = text_[end];
    if (c < 0x80U) {
      if (!is_url_unit(c)) {
        break;
      }
      if (c == u'(') {
        ++open;
      } else if (c == u')') {
        if (open == 0) {
          break;
        }
        --open;
      }
      ++end;
      continue;
    }
    std::uint32_t next = end;
    const CharClass kind = classes_.at(text_, end, next);
    if (!is_word_letter(kind) && kind != CharClass::mark && kind != CharClass::digit) {
      break;
    }
    // A letter beyond ASCII begins a part of the path; straight behind ASCII letters it is the next word.
    const char16_t before = text_[end - 1];
    if (before < 0x80U && (is_ascii_alphanumeric(before) || end == at_unit)) {
      break;
    }
    end = next;
  }
  while (end > std::max(begin + 1, at_unit) && is_trailing_punctuation(text_[end - 1])) {
    --end;
  }
  return skip_marks(end);
}

}  // namespace naqi
