// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "measure/figures.h"
#include "model/ledger.h"

namespace taizhang::query {

/// Which tasks are wanted, as the user typed it; what is empty takes all.
struct Selection {
  std::string plan;     ///< id
  std::string section;  ///< number or title
  std::string unit;     ///< name or alias; lead or support
  std::string status;
};

/// One task in its plan.
struct TaskInPlan {
  const measure::PlanFigures* plan;
  const measure::TaskFigures* task;
};

/// The plan `id`, or all plans for an empty one. Throws `Fatal` (usage) with the known ids for an
/// unknown one.
std::vector<const model::PlanFolder*> select_plans(const model::Ledger& ledger,
                                                   const std::string& id);

/// The tasks that are wanted, in the order of plan and item. Throws `Fatal` (usage) for a section,
/// unit or status that the ledger does not know: an empty answer would look like a fact.
std::vector<TaskInPlan> select_tasks(const model::Ledger& ledger,
                                     const std::vector<measure::PlanFigures>& plans,
                                     const Selection& selection);

/// The task at `address`: `14`, or `2023/14` where several plans are in view. Throws `Fatal`
/// (usage) where there is none or more than one.
TaskInPlan find_task(const std::vector<measure::PlanFigures>& plans, const std::string& address);

}  // namespace taizhang::query
