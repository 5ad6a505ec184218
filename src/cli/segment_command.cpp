#include "cli/commands.h"
#include "cli/io.h"
#include "cli/jsonl.h"
#include "render/names.h"
#include "render/offsets.h"
#include "unicode/encoding.h"
#include "unicode/properties.h"

namespace naqi::cli {
namespace {

/// A unit on one line: white space in which a line ends becomes one space.
std::u16string on_one_line(std::u16string_view text) {
  std::u16string out;
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t begin = i;
    bool line_end = false;
    std::uint32_t end = i;
    while (end < text.size()) {
      const char32_t c = unicode::next(text, i);
      if (!unicode::is_white_space(c)) {
        break;
      }
      line_end = line_end || unicode::is_line_end(c);
      end = i;
    }
    if (end == begin) {
      out.append(text.substr(begin, i - begin));
      continue;
    }
    out.append(line_end ? std::u16string_view(u" ") : text.substr(begin, end - begin));
    i = end;
  }
  return out;
}

std::string lines(const std::vector<Span>& spans, std::u16string_view text, const Arguments& arguments) {
  const OffsetConverter offsets(text, *offset_unit_of(arguments.offsets));
  std::string out;
  for (const Span span : spans) {
    if (arguments.offsets_given) {
      out.append(std::to_string(offsets(span.begin))).append("\t");
      out.append(std::to_string(offsets(span.end))).append("\t");
    }
    unicode::append_utf8(out, on_one_line(text.substr(span.begin, span.size())));
    out.push_back('\n');
  }
  return out;
}

}  // namespace

Result<int> segment_command(const Arguments& arguments) {
  SegmentRequest request;
  request.unit = *segment_unit_of(arguments.unit);
  request.options.conformant = arguments.conformant;
  std::optional<Error> error = apply_settings(
      arguments,
      [&](std::string_view option, std::string_view value) { return set(request.options, option, value); });
  if (error) {
    return *std::move(error);
  }
  if (arguments.jsonl) {
    const OffsetUnit unit = *offset_unit_of(arguments.offsets);
    return answer_records(arguments,
                          [&](std::u16string_view text, std::string_view changed) -> Result<std::string> {
                            const auto own = segment_request_from_json(changed, request);
                            if (!own) {
                              return own.error();
                            }
                            return to_json(segment(text, own.value().unit, own.value().options), text, unit);
                          });
  }
  const Result<std::u16string> source = read_text(arguments.file, arguments.replace_invalid);
  if (!source) {
    return source.error();
  }
  Output output;
  output.write(lines(segment(source.value(), request.unit, request.options), source.value(), arguments));
  if ((error = output.flush())) {
    return *std::move(error);
  }
  return kDone;
}

}  // namespace naqi::cli
