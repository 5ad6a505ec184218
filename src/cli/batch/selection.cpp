#include "cli/batch/selection.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/batch/json_members.h"
#include "naqi/document.h"
#include "naqi/render.h"

namespace naqi::cli {
namespace {

/// A Document in which every field is there once, as the list of what can be asked for.
nlohmann::ordered_json every_field() {
  const Node node{u"", Span{}, "text"};
  Sentence sentence;
  sentence.words.emplace();
  Block block;
  block.level = 1;
  block.input = Span{};
  block.reasons = {{"rule", 0}};
  block.sentences = {sentence};
  Document document;
  document.title = document.subtitle = node;
  document.bylines = {{u"", u"", Span{}, "text"}};
  document.datelines = {{u"", Span{}, "date", u"place", "text"}};
  document.published = Published{};
  document.source = SourceName{u"", Span{}, "text"};
  document.keywords = {node};
  document.blocks = {block};
  document.quotes = {{u"", Span{}, 0, Speaker{}, node}};
  document.dates.emplace_back();
  document.related.emplace_back();
  document.other_articles = {{node, {0}}};
  return nlohmann::ordered_json::parse(to_json(document, u""));
}

Error unknown(std::string_view path, const nlohmann::ordered_json& known) {
  std::string names;
  for (const auto& [name, value] : known.items()) {
    names += " " + name;
  }
  return {ErrorCode::invalid_option,
          "--select: \"" + std::string(path) + "\" is no field of a Document; there are:" + names +
              " text markdown",
          std::nullopt};
}

}  // namespace

Result<Selection> Selection::of(const std::vector<std::string>& paths) {
  const nlohmann::ordered_json all = every_field();
  Selection selection;
  for (const std::string& path : paths) {
    if (path == "text" || path == "markdown") {
      (path == "text" ? selection.text_ : selection.markdown_) = true;
      selection.root_.fields.try_emplace(path);
      continue;
    }
    const nlohmann::ordered_json* known = &all;
    Field* field = &selection.root_;
    bool whole = false;  // a shorter path has selected all of it already
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t end = std::min(path.find('.', at), path.size());
      const std::string name = path.substr(at, end - at);
      if (known->is_array() && !known->empty()) {
        known = &known->front();
      }
      if (!known->is_object() || !known->contains(name)) {
        return unknown(path, all);
      }
      known = &known->at(name);
      const auto [found, fresh] = field->fields.try_emplace(name);
      whole = !fresh && found->second.fields.empty();
      field = &found->second;
      if (whole) {
        break;
      }
      at = end + 1;
    }
    if (!whole) {
      field->fields.clear();
    }
  }
  return selection;
}

void Selection::append_fields(std::string& out, std::string_view json, const Field& field) {
  JsonParts parts(json);
  JsonPart part;
  bool first = true;
  while (parts.next(part)) {
    const auto found = field.fields.find(part.key);
    if (found == field.fields.end()) {
      continue;
    }
    if (!first) {
      out.push_back(',');
    }
    first = false;
    out.append("\"").append(part.key).append("\":");
    append_value(out, part.value, found->second);
  }
}

void Selection::append_value(std::string& out, std::string_view json, const Field& field) {
  const char kind = json.front();
  if (field.fields.empty() || (kind != '{' && kind != '[')) {
    out.append(json);
    return;
  }
  if (kind == '{') {
    out.push_back('{');
    append_fields(out, json, field);
    out.push_back('}');
    return;
  }
  out.push_back('[');
  JsonParts parts(json);
  JsonPart part;
  bool first = true;
  while (parts.next(part)) {
    if (!first) {
      out.push_back(',');
    }
    first = false;
    append_value(out, part.value, field);
  }
  out.push_back(']');
}

void Selection::append_members(std::string& out, std::string_view document) const {
  append_fields(out, document, root_);
}

}  // namespace naqi::cli
