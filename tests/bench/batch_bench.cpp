// The library by itself on one thread: clean and to_json of every record of a JSONL file, without reading and
// writing. Prints records and processor seconds; tests/bench/batch.py holds `naqi batch` beside it.

#include <cstdio>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "naqi/naqi.h"
#include "unicode/encoding.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("batch_bench FILE\n", stderr);
    return 2;
  }
  std::vector<std::u16string> texts;
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    naqi::Result<std::u16string> text =
        naqi::unicode::utf8_to_utf16(record.at("text").get_ref<const std::string&>());
    if (text) {
      texts.push_back(std::move(text).value());
    }
  }
  std::size_t bytes = 0;
  const std::clock_t start = std::clock();
  for (const std::u16string& text : texts) {
    const naqi::Result<naqi::Document> document = naqi::clean(text);
    bytes += naqi::to_json(document.value(), text).size();
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("{\"records\":%zu,\"bytes\":%zu,\"seconds\":%.3f}\n", texts.size(), bytes, seconds);
  return 0;
}
