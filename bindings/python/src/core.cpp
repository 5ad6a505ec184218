// The functions that Python calls; what a Python programmer sees is in src/naqi.
//
// A str comes in as UTF-16, lone surrogates included. Options and pages come as JSON, as in the other
// bindings. Nobody holds the interpreter's lock while the core works.

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "naqi/input.h"
#include "naqi/naqi.h"
#include "render/names.h"
#include "render/offsets.h"

namespace nb = nanobind;

namespace {

/// An Error of the core on its way to naqi.NaqiError.
struct Failure {
  naqi::Error error;
};

template <typename T>
T value_of(naqi::Result<T> result) {
  if (!result) {
    throw Failure{result.error()};
  }
  return std::move(result).value();
}

std::u16string utf16_of(nb::handle text) {
  const nb::object bytes = nb::steal(PyUnicode_AsEncodedString(text.ptr(), "utf-16-le", "surrogatepass"));
  if (!bytes.is_valid()) {
    throw nb::python_error();
  }
  char* data = nullptr;
  Py_ssize_t size = 0;
  if (PyBytes_AsStringAndSize(bytes.ptr(), &data, &size) != 0) {
    throw nb::python_error();
  }
  std::u16string units(static_cast<std::size_t>(size) / sizeof(char16_t), u'\0');
  std::memcpy(units.data(), data, static_cast<std::size_t>(size));
  return units;
}

naqi::OffsetUnit unit_of(const std::string& name) {
  const std::optional<naqi::OffsetUnit> unit = naqi::offset_unit_of(name);
  if (!unit) {
    throw Failure{{naqi::ErrorCode::invalid_option,
                   R"(offsets must be "codepoint", "utf16" or "utf8", not ")" + name + "\"", std::nullopt}};
  }
  return *unit;
}

/// A Document and the text that its offsets refer to.
struct Cleaned {
  naqi::Document document;
  std::u16string source;

  [[nodiscard]] std::string json(const std::string& offsets) const {
    const naqi::OffsetUnit unit = unit_of(offsets);
    const nb::gil_scoped_release unlocked;
    return to_json(document, source, unit);
  }
  [[nodiscard]] std::string markdown() const { return to_markdown(document); }
  [[nodiscard]] std::string text() const { return to_text(document); }
  [[nodiscard]] std::string html() const { return to_html(document); }
  [[nodiscard]] std::string explanation() const { return to_explanation(document); }
};

Cleaned clean(const nb::str& text, const std::string& options) {
  std::u16string source = utf16_of(text);
  const nb::gil_scoped_release unlocked;
  const naqi::CleanOptions read = value_of(naqi::clean_options_from_json(options));
  naqi::Document document = value_of(naqi::clean(source, read));
  return {std::move(document), std::move(source)};
}

Cleaned clean_page(const std::string& page, const std::string& options) {
  const nb::gil_scoped_release unlocked;
  const naqi::CleanOptions read = value_of(naqi::clean_options_from_json(options));
  naqi::PageInput input = value_of(naqi::page_from_json(page));
  naqi::Document document = value_of(naqi::clean(input.page(), read));
  return {std::move(document), std::move(input.source)};
}

/// All of them under one release of the lock.
std::vector<Cleaned> clean_all(const std::vector<nb::str>& texts, const std::string& options) {
  std::vector<std::u16string> sources;
  sources.reserve(texts.size());
  for (const nb::str& text : texts) {
    sources.push_back(utf16_of(text));
  }
  const nb::gil_scoped_release unlocked;
  const naqi::CleanOptions read = value_of(naqi::clean_options_from_json(options));
  std::vector<Cleaned> all;
  all.reserve(sources.size());
  for (std::u16string& source : sources) {
    naqi::Document document = value_of(naqi::clean(source, read));
    all.push_back({std::move(document), std::move(source)});
  }
  return all;
}

std::string normalize(const nb::str& text, const std::string& options, bool map, const std::string& offsets) {
  const std::u16string source = utf16_of(text);
  const naqi::OffsetUnit unit = unit_of(offsets);
  const nb::gil_scoped_release unlocked;
  if (source.size() > naqi::kMaxTextUnits) {
    throw Failure{{naqi::ErrorCode::input_too_large,
                   "the text is longer than " + std::to_string(naqi::kMaxTextUnits) + " UTF-16 units",
                   naqi::kMaxTextUnits}};
  }
  const naqi::NormalizeOptions read = value_of(naqi::normalize_options_from_json(options));
  return to_json(naqi::normalize(source, read), source, map, unit);
}

nb::list segment(const nb::str& text, const std::string& options, const std::string& offsets) {
  const std::u16string source = utf16_of(text);
  const naqi::OffsetUnit unit = unit_of(offsets);
  std::vector<naqi::Span> spans;
  {
    const nb::gil_scoped_release unlocked;
    const naqi::SegmentRequest read = value_of(naqi::segment_request_from_json(options));
    spans = naqi::segment(source, read.unit, read.options);
    const naqi::OffsetConverter converted(source, unit);
    for (naqi::Span& span : spans) {
      span = {converted(span.begin), converted(span.end)};
    }
  }
  nb::list out;
  for (const naqi::Span span : spans) {
    out.append(nb::make_tuple(span.begin, span.end));
  }
  return out;
}

void raise(const std::exception_ptr& thrown, void* /*context*/) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Failure& failure) {
    const nb::object type = nb::module_::import_("naqi._errors").attr("NaqiError");
    const std::string_view code = name(failure.error.code);
    const nb::object position =
        failure.error.position ? nb::object(nb::int_(*failure.error.position)) : nb::object(nb::none());
    const nb::object error =
        type(nb::str(code.data(), code.size()), nb::str(failure.error.message.c_str()), position);
    PyErr_SetObject(type.ptr(), error.ptr());
  }
}

}  // namespace

NB_MODULE(_core, module) {
  module.doc() = "The core of Naqi; use the package naqi.";
  nb::register_exception_translator(raise);
  nb::class_<Cleaned>(module, "Cleaned")
      .def("json", &Cleaned::json, nb::arg("offsets"))
      .def("markdown", &Cleaned::markdown)
      .def("text", &Cleaned::text)
      .def("html", &Cleaned::html)
      .def("explanation", &Cleaned::explanation);
  module.def("clean", &clean, nb::arg("text"), nb::arg("options"));
  module.def("clean_page", &clean_page, nb::arg("page"), nb::arg("options"));
  module.def("clean_all", &clean_all, nb::arg("texts"), nb::arg("options"));
  module.def("normalize", &normalize, nb::arg("text"), nb::arg("options"), nb::arg("map"),
             nb::arg("offsets"));
  module.def("segment", &segment, nb::arg("text"), nb::arg("options"), nb::arg("offsets"),
             nb::sig("def segment(text: str, options: str, offsets: str) -> list[tuple[int, int]]"));
}
