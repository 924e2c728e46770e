// SPDX-License-Identifier: MIT
#include "measure/issues.h"

namespace taizhang::measure {

using model::IssueLevel;
using model::IssueState;

namespace {

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

}  // namespace

std::optional<IssueFigures> measure_issue(const model::Issue& issue, const model::Rules& rules,
                                          Clocks clocks) {
  if (!issue.found || *issue.found > clocks.as_of) return std::nullopt;
  IssueFigures figures{&issue, IssueState::found, issue.found.value, issue.due.value, true, false};
  for (const model::IssueStep& step : issue.log) {
    if (!step.date || !step.state || *step.date > clocks.as_of) continue;
    if (figures.since && *step.date < *figures.since) continue;
    figures.state = *step.state;
    figures.since = step.date.value;
  }
  if (!figures.due && issue.level) {
    figures.due = *issue.found + std::chrono::days(days_allowed(*issue.level, rules.deadlines));
  }
  figures.open = figures.state != IssueState::closed;
  figures.overdue = figures.open && figures.state != IssueState::resolved && figures.due &&
                    *figures.due < clocks.as_of;
  return figures;
}

}  // namespace taizhang::measure
