// SPDX-License-Identifier: MIT
#include "base/ratio.h"

#include <gmpxx.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>

namespace taizhang::base {

// Products of two 64-bit numbers, and the sum of two such products, have room in 128 bits. So every
// sum of two small fractions is worked out there without overflow, and only the result may turn out
// not to be small. Common factors are taken out before multiplying (Knuth, The Art of Computer
// Programming 4.5.1), so that no greatest common divisor of 128-bit numbers is ever needed.

struct Ratio::Big {
  mpq_class value;
};

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

bool fits(Wide number) { return number >= -most && number <= most; }

mpz_class wide(std::int64_t number) { return mpz_class(static_cast<long>(number)); }

/// How many powers of ten a 64-bit number can be raised by in 128 bits, and doubled.
constexpr int most_places_in_wide = 18;

/// The size of `value` times 10^`places` as a whole number, rounded half up.
mpz_class rounded_size(const mpq_class& value, int places) {
  mpz_class scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(places));
  const mpz_class twice = 2 * abs(value.get_num()) * scale + value.get_den();
  return twice / (2 * value.get_den());
}

std::optional<std::int64_t> small_number(const mpz_class& number) {
  if (!number.fits_slong_p() || !fits(number.get_si())) return std::nullopt;
  return number.get_si();
}

}  // namespace

const Ratio::Big* Ratio::copied(const Big& value) { return new Big(value); }

void Ratio::drop(const Big* value) { delete value; }

Ratio Ratio::reduced(std::int64_t numerator, std::int64_t denominator) {
  Ratio result;
  result.above_.numerator = numerator;
  result.denominator_ = denominator;
  return result;
}

Ratio::Big Ratio::big() const {
  if (!small()) return *above_.big;
  Big result;
  result.value.get_num() = wide(above_.numerator);
  result.value.get_den() = wide(denominator_);
  return result;
}

Ratio Ratio::of(Big value) {
  const auto numerator = small_number(value.value.get_num());
  const auto denominator = small_number(value.value.get_den());
  if (numerator && denominator) return reduced(*numerator, *denominator);
  Ratio result;
  result.above_.big = copied(value);
  result.denominator_ = 0;
  return result;
}

Ratio::Ratio(Decimal value) : Ratio(value.micros(), 1'000'000) {}

Ratio::Ratio(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw std::domain_error("a fraction with the denominator zero");
  if (denominator == 1 && fits(numerator)) {
    above_.numerator = numerator;
  } else if (fits(numerator) && fits(denominator)) {
    const std::int64_t common = std::gcd(numerator, denominator);
    const std::int64_t sign = denominator < 0 ? -1 : 1;
    above_.numerator = numerator / common * sign;
    denominator_ = denominator / common * sign;
  } else {
    Big made{mpq_class(wide(numerator), wide(denominator))};
    made.value.canonicalize();
    *this = of(std::move(made));
  }
}

Ratio Ratio::unsigned_whole(std::uint64_t number) {
  return of({mpq_class(static_cast<unsigned long>(number))});
}

bool Ratio::is_whole() const {
  return small() ? denominator_ == 1 : above_.big->value.get_den() == 1;
}

int Ratio::sign() const {
  if (!small()) return sgn(above_.big->value);
  return above_.numerator < 0 ? -1 : above_.numerator > 0 ? 1 : 0;
}

std::string Ratio::text() const {
  if (!small()) return above_.big->value.get_str();
  std::string result = std::to_string(above_.numerator);
  if (denominator_ != 1) result += "/" + std::to_string(denominator_);
  return result;
}

Ratio Ratio::operator-() const {
  if (!small()) return of({-above_.big->value});
  return reduced(-above_.numerator, denominator_);
}

