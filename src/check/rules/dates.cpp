// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// Days that follow each other, as a unit's, a plan's and an indicator's do.
void look_at_ends(const model::Given<base::Date>& start, const model::Given<base::Date>& end,
                  source::Span around, Collector& found) {
  if (!start || !end || *start <= *end) return;
  found.add(end.at_or(around),
            {"截止日 {0} 早于起始日 {1}", "it ends on {0}, before it starts on {1}", *end, *start},
            {"检查两个日期，是否写反或写错年份", "check both dates: swapped, or the wrong year?"},
            {{start.at, {"起始日在这里", "it starts here"}}});
}

void look_at_date(const model::Plan& plan, const model::Given<base::Date>& date,
                  const model::Entry& entry, Collector& found) {
  const model::Period& period = plan.period;
  if (!date || !is_outside(period, *date)) return;
  found.add(date.at_or(entry.at),
            {"{0} 不在计划周期 {1} 至 {2} 之内", "{0} is outside the plan’s period, {1} to {2}",
             *date, *period.start, *period.end},
            {"检查年份；确需跨年的任务写 carried_to，转入下一年的计划",
             "check the year; a task that goes on is carried_to the next plan"},
            {{period.end.at, {"计划周期在这里", "the period is here"}}});
}

/// Where changes move a due date the written ones tell nothing of each other.
void look_at_due(const AtTask& at, const model::Given<base::Date>& own, const model::Entry& entry,
                 base::Bilingual what, Collector& found) {
  const auto due = model::date_of(at.task.due);
  if (!due || !own || !at.task.changes.empty() || *own <= *due) return;
  // A date of another year is one mistake, and another rule's finding.
  if (is_outside(at.plan.period, *own) || is_outside(at.plan.period, *due)) return;
  found.add(
      own.at_or(entry.at),
      {"{0}的时限 {1} 比任务的 {2} 还晚", "{0} is due on {1}, the task on {2}", what, *own, *due},
      {"任务的时限写最后一项的；哪个写错了改哪个",
       "a task is due with the last of its measures; correct the one that is wrong"},
      {{due.at, {"任务的时限在这里", "the task is due here"}}});
}

/// The year that a plan is called by, of 2024 and 临水-2024; nothing where it has none, or several.
std::optional<int> year_of_id(std::string_view id) {
  constexpr std::size_t digits = 4;
  std::optional<int> found;
  for (const std::string_view part : base::split(id, '-')) {
    int year = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), year);
    if (part.size() != digits || error != std::errc() || end != part.data() + digits) continue;
    if (found) return std::nullopt;
    found = year;
  }
  return found;
}

/// A year may begin in another month, 2024-07-01 to 2025-06-30.
void look_at_year(const AtPlan& at, Collector& found) {
  const model::Period& period = at.plan.period;
  if (!at.plan.id) return;
  // The id of another plan was copied with it: that is another rule's finding.
  const bool is_taken = std::ranges::any_of(at.ledger.plans, [&](const model::PlanFolder& other) {
    return &other != &at.folder && other.id == at.folder.id;
  });
  const auto year = is_taken ? std::nullopt : year_of_id(*at.plan.id);
  if (!year || !period.start || !period.end || *period.start > *period.end) return;
  const auto of = [](base::Date date) {
    return static_cast<int>(std::chrono::year_month_day(date).year());
  };
  constexpr int days_of_year = 366;
  const int first = of(*period.start);
  const int last = of(*period.end);
  const bool is_one_year = base::days_between(*period.start, *period.end) < days_of_year;
  if ((first == *year && last == *year) || ((first == *year || last == *year) && is_one_year)) {
    return;
  }
  const auto& wrong = first == *year ? period.end : period.start;
  found.add(wrong.at_or(period.at_or(at.plan.at)),
            {"计划编号是“{0}”，周期却是 {1} 至 {2}",
             "the plan is called “{0}”, but its period is {1} to {2}", *at.plan.id, *period.start,
             *period.end},
            {"年份写错的改正；确是几年的计划，编号写成 2023-2025 的样子",
             "correct the year; a plan of several years is called like 2023-2025"},
            {{at.plan.id.at, {"编号在这里", "the id is here"}}});
}

}  // namespace

const Rule plan_year{
    "W36 plan-year",
    {"计划编号和周期不是一个年份", "a plan that is called by another year than its period’s"},
    {"编号是年份的，周期就在那一年；年份录错了，时间进度、时限和漏报都错一年。",
     "A plan that is called by a year is of that year; with the wrong one time progress, due dates "
     "and missing reports are a year out."},
    R"yaml(id: "2024"
period: {start: 2023-01-01, end: 2024-12-31})yaml",
    R"yaml(id: "2024"
