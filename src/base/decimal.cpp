// SPDX-License-Identifier: MIT
#include "base/decimal.h"

#include <fmt/format.h>

#include <algorithm>

namespace taizhang::base {

namespace {

constexpr std::size_t most_digits_before_point = 12;
constexpr std::size_t most_places = 6;
constexpr std::size_t most_digits = 15;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

ParsedDecimal Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view before = text.substr(0, point);
  std::string_view after;
  if (point != std::string_view::npos) {
    after = text.substr(point + 1);
    if (!all_digits(after)) return {};
  }
  if (!all_digits(before) || (before.size() > 1 && before[0] == '0')) return {};
  while (after.ends_with('0')) after.remove_suffix(1);
  if (after.size() > most_places) return {std::nullopt, DecimalFault::too_many_places};
  if (before.size() > most_digits_before_point || before.size() + after.size() > most_digits) {
    return {std::nullopt, DecimalFault::too_many_digits};
  }
  std::int64_t micros = 0;
  for (char c : before) micros = micros * 10 + (c - '0');
  for (std::size_t i = 0; i < most_places; ++i) {
    micros = micros * 10 + (i < after.size() ? after[i] - '0' : 0);
  }
  return {Decimal(negative ? -micros : micros), {}};
}

std::string Decimal::text() const {
  const std::int64_t size = micros_ < 0 ? -micros_ : micros_;
  std::string result = fmt::format("{}{}", micros_ < 0 ? "-" : "", size / one);
  if (size % one != 0) {
    result += fmt::format(".{:06}", size % one);
    result.erase(result.find_last_not_of('0') + 1);
  }
  return result;
}

}  // namespace taizhang::base
