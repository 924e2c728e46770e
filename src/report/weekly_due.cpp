// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <map>

#include "report/json.h"
#include "report/phrases.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

using base::Date;
using measure::TaskFigures;

namespace {

constexpr std::chrono::days month_ahead{30};

/// What falls due on one day: many items share a due date, so a day is a row.
struct Day {
  std::vector<int> tasks;
  std::vector<int> milestones;
};

Json day_rows(const WeekInView& week, const std::map<Date, Day>& days) {
  Json rows = Json::array();
  for (const auto& [date, day] : days) {
    const auto count = [](const std::vector<int>& items) { return std::to_string(items.size()); };
    rows.push_back({{"date", base::iso(date)},
                    {"days", std::to_string(std::abs(base::days_between(week.today(), date)))},
                    {"tasks", count(day.tasks)},
                    {"task_items", item_list(day.tasks, week.words)},
                    {"milestones", count(day.milestones)},
                    {"milestone_items", item_list(day.milestones, week.words)}});
  }
  return rows;
}

}  // namespace

Json weekly_due(const WeekInView& week) {
  std::map<Date, Day> overdue;
  std::map<Date, Day> soon;
  const auto put = [&](Date date, std::optional<int> item, std::vector<int> Day::*list) {
    if (!item || date > week.today() + month_ahead) return;
    std::vector<int>& items = (date < week.today() ? overdue : soon)[date].*list;
    if (items.empty() || items.back() != *item) items.push_back(*item);
  };
  for (const TaskFigures& task : week.now.tasks) {
    if (!task.open() || task.mechanism()) continue;
    if (task.due && !task.met) put(*task.due, task.file->item(), &Day::tasks);
    for (const measure::MilestoneFigures& milestone : task.milestones) {
      if (milestone.done || !milestone.milestone->due) continue;
      put(*milestone.milestone->due, task.file->item(), &Day::milestones);
    }
  }
  return {{"none", overdue.empty() && soon.empty()},
          {"overdue", rows_or_none(day_rows(week, overdue))},
          {"soon", rows_or_none(day_rows(week, soon))}};
}

}  // namespace taizhang::report
