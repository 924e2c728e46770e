// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "example/indicator.h"

namespace taizhang::example {

/// Who reports a number: a unit as the plan names it, and the other lead of a joint task or "".
struct Reporters {
  std::string_view main;
  std::string_view other;
};

/// Give `drawn.indicator` its readings over the period: the figures by the task's pace, the days
/// of the reports by a habit, and what goes wrong with them. Cumulative figures never fall, a jump
/// has its reason, a correction its approval (RULES.md §4, §7).
void report(const Scene& scene, const Reporters& reporters, Drawn& drawn);

/// The days that the figures are of: the ends of weeks, months or quarters, the points of a season,
/// and always the last day.
std::vector<Date> data_dates(const Drawn& drawn);

/// The newest figure known at the end that no other corrects; nothing where there is none.
std::optional<base::Decimal> last_value(const model::Indicator& indicator);

}  // namespace taizhang::example
