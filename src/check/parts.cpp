// SPDX-License-Identifier: MIT
#include "check/parts.h"

#include <algorithm>
#include <cstdlib>

namespace taizhang::check {

using base::Decimal;

namespace {

constexpr Decimal one = Decimal::whole(1);
constexpr Decimal hundred = Decimal::whole(100);
/// Sums that a slip of a part of a hundred may leave.
constexpr Decimal least_of_hundred = Decimal::whole(80);
constexpr Decimal most_of_hundred = Decimal::whole(120);

}  // namespace

Decimal sum_of(const Weights& weights) {
  Decimal sum;
  for (const auto* weight : weights) sum = sum + **weight;
  return sum;
}

std::optional<Decimal> whole_of(const Weights& weights) {
  if (weights.size() < 2) return std::nullopt;
  const auto is_part_of_one = [](const auto* weight) { return **weight < one; };
  if (std::all_of(weights.begin(), weights.end(), is_part_of_one)) return one;
  if (std::any_of(weights.begin(), weights.end(), is_part_of_one)) return std::nullopt;
  const Decimal sum = sum_of(weights);
  if (sum < least_of_hundred || sum > most_of_hundred) return std::nullopt;
  return hundred;
}

bool come_to(Decimal sum, Decimal whole, std::size_t parts) {
  const std::int64_t off = std::abs((sum - whole).micros());
  const std::int64_t half_a_hundredth = whole.micros() / 200;
  return off == 0 || off < static_cast<std::int64_t>(parts) * half_a_hundredth;
}

bool are_alike(const Weights& weights) {
  return std::all_of(weights.begin(), weights.end(),
                     [&](const auto* weight) { return **weight == **weights.front(); });
}

}  // namespace taizhang::check
