// SPDX-License-Identifier: MIT
#include "measure/figures.h"

#include <algorithm>

#include "measure/aggregate.h"
#include "measure/in_force.h"
#include "measure/task_figures.h"
#include "measure/time_progress.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Ratio;
using model::Grade;

namespace {

MilestoneFigures measure_milestone(const model::Task& task, const model::Milestone& milestone,
                                   const LightLimits& limits, Clocks clocks, Trace* trace) {
  if (trace) trace->begin("milestone", milestone.id.value_or(""));
  MilestoneFigures figures;
  figures.milestone = &milestone;
  figures.weight = model::resolved<&model::Milestone::weight>(milestone);
  figures.due = due_in_force(task, milestone, clocks.as_of, trace);
  figures.done = milestone.done && *milestone.done <= clocks.as_of;
  figures.overdue = !figures.done && figures.due && *figures.due < clocks.as_of;
  if (trace) {
    trace->tell<"done.by_day">(figures.done, milestone.done.value, clocks.as_of);
    trace->tell<"overdue.not_done">(figures.overdue, figures.done, figures.due, clocks.as_of);
  }
  figures.light_story = milestone_light(figures.done, figures.due, clocks.as_of, limits, trace);
  return figures;
}

/// Add the units in force that stand for `names`, each once.
void add_units(std::vector<std::string>& units, const std::vector<std::string>& names,
               const std::vector<std::string>& without, const Frame& frame, base::Date day,
               Trace* trace) {
  const auto is_in = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const std::string& name : names) {
    std::string unit = unit_on(frame.registry, name, day, trace);
    if (!is_in(units, unit) && !is_in(without, unit)) units.push_back(std::move(unit));
  }
}

/// What holds of the task on the day: units, leader, status and due date in force.
void resolve(TaskFigures& figures, const Frame& frame, base::Date day, Trace* trace) {
  const model::Task& task = figures.task();
  add_units(figures.lead, lead_in_force(task, day, trace), {}, frame, day, trace);
  if (trace) trace->tell<"lead.units">(figures.lead, figures.lead);
  add_units(figures.support, support_in_force(task, day, trace), figures.lead, frame, day, trace);
  if (trace) trace->tell<"support.units">(figures.support, figures.support, figures.lead);
  figures.leader = leader_in_force(task, day, trace);
  const auto status = status_in_force(task, day, trace);
  if (trace && !status) trace->tell<"status.unreadable">(model::Status::in_progress);
  figures.status = status.value_or(model::Status::in_progress);
  figures.due = due_in_force(task, day, trace);
}

}  // namespace

base::Ratio grade_value(Grade grade) {
  switch (grade) {
    case Grade::excellent:
      return 1;
    case Grade::good:
      return Ratio(17, 20);
    case Grade::fair:
      return Ratio(7, 10);
    case Grade::poor:
      break;
  }
  return Ratio(1, 2);
}

bool TaskFigures::open() const {
  using model::Status;
  switch (status) {
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

TaskFigures measure_task(const Frame& frame, const model::TaskFile& file, Clocks clocks,
                         Trace* trace) {
  TaskFigures figures;
  figures.file = &file;
  const model::Task& task = file.task;
  if (trace) trace->begin("task");
  resolve(figures, frame, clocks.as_of, trace);
  for (const model::Indicator& indicator : task.indicators) {
    figures.indicators.push_back(
        measure_indicator(frame, task, indicator, figures.lead, clocks, trace));
  }
  const Limits& limits = frame.limits;
  for (const model::Milestone& milestone : task.milestones) {
    figures.milestones.push_back(measure_milestone(task, milestone, limits.light, clocks, trace));
  }
  for (const model::Issue& issue : task.issues) {
    const auto measured = measure_issue(issue, frame, clocks, trace);
    if (measured) figures.issues.push_back(*measured);
  }
  for (const model::Inspection& inspection : task.inspections) {
    const auto measured = measure_inspection(inspection, limits.deadlines, clocks, trace);
    if (measured) figures.inspections.push_back(*measured);
  }
  for (const model::Order& order : task.orders) {
    const auto measured = measure_order(order, clocks, trace);
    if (measured) figures.orders.push_back(*measured);
  }
  if (trace) trace->begin("task");
  figures.grade = grade_of(task, clocks.as_of, trace);
  figures.milestones_known = are_milestones_known(figures, trace);
  figures.completion = task_completion(figures, trace);
  figures.weight = total_weight(figures, trace);
  figures.met = are_all_met(figures, trace);
  figures.light_story = task_light(figures, clocks, trace);
  figures.light_by_hand = figures.light_story.back().reason == LightReason::set_by_hand;
  figures.standing = task_class(figures, trace);
  return figures;
}

TaskFigures measure_task(const model::Plan& plan, const model::RegistryFile* registry,
                         const model::TaskFile& file, Clocks clocks, Trace* trace) {
  const Limits limits = limits_of(plan.rules);
  return measure_task(Frame{plan, registry, limits}, file, clocks, trace);
}

PlanFigures measure_plan(const model::PlanFolder& folder, const model::RegistryFile* registry,
                         Clocks clocks, Trace* trace) {
  PlanFigures figures;
  figures.plan = &folder;
  figures.registry = registry;
  figures.limits = limits_of(folder.plan.rules);
  figures.clocks = clocks;
  if (trace) trace->begin("plan");
  const model::Period& period = folder.plan.period;
  if (period.start && period.end) {
    figures.time = time_progress(*period.start, *period.end, clocks.as_of, trace);
  }
  Tally tally;
  for (const model::TaskFile& file : folder.tasks) {
    figures.tasks.push_back(measure_task(figures.frame(), file, clocks));
    tally.add({figures.tasks.back()});
  }
  figures.completion = tally.completion(trace);
  return figures;
}

}  // namespace taizhang::measure
