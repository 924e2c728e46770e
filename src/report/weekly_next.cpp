// SPDX-License-Identifier: MIT
#include "query/task_table.h"
#include "report/json.h"
#include "report/phrases.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

using base::Date;
using measure::IndicatorFigures;
using measure::TaskFigures;
using query::absent;

namespace {

constexpr std::chrono::days week_ahead{7};

/// Monthly data is due on a day of the next month (domain.md §7).
void monthly_deadline(const WeekInView& week, Json& lines) {
  const int day = week.now.plan->plan.rules.deadlines.month_day.value_or(5);
  int indicators = 0;
  for (const TaskFigures& task : week.now.tasks) {
    if (!task.open() || task.mechanism()) continue;
    for (const IndicatorFigures& indicator : task.indicators) {
      using model::Frequency;
      const auto frequency = indicator.indicator->frequency.value_or(Frequency::month);
      indicators += indicator.has_weight() && frequency == Frequency::month;
    }
  }
  const model::Period& period = week.now.plan->plan.period;
  for (Date date = week.today() + std::chrono::days(1); date <= week.today() + week_ahead;
       date += std::chrono::days(1)) {
    const std::chrono::year_month_day ymd{date};
    if (static_cast<int>(static_cast<unsigned>(ymd.day())) != day || indicators == 0) continue;
    const Date month_end = Date{ymd.year() / ymd.month() / 1} - std::chrono::days(1);
    if (!period.start || !period.end || month_end < *period.start || month_end > *period.end) {
      continue;
    }
    lines.push_back(week.words.say("weekly.next_deadline", {base::iso(date), base::iso(month_end),
                                                            std::to_string(indicators)}));
  }
}

/// Tasks that are due within the week to come, and those that are past their due date.
void falling_due(const WeekInView& week, Json& lines) {
  std::vector<int> tasks;
  std::vector<int> overdue;
  for (const TaskFigures& task : week.now.tasks) {
    const auto& date = task.due;
    const auto item = task.file->item();
    if (!task.open() || task.mechanism() || task.met || !date || !item) continue;
    if (*date < week.today())
      overdue.push_back(*item);
    else if (*date <= week.today() + week_ahead)
      tasks.push_back(*item);
  }
  const auto line = [&](std::string_view key, const std::vector<int>& items) {
    if (items.empty()) return;
    lines.push_back(
        week.words.say(key, {std::to_string(items.size()), item_list(items, week.words)}));
  };
  line("weekly.next_due", tasks);
  line("weekly.next_overdue", overdue);
}

}  // namespace

Json weekly_next(const WeekInView& week) {
  Json lines = Json::array();
  monthly_deadline(week, lines);
  falling_due(week, lines);
  for (const TaskFigures& task : week.now.tasks) {
    for (const measure::IssueFigures& issue : task.issues) {
      const bool next =
          issue.due && *issue.due >= week.today() && *issue.due <= week.today() + week_ahead;
      if (!issue.open || issue.state == model::IssueState::resolved) continue;
      if (!next && !issue.overdue) continue;
      lines.push_back(week.words.say(
          issue.overdue ? "weekly.next_issue_overdue" : "weekly.next_issue",
          {week.row_of(task)["item"], issue.issue->text.value_or(absent), base::iso(*issue.due)}));
    }
    for (const model::Progress& progress : task.task().progress) {
      if (!week.holds(progress.date) || !progress.next) continue;
      lines.push_back(week.words.say(
          "weekly.next_plan",
          {week.row_of(task)["item"], task.task().title.value_or(absent), *progress.next}));
    }
  }
  const bool none = lines.empty();
  return {{"none", none}, {"lines", std::move(lines)}};
}

}  // namespace taizhang::report
