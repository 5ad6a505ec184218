// Cleaning any text: nothing is lost, every span lies where it must, and the JSON says the same when read
// back.

#include "document/invariants.h"
#include "fuzz/input.h"
#include "naqi/naqi.h"

using naqi::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const naqi::fuzz::Input input(data, size);
  naqi::CleanOptions options;
  options.words = (input.choice & 1U) != 0;
  if ((input.choice & 2U) != 0) {
    options.normalize =
        naqi::NormalizeOptions::of((input.choice & 4U) != 0 ? naqi::Profile::search : naqi::Profile::corpus);
  }
  const naqi::Result<naqi::Document> result = naqi::clean(input.text, options);
  require(result.ok(), "any text has a Document");
  const naqi::Document& document = result.value();

  const char* broken = naqi::broken_promise(input.text, document, options.normalize);
  require(broken == nullptr, broken);

  const std::string json = naqi::to_json(document, input.text);
  const naqi::Result<naqi::Document> again = naqi::from_json(json);
  require(again.ok(), "the JSON is a Document");
  require(naqi::to_json(again.value(), input.text) == json, "the JSON says the same when read back");
  require(naqi::to_text(again.value()) == naqi::to_text(document), "and reads the same as text");
  return 0;
}
