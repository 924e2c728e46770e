// SPDX-License-Identifier: MIT
#include "measure/figures.h"

#include <algorithm>

#include "measure/aggregate.h"
#include "measure/in_force.h"
#include "measure/time_progress.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Decimal;
using base::Ratio;
using model::Class;
using model::Grade;
using model::Light;

namespace {

MilestoneFigures measure_milestone(const model::Task& task, const model::Milestone& milestone,
                                   const LightLimits& limits, Clocks clocks) {
  MilestoneFigures figures;
  figures.milestone = &milestone;
  figures.weight = model::resolved<&model::Milestone::weight>(milestone);
  figures.due = due_in_force(task, milestone, clocks.as_of);
  figures.done = milestone.done && *milestone.done <= clocks.as_of;
  figures.overdue = !figures.done && figures.due && *figures.due < clocks.as_of;
  figures.light_story = milestone_light(figures.done, figures.due, clocks.as_of, limits);
  return figures;
}

Mean task_completion(const TaskFigures& task) {
  Mean mean;
  Ratio sum = 0;
  Ratio weights = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.counts()) continue;
    ++mean.all;
    if (!indicator.completion) continue;
    ++mean.known;
    const Ratio weight = base::to_ratio(indicator.weight);
    sum += weight * base::clamped(*indicator.completion);
    weights += weight;
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (!milestone.has_weight()) continue;
    ++mean.all;
    if (!task.milestones_known) continue;
    ++mean.known;
    const Ratio weight = base::to_ratio(milestone.weight);
    if (milestone.done) sum += weight;
    weights += weight;
  }
  if (weights > 0) mean.value = sum / weights;
  if (task.grade) mean = {grade_value(*task.grade), 1, 1};
  return mean;
}

Ratio total_weight(const TaskFigures& task) {
  Ratio sum = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (indicator.counts()) sum += base::to_ratio(indicator.weight);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (milestone.has_weight()) sum += base::to_ratio(milestone.weight);
  }
  return sum;
}

/// Whether there is a measure with weight, and each of them is as `indicator` and `milestone` ask.
template <class OfIndicator, class OfMilestone>
bool all_measures(const TaskFigures& task, OfIndicator indicator, OfMilestone milestone) {
  const auto& is = task.indicators;
  const auto& ms = task.milestones;
  const bool any = std::any_of(is.begin(), is.end(), [](const auto& i) { return i.counts(); }) ||
                   std::any_of(ms.begin(), ms.end(), [](const auto& m) { return m.has_weight(); });
  return any &&
         std::all_of(is.begin(), is.end(),
                     [&](const auto& i) { return !i.counts() || indicator(i); }) &&
         std::all_of(ms.begin(), ms.end(),
                     [&](const auto& m) { return !m.has_weight() || milestone(m); });
}

bool has_measures(const model::Task& task) {
  const auto& is = task.indicators;
  const auto& ms = task.milestones;
  return std::any_of(is.begin(), is.end(),
                     [](const model::Indicator& one) {
                       return model::resolved<&model::Indicator::weight>(one) > Decimal();
                     }) ||
         std::any_of(ms.begin(), ms.end(), [](const model::Milestone& one) {
           return model::resolved<&model::Milestone::weight>(one) > Decimal();
         });
}

/// The grade of a task without measures, once it has been given.
std::optional<Grade> grade_of(const model::Task& task, base::Date as_of) {
  const model::Qualitative& given = task.qualitative;
  if (has_measures(task) || (given.date && *given.date > as_of)) return std::nullopt;
  return given.grade.value;
}

/// The light of the worst measure; the first of two equally bad ones.
LightStep worst_measure(const TaskFigures& task) {
  LightStep worst{LightReason::nothing_to_go_by, Light::grey, {}};
  bool any = false;
  const auto look = [&](Light light, const std::string& id) {
    if (any && light <= worst.light) return;
    any = true;
    worst = {LightReason::worst_measure, light, id};
  };
  for (const IndicatorFigures& indicator : task.indicators) {
    if (indicator.counts()) look(indicator.light(), indicator.indicator->id.value_or(""));
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (milestone.has_weight()) look(milestone.light(), milestone.milestone->id.value_or(""));
  }
  return worst;
}

LightStory task_light(const TaskFigures& task, Clocks clocks) {
  LightStory story{worst_measure(task)};
  if (task.grade) story = {{LightReason::graded, grade_light(*task.grade), {}}};
  for (const IssueFigures& issue : task.issues) {
    const bool critical = issue.level == model::IssueLevel::critical;
    if (!critical || !issue.overdue) continue;
    story.push_back({LightReason::critical_issue, std::max(story.back().light, Light::yellow),
                     issue.issue->id.value_or("")});
  }
  const model::Override& own = task.task().override_;
  if (own.light && (!own.until || clocks.as_of <= *own.until)) {
    story.push_back({LightReason::set_by_hand, *own.light, {}});
  }
  return story;
}

