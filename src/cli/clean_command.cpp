#include "cli/commands.h"
#include "cli/io.h"
#include "render/json_stream.h"
#include "render/names.h"

namespace naqi::cli {
namespace {

void print(Output& output, const Document& document, std::u16string_view source, const Arguments& arguments) {
  const std::string& format = arguments.format;
  if (format == "markdown") {
    output.write(to_markdown(document));
  } else if (format == "text") {
    output.write(to_text(document));
  } else if (format == "html") {
    output.write(to_html(document));
  } else if (format == "explain") {
    output.write(to_explanation(document));
  } else {
    write_json(document, source, *offset_unit_of(arguments.offsets),
               [&](std::string_view piece) { output.write(piece); });
    output.write("\n");
  }
}

Result<int> write(const Result<Document>& document, std::u16string_view source, const Arguments& arguments) {
  if (!document) {
    return document.error();
  }
  Output output;
  print(output, document.value(), source, arguments);
  if (std::optional<Error> error = output.flush()) {
    return *std::move(error);
  }
  return kDone;
}

}  // namespace

Result<int> clean_command(const Arguments& arguments) {
  CleanOptions options;
  const Result<NormalizeOptions> normalize = normalize_options(arguments, &options);
  if (!normalize) {
    return normalize.error();
  }
  options.normalize = normalize.value();
  options.words = arguments.words;
  if (!arguments.page.empty()) {
    const Result<std::string> bytes = read_bytes(arguments.page);
    if (!bytes) {
      return bytes.error();
    }
    const Result<PageInput> page = page_from_json(bytes.value());
    if (!page) {
      return page.error();
    }
    return write(clean(page.value().page(), options), page.value().source, arguments);
  }
  const Result<std::u16string> source = read_text(arguments.file, arguments.replace_invalid);
  if (!source) {
    return source.error();
  }
  return write(clean(source.value(), options), source.value(), arguments);
}

}  // namespace naqi::cli
