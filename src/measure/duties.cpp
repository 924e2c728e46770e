// SPDX-License-Identifier: MIT
#include "measure/duties.h"

#include <algorithm>
#include <map>

#include "measure/task_figures.h"
#include "measure/units.h"

namespace taizhang::measure {

namespace {

/// The strand of `unit` in an indicator; null where it has no target there.
const UnitFigures* own_strand(const IndicatorFigures& indicator, const std::string& unit) {
  const auto found = std::ranges::find(indicator.units, unit, &UnitFigures::unit);
  return found == indicator.units.end() ? nullptr : &*found;
}

/// The measures of a task that are a unit's.
std::vector<IndicatorFigures> own_indicators(const TaskFigures& task, const Duty& duty) {
  std::vector<IndicatorFigures> all;
  for (const IndicatorFigures& indicator : task.indicators) {
    const UnitFigures* own = own_strand(indicator, duty.unit);
    if (!own && duty.role != Role::lead) continue;
    IndicatorFigures& one = all.emplace_back(indicator);
    if (!own) continue;
    static_cast<StrandFigures&>(one) = *own;
    // Their memory goes as well: it is as much for each of the units as all of them have together.
    std::vector<UnitFigures>().swap(one.units);
  }
  return all;
}

}  // namespace

std::vector<std::string> units_for(const model::RegistryFile* registry, const std::string& written,
                                   base::Date day) {
  const std::string main = main_name(registry, written);
  const model::Unit* unit = registry ? registry->find(main) : nullptr;
  std::vector<std::string> units;
  if (unit && unit->type && *unit->type == model::UnitType::group) {
    for (const auto& member : unit->members.items) {
      if (!member) continue;
      std::string name = unit_on(registry, member->text, day);
      if (std::ranges::find(units, name) == units.end()) units.push_back(std::move(name));
    }
  }
  if (units.empty()) units.push_back(unit_on(registry, written, day));
  return units;
}

std::vector<Duty> duties_of(const PlanFigures& plan, const TaskFigures& task) {
  std::map<std::string, Duty> duties;
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, Role role) -> Duty& {
    const auto [at, fresh] = duties.emplace(name, Duty{name, role});
    if (fresh) names.push_back(name);
    at->second.role = std::min(at->second.role, role);
    return at->second;
  };
  const auto add_all = [&](const std::vector<std::string>& written, Role role) {
    for (const std::string& one : written) {
      for (const std::string& unit : units_for(plan.registry, one, plan.clocks.as_of)) {
        add(unit, role);
      }
    }
  };
  add_all(task.lead, Role::lead);
  for (const IndicatorFigures& indicator : task.indicators) {
    for (const UnitFigures& unit : indicator.units) add(unit.unit, Role::target).own = true;
  }
  add_all(task.support, Role::support);
  std::vector<Duty> all;
  for (const std::string& name : in_registry_order(plan.registry, names)) {
    all.push_back(duties.at(name));
  }
  return all;
}

TaskFigures figures_of(const PlanFigures& plan, const TaskFigures& task, const Duty& duty) {
  TaskFigures own = task;
  if (!duty.own) return own;
  const Clocks clocks = days_measured(plan.frame(), task.task(), plan.clocks);
  own.indicators = own_indicators(task, duty);
  std::vector<IssueFigures> issues = issues_of_year(plan.frame(), task, plan.clocks);
  if (duty.role != Role::lead) {
    own.milestones.clear();
    own.verdict.reset();
    std::erase_if(issues, [&](const IssueFigures& one) { return one.owner != duty.unit; });
  }
  own.completion = task_completion(own, nullptr);
  own.weight = total_weight(own, nullptr);
  own.met = are_all_met(own, nullptr);
  const auto due = own.due ? own.due : plan.plan->plan.period.end.value;
  own.light_story = task_light(own, issues, due, clocks, nullptr);
  own.by_own_word = own.light_story.front().reason == LightReason::own_word;
  own.standing = task_class(own, nullptr);
  return own;
}

}  // namespace taizhang::measure
