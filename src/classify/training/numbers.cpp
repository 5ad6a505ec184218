#include "numbers.h"

#include <cmath>
#include <initializer_list>

namespace naqi::fit {

double exponential(double x) {
  if (x < -60) {
    return 0;
  }
  int halvings = 0;
  while (x > 0.5 || x < -0.5) {
    x *= 0.5;
    ++halvings;
  }
  double value = 1 + x / 11;
  for (const double inverse :
       {1.0 / 10, 1.0 / 9, 1.0 / 8, 1.0 / 7, 1.0 / 6, 1.0 / 5, 1.0 / 4, 1.0 / 3, 1.0 / 2, 1.0}) {
    value = 1 + value * x * inverse;
  }
  for (; halvings > 0; --halvings) {
    value *= value;
  }
  return value;
}

double logarithm(double x) {
  int exponent = 0;
  const double mantissa = std::frexp(x, &exponent);
  double y = mantissa - 1;
  for (int i = 0; i < 8; ++i) {
    const double e = exponential(y);
    y += 2 * (mantissa - e) / (mantissa + e);
  }
  constexpr double kLogOfTwo = 0.693147180559945309417;
  return y + exponent * kLogOfTwo;
}

}  // namespace naqi::fit
