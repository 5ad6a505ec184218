#include <algorithm>
#include <optional>

#include "example.h"
#include "naqi/naqi.h"
#include "unicode/encoding.h"

namespace naqi::spec {
namespace {

using unicode::utf16_to_utf8;
using unicode::utf8_to_utf16_replacing;

std::string joined(const std::vector<std::string>& parts, std::string_view separator = "\n") {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += i == 0 ? "" : separator;
    out += parts[i];
  }
  return out;
}

/// The fields of one item; an absent one is "-".
std::string item(std::vector<std::string> fields) {
  for (std::string& field : fields) {
    if (field.empty()) {
      field = "-";
    }
  }
  return joined(fields, " | ");
}

NormalizeOptions base_options(const Example& example) {
  const std::string compat = example.option("compat");
  if (!compat.empty()) {
    return NormalizeOptions::of(compat == "lucene"     ? Compatibility::lucene
                                : compat == "camel"    ? Compatibility::camel
                                : compat == "pyarabic" ? Compatibility::pyarabic
                                                       : Compatibility::arabert);
  }
  const std::string profile = example.option("profile");
  return NormalizeOptions::of(profile == "search"   ? Profile::search
                              : profile == "corpus" ? Profile::corpus
                                                    : Profile::reading);
}

std::string normalized(const Example& example) {
  NormalizeOptions options = base_options(example);
  for (const auto& [key, value] : example.options) {
    if (key != "profile" && key != "compat") {
      if (const std::optional<Error> error = options.set(key, value)) {
        return "error: " + error->message;
      }
    }
  }
  return utf16_to_utf8(normalize(utf8_to_utf16_replacing(example.input), options).text);
}

std::string segmented(const Example& example, SegmentUnit unit) {
  SegmentOptions options;
  for (const auto& [key, value] : example.options) {
    const bool on = value == "true";
    if (key == "conformant") {
      options.conformant = on;
    } else if (key == "ellipsis_ends_sentence") {
      options.ellipsis_ends_sentence = on;
    } else if (key == "semicolon_ends_sentence") {
      options.semicolon_ends_sentence = on;
    } else if (key == "split_quotes") {
      options.split_quotes = on;
    } else if (key == "join_hard_wrapped") {
      options.join_hard_wrapped = on;
    } else if (key == "abbreviation") {
      options.abbreviations.push_back(utf8_to_utf16_replacing(value));
    } else {
      return "error: no option of SegmentOptions: " + key;
    }
  }
  const std::u16string text = utf8_to_utf16_replacing(example.input);
  std::vector<std::string> units;
  for (const Span span : segment(text, unit, options)) {
    units.push_back(utf16_to_utf8(std::u16string_view(text).substr(span.begin, span.size())));
  }
  return joined(units);
}

std::string glued(const Example& example) {
  const std::u16string text = utf8_to_utf16_replacing(example.input);
  const auto slice = [&](Span span) {
    return utf16_to_utf8(std::u16string_view(text).substr(span.begin, span.size()));
  };
  std::vector<std::string> lines;
  for (const GlueCandidate& candidate : glue_candidates(text)) {
    lines.push_back(slice(candidate.before) + "|" + slice(candidate.after) +
                    (candidate.certain ? " certain" : ""));
  }
  return joined(lines);
}

Document cleaned(const Example& example) { return clean(utf8_to_utf16_replacing(example.input)).value(); }

std::string_view class_of(Label label) {
  return is_content(label) ? "content" : is_kept(label) ? "metadata" : "boilerplate";
}

std::string classified(const Example& example) {
  const std::string rule = example.option("rule");
  bool seen = rule.empty();
  std::vector<std::string> lines;
  for (const Block& block : cleaned(example).blocks) {
    lines.push_back(std::string(name(block.label)) + ": " + utf16_to_utf8(block.text));
    for (const Reason& reason : block.reasons) {
      seen = seen || reason.rule == rule;
    }
  }
  if (!seen) {
    lines.push_back("no block gives the reason " + rule);
  }
  return joined(lines);
}

std::string extracted(const Example& example) {
  const Document document = cleaned(example);
  const std::string field = example.option("field");
  std::vector<std::string> lines;
  const auto text_of = [](const std::optional<Node>& node) { return node ? utf16_to_utf8(node->text) : "-"; };
  if (field == "title") {
    lines.push_back(text_of(document.title));
  } else if (field == "subtitle") {
    lines.push_back(text_of(document.subtitle));
  } else if (field == "bylines") {
    for (const Byline& byline : document.bylines) {
      lines.push_back(utf16_to_utf8(byline.name));
    }
  } else if (field == "datelines") {
    for (const Dateline& dateline : document.datelines) {
      lines.push_back(item({utf16_to_utf8(dateline.text), dateline.date, utf16_to_utf8(dateline.place)}));
    }
  } else if (field == "published") {
    const auto& published = document.published;
    lines.push_back(published ? item({published->value, std::string(published->from)}) : "-");
  } else if (field == "source") {
    lines.push_back(document.source ? utf16_to_utf8(document.source->name) : "-");
  } else if (field == "keywords") {
    for (const Node& keyword : document.keywords) {
      lines.push_back(utf16_to_utf8(keyword.text));
    }
  } else if (field == "quotes") {
    for (const Quote& quote : document.quotes) {
      const auto& speaker = quote.speaker;
      lines.push_back(item({utf16_to_utf8(quote.text), speaker ? utf16_to_utf8(speaker->text) : "",
                            speaker ? (speaker->inferred ? "true" : "false") : "",
                            quote.verb ? utf16_to_utf8(quote.verb->text) : ""}));
    }
  } else if (field == "dates") {
    for (const Date& date : document.dates) {
      lines.push_back(item({utf16_to_utf8(date.text), date.value}));
    }
  } else if (field == "related") {
    for (const Related& related : document.related) {
      lines.push_back(
          item({utf16_to_utf8(related.title), related.kind == RelatedKind::list ? "list" : "inline",
                related.media == Media::video   ? "video"
                : related.media == Media::photo ? "photo"
                                                : ""}));
    }
  } else if (field == "other_articles") {
    for (const OtherArticle& other : document.other_articles) {
      lines.push_back(text_of(other.title));
    }
  } else {
    return "error: no field of the document: " + field;
  }
  return joined(lines);
}

/// "label: text" lines with the class in place of the label; neighbours of one class are one, wherever they
/// are cut.
std::string by_class(const std::string& labelled) {
  std::string out;
  std::string_view last;
  for (std::size_t begin = 0; begin < labelled.size();) {
    const std::size_t end = std::min(labelled.find('\n', begin), labelled.size());
    const std::string line = labelled.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t colon = line.find(": ");
    const std::optional<Label> label = label_of(line.substr(0, colon));
    if (!label || colon == std::string::npos) {
      return labelled;
    }
    if (class_of(*label) != last) {
      last = class_of(*label);
      out += std::string(out.empty() ? "" : "\n") + std::string(last) + ":";
    }
    std::string text = line.substr(colon + 2);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    out += text;
  }
  return out;
}

}  // namespace

std::string expected(const Example& example) {
  return example.option("by") == "class" ? by_class(example.expected) : example.expected;
}

std::string actual(const Example& example) {
  const std::string& kind = example.kind;
  if (kind == "normalize") {
    return normalized(example);
  }
  if (kind == "paragraphs") {
    return segmented(example, SegmentUnit::paragraph);
  }
  if (kind == "lines") {
    return segmented(example, SegmentUnit::line);
  }
  if (kind == "sentences") {
    return segmented(example, SegmentUnit::sentence);
  }
  if (kind == "words") {
    return segmented(example, SegmentUnit::word);
  }
  if (kind == "clitics") {
    return segmented(example, SegmentUnit::clitic);
  }
  if (kind == "glue") {
    return glued(example);
  }
  if (kind == "classify") {
    return example.option("by") == "class" ? by_class(classified(example)) : classified(example);
  }
  if (kind == "extract") {
    return extracted(example);
  }
  return "error: " + (kind == "malformed" ? example.input : "no kind of example: " + kind);
}

}  // namespace naqi::spec
