// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "example/period.h"

namespace taizhang::example {

/// What an example ledger is made from: the same options give the same bytes on every machine.
struct Options {
  int plans = 1;
  int tasks = 60;  ///< of each plan
  std::uint64_t seed = 1;
  /// The period of the first plan; each further plan has the period that follows.
  Period period{base::Date{std::chrono::year{2024} / 1 / 1},
                base::Date{std::chrono::year{2024} / 12 / 31}};
};

inline constexpr int most_plans = 20;
inline constexpr int most_tasks = 100'000;
/// Half a year has room for every course of events, five years are the longest plans there are.
inline constexpr int shortest_period = 180;  ///< days
inline constexpr int longest_period = 1830;  ///< days
/// The years that the periods of all plans lie in: a ledger's dates have four digits.
inline constexpr int first_year = 1950;
inline constexpr int last_year = 2950;

}  // namespace taizhang::example
