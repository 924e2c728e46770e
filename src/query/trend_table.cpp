// SPDX-License-Identifier: MIT
#include "query/trend_table.h"

#include <algorithm>

#include "query/light_cell.h"
#include "query/stats_notes.h"
#include "query/tally_cells.h"
#include "query/task_table.h"

namespace taizhang::query {

std::string span_text(const Trend& trend, const base::Words& words) {
  base::Date first = trend.request.to;
  for (const PlanTrend& plan : trend.plans) {
    first = std::min(first, plan.points.front().clocks.as_of);
  }
  return words.say("stats.span", {base::iso(first), base::iso(trend.request.to)});
}

std::vector<std::string> trend_notes(const PlanTrend& plan, const base::Words& words) {
  std::vector<std::string> notes = left_out_notes(plan.left_out, words);
  for (std::string& note : synthetic_notes(*plan.plan, words)) notes.push_back(std::move(note));
  return notes;
}

std::vector<std::string> common_trend_notes(const Trend& trend, const base::Words& words) {
  const TrendRequest& request = trend.request;
  std::vector<std::string> notes{request.known_by
                                     ? words.say("stats.known_by", {base::iso(*request.known_by)})
                                     : std::string(words["stats.known_by_each"])};
  add_notes(notes, selection_notes(request.selection, words), "", words);
  notes.push_back(mean_note(request.counting, words));
  return notes;
}

Table trend_table(const Trend& trend, const base::Words& words) {
  const bool several = trend.plans.size() > 1;
  std::vector<const measure::Tally*> tallies;
  for (const PlanTrend& plan : trend.plans) {
    for (const TrendPoint& point : plan.points) tallies.push_back(&point.tally);
  }
  const std::vector<model::Class> classes = shown_classes(tallies);
  Table table;
  if (several) table.columns.push_back({std::string(words["field.plan"])});
  table.columns.push_back({std::string(words["field.date"])});
  table.columns.push_back({std::string(words["field.time"]), Align::right});
  table.columns.push_back(count_column(trend.request.counting, words));
  add_tally_columns(table.columns, classes, words);
  for (const PlanTrend& plan : trend.plans) {
    for (const TrendPoint& point : plan.points) {
      table.rows.emplace_back();
      std::vector<Cell>& row = table.rows.back();
      if (several) row.emplace_back(plan.plan->id);
      row.emplace_back(base::iso(point.clocks.as_of));
      row.emplace_back(percent_text(point.time));
      row.emplace_back(std::to_string(point.tally.count()));
      add_tally_cells(row, classes, point.tally);
    }
    add_notes(table.notes, trend_notes(plan, words), several ? plan.plan->id : std::string(),
              words);
  }
  add_notes(table.notes, common_trend_notes(trend, words), "", words);
  table.notes.push_back(legend(words));
  return table;
}

}  // namespace taizhang::query
