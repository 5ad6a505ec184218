#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <new>
#include <optional>
#include <sstream>
#include <string>

#include "cli/batch/batch.h"
#include "cli/commands.h"
#include "cli/io.h"

namespace {

using naqi::ErrorCode;
using naqi::cli::Arguments;

std::string version() {
  const naqi::Generator made = naqi::generator();
  std::string line = "naqi ";
  line.append(made.version).append(" (").append(naqi::kSchema).append(", Unicode ");
  return line.append(made.unicode).append(", ICU ").append(made.icu).append(")");
}

void add_input(CLI::App& command, Arguments& arguments) {
  command.add_option("FILE", arguments.file, "UTF-8; standard input where it is missing or -");
  command.add_flag("--replace-invalid", arguments.replace_invalid,
                   "invalid bytes become U+FFFD; offsets refer to the text after that");
}

void add_offsets(CLI::App& command, Arguments& arguments) {
  command.add_option("--offsets", arguments.offsets, "unit of all offsets (default utf16)")
      ->check(CLI::IsMember({"utf16", "utf8", "codepoint"}))
      ->each([&](const std::string&) { arguments.offsets_given = true; });
}

CLI::Option* add_profile(CLI::App& command, Arguments& arguments) {
  return command.add_option("--profile", arguments.profile, "how the texts read (default reading)")
      ->check(CLI::IsMember({"reading", "search", "corpus"}));
}

void add_settings(CLI::App& command, Arguments& arguments, const char* what) {
  command.add_option("--set", arguments.settings, what)->type_name("OPTION=VALUE")->allow_extra_args(false);
}

void add_jsonl(CLI::App& command, Arguments& arguments, const char* what) {
  command.add_flag("--jsonl", arguments.jsonl, what);
  command.add_option("--max-bytes", arguments.longest_record,
                     "longest record of --jsonl; a longer one is an error (default 512 MiB)");
}

CLI::App& add_clean(CLI::App& app, Arguments& arguments) {
  CLI::App& command = *app.add_subcommand("clean", "An article in, its structure out");
  add_input(command, arguments);
  command
      .add_option("--page", arguments.page,
                  R"(a page as JSON, {"source", "blocks", "meta"}, in place of FILE)")
      ->excludes("FILE");
  command.add_option("--format", arguments.format, "default json")
      ->check(CLI::IsMember({"json", "markdown", "text", "html", "explain"}));
  add_offsets(command, arguments);
  command.add_flag("--words", arguments.words, "list the words of every sentence");
  add_profile(command, arguments);
  add_settings(command, arguments, "one option, as fold_alef=on or reference_date=2025-03-12");
  return command;
}

CLI::App& add_normalize(CLI::App& app, Arguments& arguments) {
  CLI::App& command = *app.add_subcommand("normalize", "A text in, its normalised form out");
  add_input(command, arguments);
  CLI::Option* profile = add_profile(command, arguments);
  command.add_option("--compat", arguments.compat, "the same result as another tool, in place of a profile")
      ->check(CLI::IsMember({"lucene", "camel", "pyarabic", "arabert"}))
      ->excludes(profile);
  add_settings(command, arguments, "one option, as fold_alef=on");
  add_jsonl(command, arguments,
            "a line {\"id\", \"text\", \"options\"?} in, a line {\"id\", \"text\", …} out");
  command.add_flag("--map", arguments.map, "JSON with the edits and the source of every unit");
  add_offsets(command, arguments);
  return command;
}

CLI::App& add_segment(CLI::App& app, Arguments& arguments) {
  CLI::App& command = *app.add_subcommand(
      "segment", "A text in, its units out, one a line; with --offsets start, tab, end, tab before each");
  add_input(command, arguments);
  command.add_option("--unit", arguments.unit, "default sentence")
      ->check(CLI::IsMember({"paragraph", "line", "sentence", "word", "clitic", "grapheme"}));
  command.add_flag("--conformant", arguments.conformant, "UAX #29 to the letter");
  add_settings(command, arguments, "one option, as split_quotes=true");
  add_jsonl(command, arguments, R"(a line {"id", "text", "options"?} in, a line {"id", "spans"} out)");
  add_offsets(command, arguments);
  return command;
}

CLI::App& add_batch(CLI::App& app, Arguments& arguments, naqi::cli::BatchArguments& batch) {
  CLI::App& command = *app.add_subcommand(
      "batch", "Articles in, one JSON object a line; the same with what they were made into out");
  command.add_option("FILE", arguments.file,
                     "JSONL, also .gz or .zst; standard input where it is missing or -");
  command.add_option("--output", batch.output, "where to, also .gz or .zst (default: standard output)");
  command.add_option("--field", batch.field, "the member of a record that has the article (default text)");
  command.add_option(
      "--site-field", batch.site_field,
      "the member with the site or the address: lines that recur on a site are removed; reads FILE twice");
  command.add_option("--site-memory", batch.site_memory, "MiB to count these lines in (default 256)")
      ->check(CLI::Range(1, 1 << 16));
  command.add_option("--format", arguments.format, "what comes under \"naqi\" (default json)")
      ->check(CLI::IsMember({"json", "text", "markdown"}));
  command
      .add_option("--select", batch.select, "fields of the Document to keep: title,blocks.text,text,markdown")
      ->delimiter(',');
  command.add_option("--drop", batch.drop, "members of the record to leave out: text,html")->delimiter(',');
  command.add_option("--jobs", batch.jobs, "threads (default: one for each processor)")
      ->check(CLI::Range(1, 1024));
  command.add_option("--resume", batch.resume,
                     "a checkpoint, kept here and gone on from if it is there; needs FILE and --output");
  command.add_option("--max-bytes", batch.longest,
                     "longest record; a longer one is an error (default 64 MiB)");
  command.add_option("--max-seconds", batch.seconds, "for one record; 0: no limit (default 300)");
  command.add_option("--language", batch.languages, "write only articles in these: ar,fa")->delimiter(',');
  command.add_option("--min-words", batch.least_words,
                     "write only articles with as many words in their content");
  command.add_option("--max-words", batch.most_words, "write only articles with no more words");
  command
      .add_option("--min-kept", batch.least_kept, "write only articles of which this share was kept, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  command
      .add_option("--min-confidence", batch.least_confidence,
                  "write only articles whose blocks have this mean confidence, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--stats", batch.stats, "a table of what was removed, on standard error");
  command.add_option("--stats-json", batch.stats_json, "the same as JSON, into a file");
  command.add_flag("--replace-invalid", arguments.replace_invalid, "invalid bytes become U+FFFD");
  add_offsets(command, arguments);
  command.add_flag("--words", arguments.words, "list the words of every sentence");
  add_profile(command, arguments);
  add_settings(command, arguments, "one option of normalisation, as fold_alef=on");
  return command;
}

int usage_error(const CLI::ParseError& error) {
  std::string message = error.what();
  std::replace(message.begin(), message.end(), '\n', ' ');
  return naqi::cli::report({ErrorCode::invalid_option, message + " (naqi --help)", std::nullopt});
}

int run(int argc, char** argv) {
  Arguments arguments;
  naqi::cli::BatchArguments batch_arguments;
  CLI::App app("Cleans scraped Arabic articles. Exit status: 0, 1 (records with errors), 2 (failed).",
               "naqi");
  app.set_version_flag("--version", version);
  app.require_subcommand(1);
  const CLI::App& clean = add_clean(app, arguments);
  const CLI::App& normalize = add_normalize(app, arguments);
  add_segment(app, arguments);
  const CLI::App& batch = add_batch(app, arguments, batch_arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    std::ostringstream help;
    app.exit(success, help, help);
    naqi::cli::Output output;
    output.write(help.str());
    const std::optional<naqi::Error> error = output.flush();
    return error ? naqi::cli::report(*error) : naqi::cli::kDone;
  } catch (const CLI::ParseError& error) {
    return usage_error(error);
  }
  const naqi::Result<int> status = clean.parsed()       ? naqi::cli::clean_command(arguments)
                                   : batch.parsed()     ? naqi::cli::batch_command(arguments, batch_arguments)
                                   : normalize.parsed() ? naqi::cli::normalize_command(arguments)
                                                        : naqi::cli::segment_command(arguments);
  return status ? status.value() : naqi::cli::report(status.error());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return naqi::cli::report({ErrorCode::internal, "out of memory", std::nullopt});
  }
}
