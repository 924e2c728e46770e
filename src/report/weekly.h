// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/words.h"
#include "measure/figures.h"
#include "report/view.h"

namespace taizhang::report {

/// One plan at the end of the week and a week before.
struct Week {
  const model::PlanFolder* plan;
  const model::RegistryFile* registry;  ///< null where the plan has none
  measure::PlanFigures now;
  measure::PlanFigures before;
};

/// The weekly report 周报 (domain.md §9): exceptions only, a chapter a plan.
/// `faulty_files` is how many files could not be read without fault; the foot says so.
Json weekly(const std::vector<Week>& plans, std::size_t faulty_files, const base::Words& words);

}  // namespace taizhang::report
