// SPDX-License-Identifier: MIT
#include "base/ratio.h"

#include <algorithm>

namespace taizhang::base {

Ratio to_ratio(Decimal value) {
  Ratio result(mpz_class(static_cast<long>(value.micros())), mpz_class(1'000'000));
  result.canonicalize();
  return result;
}

Ratio to_ratio(long long value) { return Ratio(static_cast<long>(value)); }

std::string rounded(const Ratio& value, int places) {
  mpz_class scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(places));
  // Half away from zero: round the size, then put the sign back (never a "-0.00").
  const mpz_class twice = 2 * abs(value.get_num()) * scale + value.get_den();
  const mpz_class size = twice / (2 * value.get_den());
  std::string digits = size.get_str();
  const std::size_t wanted = static_cast<std::size_t>(places);
  if (digits.size() <= wanted) digits.insert(0, wanted + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - wanted, ".");
  return (value < 0 && size != 0 ? "-" : "") + digits;
}

std::string percent(const Ratio& value, int places) { return rounded(value * 100, places); }

Ratio clamped(const Ratio& value) { return std::clamp(value, Ratio(0), Ratio(1)); }

Ratio mean(const std::vector<Ratio>& values) {
  Ratio sum = 0;
  for (const Ratio& value : values) sum += value;
  return sum / static_cast<unsigned long>(values.size());
}

}  // namespace taizhang::base
