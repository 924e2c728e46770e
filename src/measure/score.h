// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/figures.h"
#include "measure/history.h"

namespace taizhang::measure {

/// What takes marks off a task, each how many times (domain.md §6.12).
struct Deductions {
  int late = 0;            ///< late reports
  int missing = 0;         ///< missing reports
  int issues_overdue = 0;  ///< issues that are or were unresolved beyond their due date
  int false_reports = 0;   ///< inspections that found a figure not to hold
  int red_months = 0;
  int second_yellows = 0;  ///< months that are yellow like the one before
  base::Ratio marks = 0;   ///< what they take off together, at most 10
};

/// The score of a task, 0 to 100.
struct TaskScore {
  /// Σ w·s / Σ w over the measures that are known, with how many: s is 100 when met, else 100 times
  /// the capped completion; a `strive` miss costs half. Nothing where nothing is known.
  Mean base;
  Deductions deductions;
  std::vector<MonthLight> months;    ///< the month ends that it looks at
  std::optional<base::Ratio> value;  ///< base − deductions, not below 0; or that set by hand
  bool by_hand = false;              ///< printed with *
};

/// Whether the task is scored at all: not so where it organises the others, and where it is
/// suspended or cancelled.
bool is_scored(const TaskFigures& task);

/// Score one task of `plan` (domain.md §6.12). One that is carried over keeps the score that it had
/// at the end of the plan's period.
TaskScore score_task(const PlanFigures& plan, const TaskFigures& task, Trace* trace = nullptr);

/// The grade of a score: 优 from 90, 良 from 80, 中 from 60, else 差.
model::Grade score_grade(const base::Ratio& score, Trace* trace = nullptr);

}  // namespace taizhang::measure
