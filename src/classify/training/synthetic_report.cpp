// Recall and precision per kind of noise over documents that synthetic.py made.
//
//   synthetic.py 10000 | synthetic_report [NAME=LEAST …]
//
// Reads JSON lines from standard input and prints a table: for every kind of noise the share of its
// characters that was removed and the share whose label is right; for every label the share of what got it
// that deserved it; then the share of the text itself that was kept, and how many documents lost nothing when
// their rendered text was cleaned again; of those that did, what they lost: noise that the first time let
// pass and that is told by itself when its neighbours are gone, or text. With NAME=LEAST (thousandths) the
// exit status is 1 when a figure is lower: kept, removed, label, stable, partition.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "naqi/naqi.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace {

using nlohmann::json;
using namespace naqi;

struct Count {
  std::uint64_t all = 0;
  std::uint64_t side = 0;   // rightly kept or removed
  std::uint64_t label = 0;  // the very label
};

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::u16string visible(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : text) {
    if (!unicode::is_white_space(c) && !unicode::is_invisible(c)) {
      out += c;
    }
  }
  return out;
}

/// What was removed when the rendered text was cleaned again.
struct Lost {
  Label label{};
  std::string rule;  ///< the strongest reason
  std::string text;
  bool noise = false;    ///< it should have been removed the first time
  std::size_t size = 0;  ///< visible UTF-16 units
};

/// `noise` holds the visible characters of the noise of the document.
std::vector<Lost> lost_again(const Document& document, const std::u16string& noise) {
  const std::u16string text = unicode::utf8_to_utf16_replacing(to_text(document));
  std::vector<Lost> lost;
  const Result<Document> again = clean(text);
  for (const Block& block : again.value().blocks) {
    if (!is_kept(block.label)) {
      const std::u16string removed =
          visible(std::u16string_view(text).substr(block.span.begin, block.span.size()));
      lost.push_back({block.label, std::string(block.reasons.front().rule),
                      unicode::utf16_to_utf8(block.text), noise.find(removed) != std::u16string::npos,
                      removed.size()});
    }
  }
  return lost;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, Count> kinds;
  std::array<Count, kLabelCount> given{};
  Count text;
  Count noise;
  std::uint64_t documents = 0;
  std::uint64_t stable = 0;
  std::uint64_t covered = 0;
  Count again;
  std::vector<std::string> exceptions;
  for (std::string row; std::getline(std::cin, row);) {
    const json entry = json::parse(row);
    const std::u16string source = unicode::utf8_to_utf16_replacing(entry["text"].get<std::string>());
    const Result<Document> result = clean(source);
    const Document& document = result.value();
    std::vector<int> label(source.size(), -1);
    for (const Block& block : document.blocks) {
      for (std::uint32_t i = block.span.begin; i < block.span.end; ++i) {
        label[i] = static_cast<int>(block.label);
      }
    }
    ++documents;
    bool whole = true;
    std::u16string noise_of_it;
    for (const json& span : entry["gold"]) {
      const auto gold = static_cast<int>(*label_of(span[2].get<std::string>()));
      const bool kept = is_kept(static_cast<Label>(gold));
      if (!kept) {
        noise_of_it += visible(std::u16string_view(source).substr(
            span[0].get<std::size_t>(), span[1].get<std::size_t>() - span[0].get<std::size_t>()));
      }
      Count& kind = span[3].get<std::string>().empty() ? text : kinds[span[3].get<std::string>()];
      for (std::size_t i = span[0]; i < span[1].get<std::size_t>(); ++i) {
        if (unicode::is_white_space(source[i]) || unicode::is_invisible(source[i])) {
          continue;
        }
        whole = whole && label[i] >= 0;
        const bool side = label[i] >= 0 && is_kept(static_cast<Label>(label[i])) == kept;
        ++kind.all;
        kind.side += side ? 1U : 0U;
        kind.label += label[i] == gold ? 1U : 0U;
        if (!kept) {
          ++noise.all;
          noise.side += side ? 1U : 0U;
          noise.label += label[i] == gold ? 1U : 0U;
        }
        if (label[i] >= 0) {
          ++given[static_cast<std::size_t>(label[i])].all;
          given[static_cast<std::size_t>(label[i])].label += label[i] == gold ? 1U : 0U;
        }
      }
    }
    covered += whole ? 1U : 0U;
    const std::vector<Lost> lost = lost_again(document, noise_of_it);
    stable += lost.empty() ? 1U : 0U;
    for (const Lost& each : lost) {
      again.all += each.size;
      again.side += each.noise ? each.size : 0;
      exceptions.push_back(entry["id"].get<std::string>() + (each.noise ? "  noise  " : "  text  ") +
                           std::string(name(each.label)) + "  " + each.rule + "  " + each.text);
    }
  }
  std::printf("%-22s %10s %8s %8s\n", "kind of noise", "characters", "right", "label");
  for (const auto& [kind, count] : kinds) {
    std::printf("%-22s %10llu %8.3f %8.3f\n", kind.c_str(), static_cast<unsigned long long>(count.all),
                share(count.side, count.all), share(count.label, count.all));
  }
  std::printf("\n%-22s %10s %18s\n", "label", "characters", "precision");
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    if (given[i].all > 0) {
      std::printf("%-22s %10llu %18.3f\n", std::string(name(static_cast<Label>(i))).c_str(),
                  static_cast<unsigned long long>(given[i].all), share(given[i].label, given[i].all));
    }
  }
  const std::map<std::string, double> figures = {{"kept", share(text.side, text.all)},
                                                 {"removed", share(noise.side, noise.all)},
                                                 {"label", share(noise.label, noise.all)},
                                                 {"stable", share(stable, documents)},
                                                 {"partition", share(covered, documents)}};
  std::printf("\ndocuments %llu", static_cast<unsigned long long>(documents));
  for (const auto& [figure, value] : figures) {
    std::printf("  %s %.4f", figure.c_str(), value);
  }
  std::printf("\n");
  std::printf("cleaned again, %llu documents lost %llu characters, %.3f of them noise:\n",
              static_cast<unsigned long long>(documents - stable), static_cast<unsigned long long>(again.all),
              share(again.side, again.all));
  for (const std::string& each : exceptions) {
    std::printf("  %s\n", each.c_str());
  }
  bool good = documents > 0;
  for (int i = 1; i < argc; ++i) {
    const std::string least = argv[i];
    const std::size_t at = least.find('=');
    const auto figure = figures.find(least.substr(0, at));
    if (at == std::string::npos || figure == figures.end()) {
      std::fprintf(stderr, "no figure %s\n", least.c_str());
      return 2;
    }
    if (figure->second * 1000 < std::strtod(least.c_str() + at + 1, nullptr)) {
      std::printf("short: %s\n", least.c_str());
      good = false;
    }
  }
  return good ? 0 : 1;
}
