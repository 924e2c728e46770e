// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/figures.h"
#include "measure/history.h"

namespace taizhang::measure {

/// How a measure comes to its marks.
enum class MarksBy { met, met_late, schedule, settled, lost, never_reported };

/// What takes marks off a task, each how many times (RULES.md §6.12).
struct Deductions {
  int late = 0;            ///< late reports
  int missing = 0;         ///< missing reports
  int issues_overdue = 0;  ///< issues that are or were unresolved beyond their due date
  int false_reports = 0;   ///< inspections that found a figure not to hold
  int red_months = 0;
  int second_yellows = 0;  ///< months that are yellow after a yellow or red one
  base::Ratio marks = 0;   ///< what they take off together, at most 10
};

/// The score of a task, 0 to 100.
struct TaskScore {
  /// Σ w·s / Σ w over the measures that have marks, with how many of how many. Nothing where none.
  Mean base;
  /// 序时得分: a measure of it is not yet settled. Not so of one that was set by hand.
  bool by_schedule = false;
  Deductions deductions;
  std::vector<MonthLight> months;    ///< the month ends that it looks at
  int missing_run = 0;               ///< how many reports are missing in a row
  std::optional<base::Ratio> value;  ///< base − deductions, not below 0; or that set by hand
  bool by_hand = false;              ///< printed with *

  /// What the order ladder looks at.
  Trouble trouble() const { return {months, missing_run}; }
};

/// The marks s of what a strand says, 0 to 100 (RULES.md §6.12): 100 when met, by schedule until
/// it is settled, then by completion; half of a miss where it is only striven for. Nothing where
/// nothing is known.
std::optional<base::Ratio> marks_of(const StrandFigures& strand, const IndicatorFigures& indicator);

/// Whether the task is scored at all: not so where it organises the others, and where it is
/// suspended or cancelled.
bool is_scored(const TaskFigures& task);

/// Score one task of `plan` (RULES.md §6.12).
TaskScore score_task(const PlanFigures& plan, const TaskFigures& task, Trace* trace = nullptr);

/// What a unit has of a task whose score is `whole`: where targets are by unit its own values
/// count, and the same is taken off as of the whole.
TaskScore score_of_unit(const PlanFigures& plan, const TaskFigures& task, TaskScore whole,
                        const std::string& unit);

/// The mean of the scores of some tasks, as a section or a leader has them.
struct MeanScore {
  Mean value;
  bool by_schedule = false;  ///< 序时得分: one of them is
};

/// The plain mean of the scores that are there, with how many of how many (RULES.md §6.12).
MeanScore mean_of_scores(const std::vector<const TaskScore*>& scores, Trace* trace = nullptr);

/// The grade of a score: 优 from 90, 良 from 80, 中 from 60, else 差.
model::Grade score_grade(const base::Ratio& score, Trace* trace = nullptr);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::MarksBy> {
  using enum measure::MarksBy;
  static constexpr std::string_view key = "marks_by";
  static constexpr auto table = std::to_array<Named<measure::MarksBy>>({
      {met, "met", {"已做到", "kept"}},
      {met_late, "met_late", {"逾期做到，按到期时的数", "kept late, as it stood at the due date"}},
      {schedule, "schedule", {"按序时", "by schedule"}},
      {settled, "settled", {"到期没有做到，按完成率", "not kept, by completion"}},
      {lost, "lost", {"没有做到，不得分", "not kept, nothing"}},
      {never_reported, "never_reported", {"逾期未报", "never reported"}},
  });
};

}  // namespace taizhang::model
