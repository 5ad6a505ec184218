// The functions that JavaScript calls (their types: bindings/js/src/naqi-module.d.ts).
//
// Text comes in as UTF-16, losslessly; options, pages and documents as JSON in UTF-8. JavaScript writes them
// where `source`, `json` and `options` say, and calls; the call leaves its result here, as bytes of UTF-8, as
// UTF-16 units or as numbers, and JavaScript copies it out in one piece. A call returns whether there is a
// result; if not, the bytes are {"code", "message", "position"?}. Nothing throws.
//
// All that crosses is an address or a size: Embind's strings and values are a tenth of what a page would
// download for them, and its std::string loses lone surrogates.

#include <emscripten.h>
#include <emscripten/bind.h>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "naqi/input.h"
#include "naqi/naqi.h"
#include "render/json_writer.h"
#include "unicode/encoding.h"

// clang-format off
EM_JS(void, naqi_report_progress, (int thousandths), { Module["onProgress"](thousandths); });
EM_JS(void, naqi_share_memory, (), { Module["memory"] = wasmMemory; });
// clang-format on

namespace {

/// An address in this memory, in bytes, or a size in units of what stands there.
using Number = std::uint32_t;

/// What the next call takes and what the last one left. Function-local, since a global would need a
/// constructor.
struct Desk {
  std::u16string source;
  std::string json;
  std::string options;

