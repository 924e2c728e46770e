// SPDX-License-Identifier: MIT
#pragma once

#include "example/story.h"
#include "example/theme.h"
#include "model/task.h"

namespace taizhang::example {

// The records of a task beside its numbers. Each adds to `task` what its course and its decks call
// for; `task` has its title, units, dates and indicators by then.

void add_milestones(const Scene& scene, const Theme& theme, model::Task& task);

/// A grade for a task that has no number.
void add_grade(const Scene& scene, model::Task& task);

/// Issues with their logs (RULES.md §4): the unit that does the work never closes its own.
void add_issues(const Scene& scene, const Theme& theme, model::Task& task);

void add_inspection(const Scene& scene, model::Task& task);
void add_order(const Scene& scene, model::Task& task);
void add_progress(const Scene& scene, const Theme& theme, model::Task& task);
void add_self_assessments(const Scene& scene, model::Task& task);
void add_override(const Scene& scene, model::Task& task);

}  // namespace taizhang::example
