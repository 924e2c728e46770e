// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "check/reported.h"
#include "check/scale.h"
#include "measure/doubts.h"

namespace taizhang::check {

/// One indicator with what several rules ask of it: each answer is worked out once, for whoever
/// asks first.
class Told {
 public:
  Told(const model::Ledger& in_ledger, const model::PlanFolder& of_plan,
       const model::TaskFile& in_file, const model::Indicator& told)
      : ledger(in_ledger), plan(of_plan), file(in_file), indicator(told) {}

  const model::Ledger& ledger;
  const model::PlanFolder& plan;
  const model::TaskFile& file;
  const model::Indicator& indicator;

  /// What was reported once all is known.
  const Reported& reported() const;

  /// Whether every reading is as its author meant it.
  bool all_read() const { return check::all_read(ledger, file, indicator); }

  /// What numbers fit.
  const Scale& scale() const;

  /// What is doubtful in it once all is known; none where the readings contradict each other, which
  /// are errors of their own, or where target and dates cannot be known.
  const measure::Doubts& doubts() const;

 private:
  mutable std::optional<Reported> reported_;
  mutable std::optional<Scale> scale_;
  mutable std::optional<measure::Doubts> doubts_;
};

}  // namespace taizhang::check
