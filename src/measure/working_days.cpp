// SPDX-License-Identifier: MIT
#include "measure/working_days.h"

#include <algorithm>

namespace taizhang::measure {

bool is_working_day(base::Date day, const model::Plan& plan) {
  const auto has = [&](const model::List<base::Date>& days) {
    return std::any_of(days.items.begin(), days.items.end(),
                       [&](const auto& one) { return one && *one == day; });
  };
  if (has(plan.workdays)) return true;
  const std::chrono::weekday weekday(day);
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !has(plan.holidays);
}

base::Date add_working_days(base::Date day, int count, const model::Plan& plan) {
  for (int left = count; left > 0;) {
    day += std::chrono::days(1);
    if (is_working_day(day, plan)) --left;
  }
  return day;
}

base::Date working_day_from(base::Date day, const model::Plan& plan) {
  return is_working_day(day, plan) ? day : add_working_days(day, 1, plan);
}

}  // namespace taizhang::measure
