// SPDX-License-Identifier: MIT
#include "measure/history.h"

#include <algorithm>

#include "measure/figures.h"
#include "measure/periods.h"

namespace taizhang::measure {

using base::Date;
using model::Light;
using model::OrderLevel;

std::vector<MonthLight> month_lights(const Frame& frame, const model::TaskFile& file, Clocks clocks,
                                     Trace* trace) {
  const model::Plan& plan = frame.plan;
  std::vector<MonthLight> months;
  if (!plan.period.start || !plan.period.end) return months;
  const Date last = std::min(*plan.period.end, clocks.as_of);
  for (Date end = month_end(*plan.period.start);; end = month_end(end + std::chrono::days(1))) {
    const Date day = std::min(end, *plan.period.end);
    if (day > last) break;
    const Date deadline = month_deadline(day, frame.limits.deadlines);
    if (deadline <= clocks.known_by && deadline >= plan.issued.value_or(Date::min())) {
      months.push_back({day, measure_task(frame, file, {day, deadline}).light()});
      if (trace)
        trace->tell<"month.known_by_deadline">(months.back().light, day, deadline,
                                               months.back().light);
    }
    if (end >= *plan.period.end) break;
  }
  return months;
}

std::optional<OrderLevel> suggested_order(const std::vector<MonthLight>& months, Trace* trace) {
  if (months.empty()) {
    if (trace) trace->tell<"order.no_months">(std::nullopt);
    return std::nullopt;
  }
  const Light now = months.back().light;
  if (now != Light::yellow && now != Light::red) {
    if (trace) trace->tell<"order.not_behind">(std::nullopt, now);
    return std::nullopt;
  }
  const auto reds = std::count_if(months.begin(), months.end(), [](const MonthLight& month) {
    return month.light == Light::red;
  });
  if (reds > 0) {
    const OrderLevel level = reds >= 3   ? OrderLevel::talk
                             : reds == 2 ? OrderLevel::listed
                                         : OrderLevel::order;
    if (trace) trace->tell<"order.by_reds">(level, reds);
    return level;
  }
  const bool twice = months.size() > 1 && months[months.size() - 2].light == Light::yellow;
  const OrderLevel level = twice ? OrderLevel::order : OrderLevel::reminder;
  if (trace) trace->tell<"order.by_yellow">(level, twice);
  return level;
}

}  // namespace taizhang::measure
