// SPDX-License-Identifier: MIT
#include "measure/figures.h"

#include <algorithm>

#include "base/threads.h"
#include "measure/aggregate.h"
#include "measure/in_force.h"
#include "measure/task_figures.h"
#include "measure/time_progress.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Ratio;
using model::Grade;

namespace {

/// Days after which nothing new of a task is silence (RULES.md §6.8).
constexpr long long silent_after = 45;

/// The newest day on which anything of the task was heard: a progress entry, a milestone done, a
/// reading that counts is of.
std::optional<base::Date> last_heard(const TaskFigures& figures, Clocks clocks) {
  const model::Task& task = figures.task();
  std::optional<base::Date> last;
  const auto hear = [&](base::Date day) { last = std::max(last.value_or(day), day); };
  for (const model::Progress& one : task.progress) {
    if (clocks.have_reached(one.date.value)) hear(*one.date);
  }
  for (const model::Milestone& one : task.milestones) {
    if (clocks.have_reached(one.done.value)) hear(*one.done);
  }
  const auto hear_of = [&](const StrandFigures& strand) {
    if (const Effective* newest = strand.newest()) hear(newest->date);
  };
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (!indicator.is_by_unit()) hear_of(indicator);
    for (const UnitFigures& unit : indicator.units) hear_of(unit);
  }
  return last;
}

bool waits(const model::Task& task, const model::Milestone& milestone, Clocks clocks) {
  const auto is_undone = [&](const auto& id) {
    return id && std::any_of(task.milestones.begin(), task.milestones.end(),
                             [&](const model::Milestone& other) {
                               return other.id.value == *id &&
                                      !clocks.have_reached(other.done.value);
                             });
  };
  const auto& ids = milestone.waits_for.items;
  return std::any_of(ids.begin(), ids.end(), is_undone);
}

MilestoneFigures measure_milestone(const Frame& frame, const model::Task& task,
                                   const model::Milestone& milestone,
                                   const std::optional<base::Date>& heard, Clocks clocks,
                                   Trace* trace) {
  if (trace) trace->begin("milestone", milestone.id.value_or(""));
  const LightLimits& limits = frame.limits.light;
  const base::Date day = clocks.as_of;
  MilestoneFigures figures{};
  figures.milestone = &milestone;
  figures.weight = model::resolved<&model::Milestone::weight>(milestone);
  figures.due = due_in_force(task, milestone, clocks, trace);
  figures.done = clocks.have_reached(milestone.done.value);
  figures.done_late = figures.done && figures.due && *milestone.done > *figures.due;
  const bool is_before = frame.is_before_reports(figures.due);
  figures.unrecorded = !figures.done && (frame.is_public() || is_before);
  figures.overdue = !figures.done && figures.due && *figures.due < day && !figures.unrecorded;
  if (trace) {
    trace->tell<"done.by_day">(figures.done, milestone.done.value, std::min(day, clocks.known_by));
    trace->tell<"overdue.not_done">(figures.overdue, figures.done, figures.due, day,
                                    figures.unrecorded);
  }
  const bool silent = !heard || base::days_between(*heard, day) > silent_after;
  figures.light_story =
      milestone_light({figures.done, frame.is_public(),
                       is_before ? frame.plan.rules.reporting_from.value : std::nullopt,
                       figures.due, waits(task, milestone, clocks), silent},
                      day, limits, trace);
  const LightReason reason = figures.light_story.back().reason;
  figures.due_soon =
      reason == LightReason::milestone_waiting || reason == LightReason::milestone_due_soon;
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

/// What holds of the task on the day: units, leaders, status and due date in force.
void resolve(TaskFigures& figures, const Frame& frame, Clocks clocks, Trace* trace) {
  const model::Task& task = figures.task();
  const base::Date day = clocks.as_of;
  add_units(figures.lead, lead_in_force(task, clocks, trace), {}, frame, day, trace);
  if (trace) trace->tell<"lead.units">(figures.lead, figures.lead);
  add_units(figures.support, support_in_force(task, clocks, trace), figures.lead, frame, day,
            trace);
  if (trace) trace->tell<"support.units">(figures.support, figures.support, figures.lead);
  figures.leader = leaders_in_force(task, clocks, trace);
  const auto status = status_in_force(task, clocks, trace);
  if (trace && !status) trace->tell<"status.unreadable">(model::Status::in_progress);
  figures.status = status.value_or(model::Status::in_progress);
  figures.due = due_in_force(task, clocks, trace);
  figures.counted = !figures.mechanism() && figures.status != model::Status::suspended &&
                    figures.status != model::Status::cancelled;
  if (trace) trace->tell<"counted.by_status">(figures.counted, figures.status, figures.mechanism());
}

/// The newest verdict of the unit itself, where it is not too old.
void find_verdict(TaskFigures& figures, Clocks clocks, Trace* trace) {
  const model::Progress* newest = newest_verdict(figures.task(), clocks);
  if (!newest) return;
  const model::Verdict verdict = *newest->verdict;
  const base::Date date = *newest->date;
  if (base::days_between(date, clocks.as_of) > silent_after) {
    if (trace) trace->tell<"verdict.too_old">(std::nullopt, verdict, date, clocks.as_of);
    return;
  }
  if (trace) trace->tell<"verdict.of_progress">(verdict, verdict, date, clocks.as_of);
  figures.verdict = verdict;
  figures.verdict_date = date;
}

}  // namespace

