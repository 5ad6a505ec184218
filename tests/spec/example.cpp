#include "example.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi::spec {
namespace {

std::string resolve(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out.push_back(text[i]);
      continue;
    }
    switch (text[++i]) {
      case 'n': out.push_back('\n'); break;
      case 't': out.push_back('\t'); break;
      case 'u': {
        const std::size_t close = text.find('}', i);
        if (close == std::string_view::npos || text[i + 1] != '{') {
          out += "\\u";
          break;
        }
        const std::string digits(text.substr(i + 2, close - i - 2));
        std::u16string unit;
        unicode::append(unit, static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, 16)));
        unicode::append_utf8(out, unit);
        i = close;
        break;
      }
      default: out.push_back(text[i]); break;
    }
  }
  return out;
}

Example open(const std::string& path, int line, const std::string& info) {
  Example example;
  example.file = path.substr(path.find_last_of('/') + 1);
  example.line = line;
  std::istringstream words(info);
  std::string word;
  words >> word >> example.kind;
  while (words >> word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) {
      example.kind = "malformed";
      example.input = "an option is written key=value, this is none: " + word;
    } else {
      example.options.emplace_back(word.substr(0, equals), resolve(word.substr(equals + 1)));
    }
  }
  return example;
}

std::string without_last_line_feed(std::string text) {
  if (!text.empty()) {
    text.pop_back();
  }
  return text;
}

}  // namespace

std::string Example::option(std::string_view key) const {
  for (const auto& [name, value] : options) {
    if (name == key) {
      return value;
    }
  }
  return {};
}

std::vector<Example> read_examples(const std::string& path) {
  constexpr std::string_view kFence = "```example ";
  std::ifstream file(path);
  std::vector<Example> examples;
  std::array<std::string, 2> parts;
  bool inside = false;
  bool after_dot = false;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (!inside) {
      if (line.compare(0, kFence.size(), kFence) == 0) {
        examples.push_back(open(path, number, line.substr(3)));
        inside = true;
        after_dot = false;
        parts = {};
      }
    } else if (line == "```") {
      inside = false;
      Example& example = examples.back();
      if (!after_dot) {
        example.kind = "malformed";
        example.input = "no line with a lone '.' between input and expectation";
      } else if (example.kind != "malformed") {
        example.input = resolve(without_last_line_feed(parts[0]));
        example.expected = resolve(without_last_line_feed(parts[1]));
      }
    } else if (line == "." && !after_dot) {
      after_dot = true;
    } else {
      parts[after_dot ? 1 : 0] += line + "\n";
    }
  }
  if (inside) {
    examples.back().kind = "malformed";
    examples.back().input = "the fence is never closed";
  }
  return examples;
}

std::string visible(std::string_view text) {
  std::string out;
  const std::u16string units = unicode::utf8_to_utf16_replacing(text);
  for (std::uint32_t i = 0; i < units.size();) {
    const std::uint32_t begin = i;
    const char32_t c = unicode::next(units, i);
    const bool hidden = unicode::is_mark(c) || unicode::is_format(c) || unicode::is_control(c) ||
                        unicode::is_white_space(c) || c == 0x0640U || c == 0x06A9U || c == 0x06CCU;
    if (hidden && c != U'\n' && c != U' ') {
      std::array<char, 16> escaped{};
      std::snprintf(escaped.data(), escaped.size(), "\\u{%04X}", static_cast<unsigned>(c));
      out += escaped.data();
    } else {
      unicode::append_utf8(out, std::u16string_view(units).substr(begin, i - begin));
    }
  }
  return out;
}

}  // namespace naqi::spec
