// Words and sentences beside ICU's break iterators, in one run:
//
//     build/release/tests/segment_bench
//
// Both sides deliver the same thing, a flat array of start and end offsets: of the words (ICU's status tells
// words from spaces and punctuation), of the sentences. A row is a text of one size; the runs of both are
// interleaved, the table gives the medians in million UTF-16 units a second and their ratio. Times are a
// report, nothing is asserted.

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "bench/articles.h"
#include "naqi/segment.h"

namespace naqi::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// ICU's iterator over the text, as its documentation uses it; made once, not counted.
class IcuSegmenter {
 public:
  explicit IcuSegmenter(SegmentUnit unit) : words_(unit == SegmentUnit::word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale("ar");
    iterator_.reset(words_ ? icu::BreakIterator::createWordInstance(locale, status)
                           : icu::BreakIterator::createSentenceInstance(locale, status));
  }

  std::vector<Span> operator()(const std::u16string& text) {
    std::vector<Span> spans;
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUChars(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->setText(&view, status);
    std::int32_t begin = iterator_->first();
    for (std::int32_t end = iterator_->next(); end != icu::BreakIterator::DONE; end = iterator_->next()) {
      if (!words_ || iterator_->getRuleStatus() != UBRK_WORD_NONE) {
        spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      }
      begin = end;
    }
    utext_close(&view);
    return spans;
  }

 private:
  bool words_;
  std::unique_ptr<icu::BreakIterator> iterator_;
};

template <typename Run>
double microseconds(Run&& run, std::size_t repeats, std::size_t& sink) {
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < repeats; ++i) {
    sink += run().size();
  }
  const std::chrono::duration<double, std::micro> took = Clock::now() - begin;
  return took.count() / static_cast<double>(repeats);
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void compare(const char* label, SegmentUnit unit, bool conformant, std::size_t units) {
  constexpr std::size_t kRounds = 15;
  const std::u16string text = article(units);
  IcuSegmenter icu(unit);
  SegmentOptions options;
  options.conformant = conformant;
  const std::size_t repeats = std::max<std::size_t>(1, 200000 / units);
  std::vector<double> ours;
  std::vector<double> theirs;
  std::size_t sink = 0;
  for (std::size_t round = 0; round < kRounds; ++round) {
    ours.push_back(microseconds([&] { return segment(text, unit, options); }, repeats, sink));
    theirs.push_back(microseconds([&] { return icu(text); }, repeats, sink));
  }
  const double size = static_cast<double>(text.size());
  std::printf("| %-22s | %7zu | %9.1f | %9.1f | %5.2f |\n", label, text.size(), size / median(ours),
              size / median(theirs), median(theirs) / median(ours));
  if (sink == 0) {
    std::puts("no segments");
  }
}

}  // namespace
}  // namespace naqi::bench

int main() {
  std::puts("| unit                   |   units | Naqi MU/s |  ICU MU/s | ratio |");
  std::puts("|------------------------|---------|-----------|-----------|-------|");
  for (const std::size_t units : {2000U, 20000U, 200000U, 2000000U}) {
    naqi::bench::compare("words", naqi::SegmentUnit::word, false, units);
    naqi::bench::compare("sentences", naqi::SegmentUnit::sentence, false, units);
    naqi::bench::compare("words, conformant", naqi::SegmentUnit::word, true, units);
    naqi::bench::compare("sentences, conformant", naqi::SegmentUnit::sentence, true, units);
  }
}
