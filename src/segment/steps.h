#pragma once

// A count of the loop steps that the segmenter takes, for the test that holds it to linear time.
// Only that test's own build of these sources counts; elsewhere a step is nothing.

#ifdef NAQI_COUNT_STEPS
#include <cstdint>
namespace naqi {
inline std::uint64_t g_steps = 0;
}
#define NAQI_STEP() (++::naqi::g_steps)
#else
#define NAQI_STEP() static_cast<void>(0)
#endif