Ratio operator+(const Ratio& a, const Ratio& b) {
  if (a.small() && b.small()) {
    const std::int64_t common = std::gcd(a.denominator_, b.denominator_);
    const std::int64_t rest = b.denominator_ / common;
    Wide numerator =
        Wide(a.above_.numerator) * rest + Wide(b.above_.numerator) * (a.denominator_ / common);
    // What is still to be reduced can only be a factor that the denominators share.
    const std::int64_t factor =
        common == 1 ? 1 : std::gcd(static_cast<std::int64_t>(numerator % common), common);
    numerator /= factor;
    const Wide denominator = Wide(a.denominator_ / factor) * rest;
    if (fits(numerator) && fits(denominator)) {
      return Ratio::reduced(static_cast<std::int64_t>(numerator),
                            static_cast<std::int64_t>(denominator));
    }
  }
  return Ratio::of({a.big().value + b.big().value});
}

Ratio operator-(const Ratio& a, const Ratio& b) { return a + -b; }

Ratio operator*(const Ratio& a, const Ratio& b) {
  if (a.small() && b.small()) {
    const std::int64_t one = std::gcd(a.above_.numerator, b.denominator_);
    const std::int64_t other = std::gcd(b.above_.numerator, a.denominator_);
    const Wide numerator = Wide(a.above_.numerator / one) * (b.above_.numerator / other);
    const Wide denominator = Wide(a.denominator_ / other) * (b.denominator_ / one);
    if (fits(numerator) && fits(denominator)) {
      return Ratio::reduced(static_cast<std::int64_t>(numerator),
                            static_cast<std::int64_t>(denominator));
    }
  }
  return Ratio::of({a.big().value * b.big().value});
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  if (b.sign() == 0) throw std::domain_error("a fraction divided by zero");
  if (!b.small()) return Ratio::of({a.big().value / b.above_.big->value});
  const std::int64_t below = b.above_.numerator;
  return a * (below < 0 ? Ratio::reduced(-b.denominator_, -below)
                        : Ratio::reduced(b.denominator_, below));
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  if (a.small() && b.small()) {
    if (a.denominator_ == b.denominator_) return a.above_.numerator <=> b.above_.numerator;
    const Wide left = Wide(a.above_.numerator) * b.denominator_;
    const Wide right = Wide(b.above_.numerator) * a.denominator_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  return cmp(a.big().value, b.big().value) <=> 0;
}

Ratio floor(const Ratio& value) {
  if (value.is_whole()) return value;
  if (value.small()) {
    // Division cuts towards zero.
    return value.above_.numerator / value.denominator_ - (value.above_.numerator < 0 ? 1 : 0);
  }
  const mpq_class& exact = value.above_.big->value;
  mpz_class whole;
  mpz_fdiv_q(whole.get_mpz_t(), exact.get_num_mpz_t(), exact.get_den_mpz_t());
  return Ratio::of({mpq_class(whole)});
}

Ratio ceil(const Ratio& value) { return -floor(-value); }

std::string rounded(const Ratio& value, int places) {
  // Half away from zero: round the size, then put the sign back (never a "-0.00").
  std::string digits;
  if (value.small() && places <= most_places_in_wide) {
    Wide scaled = value.above_.numerator < 0 ? -value.above_.numerator : value.above_.numerator;
    for (int i = 0; i < places; ++i) scaled *= 10;
    const Wide size = (2 * scaled + value.denominator_) / (2 * Wide(value.denominator_));
    digits = fits(size) ? std::to_string(static_cast<std::int64_t>(size)) : "";
  }
  if (digits.empty()) digits = rounded_size(value.big().value, places).get_str();
  const bool is_zero = digits == "0";
  const std::size_t wanted = static_cast<std::size_t>(places);
  if (digits.size() <= wanted) digits.insert(0, wanted + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - wanted, ".");
  return (value.sign() < 0 && !is_zero ? "-" : "") + digits;
}

std::string percent(const Ratio& value, int places) { return rounded(value * 100, places); }

Ratio clamped(const Ratio& value) { return std::clamp(value, Ratio(0), Ratio(1)); }

Ratio mean(const std::vector<Ratio>& values) {
  Ratio sum = 0;
  for (const Ratio& value : values) sum += value;
  return sum / values.size();
}

}  // namespace taizhang::base