period: {start: 2024-01-01, end: 2024-12-31})yaml",
    [](const AtPlan& at, Collector& found) { look_at_year(at, found); },
};

const Rule period_reversed{
    "E28 period-reversed",
    {"起始日晚于截止日", "a period that ends before it starts"},
    {"起止颠倒时，时间进度无从算起。", "With its ends swapped a period has no time progress."},
    R"yaml(period: {start: 2023-12-31, end: 2023-01-01})yaml",
    R"yaml(period: {start: 2023-01-01, end: 2023-12-31})yaml",
    [](const AtRegistry& at, Collector& found) {
      for (const model::Unit& unit : at.registry.units) {
        look_at_ends(unit.valid.from, unit.valid.to, unit.valid.at_or(unit.at), found);
      }
    },
    [](const AtPlan& at, Collector& found) {
      const model::Period& period = at.plan.period;
      look_at_ends(period.start, period.end, period.at_or(at.plan.at), found);
    },
    [](const AtIndicator& at, Collector& found) {
      look_at_ends(at.indicator.start, at.indicator.due, at.indicator.at, found);
    },
};

const Rule reported_before_data{
    "E29 reported-before-data",
    {"上报日早于数据截止日", "a report from before its data date"},
    {"数据还没到截止日就上报，不是数据日期写错，就是预估数。",
     "A figure cannot be reported before the day it stands for: one of the dates is wrong, or it "
     "is a guess."},
    R"yaml(- {id: r1, date: 2023-08-31, value: 131, reported: 2023-08-12})yaml",
    R"yaml(- {id: r1, date: 2023-08-31, value: 131, reported: 2023-09-12})yaml",
    [](const AtReading& at, Collector& found) {
      const auto& [date, reported] = std::tie(at.reading.date, at.reading.reported);
      if (!date || !reported || *date <= *reported) return;
      // A data date from another year is one mistake, and another rule's finding.
      const model::Period& period = at.in.plan.period;
      if (is_outside(period, *date) && *date > *period.end) return;
      found.add(
          reported.at_or(at.reading.at),
          {"{0} 上报的是截至 {1} 的数据", "reported on {0}, for data as of {1}", *reported, *date},
          {"检查 date（数据截止日）和 reported（上报日）",
           "check date (of the data) and reported (of the report)"},
          {{date.at, {"数据截止日在这里", "the data date is here"}}});
    },
};

const Rule date_outside_plan{
    "E30 date-outside-plan",
    {"时限或数据日期不在计划周期内", "a due date or data date outside the plan"},
    {"周期以外的时限和数据会让时间进度和完成率失真。",
     "Due dates and data from outside the period distort time progress and completion."},
    R"yaml(# 计划周期 2023-01-01 至 2023-12-31
due: 2032-12-31)yaml",
    R"yaml(due: 2023-12-31)yaml",
    [](const AtTask& at, Collector& found) {
      look_at_date(at.plan, model::date_of(at.task.due), at.task, found);
      for (const model::Milestone& one : at.task.milestones)
        look_at_date(at.plan, one.due, one, found);
      for (const model::Change& change : at.task.changes) {
        if (!change.to) continue;
        for (const model::TrajectoryPoint& point : change.to->trajectory.points)
          look_at_date(at.plan, point.date, point, found);
      }
    },
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      look_at_date(at.plan, indicator.start, indicator, found);
      look_at_date(at.plan, indicator.due, indicator, found);
      // What was there at the start may be from long before, but not from after the plan.
      const auto& baseline = indicator.baseline_date;
      if (baseline && at.plan.period.end && *baseline > *at.plan.period.end)
        look_at_date(at.plan, baseline, indicator, found);
      for (const model::TrajectoryPoint& point : indicator.trajectory.points)
        look_at_date(at.plan, point.date, point, found);
    },
    [](const AtReading& at, Collector& found) {
      look_at_date(at.in.plan, at.reading.date, at.reading, found);
    },
};

const Rule due_after_task{
    "W33 due-after-task",
    {"指标或节点的时限晚于任务", "a measure that is due after its task"},
    {"任务九月底到期，指标却到年底：任务先亮红灯，指标还是绿灯，会上说不清哪个算数。",
     "The task is due in September and its indicator in December: one is red while the other is "
     "green, and nobody can say which holds."},
    R"yaml(due: 2023-09-30
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31})yaml",
    R"yaml(due: 2023-12-31
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31})yaml",
    [](const AtTask& at, Collector& found) {
      for (const model::Milestone& one : at.task.milestones) {
        look_at_due(at, one.due, one, {"节点", "a milestone"}, found);
      }
    },
    [](const AtIndicator& at, Collector& found) {
      look_at_due(at.in, at.indicator.due, at.indicator, {"指标", "an indicator"}, found);
    },
};

}  // namespace taizhang::check
