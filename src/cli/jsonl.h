#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "naqi/error.h"

namespace naqi::cli {

/// Answers one record: its text, its "options" as JSON (empty where it has none). Gives a JSON object.
using Answer = std::function<Result<std::string>(std::u16string_view text, std::string_view options)>;

/// Reads {"id": …, "text": "…", "options": {…}?} from every line of the file and writes {"id": …, …} with
/// the members of the answer, in the same order; a bad record gives {"id": …, "error": {"code",
/// "message", "position"?}} and is counted. Empty lines are skipped. What is answered is written before
/// the program waits for more, so that a pipe can ask and answer in turn.
[[nodiscard]] Result<int> answer_records(const Arguments& arguments, const Answer& answer);

}  // namespace naqi::cli
