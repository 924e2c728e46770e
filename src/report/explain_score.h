// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/explain.h"

namespace taizhang::report {

/// How the score of a task is made, mark by mark, and which step of the order ladder its months
/// suggest. Empty for a task that is not scored.
std::vector<Step> task_score_steps(const query::TaskInPlan& task, const base::Words& words);

/// How the score of a unit is made of those of its tasks. `unit` is its main name. Empty for a unit
/// without a task that is scored.
std::vector<Step> unit_score_steps(const measure::PlanFigures& plan, const std::string& unit,
                                   const base::Words& words);

}  // namespace taizhang::report
