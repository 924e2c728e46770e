// SPDX-License-Identifier: MIT
#include "measure/issues.h"

#include "measure/units.h"
#include "measure/working_days.h"

namespace taizhang::measure {

using model::IssueState;

namespace {

std::string unit_of(const model::Given<model::UnitName>& written, const Frame& frame,
                    base::Date day) {
  return written ? unit_on(frame.registry, written->text, day) : std::string();
}

}  // namespace

std::optional<IssueFigures> measure_issue(const model::Issue& issue, const Frame& frame,
                                          Clocks clocks) {
  if (!issue.found || *issue.found > clocks.as_of) return std::nullopt;
  IssueFigures figures{};
  figures.issue = &issue;
  figures.found = *issue.found;
  figures.level = issue.level.value;
  figures.owner = unit_of(issue.owner, frame, clocks.as_of);
  figures.coordinator = unit_of(issue.coordinator, frame, clocks.as_of);
  figures.state = IssueState::found;
  figures.since = issue.found.value;
  figures.due = issue.due.value;
  bool settled = false;
  base::Date settled_on{};
  for (const model::IssueStep& step : issue.log) {
    if (!step.date || !step.state || *step.date > clocks.as_of) continue;
    if (figures.since && *step.date < *figures.since) continue;
    figures.state = *step.state;
    figures.since = step.date.value;
    const bool settles = *step.state == IssueState::resolved || *step.state == IssueState::closed;
    if (settles && !settled) settled_on = *step.date;
    settled = settles;
  }
  const DeadlineLimits& limits = frame.limits.deadlines;
  if (!figures.due && issue.level) {
    figures.due = *issue.found + std::chrono::days(limits.days_allowed(*issue.level));
  }
  figures.open = figures.state != IssueState::closed;
  if (!figures.due) return figures;
  figures.ran_over = (settled ? settled_on : clocks.as_of) > *figures.due;
  figures.overdue = !settled && figures.ran_over;
  figures.urge_on = *figures.due + std::chrono::days(1);
  figures.escalate_on =
      add_working_days(*figures.urge_on, limits.escalate_after, frame.plan.holidays);
  return figures;
}

}  // namespace taizhang::measure
