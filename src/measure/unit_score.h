// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "measure/score.h"

namespace taizhang::measure {

/// What a unit has of one task.
struct SharedTask {
  const TaskFigures* task;
  base::Ratio share;  ///< as written in `share`, else 1 for a lead and 0.5 for a participant
  TaskScore score;
};

/// The score of a unit on a day (RULES.md §6.12): Σ share·score / Σ share over the tasks that have
/// a score, with how many of how many.
struct UnitScore {
  std::string unit;
  std::vector<SharedTask> tasks;  ///< those that are scored at all, by item
  Mean value;                     ///< 0 to 100
  bool by_schedule = false;       ///< 序时得分: one of theirs is
  int leads = 0;                  ///< how many of them it leads
  /// Its place among the units of its `rank_group` that lead at least three tasks, equal scores at
  /// one place. Nothing unless the plan ranks.
  std::optional<int> rank;
};

/// Gives the score of a task, for whoever keeps them; without it each is worked out anew.
using ScoreOfTask = std::function<TaskScore(const TaskFigures&)>;

/// The scores of all units that take part in anything, in the order of the registry. A group is
/// not scored; what a renamed or merged unit did counts for its successor from the day after it.
std::vector<UnitScore> score_units(const PlanFigures& plan, const ScoreOfTask& score_of = {});

/// The score of one unit, by its main name; without its place where the plan does not rank. Where
/// it ranks, all units have to be scored for it. Nothing for a unit that takes part in nothing that
/// is scored, and for a group.
std::optional<UnitScore> score_unit(const PlanFigures& plan, const std::string& unit,
                                    Trace* trace = nullptr, const ScoreOfTask& score_of = {});

}  // namespace taizhang::measure
