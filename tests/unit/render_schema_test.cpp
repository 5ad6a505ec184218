// bindings/js/schema.json describes what to_json writes: every document is valid, and its keys stand in the
// order of the schema. The validator knows exactly the keywords that the schema uses; another one fails the
// test.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "naqi/naqi.h"
#include "support/random_text.h"
#include "support/shared_data.h"

namespace naqi {
namespace {

using Json = nlohmann::ordered_json;

class Validator {
 public:
  explicit Validator(Json schema) : root_(std::move(schema)) {}

  /// Empty, or what is wrong first.
  [[nodiscard]] std::string check(const Json& value) const { return check(root_, value, ""); }
  [[nodiscard]] const Json& root() const { return root_; }

 private:
  [[nodiscard]] std::string check(const Json& schema, const Json& value, const std::string& path) const {
    for (const auto& [keyword, argument] : schema.items()) {
      std::string fault;
      if (keyword == "$ref") {
        fault = check(root_.at(Json::json_pointer(argument.get<std::string>().substr(1))), value, path);
      } else if (keyword == "type") {
        fault = check_type(argument, value, path);
      } else if (keyword == "const") {
        fault = value == argument ? "" : path + ": not " + argument.dump();
      } else if (keyword == "enum") {
        const bool member = std::find(argument.begin(), argument.end(), value) != argument.end();
        fault = member ? "" : path + ": not in " + argument.dump();
      } else if (keyword == "anyOf") {
        const bool any = std::any_of(argument.begin(), argument.end(),
                                     [&](const Json& one) { return check(one, value, path).empty(); });
        fault = any ? "" : path + ": none of " + argument.dump();
      } else if (keyword == "minimum" || keyword == "maximum") {
        const bool good = keyword == "minimum" ? value >= argument : value <= argument;
        fault = good ? "" : path + ": beyond the " + keyword;
      } else if (keyword == "minItems" || keyword == "maxItems") {
        const bool good = keyword == "minItems" ? value.size() >= argument : value.size() <= argument;
        fault = good ? "" : path + ": " + keyword;
      } else if (keyword == "items") {
        for (std::size_t i = 0; value.is_array() && i < value.size() && fault.empty(); ++i) {
          fault = check(argument, value[i], path + "/" + std::to_string(i));
        }
      } else if (keyword == "properties") {
        fault = value.is_object() ? check_members(argument, value, path) : "";
      } else if (keyword == "required") {
        for (const Json& name : argument) {
          if (value.is_object() && !value.contains(name.get<std::string>())) {
            return path + " lacks " + name.get<std::string>();
          }
        }
      } else if (!is_annotation(keyword)) {
        fault = "the validator does not know " + keyword;
      }
      if (!fault.empty()) {
        return fault;
      }
    }
    return {};
  }

  static bool is_annotation(std::string_view keyword) {
    constexpr std::array<std::string_view, 6> kAnnotations = {
        "$schema", "$id", "title", "$defs", "description", "additionalProperties"};  // see check_members
    return std::find(kAnnotations.begin(), kAnnotations.end(), keyword) != kAnnotations.end();
  }

  static std::string check_type(const Json& type, const Json& value, const std::string& path) {
    const auto is = [&](const Json& name) {
      return name == "object"    ? value.is_object()
             : name == "array"   ? value.is_array()
             : name == "string"  ? value.is_string()
             : name == "integer" ? value.is_number_integer()
             : name == "number"  ? value.is_number()
             : name == "boolean" ? value.is_boolean()
                                 : name == "null" && value.is_null();
    };
    const bool good = type.is_array() ? std::any_of(type.begin(), type.end(), is) : is(type);
    return good ? "" : path + ": not of type " + type.dump();
  }

  /// The members are those of the schema, in its order, and no others.
  [[nodiscard]] std::string check_members(const Json& properties, const Json& value,
                                          const std::string& path) const {
    auto next = properties.begin();
    for (const auto& [name, member] : value.items()) {
      auto found = next;
      while (found != properties.end() && found.key() != name) {
        ++found;
      }
      if (found == properties.end()) {
        return path + "/" + name + ": unknown, or not in the order of the schema";
      }
      if (std::string fault = check(*found, member, path + "/" + name); !fault.empty()) {
        return fault;
      }
      next = found;
    }
    return {};
  }

  Json root_;
};

Validator validator() {
  return Validator(
      Json::parse(test::read_file(NAQI_REPOSITORY "/bindings/js/schema.json").value_or(""), nullptr, false));
}

TEST(Schema, DescribesEveryDocument) {
  const Validator schema = validator();
  ASSERT_TRUE(schema.root().is_object());
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::u16string source = test::random_text(seed, 80);
    CleanOptions options;
    options.words = seed % 2 == 0;
    const std::string json = to_json(clean(source, options).value(), source);
    EXPECT_EQ(schema.check(Json::parse(json)), "") << json;
  }
}

TEST(Schema, NamesEveryLabel) {
  const Json labels = validator().root()["$defs"]["label"]["enum"];
  ASSERT_EQ(labels.size(), kLabelCount);
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    EXPECT_EQ(labels[i], name(static_cast<Label>(i)));
  }
}

TEST(Schema, RefusesWhatIsNoDocument) {
  const Validator schema = validator();
  const Json good = Json::parse(to_json(clean(u"سطر واحد.").value(), u"سطر واحد."));
  ASSERT_EQ(schema.check(good), "");
  Json bad = good;
  bad["blocks"][0]["label"] = "advert";
  EXPECT_NE(schema.check(bad), "");
  bad = good;
  bad["blocks"][0].erase("kept");
  EXPECT_NE(schema.check(bad), "");
  bad = good;
  bad["statistics"]["more"] = 1;
  EXPECT_NE(schema.check(bad), "");
  bad = good;
  bad["blocks"][0]["confidence"] = 1.5;
  EXPECT_NE(schema.check(bad), "");
}

}  // namespace
}  // namespace naqi
