#pragma once

#include <string>
#include <string_view>

namespace naqi::cli {

/// The "id" of a record that is no valid JSON, or only the begin of a record, as JSON; "null" where none can
/// be read before the fault.
[[nodiscard]] std::string readable_id(std::string_view record);

}  // namespace naqi::cli
