#pragma once

// A count of the loop steps that the segmenter takes, for the test that holds it to linear time.
// Only that test's own build of these sources counts; elsewhere a step is nothing.

#ifdef NAQI_COUNT_STEPS
#include <cstdint>
namespace naqi {
inline std::uint64_t g_steps = 0;
}
#define NAQI_STEPS(count) (::naqi::g_steps += (count))
#else
#define NAQI_STEPS(count) static_cast<void>(count)
#endif
#define NAQI_STEP() NAQI_STEPS(1)
