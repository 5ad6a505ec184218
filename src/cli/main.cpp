#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <string>

#include "naqi/naqi.h"
#include "unicode/encoding.h"

namespace {

int fail(const naqi::Error& error) {
  std::fprintf(stderr, "naqi: %s: %s\n", std::string(name(error.code)).c_str(), error.message.c_str());
  return 2;
}

naqi::Result<std::string> read(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return naqi::Error{naqi::ErrorCode::io, "cannot open " + path, std::nullopt};
  }
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), file)) > 0;) {
    bytes.append(buffer.data(), n);
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Cleans scraped Arabic articles", "naqi");
  app.require_subcommand(1);
  CLI::App* clean = app.add_subcommand("clean", "An article in, its structure out");
  std::string path = "-";
  std::string format = "json";
  clean->add_option("file", path, "UTF-8 text; standard input if missing or -");
  clean->add_option("--format", format)->check(CLI::IsMember({"json"}));
  CLI11_PARSE(app, argc, argv);

  const naqi::Result<std::string> bytes = read(path);
  if (!bytes) {
    return fail(bytes.error());
  }
  const naqi::Result<std::u16string> source = naqi::unicode::utf8_to_utf16(bytes.value());
  if (!source) {
    return fail(source.error());
  }
  const naqi::Result<naqi::Document> document = naqi::clean(source.value());
  if (!document) {
    return fail(document.error());
  }
  const std::string json = to_json(document.value(), source.value()) + "\n";
  std::fwrite(json.data(), 1, json.size(), stdout);
  return 0;
}
