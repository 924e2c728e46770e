// SPDX-License-Identifier: MIT
#include "measure/issues.h"

#include <algorithm>

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
                                          Clocks clocks, Trace* trace) {
  const base::Date day = std::min(clocks.as_of, clocks.known_by);
  if (!issue.found || *issue.found > day) return std::nullopt;
  if (trace) trace->begin("issue", issue.id.value_or(""));
  const DeadlineLimits& limits = frame.limits.deadlines;
  IssueFigures figures{};
  figures.issue = &issue;
  figures.found = *issue.found;
  figures.level = issue.level.value;
  figures.owner = unit_of(issue.owner, frame, clocks.as_of);
  figures.coordinator = unit_of(issue.coordinator, frame, clocks.as_of);
  figures.state = IssueState::found;
  figures.since = issue.found.value;
  if (trace) trace->tell<"state.found">(figures.state, figures.found);
  const auto limit_from = [&](base::Date found) -> std::optional<base::Date> {
    if (!issue.level) return std::nullopt;
    const int days = limits.days_allowed(*issue.level);
    const base::Date due = found + std::chrono::days(days);
    if (trace) trace->tell<"due.by_level">(due, found, *issue.level, days);
    return due;
  };
  figures.due = issue.due.value;
  if (trace && figures.due) trace->tell<"due.as_written">(figures.due, figures.due);
  if (!figures.due) figures.due = limit_from(*issue.found);
  bool settled = false;
  base::Date settled_on{};
  const auto overran = [&] {
    return figures.due && (settled ? settled_on : clocks.as_of) > *figures.due;
  };
  bool ran_over_before = false;
  for (const model::IssueStep& step : issue.log) {
    if (!step.date || !step.state || *step.date > day) continue;
    if (*step.date < *figures.since) {
      if (trace) {
        trace->tell<"state.passed_over">(figures.state, *step.date, *step.state, *figures.since,
                                         figures.state);
      }
      continue;
    }
    const bool reopens = settled && *step.state == IssueState::found;
    if (reopens) {  // a new round, with a limit of its own
      ran_over_before = ran_over_before || overran();
      figures.due = limit_from(*step.date);
    }
    figures.state = *step.state;
    figures.since = step.date.value;
    if (trace) trace->tell<"state.by_step">(figures.state, *step.date, *step.state);
    const bool settles = *step.state == IssueState::resolved || *step.state == IssueState::closed;
    if (settles && !settled) settled_on = *step.date;
    settled = settles;
  }
  figures.open = figures.state != IssueState::closed;
  // Where only public results are recorded, silence says nothing of an issue either.
  if (!figures.due || frame.is_public()) return figures;
  figures.ran_over = ran_over_before || overran();
  figures.overdue = !settled && overran();
  figures.urge_on = *figures.due + std::chrono::days(1);
  figures.escalate_on = add_working_days(*figures.urge_on, limits.escalate_after, frame.plan);
  if (trace) {
    const long long all = base::days_between(*figures.urge_on, *figures.escalate_on);
    const base::Date until = settled ? settled_on : clocks.as_of;
    trace->tell<"ran_over.until">(figures.ran_over, *figures.due, until, ran_over_before);
    trace->tell<"overdue.unresolved">(figures.overdue, *figures.due, until, settled);
    trace->tell<"urge_on.day_after">(*figures.urge_on, *figures.due);
    trace->tell<"escalate_on.working_days">(*figures.escalate_on, *figures.urge_on,
                                            limits.escalate_after, all - limits.escalate_after);
    trace->tell<"escalated.by_day">(figures.escalated(clocks.as_of), figures.overdue,
                                    *figures.escalate_on, clocks.as_of);
  }
  return figures;
}

std::vector<IssueFigures> measure_issues(const model::Task& task, const Frame& frame, Clocks clocks,
                                         Trace* trace) {
  std::vector<IssueFigures> all;
  for (const model::Issue& issue : task.issues) {
    if (const auto measured = measure_issue(issue, frame, clocks, trace)) all.push_back(*measured);
  }
  return all;
}

}  // namespace taizhang::measure
