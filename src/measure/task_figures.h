// SPDX-License-Identifier: MIT
//
// What a task has from its measures, once they are measured.
#pragma once

#include "measure/figures.h"

namespace taizhang::measure {

/// Weighted mean of the capped completions; see `TaskFigures::completion`. In a public ledger what
/// is not recorded as done is not known to be undone, and has none.
Mean task_completion(const TaskFigures& task, Trace* trace);

/// The weight of all measures that apply.
base::Ratio total_weight(const TaskFigures& task, Trace* trace);

/// The grade of a task without measures, once it has been given.
std::optional<model::Grade> grade_of(const model::Task& task, Clocks clocks, Trace* trace);

/// Whether there is a measure with weight, and each of them is met or done.
bool are_all_met(const TaskFigures& task, Trace* trace);

/// The light of the worst measure, of the unit's own word or of the grade, raised by critical
/// issues, set by hand. `due` is the task's due date, or the plan's end.
LightStory task_light(const TaskFigures& task, const std::vector<IssueFigures>& issues,
                      std::optional<base::Date> due, Clocks clocks, Trace* trace);

/// The class of a task (RULES.md §6.9).
model::Class task_class(const TaskFigures& task, Trace* trace);

}  // namespace taizhang::measure
