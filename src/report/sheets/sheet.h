// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "report/paper/paper.h"

namespace taizhang::report {

/// Whom a sheet is of: a name, and the field of tasks that has it; without a field all of a plan.
struct Whose {
  std::string name;
  std::string field;  ///< lead, leader or section
  bool is_unit() const { return field == "lead"; }
};

/// The sheet of one of them as a page of its own, which tells the name in its title.
document::Chapter sheet_of(const Asked& asked, const Row& plan, const Whose& whose);

/// What brings a task to its step of the ladder of orders: its months, or its silence where they
/// alone would not.
Value reason_of_draft(Behind& behind, const Row& task);

/// The posts that tasks of a plan name.
std::vector<std::string> leaders_of(const Row& plan);

/// The units that lead a task of a plan, take part in one, or have a target in one, also where none
/// of these is counted.
std::set<std::string> units_at_work(const Row& plan);

}  // namespace taizhang::report
