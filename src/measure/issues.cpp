// SPDX-License-Identifier: MIT
#include "measure/issues.h"

#include <algorithm>

#include "measure/working_days.h"

namespace taizhang::measure {

using model::IssueLevel;
using model::IssueState;

namespace {

/// Working days; whatever a plan writes, an issue escalates within the year.
constexpr int most_patience = 250;

}  // namespace

int days_allowed(IssueLevel level, const model::DeadlineRules& rules) {
  switch (level) {
    case IssueLevel::major:
      return rules.issue_major.value_or(30);
    case IssueLevel::critical:
      return rules.issue_critical.value_or(5);
    case IssueLevel::general:
      break;
  }
  return rules.issue_general.value_or(15);
}

int patience(const model::DeadlineRules& rules) {
  return std::clamp(rules.escalate_after.value_or(5), 0, most_patience);
}

std::optional<IssueFigures> measure_issue(const model::Issue& issue, const model::Plan& plan,
                                          Clocks clocks) {
  if (!issue.found || *issue.found > clocks.as_of) return std::nullopt;
  IssueFigures figures{};
  figures.issue = &issue;
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
  const model::DeadlineRules& rules = plan.rules.deadlines;
  if (!figures.due && issue.level) {
    figures.due = *issue.found + std::chrono::days(days_allowed(*issue.level, rules));
  }
  figures.open = figures.state != IssueState::closed;
  if (!figures.due) return figures;
  figures.ran_over = (settled ? settled_on : clocks.as_of) > *figures.due;
  figures.overdue = !settled && figures.ran_over;
  figures.urge_on = *figures.due + std::chrono::days(1);
  figures.escalate_on = add_working_days(*figures.urge_on, patience(rules), plan.holidays);
  return figures;
}

}  // namespace taizhang::measure
