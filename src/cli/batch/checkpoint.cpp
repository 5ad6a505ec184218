#include "cli/batch/checkpoint.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/io.h"

namespace naqi::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "naqi batch checkpoint 1";

/// So that the new name is on the disk too.
void sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

}  // namespace

std::optional<Error> save(const Checkpoint& checkpoint, const std::string& path, const std::string& job) {
  const Json json = {{"format", kFormat},
                     {"job", job},
                     {"input",
                      {{"lines", checkpoint.input.lines},
                       {"bytes", checkpoint.input.bytes},
                       {"crc32", checkpoint.input.checksum}}},
                     {"output", {{"bytes", checkpoint.output}}},
                     {"totals", to_json(checkpoint.totals)}};
  const std::string fresh = path + ".new";
  {
    OutputStream file(fresh);
    file.write(json.dump(1) + "\n");
    file.sync();
    if (file.error()) {
      return file.error();
    }
  }
  if (std::rename(fresh.c_str(), path.c_str()) != 0) {
    return Error{ErrorCode::io, "cannot replace " + path + ": " + std::strerror(errno), std::nullopt};
  }
  sync_folder_of(path);
  return std::nullopt;
}

Result<std::optional<Checkpoint>> load_checkpoint(const std::string& path, const std::string& job) {
  if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT) {
    return std::optional<Checkpoint>();
  }
  const Result<std::string> bytes = read_bytes(path);
  if (!bytes) {
    return bytes.error();
  }
  const auto refuse = [&](const std::string& what) {
    return Error{ErrorCode::invalid_option, "--resume: " + path + " " + what, std::nullopt};
  };
  try {
    const Json json = Json::parse(bytes.value());
    if (json.at("format") != kFormat) {
      return refuse("is no checkpoint of this version");
    }
    if (json.at("job") != job) {
      return refuse("was written for another job: " + json.at("job").get<std::string>());
    }
    Checkpoint checkpoint;
    const Json& input = json.at("input");
    checkpoint.input = {input.at("lines").get<std::uint64_t>(), input.at("bytes").get<std::uint64_t>(),
                        input.at("crc32").get<std::uint32_t>()};
    checkpoint.output = json.at("output").at("bytes").get<std::uint64_t>();
    checkpoint.totals = totals_from(json.at("totals"));
    return std::optional(std::move(checkpoint));
  } catch (const nlohmann::json::exception&) {
    return refuse("is no checkpoint");
  }
}

}  // namespace naqi::cli
