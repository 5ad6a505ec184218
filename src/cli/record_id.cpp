#include "cli/record_id.h"

#include <nlohmann/json.hpp>

#include "unicode/encoding.h"

namespace naqi::cli {
namespace {

/// Reads until the id is there or something is wrong.
class IdReader final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return value("null"); }
  bool boolean(bool given) override { return value(given ? "true" : "false"); }
  bool number_integer(number_integer_t given) override { return value(std::to_string(given)); }
  bool number_unsigned(number_unsigned_t given) override { return value(std::to_string(given)); }
  bool number_float(number_float_t /*given*/, const string_t& spelling) override { return value(spelling); }
  bool string(string_t& given) override { return !at_id() || value(nlohmann::json(given).dump()); }
  bool binary(binary_t& /*given*/) override { return true; }
  bool start_object(std::size_t /*elements*/) override { return !at_id() && ++depth_ > 0; }
  bool start_array(std::size_t /*elements*/) override { return !at_id() && ++depth_ > 0; }
  bool end_object() override { return depth_-- > 0; }
  bool end_array() override { return depth_-- > 0; }
  bool key(string_t& name) override {
    named_ = name == "id";
    return true;
  }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::json::exception& /*why*/) override {
    return false;
  }

  std::string id = "null";

 private:
  [[nodiscard]] bool at_id() const noexcept { return named_ && depth_ == 1; }
  bool value(std::string json) {
    if (at_id()) {
      id = std::move(json);
      return false;
    }
    return true;
  }

  std::size_t depth_ = 0;
  bool named_ = false;
};

}  // namespace

std::string readable_id(std::string_view record) {
  const std::string valid = unicode::utf16_to_utf8(unicode::utf8_to_utf16_replacing(record));
  IdReader reader;
  static_cast<void>(nlohmann::json::sax_parse(valid, &reader));
  return reader.id;
}

}  // namespace naqi::cli
