// SPDX-License-Identifier: MIT
#include "measure/unit_score.h"

#include <algorithm>
#include <map>

#include "measure/duties.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Ratio;

namespace {

constexpr int fewest_leads = 3;

bool is_group(const model::RegistryFile* registry, const std::string& name) {
  const model::Unit* unit = registry ? registry->find(name) : nullptr;
  return unit && unit->type && *unit->type == model::UnitType::group;
}

/// The share of a unit in a task, and whether it leads it.
struct Part {
  Ratio share;
  bool leads;
};

/// Who has a part in a task. Of several shares of one unit the greatest stands; what is written
/// goes before.
std::map<std::string, Part> parts_of(const PlanFigures& plan, const TaskFigures& task) {
  std::map<std::string, Part> parts;
  for (const Duty& duty : duties_of(plan, task)) {
    const bool leads = duty.role == Role::lead;
    parts.emplace(duty.unit, Part{leads ? Ratio(1) : plan.limits.score.support, leads});
  }
  std::map<std::string, Ratio> written;
  for (const auto& [name, share] : task.task().share.rows) {
    if (!name || !share) continue;
    const std::string unit = unit_on(plan.registry, *name, plan.clocks.as_of);
    const auto [at, fresh] = written.emplace(unit, base::to_ratio(*share));
    if (!fresh) at->second = std::max(at->second, base::to_ratio(*share));
  }
  for (const auto& [unit, share] : written) {
    const auto part = parts.find(unit);
    if (part != parts.end()) part->second.share = share;
  }
  std::erase_if(parts, [&](const auto& part) { return is_group(plan.registry, part.first); });
  return parts;
}

Mean mean_of(const std::vector<SharedTask>& tasks, Trace* trace) {
  Mean mean;
  Ratio sum = 0;
  Ratio shares = 0;
  for (const SharedTask& task : tasks) {
    ++mean.all;
    const int item = task.task->file->item().value_or(0);
    const auto& no = task.task->task().no.value;
    if (!task.score.value) {
      if (trace) trace->tell<"marks.task_unknown">(std::nullopt, item, no, task.share);
      continue;
    }
    ++mean.known;
    const Ratio marks = task.share * *task.score.value;
    if (trace) trace->tell<"marks.task">(marks, item, no, task.share, *task.score.value);
    sum += marks;
    shares += task.share;
  }
  if (shares > 0) mean.value = sum / shares;
  if (trace) trace->tell<"score.mean_of_tasks">(mean.value, sum, shares, mean.known, mean.all);
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

/// The scores of the units that `wants` asks for, by name.
template <class Wants>
std::map<std::string, UnitScore> scores_of(const PlanFigures& plan, const ScoreOfTask& score_of,
                                           Wants wants) {
  std::map<std::string, UnitScore> units;
  for (const TaskFigures& task : plan.tasks) {
    if (!is_scored(task)) continue;
    std::map<std::string, Part> parts = parts_of(plan, task);
    std::erase_if(parts, [&](const auto& part) { return !wants(part.first); });
    if (parts.empty()) continue;
    const TaskScore score = score_of ? score_of(task) : score_task(plan, task);
    for (const auto& [name, part] : parts) {
      UnitScore& unit = units[name];
      unit.unit = name;
      unit.leads += part.leads;
      unit.tasks.push_back({&task, part.share, score_of_unit(plan, task, score, name)});
    }
  }
  for (auto& [name, unit] : units) {
    unit.value = mean_of(unit.tasks, nullptr);
    unit.by_schedule = std::ranges::any_of(unit.tasks, [](const SharedTask& task) {
      return task.score.value && task.score.by_schedule;
    });
  }
  return units;
}

}  // namespace

std::vector<UnitScore> score_units(const PlanFigures& plan, const ScoreOfTask& score_of) {
  std::map<std::string, UnitScore> by_name =
      scores_of(plan, score_of, [](const auto&) { return true; });
  std::vector<std::string> names;
  for (const auto& [name, unit] : by_name) names.push_back(name);
  std::vector<UnitScore> units;
  for (const std::string& name : in_registry_order(plan.registry, names)) {
    units.push_back(std::move(by_name.at(name)));
  }
  if (plan.limits.score.ranking) rank(units, plan.registry);
  return units;
}

std::optional<UnitScore> score_unit(const PlanFigures& plan, const std::string& unit, Trace* trace,
                                    const ScoreOfTask& score_of) {
  std::optional<UnitScore> found;
  if (plan.limits.score.ranking) {
    for (UnitScore& one : score_units(plan, score_of)) {
      if (one.unit == unit) found = std::move(one);
    }
  } else {
    auto one = scores_of(plan, score_of, [&](const std::string& name) { return name == unit; });
    if (!one.empty()) found = std::move(one.begin()->second);
  }
  if (trace && found) {
    trace->begin("unit", unit);
    mean_of(found->tasks, trace);
    if (found->rank) trace->tell<"rank.place">(*found->rank, *found->rank - 1, found->leads);
  }
  return found;
}

}  // namespace taizhang::measure
