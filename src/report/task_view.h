// SPDX-License-Identifier: MIT
#pragma once

#include "query/select.h"
#include "report/view.h"

namespace taizhang::report {

/// All tasks in their order, each as `task_view`.
Json task_list_view(const std::vector<query::TaskInPlan>& tasks);

/// A task with its measures, under the names of machine output (domain.md §11).
Json task_view(const query::TaskInPlan& task);

/// All that the file says of the task beyond `task_view`: readings with what became of them,
/// progress, the logs of issues, inspections, orders, changes.
Json task_view_in_full(const query::TaskInPlan& task);

}  // namespace taizhang::report
