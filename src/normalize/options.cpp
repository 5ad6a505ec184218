#include <algorithm>
#include <initializer_list>

#include "naqi/normalize.h"
#include "normalize/nearest.h"

namespace naqi {
namespace {

constexpr auto off = Setting::off;
constexpr auto on = Setting::on;
constexpr auto runs = Setting::runs;
constexpr auto drop = Setting::drop;
constexpr auto remove = Setting::remove;
constexpr auto allah = Setting::allah;
constexpr auto all = Setting::all;

constexpr Setting kSwitch[] = {off, on};
constexpr Setting kByRun[] = {off, on, runs};
constexpr Setting kLigatures[] = {off, on, allah};
constexpr Setting kMarks[] = {off, on, remove};
constexpr Setting kSigns[] = {off, on, all};
constexpr Setting kPunctuation[] = {off, on, drop};
constexpr Setting kJoiners[] = {off, runs, remove};

using enum Operation;
constexpr OptionDescription kOptions[] = {
    {compose, {on, on, on}, "compose", kSwitch, "canonical composition (NFC), marks in canonical order"},
    {compose_hamza,
     {on, on, on},
     "compose_hamza",
     kSwitch,
     "alef maksura or Farsi yeh with a combining hamza become U+0626"},
    {presentation_forms_b,
     {on, on, on},
     "presentation_forms_b",
     kSwitch,
     "the glyphs U+FE80 to U+FEF4 become letters"},
    {lam_alef, {on, on, on}, "lam_alef", kSwitch, "the lam-alef glyphs become two letters"},
    {presentation_forms_a,
     {on, on, on},
     "presentation_forms_a",
     kSwitch,
     "the glyphs and ligatures U+FB50 to U+FDF9 become letters"},
    {word_ligatures,
     {allah, on, allah},
     "word_ligatures",
     kLigatures,
     "ligatures of whole words become their words"},
    {isolated_marks,
     {on, remove, on},
     "isolated_marks",
     kMarks,
     "the spacing forms of marks become the marks alone"},
    {persian_kaf, {runs, on, runs}, "persian_kaf", kByRun, "U+06A9 and U+06AA become kaf"},
    {farsi_yeh, {runs, on, runs}, "farsi_yeh", kByRun, "U+06CC becomes yeh or, in a few words, alef maksura"},
    {heh_variants, {runs, on, runs}, "heh_variants", kByRun, "the hehs of other languages become heh"},
    {fold_alef, {off, on, off}, "fold_alef", kSwitch, "alef with hamza, madda or wasla becomes bare alef"},
    {fold_alef_maksura, {off, on, off}, "fold_alef_maksura", kSwitch, "alef maksura becomes yeh"},
    {fold_teh_marbuta, {off, on, off}, "fold_teh_marbuta", kSwitch, "teh marbuta becomes heh"},
    {fold_hamza, {off, off, off}, "fold_hamza", kSwitch, "hamza on waw and yeh is dropped"},
    {remove_tashkeel, {off, on, off}, "remove_tashkeel", kSwitch, "the vowel signs U+064B to U+0652 go"},
    {remove_small_signs,
     {off, all, off},
     "remove_small_signs",
     kSigns,
     "Quranic signs and the superscript alef go, or every mark but tashkeel and hamza"},
    {remove_tatweel,
     {on, on, on},
     "remove_tatweel",
     kSwitch,
     "tatweel goes, but where the spelling needs it"},
    {ascii_digits, {off, on, off}, "ascii_digits", kSwitch, "Arabic and Persian digits become 0 to 9"},
    {number_signs,
     {off, on, off},
     "number_signs",
     kSwitch,
     "decimal, thousands and percent signs become ASCII"},
    {ascii_punctuation,
     {off, drop, off},
     "ascii_punctuation",
     kPunctuation,
     "Arabic punctuation and guillemets become ASCII, or a space"},
    {ascii_quotes,
     {off, on, off},
     "ascii_quotes",
     kSwitch,
     "typographic quotes, dashes, ellipsis become ASCII"},
    {spaces, {on, on, on}, "spaces", kSwitch, "white space becomes one space, none at the ends of a line"},
    {remove_invisibles, {on, on, on}, "remove_invisibles", kSwitch, "invisible format characters go"},
    {joiners, {runs, remove, runs}, "joiners", kJoiners, "ZWNJ and ZWJ go where they have no function"},
    {collapse_elongation,
     {off, on, off},
     "collapse_elongation",
     kSwitch,
     "a letter that stands three times or more stands once"},
    {fix_spacing, {on, off, on}, "fix_spacing", kSwitch, "no space before a stop, one after it"},
    {decode_entities, {on, on, on}, "decode_entities", kSwitch, "HTML entities become their characters"},
    {repair_mojibake,
     {off, off, on},
     "repair_mojibake",
     kSwitch,
     "UTF-8 that was read as Windows-1252 or 1256 is read again"},
    {separate_glued, {on, on, on}, "separate_glued", kSwitch, "a space where two words are certainly glued"},
    {arabic_punctuation,
     {off, off, off},
     "arabic_punctuation",
     kSwitch,
     "a Latin comma, semicolon or question mark between Arabic words becomes Arabic"},
};
static_assert(std::size(kOptions) == kOperationCount);

constexpr std::string_view kSettingNames[] = {"off", "on", "runs", "drop", "delete", "allah", "all"};
constexpr std::string_view kProfileNames[] = {"reading", "search", "corpus"};
constexpr std::string_view kPresetNames[] = {"none", "lucene", "camel", "pyarabic", "arabert"};

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

Error unknown(std::string_view what, std::string_view given, std::string_view suggestion) {
  return {ErrorCode::invalid_option,
          "unknown " + std::string(what) + " " + quoted(given) + "; did you mean " + quoted(suggestion) + "?",
          std::nullopt};
}

std::string_view unaliased(std::string_view value) noexcept {
  return value == "true" ? "on" : value == "false" ? "off" : value;
}

}  // namespace

std::string_view name(Operation operation) noexcept {
  return kOptions[static_cast<std::size_t>(operation)].name;
}
std::string_view name(Setting setting) noexcept { return kSettingNames[static_cast<std::size_t>(setting)]; }
std::string_view name(Profile profile) noexcept { return kProfileNames[static_cast<std::size_t>(profile)]; }
std::string_view name(Compatibility preset) noexcept {
  return kPresetNames[static_cast<std::size_t>(preset)];
}
std::span<const OptionDescription> option_descriptions() noexcept { return kOptions; }

NormalizeOptions NormalizeOptions::of(Profile profile) noexcept {
  NormalizeOptions options;
  options.profile = profile;
  for (const OptionDescription& option : kOptions) {
    options.settings[static_cast<std::size_t>(option.operation)] =
        option.defaults[static_cast<std::size_t>(profile)];
  }
  return options;
}

NormalizeOptions NormalizeOptions::of(Compatibility preset) noexcept {
  NormalizeOptions options;
  if (preset == Compatibility::none) {
    return of(Profile::reading);
  }
  options.profile = Profile::search;
  options.compatibility = preset;
  return options;
}

Result<NormalizeOptions> NormalizeOptions::of_profile(std::string_view name) {
  const auto found = std::find(std::begin(kProfileNames), std::end(kProfileNames), name);
  if (found == std::end(kProfileNames)) {
    return unknown("profile", name, nearest(name, kProfileNames));
  }
  return of(static_cast<Profile>(found - std::begin(kProfileNames)));
}

Result<NormalizeOptions> NormalizeOptions::of_preset(std::string_view name) {
  const auto presets = std::span(kPresetNames).subspan(1);
  const auto found = std::find(presets.begin(), presets.end(), name);
  if (found == presets.end()) {
    return unknown("compatibility preset", name, nearest(name, presets));
  }
  return of(static_cast<Compatibility>(found - presets.begin() + 1));
}

std::optional<Error> NormalizeOptions::set(std::string_view option, std::string_view value) {
  const auto* const found = std::find_if(std::begin(kOptions), std::end(kOptions),
                                         [&](const auto& each) { return each.name == option; });
  if (found == std::end(kOptions)) {
    std::array<std::string_view, kOperationCount> names;
    std::transform(std::begin(kOptions), std::end(kOptions), names.begin(),
                   [](const auto& each) { return each.name; });
    return unknown("option", option, nearest(option, names));
  }
  const auto setting = std::find_if(found->values.begin(), found->values.end(),
                                    [&](Setting each) { return naqi::name(each) == unaliased(value); });
  if (setting == found->values.end()) {
    std::string message = "option " + quoted(option) + " cannot be " + quoted(value) + "; it takes ";
    for (std::size_t i = 0; i < found->values.size(); ++i) {
      message += i == 0 ? "" : i + 1 == found->values.size() ? " or " : ", ";
      message += naqi::name(found->values[i]);
    }
    return Error{ErrorCode::invalid_option, std::move(message), std::nullopt};
  }
  if (compatibility != Compatibility::none) {
    return Error{ErrorCode::invalid_option,
                 "option " + quoted(option) + " contradicts the compatibility preset " +
                     quoted(naqi::name(compatibility)) +
                     ", which fixes every operation; take a profile instead",
                 std::nullopt};
  }
  settings[static_cast<std::size_t>(found->operation)] = *setting;
  return std::nullopt;
}

}  // namespace naqi
