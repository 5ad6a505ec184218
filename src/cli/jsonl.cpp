#include "cli/jsonl.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/batch/json_members.h"
#include "cli/io.h"
#include "cli/record_id.h"
#include "render/json_parse.h"
#include "render/json_reader.h"
#include "render/json_writer.h"
#include "unicode/encoding.h"

namespace naqi::cli {
namespace {

/// A record with the id first, whatever went wrong with it.
struct Record {
  std::string id = "null";  ///< as it stands in the record
  std::u16string text;
  std::string options;
};

/// The id as it stands in the record, which is valid JSON.
std::string id_of(std::string_view record) {
  JsonParts parts(record);
  for (JsonPart part; parts.next(part);) {
    if (part.key == "id") {
      return std::string(part.value);
    }
  }
  return "null";
}

std::optional<Error> read_record(std::string_view line, bool replace_invalid, Record& record) {
  std::string valid;
  const Result<std::u16string> decoded = decode(line, replace_invalid);
  if (!decoded) {
    return decoded.error();
  }
  if (replace_invalid) {
    valid = unicode::utf16_to_utf8(decoded.value());
    line = valid;
  }
  const Result<nlohmann::json> json = parse_json(line);
  if (!json) {
    return json.error();
  }
  std::optional<Error> fault;
  const JsonReader root(json.value(), fault);
  if (json.value().is_object()) {
    record.id = id_of(line);
  }
  record.text = root.member("text").text();
  if (const auto options = root.optional("options")) {
    record.options = options->json();
  }
  if (!fault && record.text.size() > kMaxTextUnits) {
    fault =
        Error{ErrorCode::input_too_large,
              "the text is longer than " + std::to_string(kMaxTextUnits) + " UTF-16 units", kMaxTextUnits};
  }
  return fault;
}

Error too_long(std::size_t limit) {
  return {ErrorCode::input_too_large, "the record is longer than " + std::to_string(limit) + " bytes", limit};
}

std::string error_body(const Error& error) {
  std::string out = "{\"error\":{\"code\":";
  append_json_string(out, name(error.code));
  out += ",\"message\":";
  append_json_string(out, printable(error.message));
  if (error.position) {
    out.append(",\"position\":").append(std::to_string(*error.position));
  }
  return out + "}}";
}

}  // namespace

Result<int> answer_records(const Arguments& arguments, const Answer& answer) {
  InputFile file(arguments.file);
  LineReader lines(file, arguments.longest_record);
  Output output;
  std::size_t records = 0;
  std::size_t faulty = 0;
  {
    Progress progress;
    std::string_view line;
    std::string out;
    while (lines.next(line)) {
      if (line.find_first_not_of(" \t") == std::string_view::npos) {
        continue;
      }
      Record record;
      std::string body;
      const std::optional<Error> error = lines.too_long()
                                             ? too_long(arguments.longest_record)
                                             : read_record(line, arguments.replace_invalid, record);
      if (error) {
        if (record.id == "null") {
          record.id = readable_id(line);
        }
        body = error_body(*error);
        ++faulty;
      } else if (Result<std::string> answered = answer(record.text, record.options)) {
        body = std::move(answered).value();
      } else {
        body = error_body(answered.error());
        ++faulty;
      }
      out.assign("{\"id\":").append(record.id).append(",").append(body, 1).append("\n");
      output.write(out);
      ++records;
      progress.step();
      if (!lines.ready()) {
        if (std::optional<Error> unwritten = output.flush()) {
          return *std::move(unwritten);
        }
      }
    }
  }
  if (std::optional<Error> error = output.flush()) {
    return *std::move(error);
  }
  if (file.error()) {
    return *file.error();
  }
  if (faulty > 0) {
    std::fprintf(stderr, "naqi: %zu of %zu records with errors\n", faulty, records);
  }
  return faulty > 0 ? kRecordsWithErrors : kDone;
}

}  // namespace naqi::cli
