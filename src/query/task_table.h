// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "query/select.h"
#include "query/table.h"

namespace taizhang::query {

/// What stands for a figure that is not there.
inline constexpr const char* absent = "—";

/// One row a task: item, title, lead, due date, status, light, class, measures with data,
/// completion; the legend of the lights below.
Table task_table(const std::vector<TaskInPlan>& tasks, bool several_plans,
                 const base::Words& words);

/// Whether one of the tasks is of a synthetic ledger: then every table says so.
bool any_synthetic(const std::vector<TaskInPlan>& tasks);

/// How a task is called: `14`, or `2023/14` where several plans are in view.
std::string address(const TaskInPlan& task, bool several_plans);

/// A completion for people: `57.01%`, or `—`.
std::string percent_text(const std::optional<base::Ratio>& value);

/// The days that figures are of: `2023-08-31`, with the day up to which reports had come in where
/// that is another.
std::string clocks_text(measure::Clocks clocks, const base::Words& words);

/// A list of units for people: joined as the language does.
std::string unit_names(const model::List<model::UnitName>& units, const base::Words& words);

}  // namespace taizhang::query
