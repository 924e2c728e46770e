// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace taizhang::base {

/// An exact fraction in lowest terms. Completions and means stay fractions until they are printed,
/// so that no figure is ever rounded twice. Most fit into two 64-bit numbers; one that does not is
/// kept as a number of any length, and comes back as soon as it fits again. To divide by zero
/// throws `std::domain_error`.
class Ratio {
 public:
  Ratio() = default;
  template <std::integral Whole>
  Ratio(Whole number) : Ratio(whole(number)) {}
  explicit Ratio(Decimal value);

  /// `numerator` / `denominator`, whatever their signs and common factors.
  Ratio(std::int64_t numerator, std::int64_t denominator);

  bool is_whole() const;

  /// -1, 0 or 1.
  int sign() const;

  /// In lowest terms, the minus before the numerator: `-1/2`; a whole number alone: `221`.
  std::string text() const;

  Ratio operator-() const;
  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  friend Ratio operator/(const Ratio& a, const Ratio& b);
  Ratio& operator+=(const Ratio& other) { return *this = *this + other; }
  Ratio& operator-=(const Ratio& other) { return *this = *this - other; }
  Ratio& operator*=(const Ratio& other) { return *this = *this * other; }
  Ratio& operator/=(const Ratio& other) { return *this = *this / other; }

  friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

  /// The size without the sign.
  friend Ratio abs(const Ratio& value) { return value.sign() < 0 ? -value : value; }

  /// The nearest whole number that is not above, not below the value.
  friend Ratio floor(const Ratio& value);
  friend Ratio ceil(const Ratio& value);

  friend std::string rounded(const Ratio& value, int places);

 private:
  struct Big;

  template <std::integral Whole>
  static Ratio whole(Whole number) {
    if (std::in_range<std::int64_t>(number)) return Ratio(static_cast<std::int64_t>(number), 1);
    return unsigned_whole(static_cast<std::uint64_t>(number));
  }
  static Ratio unsigned_whole(std::uint64_t number);

  static Ratio of(Big value);
  Big big() const;
  bool small() const { return big_ == nullptr; }

  std::int64_t numerator_ = 0;  ///< never the least of its type, so that it has an opposite
  std::int64_t denominator_ = 1;
  std::shared_ptr<const Big> big_;  ///< set where the value does not fit into the two
};

inline Ratio to_ratio(Decimal value) { return Ratio(value); }
inline Ratio to_ratio(long long value) { return Ratio(value); }

/// `value` with `places` decimals, rounded half away from zero: 0.125 at 2 places is `0.13`.
std::string rounded(const Ratio& value, int places);

/// `value` times 100 with `places` decimals, without a sign of per cent.
std::string percent(const Ratio& value, int places);

/// `value` held between 0 and 1.
Ratio clamped(const Ratio& value);

/// The plain mean; `values` must not be empty.
Ratio mean(const std::vector<Ratio>& values);

}  // namespace taizhang::base
