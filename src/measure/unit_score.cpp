// SPDX-License-Identifier: MIT
#include "measure/unit_score.h"

#include <algorithm>
#include <map>

#include "measure/rule.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Ratio;

namespace {

constexpr int fewest_leads = 3;

bool is_group(const model::RegistryFile* registry, const std::string& name) {
  const model::Unit* unit = registry ? registry->find(name) : nullptr;
  return unit && unit->type && *unit->type == model::UnitType::group;
}

/// The share of each unit that takes part in the task, and whether it leads it.
struct Part {
  Ratio share;
  bool leads;
};

std::map<std::string, Part> parts_of(const model::PlanFolder& plan, const model::Task& task,
                                     const model::RegistryFile* registry, base::Date day) {
  std::map<std::string, Part> parts;
  const auto add = [&](const model::List<model::UnitName>& units, const Ratio& share, bool leads) {
    for (const auto& unit : units.items) {
      if (unit) parts.emplace(unit_on(registry, unit->text, day), Part{share, leads});
    }
  };
  add(task.lead, 1, true);
  add(task.support, rule_or(plan.plan.rules.score.support, "0.5"), false);
  for (const auto& [name, share] : task.share.rows) {
    const auto part = parts.find(unit_on(registry, *name.value, day));
    if (part != parts.end() && share) part->second.share = base::to_ratio(*share);
  }
  return parts;
}

Mean mean_of(const std::vector<SharedTask>& tasks) {
  Mean mean;
  Ratio sum = 0;
  Ratio shares = 0;
  for (const SharedTask& task : tasks) {
    ++mean.all;
    if (!task.score.value) continue;
    ++mean.known;
    sum += task.share * *task.score.value;
    shares += task.share;
  }
  if (shares > 0) mean.value = sum / shares;
  return mean;
}

/// Places within each `rank_group`: one more than the number of better units.
void rank(std::vector<UnitScore>& units, const model::RegistryFile* registry) {
  std::map<std::string, std::vector<UnitScore*>> groups;
  for (UnitScore& unit : units) {
    const model::Unit* registered = registry ? registry->find(unit.unit) : nullptr;
    if (!registered || !registered->rank_group || unit.leads < fewest_leads || !unit.value.value) {
      continue;
    }
    groups[*registered->rank_group].push_back(&unit);
  }
  for (auto& [name, group] : groups) {
    for (UnitScore* unit : group) {
      const auto better = std::count_if(group.begin(), group.end(), [&](const UnitScore* other) {
        return *other->value.value > *unit->value.value;
      });
      unit->rank = static_cast<int>(better) + 1;
    }
  }
}

}  // namespace

std::vector<UnitScore> score_units(const model::PlanFolder& plan,
                                   const model::RegistryFile* registry, Clocks clocks) {
  std::map<std::string, UnitScore> by_name;
  for (const model::TaskFile& file : plan.tasks) {
    if (!is_scored(file.task)) continue;
    const TaskScore score = score_task(plan.plan, file, clocks);
    for (const auto& [name, part] : parts_of(plan, file.task, registry, clocks.as_of)) {
      if (is_group(registry, name)) continue;
      UnitScore& unit = by_name[name];
      unit.unit = name;
      unit.leads += part.leads;
      unit.tasks.push_back({&file, part.share, score});
    }
  }
  std::vector<UnitScore> units;
  const auto take = [&](const std::string& name) {
    const auto found = by_name.find(name);
    if (found == by_name.end()) return;
    found->second.value = mean_of(found->second.tasks);
    units.push_back(std::move(found->second));
    by_name.erase(found);
  };
  if (registry) {
    for (const model::Unit& unit : registry->registry.units) {
      if (unit.name) take(*unit.name);
    }
  }
  while (!by_name.empty()) take(std::string(by_name.begin()->first));
  if (plan.plan.rules.score.ranking.value_or(false)) rank(units, registry);
  return units;
}

}  // namespace taizhang::measure