  std::string bytes;
  std::u16string units;
  std::vector<std::uint32_t> numbers;
};
Desk& desk() {
  static Desk instance;
  return instance;
}

using naqi::append_json_string;

bool fail(const naqi::Error& error) {
  std::string& out = desk().bytes;
  out = "{\"code\":";
  append_json_string(out, name(error.code));
  out += ",\"message\":";
  append_json_string(out, error.message);
  if (error.position) {
    out += ",\"position\":";
    naqi::unicode::append_decimal(out, *error.position);
  }
  out += '}';
  return false;
}

bool succeed(std::string bytes) {
  desk().bytes = std::move(bytes);
  return true;
}

void append_settings(std::string& out, std::span<const naqi::Setting> settings) {
  const char* separator = ",[";
  for (const naqi::Setting setting : settings) {
    out += separator;
    append_json_string(out, name(setting));
    separator = ",";
  }
  out += ']';
}

bool describe() {
  const naqi::Generator generator = naqi::generator();
  std::string out = "{\"version\":";
  append_json_string(out, generator.version);
  out += ",\"unicode\":";
  append_json_string(out, generator.unicode);
  out += ",\"icu\":";
  append_json_string(out, generator.icu);
  out += ",\"schema\":";
  append_json_string(out, naqi::kSchema);
  out += ",\"operations\":[";
  for (const naqi::OptionDescription& option : naqi::option_descriptions()) {
    out += option.operation == naqi::Operation::compose ? "[" : ",[";
    append_json_string(out, option.name);
    append_settings(out, option.values);
    append_settings(out, option.defaults);
    out += ']';
  }
  return succeed(out + "]}");
}

bool print(const naqi::Document& document, std::u16string_view source, const naqi::Progress& progress) {
  desk().bytes = to_json(document, source);
  progress(1000);
  return true;
}

bool clean() {
  naqi::Result<naqi::CleanOptions> options = naqi::clean_options_from_json(desk().options);
  if (!options) {
    return fail(options.error());
  }
  const naqi::Progress progress{
      [](void*, std::uint32_t thousandths) { naqi_report_progress(static_cast<int>(thousandths)); }, nullptr};
  options.value().progress = progress;
  if (desk().json.empty()) {
    const naqi::Result<naqi::Document> document = naqi::clean(desk().source, options.value());
    return document ? print(document.value(), desk().source, progress) : fail(document.error());
  }
  const naqi::Result<naqi::PageInput> input = naqi::page_from_json(desk().json, std::move(desk().source));
  if (!input) {
    return fail(input.error());
  }
  const naqi::Result<naqi::Document> document = naqi::clean(input.value().page(), options.value());
  return document ? print(document.value(), input.value().source, progress) : fail(document.error());
}

void append_span(std::vector<std::uint32_t>& numbers, naqi::Span span) {
  numbers.push_back(span.begin);
  numbers.push_back(span.end);
}

bool normalize() {
  const naqi::Result<naqi::NormalizeOptions> options = naqi::normalize_options_from_json(desk().options);
  if (!options) {
    return fail(options.error());
  }
  naqi::NormalizedText normalized = naqi::normalize(desk().source, options.value());
  std::vector<std::uint32_t>& numbers = desk().numbers;
  numbers.reserve(2 * normalized.text.size() + 5 * normalized.edits.size());
  const naqi::Span all{0, normalized.map.text_size()};
  std::uint32_t unit = all.begin;
  std::uint32_t from = 0;
  const auto copy_until = [&](std::uint32_t end) {
    for (; unit < end; ++unit, ++from) {
      append_span(numbers, {from, from + 1});
    }
  };
  for (const naqi::OffsetMap::Change& change : normalized.map.changes()) {
    copy_until(change.text.begin);
    for (; unit < change.text.end; ++unit) {
      append_span(numbers, change.source);
    }
    from = change.source.end;
  }
  copy_until(all.end);
  for (const naqi::Edit& edit : normalized.edits) {
    numbers.push_back(static_cast<std::uint32_t>(edit.operation));
    append_span(numbers, edit.source);
    append_span(numbers, edit.text);
  }
  desk().units = std::move(normalized.text);
  return true;
}

bool segment() {
  const naqi::Result<naqi::SegmentRequest> request = naqi::segment_request_from_json(desk().options);
  if (!request) {
    return fail(request.error());
  }
  const std::vector<naqi::Span> spans =
      naqi::segment(desk().source, request.value().unit, request.value().options);
  std::vector<std::uint32_t>& numbers = desk().numbers;
  numbers.reserve(2 * spans.size());
  for (const naqi::Span span : spans) {
    append_span(numbers, span);
  }
  return true;
}

/// The document of `json` in the format that `options` names.
bool render() {
  const std::string_view format = desk().options;
  const auto print = format == "markdown" ? &naqi::to_markdown
                     : format == "text"   ? &naqi::to_text
                     : format == "html"   ? &naqi::to_html
                                          : nullptr;
  if (print == nullptr) {
    return fail({naqi::ErrorCode::invalid_option, "format must be \"markdown\", \"text\" or \"html\"", {}});
  }
  const naqi::Result<naqi::Document> document = naqi::printed_from_json(desk().json);
  return document ? succeed(print(document.value())) : fail(document.error());
}

template <typename Text>
Number place(Text& text, Number size) {
  text.resize(size);
  return reinterpret_cast<std::uintptr_t>(text.data());
}
template <typename List>
Number address(const List& list) {
  return reinterpret_cast<std::uintptr_t>(list.data());
}

Number source(Number size) { return place(desk().source, size); }
Number json(Number size) { return place(desk().json, size); }
Number options(Number size) { return place(desk().options, size); }

Number bytes() { return address(desk().bytes); }
Number bytes_size() { return desk().bytes.size(); }
Number units() { return address(desk().units); }
Number units_size() { return desk().units.size(); }
Number numbers() { return address(desk().numbers); }
Number numbers_size() { return desk().numbers.size(); }

void release() { desk() = {}; }

}  // namespace

EMSCRIPTEN_BINDINGS(naqi) {
  using namespace emscripten::internal;
  using emscripten::function;
  // The types of the functions below: Embind's own list of all types (libembind) is not linked.
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  _embind_register_integer(TypeID<Number>::get(), "unsigned", sizeof(Number), 0,
                           std::numeric_limits<Number>::max());
  naqi_share_memory();
  function("source", &source);
  function("json", &json);
  function("options", &options);
  function("describe", &describe);
  function("clean", &clean);
  function("normalize", &normalize);
  function("segment", &segment);
  function("render", &render);
  function("bytes", &bytes);
  function("bytesSize", &bytes_size);
  function("units", &units);
  function("unitsSize", &units_size);
  function("numbers", &numbers);
  function("numbersSize", &numbers_size);
  function("release", &release);
}
