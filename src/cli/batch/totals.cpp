#include "cli/batch/totals.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <vector>

namespace naqi::cli {
namespace {

using Json = nlohmann::ordered_json;
using Counts = std::map<std::string, std::uint64_t, std::less<>>;

Json json_of(const Counts& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) {
    json[name] = count;
  }
  return json;
}

Counts counts_from(const Json& json) {
  Counts counts;
  for (const auto& [name, count] : json.items()) {
    counts[name] = count.get<std::uint64_t>();
  }
  return counts;
}

void add(Counts& counts, const Counts& more) {
  for (const auto& [name, count] : more) {
    counts[name] += count;
  }
}

Json json_of(const Amount& amount) { return {{"blocks", amount.blocks}, {"characters", amount.characters}}; }

Amount amount_from(const Json& json) {
  return {json.at("blocks").get<std::uint64_t>(), json.at("characters").get<std::uint64_t>()};
}

using Row = std::pair<std::string, Amount>;

void append_rows(std::string& out, const char* heading, std::vector<Row> rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.second.characters > b.second.characters; });
  std::array<char, 128> line{};
  std::snprintf(line.data(), line.size(), "\n%-32s %12s %14s\n", heading, "blocks", "characters");
  out += line.data();
  for (const auto& [name, amount] : rows) {
    if (amount.blocks > 0) {
      std::snprintf(line.data(), line.size(), "%-32s %12llu %14llu\n", name.c_str(),
                    static_cast<unsigned long long>(amount.blocks),
                    static_cast<unsigned long long>(amount.characters));
      out += line.data();
    }
  }
}

void append_counts(std::string& out, const char* heading, const Counts& counts) {
  for (const auto& [name, count] : counts) {
    out.append(heading).append(name).append(" ").append(std::to_string(count)).append("\n");
  }
}

}  // namespace

void Totals::add(const Document& document) {
  ++languages[document.language];
  for (const Block& block : document.blocks) {
    const Amount amount{1, block.span.size()};
    labels[static_cast<std::size_t>(block.label)] += amount;
    if (!block.kept) {
      const std::string_view rule = block.reasons.empty() ? "none" : block.reasons.front().rule;
      auto found = rules.find(rule);
      if (found == rules.end()) {
        found = rules.emplace(rule, Amount{}).first;
      }
      found->second += amount;
    }
  }
}

Totals& Totals::operator+=(const Totals& other) {
  records += other.records;
  written += other.written;
  cli::add(errors, other.errors);
  cli::add(filtered, other.filtered);
  cli::add(languages, other.languages);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i] += other.labels[i];
  }
  for (const auto& [rule, amount] : other.rules) {
    rules[rule] += amount;
  }
  return *this;
}

std::uint64_t Totals::faulty() const {
  std::uint64_t sum = 0;
  for (const auto& [code, count] : errors) {
    sum += count;
  }
  return sum;
}

Json to_json(const Totals& totals) {
  Json labels = Json::object();
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    const auto label = static_cast<Label>(i);
    Json amount = json_of(totals.labels[i]);
    amount["kept"] = is_kept(label);
    labels[std::string(name(label))] = std::move(amount);
  }
  Json rules = Json::object();
  for (const auto& [rule, amount] : totals.rules) {
    rules[rule] = json_of(amount);
  }
  return {{"records", totals.records},
          {"written", totals.written},
          {"errors", json_of(totals.errors)},
          {"filtered", json_of(totals.filtered)},
          {"languages", json_of(totals.languages)},
          {"labels", std::move(labels)},
          {"rules", std::move(rules)}};
}

Totals totals_from(const Json& json) {
  Totals totals;
  totals.records = json.at("records").get<std::uint64_t>();
  totals.written = json.at("written").get<std::uint64_t>();
  totals.errors = counts_from(json.at("errors"));
  totals.filtered = counts_from(json.at("filtered"));
  totals.languages = counts_from(json.at("languages"));
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    totals.labels[i] = amount_from(json.at("labels").at(std::string(name(static_cast<Label>(i)))));
  }
  for (const auto& [rule, amount] : json.at("rules").items()) {
    totals.rules[rule] = amount_from(amount);
  }
  return totals;
}

std::string to_table(const Totals& totals) {
  std::string out =
      std::to_string(totals.records) + " records, " + std::to_string(totals.written) + " written\n";
  append_counts(out, "with error ", totals.errors);
  append_counts(out, "left out by ", totals.filtered);
  append_counts(out, "in language ", totals.languages);
  std::vector<Row> kept;
  std::vector<Row> removed;
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    const auto label = static_cast<Label>(i);
    (is_kept(label) ? kept : removed).emplace_back(name(label), totals.labels[i]);
  }
  append_rows(out, "kept, by label", std::move(kept));
  append_rows(out, "removed, by label", std::move(removed));
  append_rows(out, "removed, by deciding rule", {totals.rules.begin(), totals.rules.end()});
  return out;
}

}  // namespace naqi::cli
