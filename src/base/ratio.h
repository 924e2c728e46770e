// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
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
  Ratio(const Ratio& other) : above_(other.above_), denominator_(other.denominator_) {
    if (!small()) above_.big = copied(*other.above_.big);
  }
  Ratio(Ratio&& other) noexcept
      : above_(std::exchange(other.above_, {0})),
        denominator_(std::exchange(other.denominator_, 1)) {}
  Ratio& operator=(Ratio other) noexcept {
    std::swap(above_, other.above_);
    std::swap(denominator_, other.denominator_);
    return *this;
  }
  ~Ratio() {
    if (!small()) drop(above_.big);
  }

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
  /// Both must be in lowest terms, with the sign above.
  static Ratio reduced(std::int64_t numerator, std::int64_t denominator);
  static const Big* copied(const Big& value);
  static void drop(const Big* value);
  Big big() const;
  bool small() const { return denominator_ != 0; }

  /// A figure has a dozen fractions, and a ledger ten thousand figures: what is big stands in the
  /// place of the numerator, and no denominator says so.
  union Above {
    std::int64_t numerator;  ///< never the least of its type, so that it has an opposite
    const Big* big;
  };
  Above above_{0};
  std::int64_t denominator_ = 1;
};
static_assert(sizeof(Ratio) == 16);

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
