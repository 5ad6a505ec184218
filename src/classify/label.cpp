#include <array>

#include "naqi/document.h"

namespace naqi {
namespace {

constexpr std::array<std::string_view, kLabelCount> kNames = {
    "title",           "subtitle",     "lead",     "body",          "quote_block",     "heading",
    "list_item",       "caption",      "byline",   "dateline",      "source_line",     "image_credit",
    "related_link",    "related_list", "keywords", "navigation",    "share_social",    "subscribe_promo",
    "copyright_legal", "comment",      "ad",       "other_article", "embedded_widget", "junk",
};

}  // namespace

std::string_view name(Label label) noexcept { return kNames[static_cast<std::size_t>(label)]; }

std::optional<Label> label_of(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) {
      return static_cast<Label>(i);
    }
  }
  return std::nullopt;
}

}  // namespace naqi
