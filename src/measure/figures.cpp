// SPDX-License-Identifier: MIT
#include "measure/figures.h"

#include <algorithm>

#include "measure/completion.h"
#include "measure/in_force.h"
#include "measure/time_progress.h"

namespace taizhang::measure {

using base::Decimal;
using base::Ratio;
using model::PlanFolder;

namespace {

IndicatorFigures measure_indicator(const PlanFolder& plan, const model::Task& task,
                                   const model::Indicator& indicator, Clocks clocks) {
  IndicatorFigures figures;
  figures.indicator = &indicator;
  figures.readings = effective_readings(indicator, clocks);
  figures.target = target_in_force(task, indicator, clocks.as_of);
  figures.weight = indicator.weight.value_or(Decimal::whole(1));
  const auto start = indicator.start ? indicator.start.value : plan.plan.period.start.value;
  figures.due = due_in_force(task, indicator, clocks.as_of);
  if (!figures.due) figures.due = plan.plan.period.end.value;
  if (start && figures.due) figures.time = time_progress(*start, *figures.due, clocks.as_of);
  if (indicator.reporter) {
    figures.reporter = indicator.reporter->text;
  } else if (!task.lead.items.empty() && task.lead.items.front()) {
    figures.reporter = task.lead.items.front()->text;
  }
  if (const Effective* newest = figures.newest(); newest && figures.target) {
    figures.met = is_met(indicator, plan.plan.rules, *figures.target, newest->value);
    figures.completion = completion(indicator, plan.plan.rules, *figures.target, newest->value);
  }
  return figures;
}

MilestoneFigures measure_milestone(const model::Milestone& milestone, Clocks clocks) {
  const bool done = milestone.done && *milestone.done <= clocks.as_of;
  return {&milestone, milestone.weight.value_or(Decimal::whole(1)), done,
          !done && milestone.due && *milestone.due < clocks.as_of};
}

Mean task_completion(const TaskFigures& task) {
  Mean mean;
  Ratio sum = 0;
  Ratio weights = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (indicator.weight <= Decimal()) continue;
    ++mean.all;
    if (!indicator.completion) continue;
    ++mean.known;
    const Ratio weight = base::to_ratio(indicator.weight);
    sum += weight * base::clamped(*indicator.completion);
    weights += weight;
  }
  const bool milestones_known =
      std::any_of(task.milestones.begin(), task.milestones.end(),
                  [](const MilestoneFigures& m) { return m.done || m.overdue; });
  for (const MilestoneFigures& milestone : task.milestones) {
    if (milestone.weight <= Decimal()) continue;
    ++mean.all;
    if (!milestones_known) continue;
    ++mean.known;
    const Ratio weight = base::to_ratio(milestone.weight);
    if (milestone.done) sum += weight;
    weights += weight;
  }
  if (weights > 0) mean.value = sum / weights;
  return mean;
}

bool all_met(const TaskFigures& task) {
  const auto indicator_met = [](const IndicatorFigures& i) {
    return i.weight <= Decimal() || i.met;
  };
  const auto milestone_met = [](const MilestoneFigures& m) {
    return m.weight <= Decimal() || m.done;
  };
  return task.completion.all > 0 &&
         std::all_of(task.indicators.begin(), task.indicators.end(), indicator_met) &&
         std::all_of(task.milestones.begin(), task.milestones.end(), milestone_met);
}

TaskFigures measure_task(const PlanFolder& plan, const model::TaskFile& file, Clocks clocks) {
  TaskFigures figures;
  figures.file = &file;
  for (const model::Indicator& indicator : file.task.indicators) {
    figures.indicators.push_back(measure_indicator(plan, file.task, indicator, clocks));
  }
  for (const model::Milestone& milestone : file.task.milestones) {
    figures.milestones.push_back(measure_milestone(milestone, clocks));
  }
  for (const model::Issue& issue : file.task.issues) {
    if (auto measured = measure_issue(issue, plan.plan.rules, clocks)) {
      figures.issues.push_back(*measured);
    }
  }
  figures.due = due_in_force(file.task, clocks.as_of);
  figures.completion = task_completion(figures);
  figures.met = all_met(figures);
  return figures;
}

}  // namespace

bool TaskFigures::open() const {
  using model::Status;
  switch (task().status.value_or(Status::in_progress)) {
    case Status::not_started:
    case Status::in_progress:
    case Status::close_requested:
      return true;
    case Status::closed:
    case Status::suspended:
    case Status::carried_over:
    case Status::cancelled:
      break;
  }
  return false;
}

PlanFigures measure_plan(const PlanFolder& plan, Clocks clocks) {
  PlanFigures figures;
  figures.plan = &plan;
  figures.clocks = clocks;
  const model::Period& period = plan.plan.period;
  if (period.start && period.end) {
    figures.time = time_progress(*period.start, *period.end, clocks.as_of);
  }
  std::vector<Ratio> completions;
  for (const model::TaskFile& file : plan.tasks) {
    figures.tasks.push_back(measure_task(plan, file, clocks));
    const TaskFigures& task = figures.tasks.back();
    if (task.mechanism()) continue;
    ++figures.completion.all;
    if (task.completion.value) completions.push_back(*task.completion.value);
  }
  figures.completion.known = static_cast<int>(completions.size());
  if (!completions.empty()) figures.completion.value = base::mean(completions);
  return figures;
}

}  // namespace taizhang::measure
