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
  if (frame.is_public()) return months;
  clocks = days_measured(frame, file.task, clocks);
  const Date last = std::min(*plan.period.end, clocks.as_of);
  bool follows = false;
  for (Date end = month_end(*plan.period.start);; end = month_end(end + std::chrono::days(1))) {
    const Date day = std::min(end, *plan.period.end);
    if (day > last) break;
    const Date deadline = deadline_of(frame, model::Frequency::month, day, 0);
    if (deadline <= clocks.known_by && day >= plan.issued.value_or(Date::min())) {
      const TaskFigures task = measure_task(frame, file, {day, deadline});
      if (task.counted) {
        months.push_back({day, task.light(), follows});
        if (trace)
          trace->tell<"month.known_by_deadline">(task.light(), day, deadline, task.light());
      }
      follows = task.counted;
    }
    if (end >= *plan.period.end) break;
  }
  return months;
}

namespace {

/// What the months suggest.
std::optional<OrderLevel> by_months(const std::vector<MonthLight>& months, Trace* trace) {
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
  bool twice = false;
  for (std::size_t i = 1; i < months.size(); ++i) {
    twice = twice || (months[i].follows && months[i].light == Light::yellow &&
                      months[i - 1].light == Light::yellow);
  }
  const OrderLevel level = twice ? OrderLevel::order : OrderLevel::reminder;
  if (trace) trace->tell<"order.by_yellow">(level, twice);
  return level;
}

}  // namespace

std::optional<OrderLevel> suggested_order(const Trouble& trouble, Trace* trace) {
  const auto by_light = by_months(trouble.months, trace);
  if (trouble.missing_run < 2) return by_light;
  const OrderLevel by_silence = trouble.missing_run > 2 ? OrderLevel::order : OrderLevel::reminder;
  const OrderLevel level = std::max(by_light.value_or(by_silence), by_silence);
  if (trace) trace->tell<"order.by_silence">(level, by_light, trouble.missing_run);
  return level;
}

}  // namespace taizhang::measure
