// The functions that JavaScript calls. Text comes in as UTF-16, losslessly; what goes back is one string of
// JSON, decoded once: {"document": …} or {"error": {"code", "message", "position"?}}. Nothing throws.

#include <emscripten/bind.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "naqi/naqi.h"

namespace {

using Json = nlohmann::ordered_json;

std::string failure(const naqi::Error& error) {
  Json body = {{"code", name(error.code)}, {"message", error.message}};
  if (error.position) {
    body["position"] = *error.position;
  }
  const Json envelope = {{"error", std::move(body)}};
  return envelope.dump(-1, ' ', false, Json::error_handler_t::replace);
}

naqi::Error invalid_option(std::string message) {
  return {naqi::ErrorCode::invalid_option, std::move(message), std::nullopt};
}

/// A setting as the command line would write it.
std::string setting_of(const Json& value) {
  return value.is_boolean() ? (value.get<bool>() ? "on" : "off")
                            : (value.is_string() ? value.get<std::string>() : value.dump());
}

/// {"profile": …, "words": …, OPERATION: SETTING …}, the names as the command line has them.
naqi::Result<naqi::CleanOptions> options_of(const std::string& text) {
  const Json json = text.empty() ? Json::object() : Json::parse(text, nullptr, false);
  if (!json.is_object()) {
    return invalid_option("options must be an object");
  }
  naqi::CleanOptions options;
  if (const auto profile = json.find("profile"); profile != json.end()) {
    if (*profile == "reading") {
      options.normalize = naqi::NormalizeOptions::of(naqi::Profile::reading);
    } else if (*profile == "search") {
      options.normalize = naqi::NormalizeOptions::of(naqi::Profile::search);
    } else if (*profile == "corpus") {
      options.normalize = naqi::NormalizeOptions::of(naqi::Profile::corpus);
    } else {
      return invalid_option("profile must be \"reading\", \"search\" or \"corpus\", not " + profile->dump());
    }
  }
  for (const auto& [key, value] : json.items()) {
    if (key == "profile") {
      continue;
    }
    if (key == "words") {
      if (!value.is_boolean()) {
        return invalid_option("words must be true or false, not " + value.dump());
      }
      options.words = value.get<bool>();
    } else if (const auto error = options.normalize.set(key, setting_of(value))) {
      return *error;
    }
  }
  return options;
}

std::string version() { return NAQI_VERSION; }

std::string clean(const std::u16string& source, const std::string& options_json) {
  const naqi::Result<naqi::CleanOptions> options = options_of(options_json);
  if (!options) {
    return failure(options.error());
  }
  const naqi::Result<naqi::Document> document = naqi::clean(source, options.value());
  if (!document) {
    return failure(document.error());
  }
  return "{\"document\":" + to_json(document.value(), source) + "}";
}

}  // namespace

EMSCRIPTEN_BINDINGS(naqi) {
  emscripten::function("version", &version);
  emscripten::function("clean", &clean);
}
