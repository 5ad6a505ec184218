#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <new>
#include <string>

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
  add_settings(command, arguments, "one option of normalisation, as fold_alef=on");
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

int usage_error(const CLI::ParseError& error) {
  std::string message = error.what();
  std::replace(message.begin(), message.end(), '\n', ' ');
  return naqi::cli::report({ErrorCode::invalid_option, message + " (naqi --help)", std::nullopt});
}

int run(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("Cleans scraped Arabic articles. Exit status: 0, 1 (records with errors), 2 (failed).",
               "naqi");
  app.set_version_flag("--version", version);
  app.require_subcommand(1);
  const CLI::App& clean = add_clean(app, arguments);
  const CLI::App& normalize = add_normalize(app, arguments);
  add_segment(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    return usage_error(error);
  }
  const naqi::Result<int> status = clean.parsed()       ? naqi::cli::clean_command(arguments)
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
