// The functions that JavaScript calls (their types: bindings/js/src/naqi-module.d.ts).
//
// Text comes in as UTF-16, losslessly; options, pages and documents as JSON. A call leaves its result here,
// as bytes of UTF-8, as UTF-16 units or as numbers, and JavaScript copies it out in one piece through a view.
// It returns whether there is a result; if not, the bytes are {"code", "message", "position"?}. Nothing
// throws.

#include <emscripten.h>
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "naqi/input.h"
#include "naqi/naqi.h"

// clang-format off
EM_JS(void, naqi_report_progress, (int thousandths), { if (Module["onProgress"]) Module["onProgress"](thousandths); });
// clang-format on

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

/// What the last call left. Function-local, since a global would need a constructor.
struct Output {
  std::string bytes;
  std::u16string units;
  std::vector<std::uint32_t> numbers;
};
Output& output() {
  static Output instance;
  return instance;
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

bool fail(const naqi::Error& error) {
  std::string& out = output().bytes;
  out = "{\"code\":";
  append_json_string(out, name(error.code));
  out += ",\"message\":";
  append_json_string(out, error.message);
  if (error.position) {
    out += ",\"position\":" + std::to_string(*error.position);
  }
  out += '}';
  return false;
}

bool succeed(std::string bytes) {
  output().bytes = std::move(bytes);
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
  output().bytes = to_json(document, source);
  progress(1000);
  return true;
}

bool clean(std::u16string source, const std::string& page_json, const std::string& options_json) {
  naqi::Result<naqi::CleanOptions> options = naqi::clean_options_from_json(options_json);
  if (!options) {
    return fail(options.error());
  }
  const naqi::Progress progress{
      [](void*, std::uint32_t thousandths) { naqi_report_progress(static_cast<int>(thousandths)); }, nullptr};
  options.value().progress = progress;
  if (page_json.empty()) {
    const naqi::Result<naqi::Document> document = naqi::clean(source, options.value());
    return document ? print(document.value(), source, progress) : fail(document.error());
  }
  const naqi::Result<naqi::PageInput> input = naqi::page_from_json(page_json, std::move(source));
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

bool normalize(const std::u16string& source, const std::string& options_json) {
  const naqi::Result<naqi::NormalizeOptions> options = naqi::normalize_options_from_json(options_json);
  if (!options) {
    return fail(options.error());
  }
  naqi::NormalizedText normalized = naqi::normalize(source, options.value());
  std::vector<std::uint32_t>& numbers = output().numbers;
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
  output().units = std::move(normalized.text);
  return true;
}

bool segment(const std::u16string& source, const std::string& options_json) {
  const naqi::Result<naqi::SegmentRequest> request = naqi::segment_request_from_json(options_json);
  if (!request) {
    return fail(request.error());
  }
  const std::vector<naqi::Span> spans = naqi::segment(source, request.value().unit, request.value().options);
  std::vector<std::uint32_t>& numbers = output().numbers;
  numbers.reserve(2 * spans.size());
  for (const naqi::Span span : spans) {
    append_span(numbers, span);
  }
  return true;
}

bool render(const std::string& document_json, const std::string& format) {
  const auto print = format == "markdown" ? &naqi::to_markdown
                     : format == "text"   ? &naqi::to_text
                     : format == "html"   ? &naqi::to_html
                                          : nullptr;
  if (print == nullptr) {
    return fail({naqi::ErrorCode::invalid_option, "format must be \"markdown\", \"text\" or \"html\"", {}});
  }
  const naqi::Result<naqi::Document> document = naqi::from_json(document_json);
  return document ? succeed(print(document.value())) : fail(document.error());
}

val bytes() {
  const std::string& data = output().bytes;
  return val(typed_memory_view(data.size(), reinterpret_cast<const std::uint8_t*>(data.data())));
}
val units() {
  const std::u16string& data = output().units;
  return val(typed_memory_view(data.size(), reinterpret_cast<const std::uint16_t*>(data.data())));
}
val numbers() { return val(typed_memory_view(output().numbers.size(), output().numbers.data())); }

void release() { output() = {}; }
double memory() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(naqi) {
  emscripten::function("describe", &describe);
  emscripten::function("clean", &clean);
  emscripten::function("normalize", &normalize);
  emscripten::function("segment", &segment);
  emscripten::function("render", &render);
  emscripten::function("bytes", &bytes);
  emscripten::function("units", &units);
  emscripten::function("numbers", &numbers);
  emscripten::function("release", &release);
  emscripten::function("memory", &memory);
}
