// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/indicator_figures.h"
#include "measure/issues.h"
#include "measure/light.h"
#include "measure/supervision.h"
#include "model/resolved.h"
#include "model/task_fields.h"

namespace taizhang::measure {

struct MilestoneFigures {
  const model::Milestone* milestone;
  base::Decimal weight;
  std::optional<base::Date> due;  ///< the one in force
  bool done;                      ///< done by the day
  bool done_late = false;         ///< … after its due date
  bool overdue;                   ///< not done, and its due date is past
  bool unrecorded = false;        ///< 未录: not recorded as done, which says nothing of it
  bool due_soon = false;          ///< 临期: the mark of a green or yellow light within 30 days
  LightStory light_story;

  model::Light light() const { return light_story.back().light; }
  bool has_weight() const { return weight > base::Decimal(); }
};

/// A mean and how many of how many it stands on: n/N.
struct Mean {
  std::optional<base::Ratio> value;
  int known = 0;
  int all = 0;
};

struct TaskFigures {
  const model::TaskFile* file;
  std::vector<IndicatorFigures> indicators;
  std::vector<MilestoneFigures> milestones;
  std::vector<IssueFigures> issues;
  std::vector<InspectionFigures> inspections;  ///< those made by the day
  std::vector<OrderFigures> orders;            ///< those sent by the day
  /// The main names of the units in force, each once; no unit of `lead` stands in `support` too.
  std::vector<std::string> lead, support;
  std::vector<std::string> leader;                    ///< who answers for it, by post, in force
  model::Status status = model::Status::in_progress;  ///< in force; so too what cannot be read
  std::optional<base::Date> due;  ///< the one in force; none where it has no end (长期坚持)
  /// In classes, shares and means: not so where it is suspended or cancelled on the day, and where
  /// it organises the others (RULES.md §6.9).
  bool counted = true;
  /// Weighted mean of the capped completions (RULES.md §6.8); milestones complete 0 or 1. A task
  /// without measures has the value of its grade, where it has one.
  Mean completion;
  base::Ratio weight = 0;  ///< of all its measures that apply
  /// The grade that counts: that of a task without measures, given by the day.
  std::optional<model::Grade> grade;
  /// The newest verdict of the unit itself that is not older than 45 days (自评), and its day.
  std::optional<model::Verdict> verdict;
  std::optional<base::Date> verdict_date;
  bool by_own_word = false;  ///< its light is the unit's own word (自报)
  /// Every measure with weight is met or done, and there is one.
  bool met = false;
  bool overdue = false;        ///< past its due date, open and not met
  bool light_by_hand = false;  ///< set by an override; printed with *
  LightStory light_story;
  model::Class standing = model::Class::not_measured;

  const model::Task& task() const { return file->task; }
  model::Light light() const { return light_story.back().light; }
  /// Whether it is one of the N of a mean: not so where it has measures and none of them has a
  /// completion by rule, such as places, and ceilings before they are due (RULES.md §6.8).
  bool is_in_means() const;
  bool mechanism() const { return model::resolved<&model::Task::mechanism>(task()); }
  /// 暂不评价: somebody has taken its light away.
  bool not_judged() const { return light_by_hand && light() == model::Light::grey; }
  /// Still to be worked on: neither closed, cancelled, suspended nor carried over.
  bool open() const;
};

struct PlanFigures {
  const model::PlanFolder* plan;
  const model::RegistryFile* registry;  ///< null where the plan has none
  Limits limits;
  Clocks clocks;
  std::optional<base::Ratio> time;  ///< time progress of the plan's period
  std::vector<TaskFigures> tasks;   ///< in the order of items
  /// Plain mean of the tasks' completions (RULES.md §6.11), `mechanism` tasks left out.
  Mean completion;

  Frame frame() const { return {plan->plan, registry, limits}; }
};

/// The newest progress entry by the day in which the unit judges itself; null where there is none.
const model::Progress* newest_verdict(const model::Task& task, Clocks clocks);

/// The clocks that a task is measured by: one that is carried over stays as it stood at its due
/// date and settlement (RULES.md §8).
Clocks days_measured(const Frame& frame, const model::Task& task, Clocks clocks);

/// The issues as the figures of the year see them: those of `task`, which are of the days `asked`
/// for, but of a carried over task as they stood on its last day.
std::vector<IssueFigures> issues_of_year(const Frame& frame, const TaskFigures& task, Clocks asked);

/// The value of a grade as a completion (RULES.md §4): 优 1, 良 0.85, 中 0.70, 差 0.50.
base::Ratio grade_value(model::Grade grade);

/// Measure one task on a day. A trace is told of the task and of all that it holds.
TaskFigures measure_task(const Frame& frame, const model::TaskFile& file, Clocks clocks,
                         Trace* trace = nullptr);

/// The same where only the task is wanted, of a plan whose units stand in `registry` or nowhere.
TaskFigures measure_task(const model::Plan& plan, const model::RegistryFile* registry,
                         const model::TaskFile& file, Clocks clocks, Trace* trace = nullptr);

/// Measure a whole plan on a day: the way in for every table and report. `registry` is null where
/// the plan has none. A trace is told of the plan itself, not of its tasks.
PlanFigures measure_plan(const model::PlanFolder& plan, const model::RegistryFile* registry,
                         Clocks clocks, Trace* trace = nullptr);

}  // namespace taizhang::measure
