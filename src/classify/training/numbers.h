#pragma once

namespace naqi::fit {

// std::exp and std::log are not the same on every machine; these use additions, multiplications and divisions
// of IEEE doubles only, in one order.

/// e^x, by squaring a Taylor polynomial.
[[nodiscard]] double exponential(double x);
/// ln x for x > 0, by Newton's method on the exponential.
[[nodiscard]] double logarithm(double x);

}  // namespace naqi::fit
