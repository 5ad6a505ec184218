// The tailored segmenter against hand-segmented text and hand-written cases, read from the shared data.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "naqi/segment.h"
#include "support/shared_data.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

using nlohmann::json;

std::vector<json> json_lines(const std::string& relative) {
  std::vector<json> out;
  const std::string bytes = test::read_file(test::shared_data(relative)).value_or("");
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (end > begin) {
      out.push_back(json::parse(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                                bytes.begin() + static_cast<std::ptrdiff_t>(end)));
    }
    begin = end + 1;
  }
  return out;
}

std::vector<std::string> pieces(std::u16string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  out.reserve(spans.size());
  for (const Span span : spans) {
    out.push_back(unicode::utf16_to_utf8(text.substr(span.begin, span.size())));
  }
  return out;
}

SegmentUnit unit_of(const std::string& kind) {
  return kind == "sentence"    ? SegmentUnit::sentence
         : kind == "paragraph" ? SegmentUnit::paragraph
         : kind == "clitic"    ? SegmentUnit::clitic
                               : SegmentUnit::word;
}

TEST(SegmentCases, EveryCaseOfSentencesWordsCliticsAndParagraphsHolds) {
  require_shared_data("data/cases/cases.jsonl");
  std::size_t checked = 0;
  for (const json& entry : json_lines("data/cases/cases.jsonl")) {
    const std::string kind = entry["kind"];
    if (kind != "sentence" && kind != "token" && kind != "clitic" && kind != "paragraph") {
      continue;
    }
    SegmentOptions options;
    options.semicolon_ends_sentence = entry["options"].value("semicolon_ends_sentence", false);
    const std::u16string text = unicode::utf8_to_utf16_replacing(entry["input"].get<std::string>());
    EXPECT_EQ(pieces(text, segment(text, unit_of(kind), options)),
              entry["expected"].get<std::vector<std::string>>())
        << entry["id"] << ": " << entry["why"];
    ++checked;
  }
  EXPECT_GE(checked, 33U);
}

TEST(SegmentCases, EveryCaseOfGlueHolds) {
  require_shared_data("data/cases/cases.jsonl");
  for (const json& entry : json_lines("data/cases/cases.jsonl")) {
    if (entry["kind"] != "glue") {
      continue;
    }
    const std::u16string text = unicode::utf8_to_utf16_replacing(entry["input"].get<std::string>());
    std::vector<std::pair<std::string, std::string>> expected;
    // The data names the word in front of the place "after": the space comes after it.
    for (const json& candidate : entry["expected"]["candidates"]) {
      expected.emplace_back(candidate["after"], candidate["before"]);
    }
    std::vector<std::pair<std::string, std::string>> found;
    for (const GlueCandidate& candidate : glue_candidates(text)) {
      const std::vector<std::string> words = pieces(text, {candidate.before, candidate.after});
      found.emplace_back(words[0], words[1]);
      EXPECT_TRUE(candidate.certain);
    }
    EXPECT_EQ(found, expected) << entry["id"] << ": " << entry["why"];
  }
}

/// Sentence ends without the last one, white space before them taken off, as tools/score_sentences.py counts.
std::vector<std::uint32_t> inner_ends(std::u16string_view text, std::vector<std::uint32_t> ends) {
  const auto blank = [&](std::uint32_t i) { return text[i] == u' ' || text[i] == u'\n'; };
  auto size = static_cast<std::uint32_t>(text.size());
  while (size > 0 && blank(size - 1)) {
    --size;
  }
  for (std::uint32_t& end : ends) {
    while (end > 0 && blank(end - 1)) {
      --end;
    }
  }
  ends.erase(std::remove(ends.begin(), ends.end(), size), ends.end());
  std::sort(ends.begin(), ends.end());
  return ends;
}

