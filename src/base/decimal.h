// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

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

/// What `Decimal::parse` takes, but for the digits in all: as a regular expression (ECMA 262), as a
/// limit that sizes stay below, and in words.
inline constexpr std::string_view decimal_pattern =
    R"(^-?(0|[1-9][0-9]{0,11})(\.([0-9]{1,6}|[0-9]{6}0+))?$)";
inline constexpr std::int64_t decimal_limit = 1'000'000'000'000;
inline constexpr Bilingual decimal_form{
    "要写成 1234.5 的样子，不带单位、千分位、正号和前导零",
    "write it as 1234.5: no unit, thousands mark, plus sign or leading zero"};

struct ParsedDecimal {
  std::optional<Decimal> decimal;
  DecimalFault fault = DecimalFault::not_a_number;
};

}  // namespace taizhang::base
