// SPDX-License-Identifier: MIT
#include "report/task_view.h"

#include "query/task_table.h"
#include "report/json.h"

namespace taizhang::report {

using measure::IndicatorFigures;

namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json mean_view(const measure::Mean& mean) {
  return {{"completion", percent_or_null(mean.value)},
          {"measures_known", mean.known},
          {"measures", mean.all}};
}

/// An amount: whole where whole things are counted, else to the places of domain.md §10.
Json amount_or_null(const std::optional<base::Ratio>& value) { return places_or_null(value, 3); }

Json periods_view(const std::vector<measure::ReportPeriod>& periods) {
  Json view = Json::array();
  for (const measure::ReportPeriod& period : periods) {
    view.push_back({{"end", base::iso(period.end)}, {"deadline", base::iso(period.deadline)}});
  }
  return view;
}

Json forecast_view(const measure::Forecast& forecast) {
  return {{"method", or_null(forecast.method)},      {"value", amount_or_null(forecast.value)},
          {"ratio", amount_or_null(forecast.ratio)}, {"recent", amount_or_null(forecast.recent)},
          {"last", amount_or_null(forecast.last)},   {"unit", amount_or_null(forecast.unit)},
          {"low", amount_or_null(forecast.low)},     {"high", amount_or_null(forecast.high)}};
}

Json indicator_view(const IndicatorFigures& figures) {
  const model::Indicator& indicator = *figures.indicator;
  const measure::Effective* newest = figures.newest();
  Json view;
  view["id"] = or_null(indicator.id);
  view["name"] = or_null(indicator.name);
  view["kind"] = or_null(indicator.kind);
  view["qualifier"] = or_null(indicator.qualifier);
  view["commitment"] = or_null(indicator.commitment);
  view["target"] = or_null(figures.target);
  view["unit"] = or_null(indicator.unit);
  view["weight"] = number(figures.weight);
  view["due"] = or_null(figures.due);
  view["reporter"] = text_or_null(figures.reporter);
  view["reading"] = newest ? or_null(newest->reading->id) : Json();
  view["value"] = newest && newest->applicable ? number(newest->value) : Json();
  view["data_date"] = newest ? Json(base::iso(newest->date)) : Json();
  view["time"] = percent_or_null(figures.time);
  view["expected"] = amount_or_null(figures.expected.used);
  view["expected_exact"] = amount_or_null(figures.expected.exact);
  view["expected_now"] = amount_or_null(figures.expected_now.used);
  view["completion"] = percent_or_null(figures.completion);
  view["ratio"] = places_or_null(figures.ratio, 4);
  view["points"] = places_or_null(figures.points, 2);
  view["met"] = newest && newest->applicable ? Json(figures.met) : Json();
  view["age"] = or_null(figures.age);
  view["stale"] = figures.stale;
  view["light"] = value_of(figures.light());
  view["class"] = value_of(figures.standing);
  view["borderline"] = figures.borderline;
  view["conflicting"] = figures.conflicting;
  view["overdue"] = figures.overdue;
  view["pending_final"] = figures.pending_final;
  view["late"] = figures.reports.late.size();
  view["missing"] = figures.reports.missing.size();
  view["late_periods"] = periods_view(figures.reports.late);
  view["missing_periods"] = periods_view(figures.reports.missing);
  view["jumps"] = figures.doubts.jumping();
  view["over_target"] = figures.doubts.over_target;
  view["forecast"] = forecast_view(figures.forecast);
  return view;
}

Json milestone_view(const measure::MilestoneFigures& figures) {
  const model::Milestone& milestone = *figures.milestone;
  return {{"id", or_null(milestone.id)},
          {"name", or_null(milestone.name)},
          {"due", or_null(figures.due)},
          {"weight", number(figures.weight)},
          {"done", figures.done ? or_null(milestone.done) : Json()},
          {"overdue", figures.overdue},
          {"light", value_of(figures.light())}};
}

Json issue_view(const measure::IssueFigures& figures) {
  const model::Issue& issue = *figures.issue;
  return {{"id", or_null(issue.id)},
          {"found", or_null(issue.found)},
          {"level", or_null(issue.level)},
          {"text", or_null(issue.text)},
          {"owner", or_null(issue.owner)},
          {"coordinator", or_null(issue.coordinator)},
          {"state", value_of(figures.state)},
          {"since", or_null(figures.since)},
          {"due", or_null(figures.due)},
          {"overdue", figures.overdue},
          {"urge_on", or_null(figures.urge_on)},
          {"escalate_on", or_null(figures.escalate_on)}};
}

}  // namespace

Json task_view(const query::TaskInPlan& entry) {
  const measure::TaskFigures& figures = *entry.task;
  const model::Task& task = figures.task();
  Json view;
  view["plan"] = entry.plan->plan->id;
  if (query::any_synthetic({entry})) view["synthetic"] = true;
  view["item"] = or_null(figures.file->item());
  view["section"] = or_null(task.section);
  view["title"] = or_null(task.title);
  view["lead"] = array_of(task.lead);
  view["support"] = array_of(task.support);
  view["due"] = or_null(figures.due);
  view["status"] = or_null(task.status);
  view["mechanism"] = figures.mechanism();
  view["light"] = value_of(figures.light());
  view["light_by_hand"] = figures.light_by_hand;
  view["class"] = value_of(figures.standing);
  view.update(mean_view(figures.completion));
  view["weight"] = ratio_number(figures.weight, 6);
  view["met"] = figures.completion.known > 0 ? Json(figures.met) : Json();
  view["indicators"] = Json::array();
  for (const IndicatorFigures& indicator : figures.indicators) {
    view["indicators"].push_back(indicator_view(indicator));
  }
  view["milestones"] = Json::array();
  for (const auto& milestone : figures.milestones) {
    view["milestones"].push_back(milestone_view(milestone));
  }
  view["issues"] = Json::array();
  for (const auto& issue : figures.issues) view["issues"].push_back(issue_view(issue));
  return view;
}

Json task_list_view(const std::vector<query::TaskInPlan>& tasks) {
  Json list = Json::array();
  for (const query::TaskInPlan& task : tasks) list.push_back(task_view(task));
  return list;
}

}  // namespace taizhang::report
