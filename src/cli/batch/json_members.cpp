#include "cli/batch/json_members.h"

namespace naqi::cli {
namespace {

/// Behind the string that begins at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; text[at] != '"'; ++at) {
    if (text[at] == '\\') {
      ++at;
    }
  }
  return at + 1;
}

}  // namespace

JsonParts::JsonParts(std::string_view text) : text_(text) {
  skip_space();
  object_ = text_[at_] == '{';
  ++at_;
}

void JsonParts::skip_space() { at_ = text_.find_first_not_of(" \t\r\n", at_); }

std::string_view JsonParts::value() {
  const std::size_t begin = at_;
  if (text_[at_] == '"') {
    at_ = end_of_string(text_, at_);
    return text_.substr(begin, at_ - begin);
  }
  if (text_[at_] != '{' && text_[at_] != '[') {
    at_ = text_.find_first_of(",]} \t\r\n", at_);
    return text_.substr(begin, at_ - begin);
  }
  std::size_t depth = 0;
  do {
    const char c = text_[at_];
    if (c == '"') {
      at_ = end_of_string(text_, at_);
      continue;
    }
    depth += c == '{' || c == '[' ? 1 : 0;
    depth -= c == '}' || c == ']' ? 1 : 0;
    ++at_;
  } while (depth > 0);
  return text_.substr(begin, at_ - begin);
}

bool JsonParts::next(JsonPart& part) {
  skip_space();
  if (text_[at_] == ',') {
    ++at_;
    skip_space();
  }
  if (text_[at_] == '}' || text_[at_] == ']') {
    return false;
  }
  part.key = {};
  if (object_) {
    const std::size_t begin = at_ + 1;
    at_ = end_of_string(text_, at_);
    part.key = text_.substr(begin, at_ - 1 - begin);
    skip_space();
    ++at_;  // the colon
    skip_space();
  }
  part.value = value();
  return true;
}

}  // namespace naqi::cli
