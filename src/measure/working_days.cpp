// SPDX-License-Identifier: MIT
#include "measure/working_days.h"

#include <algorithm>

namespace taizhang::measure {

base::Date add_working_days(base::Date day, int count, const model::List<base::Date>& holidays) {
  const auto is_working = [&](base::Date date) {
    const std::chrono::weekday weekday(date);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    return std::none_of(holidays.items.begin(), holidays.items.end(),
                        [&](const auto& holiday) { return holiday && *holiday == date; });
  };
  for (int left = count; left > 0;) {
    day += std::chrono::days(1);
    if (is_working(day)) --left;
  }
  return day;
}

}  // namespace taizhang::measure
