// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_date_outside_plan(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    const model::Period& period = plan.plan.period;
    if (!period.start || !period.end || *period.start > *period.end) continue;
    const auto look = [&](const model::Given<base::Date>& date, const model::Entry& entry) {
      if (!date || (*date >= *period.start && *date <= *period.end)) return;
      found.add(
          date.at_or(entry.at),
          {{"{0} 不在计划周期 {1} 至 {2} 之内", "{0} is outside the plan’s period, {1} to {2}"},
           {base::iso(*date), base::iso(*period.start), base::iso(*period.end)}},
          {{"检查年份；确需跨年的任务写 carried_to，转入下一年的计划",
            "check the year; a task that goes on is carried_to the next plan"},
           {}},
          {{period.end.at, {{"计划周期在这里", "the period is here"}, {}}}});
    };
    // What was there at the start may be from long before, but not from after the plan.
    const auto look_at_baseline = [&](const model::Indicator& indicator) {
      if (indicator.baseline_date && *indicator.baseline_date <= *period.end) return;
      look(indicator.baseline_date, indicator);
    };
    for (const model::TaskFile& task : plan.tasks) {
      look(model::date_of(task.task.due), task.task);
      for (const model::Milestone& milestone : task.task.milestones) look(milestone.due, milestone);
      for (const model::Change& change : task.task.changes) {
        if (!change.to) continue;
        for (const model::TrajectoryPoint& point : change.to->trajectory.points) {
          look(point.date, point);
        }
      }
      for (const model::Indicator& indicator : task.task.indicators) {
        look(indicator.start, indicator);
        look(indicator.due, indicator);
        look_at_baseline(indicator);
        for (const model::TrajectoryPoint& point : indicator.trajectory.points) {
          look(point.date, point);
        }
        for (const model::Reading& reading : indicator.readings) look(reading.date, reading);
      }
    }
  }
}

}  // namespace

const Rule date_outside_plan{
    "E30",
    "date-outside-plan",
    source::Severity::error,
    {"时限或数据日期不在计划周期内", "a due date or data date outside the plan"},
    {"周期以外的时限和数据会让时间进度和完成率失真。",
     "Due dates and data from outside the period distort time progress and completion."},
    R"yaml(# 计划周期 2023-01-01 至 2023-12-31
due: 2032-12-31
)yaml",
    R"yaml(due: 2023-12-31
)yaml",
    find_date_outside_plan,
};

}  // namespace taizhang::check
