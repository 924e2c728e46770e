// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "report/explain.h"

namespace taizhang::report {

using Tasks = std::vector<const measure::TaskFigures*>;

/// Those of `tasks` that `wanted` takes, in their order.
template <class Wanted>
Tasks those(const Tasks& tasks, Wanted wanted) {
  Tasks result;
  std::copy_if(tasks.begin(), tasks.end(), std::back_inserter(result),
               [&](const measure::TaskFigures* task) { return wanted(*task); });
  return result;
}

/// The items of tasks for people: `1–3、7`.
std::string items_text(const Tasks& tasks, const base::Words& words);

/// The story of many tasks of a plan, before it has a name: their table, how their mean is made,
/// how many stand how.
Story group_story(std::string_view subject, const measure::PlanFigures& plan, const Tasks& tasks,
                  const base::Words& words);

}  // namespace taizhang::report
