#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "naqi/error.h"
#include "naqi/span.h"

namespace naqi {

/// The operations of normalisation, in the order in which the specification numbers them
/// (tests/spec/normalization.md). The names of the enumerators are the names of the options.
enum class Operation : std::uint8_t {
  compose,
  compose_hamza,
  presentation_forms_b,
  lam_alef,
  presentation_forms_a,
  word_ligatures,
  isolated_marks,
  persian_kaf,
  farsi_yeh,
  heh_variants,
  fold_alef,
  fold_alef_maksura,
  fold_teh_marbuta,
  fold_hamza,
  remove_tashkeel,
  remove_small_signs,
  remove_tatweel,
  ascii_digits,
  number_signs,
  ascii_punctuation,
  ascii_quotes,
  spaces,
  remove_invisibles,
  joiners,
  collapse_elongation,
  fix_spacing,
  decode_entities,
  repair_mojibake,
  separate_glued,
  arabic_punctuation,
};
inline constexpr std::size_t kOperationCount = 30;

/// "compose", "compose_hamza", …: the name of the option that switches the operation.
[[nodiscard]] std::string_view name(Operation operation) noexcept;

/// `runs`: only where the run of words is not Persian, Urdu, Kurdish or another language in Arabic
/// script. `drop`: the sign becomes a space. `allah`: U+FDF2 and no other word ligature.
/// `all`: every mark but tashkeel and the combining hamza, not only the signs of the Quran.
enum class Setting : std::uint8_t { off, on, runs, drop, remove /* spelled "delete" */, allah, all };
enum class Profile : std::uint8_t { reading, search, corpus };
enum class Compatibility : std::uint8_t { none, lucene, camel, pyarabic, arabert };

[[nodiscard]] std::string_view name(Setting setting) noexcept;
[[nodiscard]] std::string_view name(Profile profile) noexcept;
[[nodiscard]] std::string_view name(Compatibility preset) noexcept;

/// One line of the table of options, for those who list or document them.
struct OptionDescription {
  Operation operation;
  std::array<Setting, 3> defaults;  ///< in the profiles reading, search, corpus
  std::string_view name;            ///< as `NormalizeOptions::set` takes it
  std::span<const Setting> values;  ///< what the option can be set to
  std::string_view summary;         ///< one line, English
};
/// All options, in the order of `Operation`.
[[nodiscard]] std::span<const OptionDescription> option_descriptions() noexcept;

/// A setting for every operation. Made from a profile, then changed one by one.
struct NormalizeOptions {
  Profile profile = Profile::reading;
  Compatibility compatibility = Compatibility::none;
  std::array<Setting, kOperationCount> settings{};

  [[nodiscard]] static NormalizeOptions of(Profile profile) noexcept;
  [[nodiscard]] static NormalizeOptions of(Compatibility preset) noexcept;

  [[nodiscard]] Setting operator[](Operation operation) const noexcept {
    return settings[static_cast<std::size_t>(operation)];
  }
  /// The same by name ("search", "lucene"). Errors: `invalid_option`, naming the nearest valid name.
  [[nodiscard]] static Result<NormalizeOptions> of_profile(std::string_view name);
  [[nodiscard]] static Result<NormalizeOptions> of_preset(std::string_view name);

  /// Sets one option by name: ("fold_alef", "on"); "true" and "false" stand for "on" and "off".
  /// Errors: `invalid_option`, naming the nearest valid name or the values that the option takes; a
  /// compatibility preset allows no option to be changed.
  [[nodiscard]] std::optional<Error> set(std::string_view option, std::string_view value);
  friend bool operator==(const NormalizeOptions&, const NormalizeOptions&) = default;
};

/// Where every unit of a normalised text comes from, and where every unit of its source went.
///
/// Stored as the sorted list of places that changed their length or their clusters; between them text and
/// source run in step, unit for unit, and only the edits tell that a letter became another.
/// Memory is bounded by the number of changes, a lookup takes its logarithm.
class OffsetMap {
 public:
  /// `source` became `text`; either may be empty (an insertion, a deletion).
  struct Change {
    Span source;
    Span text;
    friend bool operator==(const Change&, const Change&) = default;
  };

  OffsetMap() = default;
  /// The map that changes nothing, over a text of `size` units.
  explicit OffsetMap(std::uint32_t size) : source_size_(size), text_size_(size) {}
  OffsetMap(std::uint32_t source_size, std::uint32_t text_size, std::vector<Change> changes);

  [[nodiscard]] std::uint32_t source_size() const noexcept { return source_size_; }
  [[nodiscard]] std::uint32_t text_size() const noexcept { return text_size_; }
  [[nodiscard]] std::span<const Change> changes() const noexcept { return changes_; }

  /// The source span of a span of the text: from the start of the first unit's source to the end
  /// of the last one's. What was inserted at an edge does not widen it; an empty span gives an
  /// empty one. O(log changes).
  [[nodiscard]] Span source_of(Span text) const noexcept;
  /// The smallest span of the text that holds all that the units of `source` became; empty, at
  /// the right place, if all of it was removed. O(log changes).
  [[nodiscard]] Span text_of(Span source) const noexcept;

 private:
  std::uint32_t source_size_ = 0;
  std::uint32_t text_size_ = 0;
  std::vector<Change> changes_;
};

/// One thing that normalisation did: `source` (units of the source) became `text` (units of the
/// normalised text), because of `operation`. Several operations on one place are several edits. With
/// `repair_mojibake` off, an edit of that name reports a run that could be repaired and was left.
struct Edit {
  Operation operation = Operation::compose;
  Span source;
  Span text;
};

struct NormalizedText {
  std::u16string text;
  OffsetMap map;
  std::vector<Edit> edits;  ///< in the order of the source

  /// The source span of one unit of `text`; both units of a surrogate pair give that of the pair.
  /// O(log changes). `unit` must be less than `text.size()`.
  [[nodiscard]] Span source_of_unit(std::uint32_t unit) const noexcept;
};

/// Normalises a text. Total: every sequence of UTF-16 units has a result, lone surrogates become
/// U+FFFD. Linear in the length of the text. Idempotent for every profile.
/// `source` holds at most `kMaxTextUnits` units; callers at the edge (command line, bindings) check.
[[nodiscard]] NormalizedText normalize(
    std::u16string_view source, const NormalizeOptions& options = NormalizeOptions::of(Profile::reading));

}  // namespace naqi
