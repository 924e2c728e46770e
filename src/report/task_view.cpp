// SPDX-License-Identifier: MIT
#include "report/task_view.h"

#include <algorithm>

#include "report/json.h"

namespace taizhang::report {

using measure::IndicatorFigures;

namespace {

Json percent_or_null(const std::optional<base::Ratio>& value) {
  return value ? percent_number(*value) : Json();
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json mean_view(const measure::Mean& mean) {
  return {{"completion", percent_or_null(mean.value)},
          {"measures_known", mean.known},
          {"measures", mean.all}};
}

/// A figure that is not there is null.
Json places_or_null(const std::optional<base::Ratio>& value, int places) {
  return value ? ratio_number(*value, places) : Json();
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

Json source_view(const model::PublicSource& source) {
  if (!source.at.known()) return nullptr;
  return {{"title", or_null(source.title)},
          {"publisher", or_null(source.publisher)},
          {"date", or_null(source.date)},
          {"url", or_null(source.url)},
          {"note", or_null(source.note)}};
}

/// Every reading of the file, with `counts`: whether it is among those that count on the day.
Json readings_view(const IndicatorFigures& figures) {
  Json view = Json::array();
  for (const model::Reading& reading : figures.indicator->readings) {
    const bool counts = std::any_of(figures.readings.begin(), figures.readings.end(),
                                    [&](const auto& e) { return e.reading == &reading; });
    view.push_back({{"id", or_null(reading.id)},
                    {"date", or_null(reading.date)},
                    {"value", reading.value ? or_null(*reading.value) : Json()},
                    {"reported", or_null(reading.reported)},
                    {"by", or_null(reading.by)},
                    {"counts", counts},
                    {"corrects", or_null(reading.corrects)},
                    {"reason", or_null(reading.reason)},
                    {"provisional", reading.provisional.value_or(false)},
                    {"final", reading.final.value_or(false)},
                    {"backfilled", reading.backfilled.value_or(false)},
                    {"evidence", array_of(reading.evidence)},
                    {"source", source_view(reading.source)},
                    {"note", or_null(reading.note)}});
  }
  return view;
}

Json loose(const model::Given<model::Loose>& given) {
  if (!given) return nullptr;
  if (given->texts.size() == 1) return given->texts.front();
  return given->texts;
}

Json records_view(const model::Task& task) {
  Json view;
  view["progress"] = Json::array();
  for (const model::Progress& progress : task.progress) {
    view["progress"].push_back({{"date", or_null(progress.date)},
                                {"by", or_null(progress.by)},
                                {"done", or_null(progress.done)},
                                {"problems", or_null(progress.problems)},
                                {"next", or_null(progress.next)},
                                {"source", source_view(progress.source)}});
  }
  view["inspections"] = Json::array();
  for (const model::Inspection& inspection : task.inspections) {
    view["inspections"].push_back({{"id", or_null(inspection.id)},
                                   {"date", or_null(inspection.date)},
                                   {"method", or_null(inspection.method)},
                                   {"indicator", or_null(inspection.indicator)},
                                   {"checked", or_null(inspection.checked)},
                                   {"confirmed", or_null(inspection.confirmed)},
                                   {"result", or_null(inspection.result)},
                                   {"finding", or_null(inspection.finding)},
                                   {"rectify_by", or_null(inspection.rectify_by)},
                                   {"feedback", or_null(inspection.feedback)}});
  }
  view["self_assessments"] = Json::array();
  for (const model::SelfAssessment& assessment : task.self_assessments) {
    view["self_assessments"].push_back({{"date", or_null(assessment.date)},
                                        {"by", or_null(assessment.by)},
                                        {"period", or_null(assessment.period)},
                                        {"grade", or_null(assessment.grade)},
                                        {"expect_year_end", or_null(assessment.expect_year_end)},
                                        {"note", or_null(assessment.note)}});
  }
  view["orders"] = Json::array();
  for (const model::Order& order : task.orders) {
    view["orders"].push_back({{"id", or_null(order.id)},
                              {"date", or_null(order.date)},
                              {"level", or_null(order.level)},
                              {"reason", or_null(order.reason)},
                              {"to", array_of(order.to)},
                              {"reply_by", or_null(order.reply_by)},
                              {"replied", or_null(order.reply.date)},
                              {"closed", or_null(order.closed)}});
  }
  view["changes"] = Json::array();
  for (const model::Change& change : task.changes) {
    view["changes"].push_back({{"id", or_null(change.id)},
                               {"effective", or_null(change.effective)},
                               {"field", or_null(change.field)},
                               {"from", loose(change.from)},
                               {"to", loose(change.to)},
                               {"reason", or_null(change.reason)},
                               {"approved_by", or_null(change.approved_by)},
                               {"doc_no", or_null(change.doc_no)}});
  }
  return view;
}

}  // namespace

Json task_view(const query::TaskInPlan& entry) {
  const measure::TaskFigures& figures = *entry.task;
  const model::Task& task = figures.task();
  Json view;
  view["plan"] = entry.plan->plan->id;
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

Json task_view_in_full(const query::TaskInPlan& entry) {
  const measure::TaskFigures& figures = *entry.task;
  const model::Task& task = figures.task();
  Json view = task_view(entry);
  view["as_of"] = base::iso(entry.plan->clocks.as_of);
  view["known_by"] = base::iso(entry.plan->clocks.known_by);
  view["summary"] = or_null(task.summary);
  view["text"] = or_null(task.text);
  view["leader"] = or_null(task.leader);
  view["contact"] = or_null(task.contact);
  view["tags"] = array_of(task.tags);
  view["policies"] = array_of(task.policies);
  view["note"] = or_null(task.note);
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    const model::Indicator& indicator = *figures.indicators[i].indicator;
    Json& in_full = view["indicators"][i];
    in_full["quote"] = or_null(indicator.quote);
    in_full["baseline"] = or_null(indicator.baseline);
    in_full["frequency"] = or_null(indicator.frequency);
    in_full["direction"] = or_null(indicator.direction);
    in_full["part_of"] = or_null(indicator.part_of);
    in_full["readings"] = readings_view(figures.indicators[i]);
  }
  for (std::size_t i = 0; i < figures.issues.size(); ++i) {
    Json log = Json::array();
    for (const model::IssueStep& step : figures.issues[i].issue->log) {
      log.push_back({{"date", or_null(step.date)},
                     {"state", or_null(step.state)},
                     {"by", or_null(step.by)},
                     {"note", or_null(step.note)}});
    }
    view["issues"][i]["log"] = std::move(log);
  }
  view.update(records_view(task));
  return view;
}

}  // namespace taizhang::report
