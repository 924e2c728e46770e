// SPDX-License-Identifier: MIT
#include <algorithm>

#include "measure/in_force.h"
#include "query/light_cell.h"
#include "query/task_table.h"
#include "report/explain.h"
#include "report/json.h"
#include "report/phrases.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

using measure::IndicatorFigures;
using measure::TaskFigures;
using query::absent;
using query::percent_text;

namespace {

/// The value that `reading` puts right; nothing where it corrects none.
std::optional<base::Decimal> corrected_value(const model::Indicator& indicator,
                                             const model::Reading& reading) {
  if (!reading.corrects) return std::nullopt;
  for (const model::Reading& other : indicator.readings) {
    if (other.id && *other.id == *reading.corrects && other.value) return *other.value;
  }
  return std::nullopt;
}

/// The readings of an indicator that count now and did not a week ago, a row each.
void new_readings(const WeekInView& week, const TaskFigures& task, const IndicatorFigures& is,
                  const IndicatorFigures& was, Json& rows) {
  const auto counted = [&](const measure::Effective& e) {
    return std::any_of(was.readings.begin(), was.readings.end(),
                       [&](const measure::Effective& w) { return w.reading == e.reading; });
  };
  for (std::size_t k = 0; k < is.readings.size(); ++k) {
    const measure::Effective& reading = is.readings[k];
    if (counted(reading)) continue;
    Json row = week.row_of(task);
    row["indicator"] = is.indicator->name.value_or(absent);
    row["target"] = target_text(is, week.words);
    row["value"] = amount_text(reading.value, *is.indicator);
    row["date"] = base::iso(reading.date);
    const bool newest = &reading == is.newest();
    row["completion"] = newest ? percent_text(is.completion) : std::string(absent);
    row["met"] = newest && is.met;
    row["change"] = week.word("weekly.first_reading");
    if (k > 0) {
      row["change"] =
          change_text(is.readings[k - 1].value, reading.value, *is.indicator, week.words);
    }
    if (const auto corrected = corrected_value(*is.indicator, *reading.reading)) {
      row["change"] =
          week.words.say("weekly.corrected_from", {amount_text(*corrected, *is.indicator)});
    }
    rows.push_back(std::move(row));
  }
}

Json light_view(const TaskFigures& task, const base::Words& words) {
  const query::Cell cell =
      query::standing_cell(task.light(), task.light_by_hand, task.standing, words);
  return {{"text", cell.text}, {"tone", query::tone_name(cell.tone)}};
}

/// The tasks whose light is another than a week ago, and why.
Json changed_lights(const WeekInView& week) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < week.now.tasks.size(); ++i) {
    const TaskFigures& task = week.now.tasks[i];
    const TaskFigures& was = week.before.tasks[i];
    if (task.mechanism() || task.light() == was.light()) continue;
    Json row = week.row_of(task);
    row["before"] = light_view(was, week.words);
    row["now"] = light_view(task, week.words);
    row["why"] = why_light({&week.now, &task}, week.words);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// A target as `text` gives it, with the unit of measure of `indicator`.
std::string target_of(const std::string& text, const model::Indicator& indicator) {
  const auto number = base::Decimal::parse(text).decimal;
  return number ? amount_text(*number, indicator) : text;
}

/// The approved changes of targets: those that took effect this week, and every lowering, for a
/// target that was lowered must not be forgotten (domain.md §8).
Json changed_targets(const WeekInView& week) {
  Json rows = Json::array();
  for (const TaskFigures& task : week.now.tasks) {
    for (const IndicatorFigures& figures : task.indicators) {
      const model::Indicator& indicator = *figures.indicator;
      for (const model::Change* change : measure::changes_in_force(
               task.task(), measure::field_of(indicator, "target"), week.today())) {
        if (!change->from || change->from->texts.size() != 1) continue;
        const bool lowered = measure::is_lowering(*change, indicator);
        if (!lowered && !week.holds(change->effective)) continue;
        Json row = week.row_of(task);
        row["indicator"] = indicator.name.value_or(absent);
        row["from"] = target_of(change->from->texts.front(), indicator);
        row["to"] = target_of(change->to->texts.front(), indicator);
        row["lowered"] = lowered;
        row["effective"] = base::iso(*change->effective);
        row["approved_by"] = *change->approved_by;
        row["reason"] = change->reason.value_or("");
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

}  // namespace

Json weekly_changes(const WeekInView& week) {
  Json readings = Json::array();
  Json milestones = Json::array();
  Json remarks = Json::array();
  for (std::size_t i = 0; i < week.now.tasks.size(); ++i) {
    const TaskFigures& task = week.now.tasks[i];
    const TaskFigures& was = week.before.tasks[i];
    for (std::size_t k = 0; k < task.indicators.size(); ++k) {
      new_readings(week, task, task.indicators[k], was.indicators[k], readings);
    }
    for (std::size_t k = 0; k < task.milestones.size(); ++k) {
      if (!task.milestones[k].done || was.milestones[k].done) continue;
      Json row = week.row_of(task);
      row["name"] = task.milestones[k].milestone->name.value_or(absent);
      row["done"] = base::iso(*task.milestones[k].milestone->done);
      milestones.push_back(std::move(row));
    }
    for (const model::Progress& progress : task.task().progress) {
      if (!week.holds(progress.date) || !progress.done) continue;
      Json row = week.row_of(task);
      row["done"] = *progress.done;
      row["problems"] = progress.problems.value_or("");
      remarks.push_back(std::move(row));
    }
  }
  Json lights = changed_lights(week);
  Json targets = changed_targets(week);
  const bool none = readings.empty() && milestones.empty() && remarks.empty() && lights.empty() &&
                    targets.empty();
  return {{"none", none},
          {"lights", rows_or_none(std::move(lights))},
          {"targets", rows_or_none(std::move(targets))},
          {"readings", rows_or_none(std::move(readings))},
          {"milestones", rows_or_none(std::move(milestones))},
          {"remarks", rows_or_none(std::move(remarks))}};
}

}  // namespace taizhang::report
