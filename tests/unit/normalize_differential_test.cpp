// The library against the naive reference, over random strings of the characters that the rules are
// about. NAQI_DIFFERENTIAL_STRINGS says how many (a million by default).

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <string>

#include "naqi/normalize.h"
#include "unit/normalize_random.h"
#include "unit/normalize_reference.h"

namespace naqi {
namespace {

void compare(const std::u16string& source, const NormalizeOptions& options) {
  const std::u16string expected = test::reference_normalize(source, options);
  const std::u16string actual = normalize(source, options).text;
  ASSERT_EQ(test::escaped(actual), test::escaped(expected))
      << "profile " << name(options.profile) << "\nsource   " << test::escaped(source);
}

TEST(NormalizeDifferential, RandomStrings) {
  const char* set = std::getenv("NAQI_DIFFERENTIAL_STRINGS");
  const long strings = set != nullptr ? std::atol(set) : 1000000;
  test::RandomArabic random(20240229);
  const NormalizeOptions profiles[] = {NormalizeOptions::of(Profile::reading),
                                       NormalizeOptions::of(Profile::search),
                                       NormalizeOptions::of(Profile::corpus)};
  for (long i = 0; i < strings && !HasFatalFailure(); ++i) {
    compare(random.next(), profiles[i % 3]);
  }
}

TEST(NormalizeDifferential, EveryOptionOnAndOff) {
  test::RandomArabic random(1445);
  for (const OptionDescription& option : option_descriptions()) {
    for (const Setting value : option.values) {
      for (const Profile profile : {Profile::reading, Profile::search}) {
        NormalizeOptions options = NormalizeOptions::of(profile);
        options.settings[static_cast<std::size_t>(option.operation)] = value;
        for (int i = 0; i < 300 && !HasFatalFailure(); ++i) {
          compare(random.next(), options);
        }
      }
    }
  }
}

}  // namespace
}  // namespace naqi
