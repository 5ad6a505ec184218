#include "naqi/normalize.h"

namespace naqi {

NormalizeOptions NormalizeOptions::of(Profile profile) noexcept {
  NormalizeOptions options;
  options.profile = profile;
  return options;
}
NormalizeOptions NormalizeOptions::of(Compatibility preset) noexcept {
  NormalizeOptions options;
  options.compatibility = preset;
  return options;
}
std::optional<Error> NormalizeOptions::set(std::string_view, std::string_view) { return std::nullopt; }

}  // namespace naqi
