// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "measure/aggregate.h"
#include "query/dimensions.h"
#include "query/select.h"

namespace taizhang::query {

enum class Counting { tasks, indicators };

/// What is to be counted, and by what: one dimension, or two for a cross table.
struct StatsRequest {
  std::vector<const Dimension*> by;
  Counting counting = Counting::tasks;
  Selection selection = {};
};

/// What falls under one key; an empty key is what falls under none.
struct Group {
  std::string key;
  measure::Tally tally;
  /// Of a row of a cross table: how many fall under each key of the second dimension as well.
  std::map<std::string, int> cells = {};
};

/// How far the groups of a dimension count more than there is: things under several keys, and by
/// how much the sum of the groups exceeds the total.
struct Overlap {
  int shared = 0;
  int surplus = 0;
};

/// What was not counted, and why.
struct LeftOut {
  int mechanism = 0;    ///< tasks that organise the others
  int parts_of_it = 0;  ///< indicators with weight 0
};

/// The counts of one plan. Of every dimension that does not overlap the groups add up to the total.
struct PlanStats {
  Place place;
  std::vector<Group> rows;  ///< in the order of the plan, what falls under no key last
  /// Those of the second dimension, those with nothing under them too: which columns a table needs
  /// is only known once all its plans are.
  std::vector<Group> columns;
  measure::Tally total;           ///< each task or indicator once
  std::vector<Overlap> overlaps;  ///< of each dimension
  LeftOut left_out;
};

struct Stats {
  StatsRequest request;
  std::vector<PlanStats> plans;

  const Dimension& rows_by() const { return *request.by.front(); }
  const Dimension* columns_by() const {
    return request.by.size() > 1 ? request.by.back() : nullptr;
  }
};

/// Whether anything but a plan was asked for: then a total is that of the selection.
bool is_narrowed(const Selection& selection);

/// Call `visit(measure::Counted)` for everything of `plan` that is counted.
template <class Visit>
LeftOut for_each_counted(const std::vector<TaskInPlan>& tasks, const measure::PlanFigures& plan,
                         Counting counting, Visit visit);

/// Count (domain.md §6.11). Throws `Fatal` (usage) for a section, unit or status that the ledger
/// does not know.
Stats stats(const model::Ledger& ledger, const std::vector<measure::PlanFigures>& plans,
            StatsRequest request);

template <class Visit>
LeftOut for_each_counted(const std::vector<TaskInPlan>& tasks, const measure::PlanFigures& plan,
                         Counting counting, Visit visit) {
  LeftOut left_out;
  for (const TaskInPlan& entry : tasks) {
    if (entry.plan != &plan) continue;
    if (!measure::is_counted(*entry.task)) {
      ++left_out.mechanism;
    } else if (counting == Counting::tasks) {
      visit(measure::Counted{*entry.task});
    } else {
      for (const measure::IndicatorFigures& indicator : entry.task->indicators) {
        if (measure::is_counted(indicator))
          visit(measure::Counted{*entry.task, &indicator});
        else
          ++left_out.parts_of_it;
      }
    }
  }
  return left_out;
}

}  // namespace taizhang::query
