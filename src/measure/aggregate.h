// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "base/ratio.h"
#include "measure/figures.h"

namespace taizhang::measure {

/// Whether a task is counted at all: those that are suspended or cancelled and those that organise
/// the others are left out of every count and rate (RULES.md §6.9).
bool is_counted(const TaskFigures& task);

/// Whether an indicator is counted: the parts of a total have the weight 0 (RULES.md §4).
bool is_counted(const IndicatorFigures& indicator);

/// One thing that is counted: a task, or one of its indicators.
struct Counted {
  const TaskFigures& task;
  const IndicatorFigures* indicator = nullptr;  ///< null where the task itself is counted
};

/// What can be said of many tasks or of many indicators at once (RULES.md §6.11): how many there
/// are, how many stand how, and the plain mean of their capped completions, with n/N beside it.
/// Amounts are never added up: those of different units of measure have no sum. What is not
/// counted may be added and changes nothing.
class Tally {
 public:
  void add(const Counted& counted);

  int count() const { return count_; }
  int of(model::Class standing) const { return classes_[static_cast<std::size_t>(standing)]; }

  /// N leaves out what has no completion by rule: such indicators, and tasks that have no others. A
  /// task that nothing measures is known in no rate and missing in each.
  Mean completion(Trace* trace = nullptr) const;

 private:
  void add(model::Class standing, const std::optional<base::Ratio>& completion);

  int count_ = 0;
  int known_ = 0;
  int all_ = 0;
  base::Ratio sum_ = 0;  ///< of the capped completions that are known
  std::array<int, model::Names<model::Class>::table.size()> classes_{};
};

/// `part` of `whole` as a fraction; nothing where there is no whole: a share of none is not zero.
std::optional<base::Ratio> share(int part, int whole);

}  // namespace taizhang::measure
