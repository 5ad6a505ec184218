// Cleaning any text: nothing is lost, every span lies where it must, and the JSON says the same when read
// back.

#include <vector>

#include "fuzz/input.h"
#include "naqi/naqi.h"
#include "unicode/properties.h"

namespace {

using naqi::Span;
using naqi::fuzz::require;

void check_inside(Span span, std::size_t size) {
  require(span.begin <= span.end && span.end <= size, "a span lies in the source");
}

void check_partition(const naqi::Document& document, std::u16string_view source) {
  std::vector<Span> spans;
  for (const naqi::Block& block : document.blocks) {
    spans.push_back(block.span);
  }
  spans.push_back({static_cast<std::uint32_t>(source.size()), static_cast<std::uint32_t>(source.size())});
  std::uint32_t at = 0;
  for (const Span span : spans) {
    require(at <= span.begin && span.begin <= span.end && span.end <= source.size(),
            "blocks are sorted and disjoint");
    while (at < span.begin) {
      require(naqi::unicode::is_invisible(naqi::unicode::next(source, at)),
              "nothing visible is between blocks");
    }
    at = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const naqi::fuzz::Input input(data, size);
  naqi::CleanOptions options;
  options.words = (input.choice & 1U) != 0;
  const naqi::Result<naqi::Document> result = naqi::clean(input.text, options);
  require(result.ok(), "any text has a Document");
  const naqi::Document& document = result.value();

  check_partition(document, input.text);
  for (const naqi::Block& block : document.blocks) {
    std::uint32_t at = block.span.begin;
    for (const naqi::Sentence& sentence : block.sentences) {
      require(at <= sentence.span.begin && sentence.span.end <= block.span.end,
              "sentences lie in their block");
      at = sentence.span.end;
    }
  }
  for (const naqi::Quote& quote : document.quotes) {
    check_inside(quote.span, input.text.size());
    require(quote.block < document.blocks.size(), "a quote names its block");
  }
  for (const naqi::Date& date : document.dates) {
    check_inside(date.span, input.text.size());
    require(date.block < document.blocks.size(), "a date names its block");
  }
  for (const naqi::Related& related : document.related) {
    check_inside(related.span, input.text.size());
    require(related.block < document.blocks.size(), "a related link names its block");
  }

  const std::string json = naqi::to_json(document, input.text);
  const naqi::Result<naqi::Document> again = naqi::from_json(json);
  require(again.ok(), "the JSON is a Document");
  require(naqi::to_json(again.value(), input.text) == json, "the JSON says the same when read back");
  require(naqi::to_text(again.value()) == naqi::to_text(document), "and reads the same as text");
  return 0;
}
