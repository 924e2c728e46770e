// SPDX-License-Identifier: MIT
#include "facts/world.h"

namespace taizhang::facts {

const measure::TaskScore& World::score(const measure::PlanFigures& plan,
                                       const measure::TaskFigures& task) const {
  const auto found = scores_.find(&task);
  if (found != scores_.end()) return found->second;
  return scores_.emplace(&task, measure::score_task(plan, task)).first->second;
}

const measure::UnitScore* World::score(const measure::PlanFigures& plan,
                                       const std::string& unit) const {
  auto found = unit_scores_.find({&plan, unit});
  if (found == unit_scores_.end()) {
    std::optional<measure::UnitScore> score = measure::score_unit(plan, unit);
    if (!score) return nullptr;
    found = unit_scores_.emplace(std::pair(&plan, unit), std::move(*score)).first;
  }
  return &found->second;
}

}  // namespace taizhang::facts
