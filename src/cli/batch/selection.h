#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/error.h"

namespace naqi::cli {

/// Which fields of a Document are kept: "title" or "blocks.text", that is the text of every block. "text" and
/// "markdown" are the Document as `to_text` and `to_markdown` print it.
class Selection {
 public:
  /// Errors: `invalid_option` for a field that no Document has.
  [[nodiscard]] static Result<Selection> of(const std::vector<std::string>& paths);

  /// Nothing is selected: all is kept.
  [[nodiscard]] bool empty() const noexcept { return root_.fields.empty(); }
  [[nodiscard]] bool text() const noexcept { return text_; }
  [[nodiscard]] bool markdown() const noexcept { return markdown_; }
  /// Appends the members that are kept of a Document's JSON, without the brackets of the object.
  void append_members(std::string& out, std::string_view document) const;

 private:
  struct Field {
    std::map<std::string, Field, std::less<>> fields;  ///< none: the whole value
  };
  static void append_value(std::string& out, std::string_view json, const Field& field);
  static void append_fields(std::string& out, std::string_view json, const Field& field);

  Field root_;
  bool text_ = false;
  bool markdown_ = false;
};

}  // namespace naqi::cli