/// F1 in percent of the inner sentence ends over all documents; every error is printed.
double sentence_f1(const std::string& relative) {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  for (const json& entry : json_lines(relative)) {
    const std::u16string text = unicode::utf8_to_utf16_replacing(entry["text"].get<std::string>());
    std::vector<std::uint32_t> got;
    for (const Span span : segment(text, SegmentUnit::sentence)) {
      got.push_back(span.end);
    }
    const auto want = inner_ends(text, entry["ends_utf16"].get<std::vector<std::uint32_t>>());
    const auto have = inner_ends(text, got);
    std::vector<std::uint32_t> both;
    std::set_intersection(want.begin(), want.end(), have.begin(), have.end(), std::back_inserter(both));
    right += both.size();
    found += have.size();
    wanted += want.size();
    std::vector<std::uint32_t> wrong;
    std::set_symmetric_difference(want.begin(), want.end(), have.begin(), have.end(),
                                  std::back_inserter(wrong));
    for (const std::uint32_t end : wrong) {
      const std::uint32_t begin = end > 40 ? end - 40 : 0;
      std::printf("%s %s: %s | %s\n", entry["id"].get<std::string>().c_str(),
                  std::binary_search(want.begin(), want.end(), end) ? "missed" : "false",
                  unicode::utf16_to_utf8(text.substr(begin, end - begin)).c_str(),
                  unicode::utf16_to_utf8(text.substr(end, 40)).c_str());
    }
  }
  const double f1 = 200.0 * static_cast<double>(right) / static_cast<double>(found + wanted);
  std::printf("%s: P %.2f R %.2f F1 %.2f\n", relative.c_str(),
              100.0 * static_cast<double>(right) / static_cast<double>(found),
              100.0 * static_cast<double>(right) / static_cast<double>(wanted), f1);
  return f1;
}

TEST(SegmentCorpus, SentencesOfPudOnOneLine) {
  require_shared_data("data/sentences/pud.jsonl");
  EXPECT_GE(sentence_f1("data/sentences/pud.jsonl"), 99.6);
}

TEST(SegmentCorpus, SentencesOfPudOnLines) {
  require_shared_data("data/sentences/pud_lines.jsonl");
  EXPECT_GE(sentence_f1("data/sentences/pud_lines.jsonl"), 99.8);
}

/// The tokens of a treebank's sentences: spans of its `# text`, without punctuation and symbols.
struct TokenScore {
  std::size_t right = 0, found = 0, wanted = 0;

  [[nodiscard]] double precision() const { return percent(right, found); }
  [[nodiscard]] double recall() const { return percent(right, wanted); }
  [[nodiscard]] double f1() const { return percent(2 * right, found + wanted); }
  static double percent(std::size_t part, std::size_t whole) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
};

TEST(SegmentCorpus, CliticsOfPud) {
  require_shared_data("data/sentences/pud.conllu");
  const std::string bytes = test::read_file(test::shared_data("data/sentences/pud.conllu")).value_or("");
  const char* dump = std::getenv("NAQI_CLITIC_ERRORS");
  TokenScore score;
  std::u16string text;
  std::vector<Span> wanted;
  std::vector<Span> ignored;  // punctuation, which the segmenter does not list
  std::uint32_t at = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string line = bytes.substr(begin, end - begin);
    begin = end + 1;
    if (line.rfind("# text = ", 0) == 0) {
      text = unicode::utf8_to_utf16_replacing(line.substr(9));
      wanted.clear();
      ignored.clear();
      at = 0;
    } else if (!line.empty() && line[0] != '#') {
      const std::size_t first = line.find('\t') + 1;
      const std::size_t second = line.find('\t', first);
      const std::size_t third = line.find('\t', second + 1);
      const std::u16string form = unicode::utf8_to_utf16_replacing(line.substr(first, second - first));
      const std::string tag = line.substr(third + 1, line.find('\t', third + 1) - third - 1);
      const auto found = static_cast<std::uint32_t>(text.find(form, at));
      const Span token{found, found + static_cast<std::uint32_t>(form.size())};
      at = token.end;
      (tag == "PUNCT" || tag == "SYM" ? ignored : wanted).push_back(token);
    } else if (line.empty() && !text.empty()) {
      for (const Span span : segment(text, SegmentUnit::clitic)) {
        const bool right = std::find(wanted.begin(), wanted.end(), span) != wanted.end();
        const bool counts = std::find(ignored.begin(), ignored.end(), span) == ignored.end();
        score.right += right ? 1U : 0U;
        score.found += counts ? 1U : 0U;
        if (dump != nullptr && counts && !right) {
          std::printf("false %s in", pieces(text, {span})[0].c_str());
          for (const Span token : wanted) {
            if (token.overlaps({span.begin > 1 ? span.begin - 1 : 0, span.end + 1})) {
              std::printf(" %s", pieces(text, {token})[0].c_str());
            }
          }
          std::printf("\n");
        }
      }
      score.wanted += wanted.size();
      text.clear();
    }
  }
  std::printf("clitic tokens of PUD: P %.2f R %.2f F1 %.2f\n", score.precision(), score.recall(), score.f1());
  EXPECT_GE(score.f1(), 88.0);
  EXPECT_GT(score.precision(), score.recall());
}

}  // namespace
}  // namespace naqi
