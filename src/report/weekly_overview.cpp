// SPDX-License-Identifier: MIT
#include "measure/aggregate.h"
#include "query/light_cell.h"
#include "query/tally_cells.h"
#include "query/task_table.h"
#include "report/json.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

using measure::IndicatorFigures;
using measure::PlanFigures;
using measure::TaskFigures;
using query::percent_text;

namespace {

/// What the first part counts, once for each of the two days.
struct Counts {
  int tasks = 0, mechanisms = 0, measurable = 0, tasks_met = 0;
  int indicators = 0, reported = 0, met = 0;
  int milestones = 0, milestones_done = 0, milestones_overdue = 0;
  int issues_open = 0, issues_overdue = 0;
};

Counts count(const PlanFigures& plan) {
  Counts counts;
  for (const TaskFigures& task : plan.tasks) {
    ++counts.tasks;
    for (const measure::IssueFigures& issue : task.issues) {
      counts.issues_open += issue.open;
      counts.issues_overdue += issue.overdue;
    }
    if (task.mechanism()) {
      ++counts.mechanisms;
      continue;
    }
    counts.measurable += task.completion.all > 0;
    counts.tasks_met += task.met;
    for (const IndicatorFigures& indicator : task.indicators) {
      if (!indicator.has_weight()) continue;
      ++counts.indicators;
      counts.reported += indicator.newest() != nullptr;
      counts.met += indicator.met;
    }
    for (const measure::MilestoneFigures& milestone : task.milestones) {
      if (!milestone.has_weight()) continue;
      ++counts.milestones;
      counts.milestones_done += milestone.done;
      counts.milestones_overdue += milestone.overdue;
    }
  }
  return counts;
}

Json card(const WeekInView& week, std::string_view key, const std::string& value,
          const std::string& note) {
  return {{"label", week.word(key)}, {"value", value}, {"note", note}};
}

measure::Tally tally(const PlanFigures& plan, bool of_tasks) {
  measure::Tally tally;
  for (const TaskFigures& task : plan.tasks) {
    if (of_tasks) tally.add({task});
    if (of_tasks) continue;
    for (const IndicatorFigures& indicator : task.indicators) tally.add({task, &indicator});
  }
  return tally;
}

std::string signed_number(const WeekInView& week, int change) {
  if (change == 0) return week.word("text.unchanged");
  return (change > 0 ? "+" : "") + std::to_string(change);
}

/// A row a class that stands for anything now or did a week ago: tasks and indicators, each with
/// its share and the change on last week.
Json class_rows(const WeekInView& week) {
  const measure::Tally tasks = tally(week.now, true);
  const measure::Tally tasks_before = tally(week.before, true);
  const measure::Tally indicators = tally(week.now, false);
  const measure::Tally indicators_before = tally(week.before, false);
  Json rows = Json::array();
  for (const auto& named : model::Names<model::Class>::table) {
    const model::Class standing = named.value;
    const auto occurs = [&](const measure::Tally& tally) { return tally.of(standing) > 0; };
    if (!occurs(tasks) && !occurs(tasks_before) && !occurs(indicators) &&
        !occurs(indicators_before)) {
      continue;
    }
    Json row{{"label", model::label(week.words.language(), standing)},
             {"tone", query::tone_name(query::tone_of(standing))}};
    const auto put = [&](const std::string& what, const measure::Tally& is,
                         const measure::Tally& was) {
      row[what] = std::to_string(is.of(standing));
      row[what + "_share"] = query::share_text(is.of(standing), is.count());
      row[what + "_change"] = signed_number(week, is.of(standing) - was.of(standing));
    };
    put("tasks", tasks, tasks_before);
    put("indicators", indicators, indicators_before);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Json weekly_overview(const WeekInView& week) {
  const Counts now = count(week.now);
  const Counts before = count(week.before);
  Json view;
  view["summary"] = week.words.say(
      "weekly.summary",
      {base::iso(week.today()), percent_text(week.now.time), std::to_string(now.tasks),
       std::to_string(now.mechanisms), std::to_string(now.measurable),
       std::to_string(now.tasks - now.mechanisms - now.measurable)});
  view["cards"] = Json::array({
      card(week, "weekly.time", percent_text(week.now.time), ""),
      card(week, "weekly.mean_completion", percent_text(week.now.completion.value),
           week.words.say("weekly.of_tasks", {std::to_string(week.now.completion.known),
                                              std::to_string(week.now.completion.all)})),
      card(week, "weekly.reported", std::to_string(now.reported),
           week.words.say("weekly.of_indicators", {std::to_string(now.indicators)})),
      card(week, "weekly.issues_open", std::to_string(now.issues_open),
           week.words.say("weekly.of_them_overdue", {std::to_string(now.issues_overdue)})),
  });
  // The width of a bar in per cent, for a page that draws one.
  if (week.now.time) view["cards"][0]["bar"] = base::percent(*week.now.time, 2);
  view["classes"] = class_rows(week);
  view["rows"] = Json::array();
  const auto row = [&](std::string_view key, int all, int is, int was) {
    if (all == 0) return;
    view["rows"].push_back({{"label", week.word(key)},
                            {"all", std::to_string(all)},
                            {"now", std::to_string(is)},
                            {"share", query::share_text(is, all)},
                            {"change", signed_number(week, is - was)}});
  };
  row("weekly.row.tasks_met", now.measurable, now.tasks_met, before.tasks_met);
  row("weekly.row.reported", now.indicators, now.reported, before.reported);
  row("weekly.row.met", now.indicators, now.met, before.met);
  row("weekly.row.milestones_done", now.milestones, now.milestones_done, before.milestones_done);
  row("weekly.row.milestones_overdue", now.milestones, now.milestones_overdue,
      before.milestones_overdue);
  view["completion"] = week.words.say(
      "weekly.completion",
      {percent_text(week.now.completion.value), std::to_string(week.now.completion.known),
       std::to_string(week.now.completion.all), percent_text(week.before.completion.value)});
  return view;
}

}  // namespace taizhang::report
