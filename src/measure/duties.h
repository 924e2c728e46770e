// SPDX-License-Identifier: MIT
//
// Which tasks a unit has: the one place that goes through groups, aliases, mergers and targets by
// unit.
#pragma once

#include <string>
#include <vector>

#include "measure/figures.h"

namespace taizhang::measure {

/// How a unit has a task: it leads it, has a target of its own in it, or takes part only.
enum class Role { lead, target, support };

/// What one unit has of one task.
struct Duty {
  std::string unit;  ///< the unit in force
  Role role;
  bool own = false;  ///< one of the indicators has a target for it

  /// Whether the task is in the unit's figures: not so where it takes part only (RULES.md §6.11).
  bool in_figures() const { return role != Role::support; }
};

/// The units in force that `written` stands for on `day`: of a group its members, else itself. A
/// group of nobody stands for itself.
std::vector<std::string> units_for(const model::RegistryFile* registry, const std::string& written,
                                   base::Date day);

/// Who has the task, in the order of the registry; a member of a group what the group has.
std::vector<Duty> duties_of(const PlanFigures& plan, const TaskFigures& task);

/// The figures of a task as they are of `duty`: its own strands in place of the whole's. Who does
/// not lead has nothing but them.
TaskFigures figures_of(const PlanFigures& plan, const TaskFigures& task, const Duty& duty);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::Role> {
  using enum measure::Role;
  static constexpr std::string_view key = "role";
  static constexpr auto table = std::to_array<Named<measure::Role>>({
      {lead, "lead", {"牵头", "leads"}},
      {target, "target", {"有分解目标", "has a target"}},
      {support, "support", {"参与", "takes part"}},
  });
};

}  // namespace taizhang::model
