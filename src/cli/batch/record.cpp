#include "cli/batch/record.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/batch/json_members.h"
#include "cli/io.h"
#include "render/json_parse.h"
#include "render/json_writer.h"
#include "unicode/encoding.h"

namespace naqi::cli {
namespace {

/// Reads a record without building it: whether it is JSON, what its text is, and what it has besides.
class RecordReader final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit RecordReader(const RecordJob& job) : job_(job) {}

  bool null() override { return other(); }
  bool boolean(bool /*value*/) override { return other(); }
  bool number_integer(number_integer_t /*value*/) override { return other(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return other(); }
  bool number_float(number_float_t /*value*/, const string_t& /*spelling*/) override { return other(); }
  bool binary(binary_t& /*value*/) override { return other(); }
  bool string(string_t& value) override {
    if (depth_ == 1 && at_site_) {
      site = value;
    }
    if (at_field_ && depth_ == 1) {
      text = std::move(value);
      at_field_ = false;
      return true;
    }
    return other();
  }
  bool start_object(std::size_t /*elements*/) override {
    is_object = is_object || depth_ == 0;
    return other() && ++depth_ > 0;
  }
  bool start_array(std::size_t /*elements*/) override { return other() && ++depth_ > 0; }
  bool end_object() override { return depth_-- > 0; }
  bool end_array() override { return depth_-- > 0; }
  bool key(string_t& name) override {
    if (depth_ == 1) {
      at_field_ = name == job_.field;
      at_site_ = name == job_.site_field;
      has_field = has_field || at_field_;
      has_dropped = has_dropped || is_dropped(name, job_);
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& why) override {
    fault = Error{ErrorCode::invalid_option, "the line is not JSON: " + json_fault(why.what()), position - 1};
    return false;
  }

  [[nodiscard]] static bool is_dropped(std::string_view name, const RecordJob& job) {
    return name == "naqi" || name == "error" ||
           std::find(job.dropped.begin(), job.dropped.end(), name) != job.dropped.end();
  }

  std::optional<std::string> text;
  std::string site;  ///< empty: none
  std::optional<Error> fault;
  bool is_object = false;
  bool has_field = false;
  bool has_dropped = false;

 private:
  bool other() {
    if (at_field_ && depth_ == 1) {
      text.reset();  // a later member of the same name stands for the earlier one
      at_field_ = false;
    }
    return true;
  }

  const RecordJob& job_;
  std::size_t depth_ = 0;
  bool at_field_ = false;
  bool at_site_ = false;
};

/// The members of the record that are passed on, each with a comma behind it.
std::string passed_on(std::string_view line, const RecordReader& reader, const RecordJob& job) {
  std::string out;
  if (!reader.has_dropped) {
    const std::size_t begin = line.find('{') + 1;
    std::string_view members = line.substr(begin, line.rfind('}') - begin);
    members = members.substr(0, members.find_last_not_of(" \t") + 1);
    out = members;
    return out.empty() ? out : out + ",";
  }
  JsonParts parts(line);
  JsonPart part;
  while (parts.next(part)) {
    const std::string quoted = "\"" + std::string(part.key) + "\"";
    if (!RecordReader::is_dropped(nlohmann::json::parse(quoted).get_ref<const std::string&>(), job)) {
      out.append(quoted).append(":").append(part.value).append(",");
    }
  }
  return out;
}

struct Record {
  std::string members;  ///< to be passed on
  std::u16string text;
  std::string site;
};

Error too_large(std::size_t limit, const char* unit) {
  return {ErrorCode::input_too_large, "the record is longer than " + std::to_string(limit) + " " + unit,
          limit};
}

/// Reads what can be read of the record, whatever is wrong with it.
std::optional<Error> read(const InputLine& input, const RecordJob& job, Record& record) {
  if (input.too_long) {
    return too_large(job.longest, "bytes");
  }
  std::string repaired;
  std::string_view line = input.text;
  const std::size_t valid = unicode::valid_utf8_prefix(line);
  if (valid < line.size()) {
    if (!job.replace_invalid) {
      return Error{ErrorCode::invalid_encoding, "byte " + std::to_string(valid) + " of the line is not UTF-8",
                   valid};
    }
    repaired = unicode::utf16_to_utf8(unicode::utf8_to_utf16_replacing(line));
    line = repaired;
  }
  RecordReader reader(job);
  const std::optional<std::string> paired = without_lone_surrogates(line);
  const std::string_view parsed = paired ? std::string_view(*paired) : line;
  if (!nlohmann::json::sax_parse(parsed.begin(), parsed.end(), &reader)) {
    return reader.fault;
  }
  if (!reader.is_object) {
    return Error{ErrorCode::invalid_option, "the line is no JSON object", std::nullopt};
  }
  record.members = passed_on(line, reader, job);
  if (!reader.text) {
    return Error{
        ErrorCode::invalid_option,
        "the record " + std::string(reader.has_field ? "has no string in \"" : "lacks \"") + job.field + "\"",
        std::nullopt};
  }
  Result<std::u16string> text = unicode::utf8_to_utf16(*reader.text);
  if (!text) {
    return text.error();
  }
  record.text = std::move(text).value();
  record.site = std::move(reader.site);
  return std::nullopt;
}

Answer failed(const Error& error, const InputLine& line, const Record& record) {
  nlohmann::ordered_json body = {{"code", name(error.code)}, {"message", printable(error.message)}};
  if (error.position) {
    body["position"] = *error.position;
  }
  body["line"] = line.number;
  Answer answer;
  answer.line = "{" + record.members + "\"error\":" + body.dump() + "}\n";
  answer.totals.records = 1;
  answer.totals.errors[std::string(name(error.code))] = 1;
  return answer;
}

std::string quoted(const std::string& text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void append_document(std::string& out, const Document& document, std::u16string_view source,
                     const RecordJob& job) {
  if (job.format == RecordFormat::text) {
    out += quoted(to_text(document));
    return;
  }
  if (job.format == RecordFormat::markdown) {
    out += quoted(to_markdown(document));
    return;
  }
  const std::string json = to_json(document, source, job.offsets);
  if (job.selection.empty()) {
    out += json;
    return;
  }
  out.push_back('{');
  job.selection.append_members(out, json);
  const auto add = [&](const char* name, const std::string& text) {
    out.append(out.back() == '{' ? "\"" : ",\"").append(name).append("\":").append(quoted(text));
  };
  if (job.selection.text()) {
    add("text", to_text(document));
  }
  if (job.selection.markdown()) {
    add("markdown", to_markdown(document));
  }
  out.push_back('}');
}

}  // namespace

std::string_view RecordFilter::refuses(const Document& document) const {
  if (!languages.empty() &&
      std::find(languages.begin(), languages.end(), document.language) == languages.end()) {
    return "language";
  }
  const Statistics& statistics = document.statistics;
  if (statistics.words < least_words) {
    return "min-words";
  }
  if (statistics.words > most_words) {
    return "max-words";
  }
  const double kept = statistics.kept_characters;
  const double all = kept + statistics.removed_characters;
  if (kept < least_kept * all) {
    return "min-kept";
  }
  double confidence = 0;
  for (const Block& block : document.blocks) {
    constexpr double kThousandths = 1000;
    confidence += block.confidence / kThousandths * block.span.size();
  }
  return confidence < least_confidence * all ? "min-confidence" : "";
}

void count_lines(const InputLine& line, const RecordJob& job) {
  Record record;
  if (!read(line, job, record) && !record.site.empty() && record.text.size() <= kMaxTextUnits) {
    job.site_lines->count(site_of(record.site), record.text);
  }
}

Answer answer(const InputLine& line, const RecordJob& job) {
  Record record;
  if (const std::optional<Error> error = read(line, job, record)) {
    return failed(*error, line, record);
  }
  CleanOptions options = job.clean;
  if (job.site_lines && !record.site.empty() && record.text.size() <= kMaxTextUnits) {
    options.recurring = job.site_lines->recurring(site_of(record.site), record.text);
  }
  const Result<Document> document = clean(record.text, options);
  if (!document) {
    return failed(document.error(), line, record);
  }
  Answer answer;
  answer.totals.records = 1;
  if (const std::string_view filter = job.filter.refuses(document.value()); !filter.empty()) {
    answer.totals.filtered[std::string(filter)] = 1;
    return answer;
  }
  answer.totals.written = 1;
  answer.totals.add(document.value());
  answer.line = "{" + record.members + "\"naqi\":";
  append_document(answer.line, document.value(), record.text, job);
  answer.line += "}\n";
  return answer;
}

Answer answer_with(const Error& error, const InputLine& line, const RecordJob& job) {
  Record record;
  static_cast<void>(read(line, job, record));  // what is wrong with it besides is of no interest
  return failed(error, line, record);
}

}  // namespace naqi::cli