Clocks days_measured(const Frame& frame, const model::Task& task, Clocks clocks) {
  if (frame.is_public() || status_in_force(task, clocks) != model::Status::carried_over) {
    return clocks;
  }
  const auto due = due_in_force(task, clocks);
  const auto end = due ? due : frame.plan.period.end.value;
  if (!end) return clocks;
  const base::Date last = *end + std::chrono::days(frame.limits.deadlines.settlement);
  return {std::min(clocks.as_of, last), std::min(clocks.known_by, last)};
}

std::vector<IssueFigures> issues_of_year(const Frame& frame, const TaskFigures& task,
                                         Clocks asked) {
  const Clocks clocks = days_measured(frame, task.task(), asked);
  return clocks == asked ? task.issues : measure_issues(task.task(), frame, clocks);
}

const model::Progress* newest_verdict(const model::Task& task, Clocks clocks) {
  const model::Progress* newest = nullptr;
  for (const model::Progress& one : task.progress) {
    if (!one.verdict || !clocks.have_reached(one.date.value)) continue;
    if (!newest || *one.date >= *newest->date) newest = &one;
  }
  return newest;
}

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

bool TaskFigures::is_in_means() const {
  return completion.all > 0 ||
         std::ranges::none_of(indicators, [](const auto& one) { return one.has_weight(); });
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

TaskFigures measure_task(const Frame& frame, const model::TaskFile& file, Clocks asked,
                         Trace* trace) {
  TaskFigures figures;
  figures.file = &file;
  const model::Task& task = file.task;
  if (trace) trace->begin("task");
  resolve(figures, frame, asked, trace);
  const Clocks clocks = days_measured(frame, task, asked);
  for (const model::Indicator& indicator : task.indicators) {
    figures.indicators.push_back(
        measure_indicator(frame, task, indicator, {figures.lead, asked}, clocks, trace));
  }
  const auto heard = task.milestones.empty() ? std::nullopt : last_heard(figures, clocks);
  for (const model::Milestone& milestone : task.milestones) {
    figures.milestones.push_back(measure_milestone(frame, task, milestone, heard, clocks, trace));
  }
  // What is done about a task goes on after it was carried over; the figures of its year do not.
  figures.issues = measure_issues(task, frame, asked, trace);
  for (const model::Inspection& inspection : task.inspections) {
    const auto measured = measure_inspection(inspection, frame, asked, trace);
    if (measured) figures.inspections.push_back(*measured);
  }
  for (const model::Order& order : task.orders) {
    const auto measured = measure_order(order, frame, asked, trace);
    if (measured) figures.orders.push_back(*measured);
  }
  if (trace) trace->begin("task");
  figures.grade = grade_of(task, clocks, trace);
  find_verdict(figures, clocks, trace);
  figures.completion = task_completion(figures, trace);
  figures.weight = total_weight(figures, trace);
  figures.met = are_all_met(figures, trace);
  const base::Date day = clocks.as_of;
  figures.overdue =
      figures.due && *figures.due < day && !figures.met && figures.open() && !frame.is_public();
  const auto due = figures.due ? figures.due : frame.plan.period.end.value;
  figures.light_story =
      task_light(figures, issues_of_year(frame, figures, asked), due, clocks, trace);
  figures.light_by_hand = figures.light_story.back().reason == LightReason::set_by_hand;
  figures.by_own_word = figures.light_story.front().reason == LightReason::own_word;
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
    figures.time =
        time_progress(*period.start, *period.end, clocks.as_of, figures.limits.time, trace);
  }
  // The tasks know nothing of each other.
  constexpr std::size_t tasks_worth_a_thread = 32;
  std::vector<std::optional<TaskFigures>> tasks(folder.tasks.size());
  base::in_threads(tasks.size(), tasks_worth_a_thread, [&](std::size_t i) {
    tasks[i] = measure_task(figures.frame(), folder.tasks[i], clocks);
  });
  Tally tally;
  figures.tasks.reserve(tasks.size());
  for (std::optional<TaskFigures>& task : tasks) {
    figures.tasks.push_back(*std::move(task));
    tally.add({figures.tasks.back()});
  }
  figures.completion = tally.completion(trace);
  return figures;
}

}  // namespace taizhang::measure
