#include "cli/commands.h"
#include "cli/io.h"
#include "cli/jsonl.h"
#include "render/names.h"
#include "unicode/encoding.h"

namespace naqi::cli {

Result<NormalizeOptions> normalize_options(const Arguments& arguments, CleanOptions* clean) {
  Result<NormalizeOptions> options = !arguments.compat.empty() ? NormalizeOptions::of_preset(arguments.compat)
                                     : !arguments.profile.empty()
                                         ? NormalizeOptions::of_profile(arguments.profile)
                                         : Result(NormalizeOptions::of(Profile::reading));
  if (options) {
    std::optional<Error> error = apply_settings(
        arguments, [&](std::string_view option, std::string_view value) -> std::optional<Error> {
          if (clean != nullptr && option == "reference_date") {
            clean->reference_date = value;
            return std::nullopt;
          }
          return options.value().set(option, value);
        });
    if (error) {
      return *std::move(error);
    }
  }
  return options;
}

Result<int> normalize_command(const Arguments& arguments) {
  const Result<NormalizeOptions> options = normalize_options(arguments);
  if (!options) {
    return options.error();
  }
  const OffsetUnit unit = *offset_unit_of(arguments.offsets);
  if (arguments.jsonl) {
    return answer_records(arguments,
                          [&](std::u16string_view text, std::string_view changed) -> Result<std::string> {
                            const auto own = normalize_options_from_json(changed, options.value());
                            if (!own) {
                              return own.error();
                            }
                            return to_json(normalize(text, own.value()), text, arguments.map, unit);
                          });
  }
  const Result<std::u16string> source = read_text(arguments.file, arguments.replace_invalid);
  if (!source) {
    return source.error();
  }
  const NormalizedText normalized = normalize(source.value(), options.value());
  Output output;
  output.write(arguments.map ? to_json(normalized, source.value(), true, unit) + "\n"
                             : unicode::utf16_to_utf8(normalized.text));
  if (std::optional<Error> error = output.flush()) {
    return *std::move(error);
  }
  return kDone;
}

}  // namespace naqi::cli
