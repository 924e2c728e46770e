// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "base/ratio.h"
#include "measure/clocks.h"
#include "measure/issues.h"
#include "measure/readings.h"
#include "model/ledger.h"

namespace taizhang::measure {

/// What an indicator says on a day. What is not known is not there; it is never zero.
struct IndicatorFigures {
  const model::Indicator* indicator;
  std::vector<Effective> readings;      ///< those that count, oldest first
  std::optional<base::Decimal> target;  ///< the one in force
  std::optional<base::Ratio> time;      ///< time progress of its own start and due date
  std::optional<base::Ratio> completion;
  std::optional<base::Date> due;
  std::string reporter;  ///< who reports: as written, else the first lead
  base::Decimal weight;
  bool met = false;

  const Effective* newest() const { return readings.empty() ? nullptr : &readings.back(); }
};

struct MilestoneFigures {
  const model::Milestone* milestone;
  base::Decimal weight;
  bool done;     ///< done by the day
  bool overdue;  ///< not done, and its due date is past
};

/// A mean and how many of how many measures it stands on.
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
  std::optional<base::Date> due;  ///< the one in force
  /// Weighted mean of the capped completions (domain.md §6.8). Milestones complete by weight done;
  /// they are known once one of them is done or overdue: before that they say nothing.
  Mean completion;
  /// Every measure with weight is met or done, and there is one.
  bool met = false;

  const model::Task& task() const { return file->task; }
  bool mechanism() const { return task().mechanism.value_or(false); }
  /// Still to be worked on: neither closed, cancelled, suspended nor carried over.
  bool open() const;
};

struct PlanFigures {
  const model::PlanFolder* plan;
  Clocks clocks;
  std::optional<base::Ratio> time;
  std::vector<TaskFigures> tasks;  ///< in the order of items
  /// Plain mean of the tasks' completions (domain.md §6.11), `mechanism` tasks left out.
  Mean completion;
};

/// Measure a whole plan on a day: the only way in.
PlanFigures measure_plan(const model::PlanFolder& plan, Clocks clocks);

}  // namespace taizhang::measure
