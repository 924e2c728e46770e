// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace taizhang::base {

/// Why a text is not a decimal.
enum class DecimalFault { not_a_number, too_many_places, too_many_digits };

struct ParsedDecimal;

/// An exact decimal number: a whole count of millionths. At most 12 digits before the point, 6
/// after it and 15 in all, so that it also survives a trip through a reader of JSON doubles, and
/// sums and differences of two never overflow.
class Decimal {
 public:
  constexpr Decimal() = default;
  static constexpr Decimal whole(std::int64_t number) { return Decimal(number * one); }
  static constexpr Decimal of_micros(std::int64_t micros) { return Decimal(micros); }

  /// Read `-12.5`: digits, at most one point, no sign but `-`, no exponent, no leading zero.
  static ParsedDecimal parse(std::string_view text);

  constexpr std::int64_t micros() const { return micros_; }
  bool is_whole() const { return micros_ % one == 0; }

  /// The shortest text that reads back the same: `27.34`, `-3`, `0`.
  std::string text() const;

  friend constexpr auto operator<=>(Decimal, Decimal) = default;
  friend constexpr Decimal operator-(Decimal a, Decimal b) {
    return Decimal(a.micros_ - b.micros_);
  }
  friend constexpr Decimal operator+(Decimal a, Decimal b) {
    return Decimal(a.micros_ + b.micros_);
  }

 private:
  static constexpr std::int64_t one = 1'000'000;
  constexpr explicit Decimal(std::int64_t micros) : micros_(micros) {}

  std::int64_t micros_ = 0;
};

struct ParsedDecimal {
  std::optional<Decimal> decimal;
  DecimalFault fault = DecimalFault::not_a_number;
};

}  // namespace taizhang::base