/// Whether all its measures are done or 超序时, and one is the latter.
bool is_ahead(const TaskFigures& task) {
  const bool any = std::any_of(
      task.indicators.begin(), task.indicators.end(),
      [](const IndicatorFigures& i) { return i.counts() && i.standing == Class::ahead; });
  return any && all_measures(
                    task,
                    [](const IndicatorFigures& i) {
                      return i.standing == Class::done || i.standing == Class::ahead;
                    },
                    [](const MilestoneFigures& m) { return m.done; });
}

Class class_of(const TaskFigures& task) {
  switch (task.light()) {
    case Light::blue:
      return Class::done;
    case Light::green:
      return is_ahead(task) ? Class::ahead : Class::on_schedule;
    case Light::yellow:
      return Class::behind;
    case Light::red:
      return Class::far_behind;
    case Light::grey:
      break;
  }
  if (!has_measures(task.task())) return Class::not_measured;
  return task.completion.all == 0 ? Class::not_applicable : Class::not_reported;
}

/// Add the units in force that stand for `names`, each once.
void add_units(std::vector<std::string>& units, const std::vector<std::string>& names,
               const std::vector<std::string>& without, const Frame& frame, base::Date day) {
  const auto is_in = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const std::string& name : names) {
    std::string unit = unit_on(frame.registry, name, day);
    if (!is_in(units, unit) && !is_in(without, unit)) units.push_back(std::move(unit));
  }
}

/// What holds of the task on the day: units, leader, status and due date in force.
void resolve(TaskFigures& figures, const Frame& frame, base::Date day) {
  const model::Task& task = figures.task();
  add_units(figures.lead, lead_in_force(task, day), {}, frame, day);
  add_units(figures.support, support_in_force(task, day), figures.lead, frame, day);
  figures.leader = leader_in_force(task, day);
  figures.status = status_in_force(task, day).value_or(model::Status::in_progress);
  figures.due = due_in_force(task, day);
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

TaskFigures measure_task(const Frame& frame, const model::TaskFile& file, Clocks clocks) {
  TaskFigures figures;
  figures.file = &file;
  const model::Task& task = file.task;
  resolve(figures, frame, clocks.as_of);
  for (const model::Indicator& indicator : task.indicators) {
    figures.indicators.push_back(measure_indicator(frame, task, indicator, figures.lead, clocks));
  }
  for (const model::Milestone& milestone : task.milestones) {
    figures.milestones.push_back(measure_milestone(task, milestone, frame.limits.light, clocks));
  }
  for (const model::Issue& issue : task.issues) {
    if (auto measured = measure_issue(issue, frame, clocks)) figures.issues.push_back(*measured);
  }
  for (const model::Inspection& inspection : task.inspections) {
    const auto measured = measure_inspection(inspection, frame.limits.deadlines, clocks);
    if (measured) figures.inspections.push_back(*measured);
  }
  for (const model::Order& order : task.orders) {
    if (const auto measured = measure_order(order, clocks)) figures.orders.push_back(*measured);
  }
  figures.grade = grade_of(task, clocks.as_of);
  figures.milestones_known = std::any_of(
      figures.milestones.begin(), figures.milestones.end(),
      [](const MilestoneFigures& m) { return m.has_weight() && (m.done || m.overdue); });
  figures.completion = task_completion(figures);
  figures.weight = total_weight(figures);
  figures.met = all_measures(
      figures, [](const IndicatorFigures& i) { return i.met; },
      [](const MilestoneFigures& m) { return m.done; });
  figures.light_story = task_light(figures, clocks);
  figures.light_by_hand = figures.light_story.back().reason == LightReason::set_by_hand;
  figures.standing = class_of(figures);
  return figures;
}

TaskFigures measure_task(const model::Plan& plan, const model::RegistryFile* registry,
                         const model::TaskFile& file, Clocks clocks) {
  const Limits limits = limits_of(plan.rules);
  return measure_task(Frame{plan, registry, limits}, file, clocks);
}

PlanFigures measure_plan(const model::PlanFolder& folder, const model::RegistryFile* registry,
                         Clocks clocks) {
  PlanFigures figures;
  figures.plan = &folder;
  figures.registry = registry;
  figures.limits = limits_of(folder.plan.rules);
  figures.clocks = clocks;
  const model::Period& period = folder.plan.period;
  if (period.start && period.end) {
    figures.time = time_progress(*period.start, *period.end, clocks.as_of);
  }
  Tally tally;
  for (const model::TaskFile& file : folder.tasks) {
    figures.tasks.push_back(measure_task(figures.frame(), file, clocks));
    tally.add({figures.tasks.back()});
  }
  figures.completion = tally.completion();
  return figures;
}

}  // namespace taizhang::measure
