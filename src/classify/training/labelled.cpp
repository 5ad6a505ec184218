#include "labelled.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "lexicon/lexicon.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi::fit {
namespace {

using nlohmann::json;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::uint8_t number_of(const std::string& label) { return static_cast<std::uint8_t>(*label_of(label)); }

/// gold/ID.jsonl: a label for every line, or spans in code points of the line.
std::vector<std::uint8_t> read_gold(const std::u16string& source, const std::string& path) {
  std::vector<std::uint32_t> starts{0};
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    if (source[i] == u'\n') {
      starts.push_back(i + 1);
    }
  }
  starts.push_back(static_cast<std::uint32_t>(source.size()) + 1);
  std::vector<std::uint8_t> gold(source.size(), kNoLabel);
  const auto code_points = [&](std::uint32_t at, std::uint32_t count) {
    while (count-- > 0 && at < source.size()) {
      static_cast<void>(unicode::next(source, at));
    }
    return at;
  };
  std::ifstream file(path);
  for (std::string row; std::getline(file, row);) {
    const json line = json::parse(row);
    const std::uint32_t begin = starts[line["line"].get<std::uint32_t>() - 1];
    const std::uint32_t end = starts[line["line"].get<std::uint32_t>()] - 1;
    const auto fill = [&](std::uint32_t from, std::uint32_t to, const std::string& label) {
      std::fill(gold.begin() + from, gold.begin() + to, number_of(label));
    };
    if (line["label"] == "mixed") {
      for (const json& span : line["spans"]) {
        fill(code_points(begin, span["start"]), code_points(begin, span["end"]), span["label"]);
      }
    } else {
      fill(begin, end, line["label"]);
    }
  }
  return gold;
}

void attest(const lexicon::Table& table, LabelledText& text) {
  const auto count = static_cast<std::uint32_t>(text.analysis.words.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t limit = std::min<std::uint32_t>(10, count - i); limit > 0;) {
      const lexicon::Match match =
          table.longest([&](std::uint32_t k) { return text.analysis.folded_word(i + k); }, limit);
      if (match.entry == nullptr) {
        break;
      }
      text.attested.insert(std::u16string(match.entry->phrase));
      limit = match.words - 1;
    }
  }
}

void finish(LabelledText& text) {
  attest(lexicon::markers, text);
  attest(lexicon::sections, text);
  attest(lexicon::agencies, text);
}

}  // namespace

std::vector<LabelledText> read_articles(const std::string& folder, std::string_view split) {
  std::vector<LabelledText> texts;
  std::ifstream index(folder + "/index.jsonl");
  for (std::string row; std::getline(index, row);) {
    const json entry = json::parse(row);
    if (!split.empty() && entry["split"] != split) {
      continue;
    }
    LabelledText text;
    text.id = entry["id"];
    text.site = entry["site"];
    text.source = unicode::utf8_to_utf16_replacing(read_file(folder + "/docs/" + text.id + ".txt"));
    text.analysis = analyze(text.source);
    text.gold = read_gold(text.source, folder + "/gold/" + text.id + ".jsonl");
    finish(text);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<LabelledText> read_made(const std::string& path) {
  std::vector<LabelledText> texts;
  std::ifstream file(path);
  for (std::string row; std::getline(file, row);) {
    const json entry = json::parse(row);
    LabelledText text;
    text.id = entry["id"];
    text.source = unicode::utf8_to_utf16_replacing(entry["text"].get<std::string>());
    text.analysis = analyze(text.source);
    text.gold.resize(text.source.size(), kNoLabel);
    for (const json& span : entry["gold"]) {
      std::fill(text.gold.begin() + span[0].get<std::ptrdiff_t>(),
                text.gold.begin() + span[1].get<std::ptrdiff_t>(), number_of(span[2].get<std::string>()));
    }
    finish(text);
    texts.push_back(std::move(text));
  }
  return texts;
}

LabelledText cleaned(const LabelledText& text) {
  LabelledText clean;
  clean.id = text.id + " cleaned";
  clean.site = text.site;
  // The order of render/outline.h: titles, subtitles, other metadata, content.
  const auto part_of = [](Label label) {
    return label == Label::title ? 0 : label == Label::subtitle ? 1 : is_metadata(label) ? 2 : 3;
  };
  for (int part = 0; part < 4; ++part) {
    for (std::size_t begin = 0; begin < text.source.size();) {
      std::size_t end = begin + 1;
      while (end < text.source.size() && text.gold[end] == text.gold[begin] && text.source[end] != u'\n') {
        ++end;
      }
      const std::uint8_t label = text.gold[begin];
      if (label != kNoLabel && is_kept(static_cast<Label>(label)) &&
          part_of(static_cast<Label>(label)) == part && text.source[begin] != u'\n') {
        if (!clean.source.empty()) {
          clean.source += u"\n\n";
          clean.gold.resize(clean.source.size(), kNoLabel);
        }
        clean.source.append(text.source, begin, end - begin);
        clean.gold.resize(clean.source.size(), label);
      }
      begin = end;
    }
  }
  clean.analysis = analyze(clean.source);
  finish(clean);
  return clean;
}

std::map<std::string, int> read_folds(const std::string& path) {
  std::map<std::string, int> folds;
  std::ifstream file(path);
  std::string id;
  for (int fold = 0; file >> id >> fold;) {
    folds[id] = fold;
  }
  return folds;
}

Example make_example(const LabelledText& text, const std::vector<std::u16string>& switched_off,
                     double weight) {
  Example example;
  example.weight = weight;
  example.pieces = cut_pieces(text.analysis, switched_off);
  example.evidence = find_evidence(text.analysis, example.pieces, switched_off, nullptr);
  for (const Piece& piece : example.pieces) {
    const Span source = text.analysis.reading.map.source_of(piece.span);
    std::array<std::uint32_t, kLabelCount> votes{};
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
      if (text.gold[i] != kNoLabel) {
        ++votes[text.gold[i]];
      }
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    example.gold.push_back(*best == 0 ? kNoLabel : static_cast<std::uint8_t>(best - votes.begin()));
  }
  return example;
}

}  // namespace naqi::fit
