#include "naqi/input.h"

#include <algorithm>
#include <array>
#include <utility>

#include "render/json_reader.h"
#include "unicode/encoding.h"

namespace naqi {
namespace {

std::string string_or(const JsonReader& at, std::string_view key, std::string_view otherwise) {
  const auto value = at.optional(key);
  return value ? value->string() : std::string(otherwise);
}

bool flag(const JsonReader& at, std::string_view key) {
  const auto value = at.optional(key);
  return value && value->boolean();
}

std::uint32_t number(const JsonReader& at, std::string_view key, std::uint32_t most) {
  const auto value = at.optional(key);
  return value ? value->number(most) : 0;
}

std::uint16_t link_density(const JsonReader& at) {
  if (const auto share = at.optional("linkDensity")) {
    const std::int32_t thousandths = share->scaled(1000);
    if (thousandths < 0 || thousandths > 1000) {
      share->fail("must be a number from 0 to 1");
    }
    return static_cast<std::uint16_t>(thousandths);
  }
  return static_cast<std::uint16_t>(number(at, "link_density", 1000));
}

constexpr std::string_view kPageKeys[] = {"blocks", "meta", "source"};
constexpr std::string_view kBlockKeys[] = {"text",  "span",   "tag",  "level", "linkDensity", "link_density",
                                           "hints", "hidden", "list", "table", "container"};
constexpr std::string_view kMetaKeys[] = {"titles", "bylines", "dates", "sites", "url", "language"};
constexpr std::string_view kCandidateKeys[] = {"value", "from"};

InputBlock input_block(const JsonReader& at) {
  at.expect_only(kBlockKeys);
  InputBlock block;
  block.tag = string_or(at, "tag", "p");
  block.level = static_cast<std::uint8_t>(number(at, "level", UINT8_MAX));
  block.link_density = link_density(at);
  block.hints = string_or(at, "hints", "");
  block.hidden = flag(at, "hidden");
  block.list = flag(at, "list");
  block.table = flag(at, "table");
  block.container = number(at, "container", UINT32_MAX);
  return block;
}

std::vector<PageMeta::Candidate> candidates(const JsonReader& meta, std::string_view key) {
  std::vector<PageMeta::Candidate> out;
  if (const auto list = meta.optional(key)) {
    list->each([&](const JsonReader& at) {
      at.expect_only(kCandidateKeys);
      out.push_back({at.member("value").text(), at.member("from").string()});
    });
  }
  return out;
}

/// Reads the blocks. Where they carry texts, these joined by one LF are the source.
void read_blocks(const JsonReader& blocks, PageInput& page, bool has_source) {
  std::u16string joined;
  bool texts = false;
  blocks.each([&](const JsonReader& at) {
    InputBlock block = input_block(at);
    if (const auto text = at.optional("text")) {
      joined.append(page.blocks.empty() ? u"" : u"\n");
      const auto begin = static_cast<std::uint32_t>(joined.size());
      joined += text->text();
      block.span = {begin, static_cast<std::uint32_t>(joined.size())};
      texts = true;
    } else if (texts || !has_source) {
      at.fail(has_source ? "must have a \"text\" like the block before it"
                         : R"(must have a "text", or the page a "source")");
    } else {
      block.span = at.member("span").span(static_cast<std::uint32_t>(page.source.size()));
    }
    page.blocks.push_back(std::move(block));
  });
  if (texts && has_source && joined != page.source) {
    blocks.fail("must be the source when their texts are joined by line feeds");
  } else if (texts) {
    page.source = std::move(joined);
  }
}

/// A setting as the command line would write it.
std::string setting_of(const JsonReader& at) {
  return at.is_boolean() ? (at.boolean() ? "on" : "off") : at.string();
}

/// Profile or preset first, wherever they stand, then what changes them. `own` takes the options
/// that are not those of normalisation and says whether it did.
void read_normalize_options(const JsonReader& root, NormalizeOptions& options, std::optional<Error>& fault,
                            FunctionRef<bool(std::string_view, const JsonReader&)> own) {
  const auto start_from = [&](Result<NormalizeOptions> found) {
    if (found) {
      options = found.value();
    } else if (!fault) {
      fault = found.error();
    }
  };
  const auto profile = root.optional("profile");
  if (profile) {
    start_from(NormalizeOptions::of_profile(profile->string()));
  }
  if (const auto preset = root.optional("compat")) {
    if (profile) {
      preset->fail("excludes \"profile\": a preset fixes every operation");
    }
    start_from(NormalizeOptions::of_preset(preset->string()));
  }
  root.each_member([&](std::string_view key, const JsonReader& at) {
    if (key == "profile" || key == "compat" || at.is_null() || own(key, at)) {
      return;
    }
    if (std::optional<Error> error = options.set(key, setting_of(at)); error && !fault) {
      fault = std::move(error);
    }
  });
}

/// The empty text stands for no options.
constexpr std::string_view or_nothing(std::string_view options) noexcept {
  return options.empty() ? "{}" : options;
}

constexpr std::array<std::string_view, 6> kUnits = {"paragraph", "line",   "sentence",
                                                    "word",      "clitic", "grapheme"};
constexpr std::string_view kUnitNames = R"("paragraph", "line", "sentence", "word", "clitic" or "grapheme")";

struct Switch {
  std::string_view name;
  bool SegmentOptions::*field;
};
constexpr Switch kSwitches[] = {
    {"conformant", &SegmentOptions::conformant},
    {"ellipsis_ends_sentence", &SegmentOptions::ellipsis_ends_sentence},
    {"semicolon_ends_sentence", &SegmentOptions::semicolon_ends_sentence},
    {"split_quotes", &SegmentOptions::split_quotes},
    {"join_hard_wrapped", &SegmentOptions::join_hard_wrapped},
};

}  // namespace

Result<PageInput> page_from_json(std::string_view json, std::optional<std::u16string> source) {
  PageInput page;
  std::optional<Error> fault = read_json(json, [&](const JsonReader& root, std::optional<Error>&) {
    root.expect_only(kPageKeys);
    bool has_source = source.has_value();
    if (has_source) {
      page.source = *std::move(source);
    } else if (const auto own = root.optional("source")) {
      page.source = own->text();
      has_source = true;
    }
    read_blocks(root.member("blocks"), page, has_source);
    if (const auto meta = root.optional("meta")) {
      meta->expect_only(kMetaKeys);
      page.meta.titles = candidates(*meta, "titles");
      page.meta.bylines = candidates(*meta, "bylines");
      page.meta.dates = candidates(*meta, "dates");
      page.meta.sites = candidates(*meta, "sites");
      page.meta.url = string_or(*meta, "url", "");
      page.meta.language = string_or(*meta, "language", "");
    }
  });
  return value_or(std::move(fault), std::move(page));
}

Result<NormalizeOptions> normalize_options_from_json(std::string_view json, const NormalizeOptions& base) {
  NormalizeOptions options = base;
  std::optional<Error> fault =
      read_json(or_nothing(json), [&](const JsonReader& root, std::optional<Error>& met) {
        read_normalize_options(root, options, met, [](std::string_view, const JsonReader&) { return false; });
      });
  return value_or(std::move(fault), options);
}

Result<CleanOptions> clean_options_from_json(std::string_view json, const CleanOptions& base) {
  CleanOptions options = base;
  std::optional<Error> fault =
      read_json(or_nothing(json), [&](const JsonReader& root, std::optional<Error>& met) {
        read_normalize_options(root, options.normalize, met, [&](std::string_view key, const JsonReader& at) {
          if (key == "words") {
            options.words = at.boolean();
          } else if (key == "reference_date") {
            options.reference_date = at.string();
          } else {
            return false;
          }
          return true;
        });
      });
  return value_or(std::move(fault), options);
}

Result<SegmentRequest> segment_request_from_json(std::string_view json, const SegmentRequest& base) {
  SegmentRequest request = base;
  std::optional<Error> fault =
      read_json(or_nothing(json), [&](const JsonReader& root, std::optional<Error>& met) {
        root.each_member([&](std::string_view key, const JsonReader& at) {
          if (at.is_null()) {
            return;
          }
          if (key == "unit") {
            request.unit = at.named(segment_unit_of, kUnitNames);
          } else if (key == "abbreviations") {
            at.each([&](const JsonReader& each) { request.options.abbreviations.push_back(each.text()); });
          } else if (std::optional<Error> error = set(request.options, key, setting_of(at)); error && !met) {
            met = std::move(error);
          }
        });
      });
  return value_or(std::move(fault), std::move(request));
}

std::string_view name(SegmentUnit unit) noexcept { return kUnits[static_cast<std::size_t>(unit)]; }

std::optional<SegmentUnit> segment_unit_of(std::string_view name) noexcept {
  const auto found = std::find(kUnits.begin(), kUnits.end(), name);
  return found == kUnits.end() ? std::nullopt
                               : std::optional(static_cast<SegmentUnit>(found - kUnits.begin()));
}

std::optional<Error> set(SegmentOptions& options, std::string_view option, std::string_view value) {
  if (option == "abbreviations") {
    options.abbreviations.push_back(unicode::utf8_to_utf16_replacing(value));
    return std::nullopt;
  }
  std::string message;
  for (const Switch& each : kSwitches) {
    if (each.name != option) {
      continue;
    }
    const bool on = value == "true" || value == "on";
    if (on || value == "false" || value == "off") {
      options.*each.field = on;
      return std::nullopt;
    }
    message.append("option \"").append(option).append("\" cannot be \"").append(value);
    message.append("\"; it takes true or false");
    return Error{ErrorCode::invalid_option, std::move(message), std::nullopt};
  }
  message.append("unknown option \"").append(option).append("\"; valid are abbreviations");
  for (const Switch& each : kSwitches) {
    message.append(", ").append(each.name);
  }
  return Error{ErrorCode::invalid_option, std::move(message), std::nullopt};
}

}  // namespace naqi
