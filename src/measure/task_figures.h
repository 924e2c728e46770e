// SPDX-License-Identifier: MIT
//
// What a task has from its measures, once they are measured.
#pragma once

#include "measure/figures.h"

namespace taizhang::measure {

/// Weighted mean of the capped completions; see `TaskFigures::completion`.
Mean task_completion(const TaskFigures& task, Trace* trace);

/// The weight of all measures that apply.
base::Ratio total_weight(const TaskFigures& task, Trace* trace);

/// The grade of a task without measures, once it has been given.
std::optional<model::Grade> grade_of(const model::Task& task, base::Date as_of, Trace* trace);

/// Whether one of the milestones is done or overdue.
bool are_milestones_known(const TaskFigures& task, Trace* trace);

/// Whether there is a measure with weight, and each of them is met or done.
bool are_all_met(const TaskFigures& task, Trace* trace);

/// The light of the worst measure or of the grade, raised by critical issues, set by hand.
LightStory task_light(const TaskFigures& task, Clocks clocks, Trace* trace);

/// The class of a task (domain.md §6.9).
model::Class task_class(const TaskFigures& task, Trace* trace);

}  // namespace taizhang::measure
