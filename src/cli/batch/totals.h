#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "naqi/document.h"

namespace naqi::cli {

/// Blocks and their UTF-16 units.
struct Amount {
  std::uint64_t blocks = 0;
  std::uint64_t characters = 0;

  Amount& operator+=(const Amount& other) {
    blocks += other.blocks;
    characters += other.characters;
    return *this;
  }
};

/// What came of records: how many, and what was removed of them, by label and by the rule that decided.
struct Totals {
  std::uint64_t records = 0;
  std::uint64_t written = 0;                                   ///< with a Document
  std::map<std::string, std::uint64_t, std::less<>> errors;    ///< by code
  std::map<std::string, std::uint64_t, std::less<>> filtered;  ///< by the filter that left the record out
  std::map<std::string, std::uint64_t, std::less<>> languages;
  std::array<Amount, kLabelCount> labels;
  std::map<std::string, Amount, std::less<>> rules;  ///< removed blocks by their strongest reason

  void add(const Document& document);
  Totals& operator+=(const Totals& other);
  [[nodiscard]] std::uint64_t faulty() const;
};

[[nodiscard]] nlohmann::ordered_json to_json(const Totals& totals);
/// What `to_json` made. Throws nlohmann's exceptions.
[[nodiscard]] Totals totals_from(const nlohmann::ordered_json& json);
/// The same for people.
[[nodiscard]] std::string to_table(const Totals& totals);

}  // namespace naqi::cli
