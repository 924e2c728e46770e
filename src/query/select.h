// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
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

/// The main name of the unit that the user means by a name or an alias. Throws `Fatal` (usage) for
/// one that no registry of `plans` has.
std::string unit_name(const model::Ledger& ledger, const std::vector<measure::PlanFigures>& plans,
                      const std::string& given);

/// The number of the section that the user means by number or title. Throws `Fatal` (usage) for
/// one that none of `plans` has.
int section_number(const std::vector<measure::PlanFigures>& plans, const std::string& given);

/// Whether one of `units` is `wanted`, by its own name, an alias, or as the successor of one that
/// was merged or renamed before `day`.
bool names_unit(const model::List<model::UnitName>& units, const model::RegistryFile* registry,
                const std::string& wanted, base::Date day);

/// The whole number that all of `text` is.
std::optional<int> whole_number(const std::string& text);

/// The task at `address`: `14`, or `2023/14` where several plans are in view. Throws `Fatal`
/// (usage) where there is none or more than one.
TaskInPlan find_task(const std::vector<measure::PlanFigures>& plans, const std::string& address);

}  // namespace taizhang::query
