// SPDX-License-Identifier: MIT
#include "measure/history.h"
#include "measure/score.h"
#include "report/json.h"
#include "report/task_view.h"

namespace taizhang::report {

using measure::IndicatorFigures;

namespace {

Json source_view(const model::PublicSource& source) {
  if (!source.written()) return nullptr;
  return {{"title", or_null(source.title)},
          {"publisher", or_null(source.publisher)},
          {"date", or_null(source.date)},
          {"url", or_null(source.url)},
          {"note", or_null(source.note)}};
}

/// Every reading of the file, with what became of it on the day.
Json readings_view(const IndicatorFigures& figures, measure::Clocks clocks) {
  using measure::ReadingFate;
  Json view = Json::array();
  const auto outcomes = measure::outcomes(*figures.indicator, clocks);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const model::Reading& reading = figures.indicator->readings[i];
    const measure::Outcome& outcome = outcomes[i];
    const bool counts = outcome.fate == ReadingFate::newest || outcome.fate == ReadingFate::counts;
    view.push_back(
        {{"id", or_null(reading.id)},
         {"date", or_null(reading.date)},
         {"value", reading.value ? or_null(*reading.value) : Json()},
         {"reported", or_null(reading.reported)},
         {"by", or_null(reading.by)},
         {"counts", counts},
         {"fate", value_of(outcome.fate)},
         {"corrected_by", outcome.corrected_by ? or_null(outcome.corrected_by->id) : Json()},
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

/// The score with what it is made of; null where the task is not scored.
Json score_view(const model::Task& task, const measure::TaskScore& score) {
  if (!measure::is_scored(task)) return nullptr;
  const measure::Deductions& taken = score.deductions;
  Json view;
  view["value"] = places_or_null(score.value, 2);
  view["grade"] = score.value ? value_of(measure::score_grade(*score.value)) : Json();
  view["by_hand"] = score.by_hand;
  view["base"] = places_or_null(score.base.value, 2);
  view["deducted"] = ratio_number(taken.marks, 2);
  view["deductions"] = {{"late", taken.late},
                        {"missing", taken.missing},
                        {"issue_overdue", taken.issues_overdue},
                        {"false_report", taken.false_reports},
                        {"red", taken.red_months},
                        {"second_yellow", taken.second_yellows}};
  return view;
}

Json months_view(const std::vector<measure::MonthLight>& months) {
  Json view = Json::array();
  for (const measure::MonthLight& month : months) {
    view.push_back({{"end", base::iso(month.end)}, {"light", value_of(month.light)}});
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

Json task_view_in_full(const query::TaskInPlan& entry) {
  const measure::TaskFigures& figures = *entry.task;
  const model::Task& task = figures.task();
  Json view = task_view(entry);
  view["as_of"] = base::iso(entry.plan->clocks.as_of);
  view["known_by"] = base::iso(entry.plan->clocks.known_by);
  const measure::TaskScore score =
      measure::score_task(entry.plan->plan->plan, *figures.file, entry.plan->clocks);
  view["score"] = score_view(task, score);
  view["months"] = months_view(score.months);
  view["suggested_order"] = or_null(measure::suggested_order(score.months));
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
    in_full["readings"] = readings_view(figures.indicators[i], entry.plan->clocks);
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
