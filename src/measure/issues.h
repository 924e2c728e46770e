// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/trace.h"

namespace taizhang::measure {

/// Where an issue stands on a day.
struct IssueFigures {
  const model::Issue* issue;
  base::Date found;
  std::optional<model::IssueLevel> level;
  std::string owner;        ///< the unit in force; empty where none is named
  std::string coordinator;  ///< the same
  model::IssueState state;
  std::optional<base::Date> since;  ///< the day of the step into `state`
  std::optional<base::Date> due;    ///< of the round that runs: as written, else found + its limit
  bool open;                        ///< not closed
  bool overdue;                     ///< past due, and neither resolved nor closed
  /// The day after the due date, on which it is urged (催办), and the day on which it goes to the
  /// next level, some working days later (RULES.md §7).
  std::optional<base::Date> urge_on;
  std::optional<base::Date> escalate_on;
  /// It is or was unresolved beyond a due date, in this round or one before.
  bool ran_over;

  bool escalated(base::Date as_of) const { return overdue && escalate_on && *escalate_on <= as_of; }
};

/// The state of `issue` on `clocks.as_of`; nothing where it had not been found by then.
/// Limits: general 15, major 30, critical 5 days unless the plan says otherwise (RULES.md §7).
std::optional<IssueFigures> measure_issue(const model::Issue& issue, const Frame& frame,
                                          Clocks clocks, Trace* trace = nullptr);

/// Measure all issues of `task` that had been found by `clocks`.
std::vector<IssueFigures> measure_issues(const model::Task& task, const Frame& frame, Clocks clocks,
                                         Trace* trace = nullptr);

}  // namespace taizhang::measure
