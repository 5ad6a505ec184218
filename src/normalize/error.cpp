#include "naqi/error.h"

namespace naqi {

std::string_view name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::invalid_option: return "INVALID_OPTION";
    case ErrorCode::input_too_large: return "INPUT_TOO_LARGE";
    case ErrorCode::invalid_encoding: return "INVALID_ENCODING";
    case ErrorCode::io: return "IO";
    case ErrorCode::wasm_load: return "WASM_LOAD";
    case ErrorCode::disposed: return "DISPOSED";
    case ErrorCode::aborted: return "ABORTED";
    case ErrorCode::internal: return "INTERNAL";
  }
  return "INTERNAL";
}

}  // namespace naqi
