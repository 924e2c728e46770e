// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

#include "check/moment.h"

namespace taizhang::check {

/// Call `visit(plan, task, figures)` for every indicator of an open task whose reports can still be
/// sent on the day: until the settlement days after its due date are over (RULES.md §7). Parts of
/// a total are reported with it. Where a reading could not be read, nobody knows what was reported.
template <class Visit>
void for_each_owed(const Moment& moment, Visit visit) {
  for (const measure::PlanFigures& plan : moment.plans) {
    for (const measure::TaskFigures& task : plan.tasks) {
      if (!task.open() || !moment.ledger.is_whole(task.file->file)) continue;
      const auto meant = [&](std::string_view key) {
        return moment.ledger.was_meant(task.file->file, key);
      };
      if (meant("readings") || meant("frequency")) continue;
      for (const measure::IndicatorFigures& figures : task.indicators) {
        if (!figures.counts() || !figures.terms) continue;
        const int days = plan.limits.deadlines.settlement;
        if (base::days_between(figures.terms->due, moment.clocks.as_of) > days) continue;
        const auto& readings = figures.indicator->readings;
        const bool read = std::all_of(readings.begin(), readings.end(), [](const auto& reading) {
          return reading.date && reading.value &&
                 bool(reading.reported) == reading.reported.written();
        });
        if (read) visit(plan, task, figures);
      }
    }
  }
}

/// Where what is owed would stand: the readings, else the indicator itself.
inline source::Span place_of_readings(const model::Indicator& indicator) {
  return indicator.readings.at_or(indicator.id.at_or(indicator.at));
}

}  // namespace taizhang::check
