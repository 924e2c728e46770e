// SPDX-License-Identifier: MIT
#include <algorithm>

#include "query/task_table.h"
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
  const bool none = readings.empty() && milestones.empty() && remarks.empty();
  return {{"none", none},
          {"readings", rows_or_none(std::move(readings))},
          {"milestones", rows_or_none(std::move(milestones))},
          {"remarks", rows_or_none(std::move(remarks))}};
}

}  // namespace taizhang::report
