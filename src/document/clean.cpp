#include "naqi/clean.h"

#include <cassert>
#include <utility>

#include "document/assemble.h"
#include "document/invariants.h"
#include "document/recurring.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

// What is done after each stage, in thousandths of the work, to a person's eye.
constexpr std::uint32_t kAnalyzed = 250;
constexpr std::uint32_t kClassified = 500;
constexpr std::uint32_t kExtracted = 650;
constexpr std::uint32_t kAssembled = 900;

std::optional<Error> check_size(std::u16string_view source) {
  if (source.size() <= kMaxTextUnits) {
    return std::nullopt;
  }
  std::string message = "the text has ";
  unicode::append_decimal(message, source.size());
  message += " UTF-16 units; the limit is ";
  unicode::append_decimal(message, kMaxTextUnits);
  return Error{ErrorCode::input_too_large, std::move(message), kMaxTextUnits};
}

std::optional<Error> check_options(const CleanOptions& options) {
  if (options.reference_date.empty() || day_of_reference(options.reference_date)) {
    return std::nullopt;
  }
  return Error{ErrorCode::invalid_option,
               "option \"reference_date\" cannot be \"" + options.reference_date.substr(0, 40) +
                   "\"; it takes a day such as 2025-03-12",
               std::nullopt};
}

std::optional<Error> check_blocks(const Page& page) {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Span span = page.blocks[i].span;
    const char* fault = span.begin > span.end           ? "ends in front of its begin"
                        : span.end > page.source.size() ? "lies outside the source"
                        : span.begin < last             ? "begins inside or in front of the block before it"
                                                        : nullptr;
    if (fault != nullptr) {
      std::string message = "block ";
      unicode::append_decimal(message, i);
      message += " of the page ";
      message += fault;
      message += "; blocks must be sorted, disjoint and inside the source";
      return Error{ErrorCode::invalid_option, std::move(message), i};
    }
    last = span.end;
  }
  return std::nullopt;
}

Document run(std::u16string_view source, const Page* page, const CleanOptions& options) {
  const Analysis analysis = analyze(source);
  options.progress(kAnalyzed);
  std::vector<ClassifiedBlock> blocks = classify(analysis, page);
  if (!options.recurring.empty()) {
    apply_recurring(blocks, analysis, options.recurring);
  }
  options.progress(kClassified);
  Structure structure = extract(analysis, blocks, page, day_of_reference(options.reference_date));
  options.progress(kExtracted);
  Document document = assemble(source, analysis, std::move(blocks), std::move(structure), page, options);
  assert(broken_promise(source, document, options.normalize) == nullptr);
  options.progress(kAssembled);
  return document;
}

}  // namespace

Result<Document> clean(std::u16string_view source, const CleanOptions& options) {
  std::optional<Error> error = check_size(source);
  if (!error) {
    error = check_options(options);
  }
  if (error) {
    return *std::move(error);
  }
  return run(source, nullptr, options);
}

Result<Document> clean(const Page& page, const CleanOptions& options) {
  std::optional<Error> error = check_size(page.source);
  if (!error) {
    error = check_options(options);
  }
  if (!error) {
    error = check_blocks(page);
  }
  if (error) {
    return *std::move(error);
  }
  return run(page.source, &page, options);
}

}  // namespace naqi
