// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/periods.h"
#include "measure/readings.h"
#include "measure/terms.h"
#include "measure/trace.h"

namespace taizhang::measure {

/// How an indicator has been reported.
struct Punctuality {
  /// Periods whose report came after the deadline and was no back-fill (迟报).
  std::vector<ReportPeriod> late;
  /// Periods that are over, with a deadline on or before `known_by`, of which nothing is known
  /// (漏报).
  std::vector<ReportPeriod> missing;
  /// Periods of which nothing is known and whose deadline is still to come (待报); among them those
  /// that begin in the coming week.
  std::vector<ReportPeriod> awaited;
  /// The last day of the first period that is owed at all; data that never came is as old.
  std::optional<base::Date> first_owed;
  int missing_run = 0;  ///< how many are missing in a row, at most
  int met = 0;          ///< owed periods whose newest value meets the target
  int missed = 0;       ///< … does not
};

/// The readings of one unit, or with an empty name of the whole.
struct Strand {
  std::string unit;
  const Readings* readings;
  /// What was reported for it, also under the names of those who have become this unit, whether
  /// their values are its own or not.
  const Readings* reports;
};

/// What is promised of the whole, or of a unit that has to meet its own.
struct Standing {
  const Terms* terms;
  std::string unit = {};  ///< of `targets`; empty of the whole, whatever its strands
};

/// Late and missing reports (RULES.md §6.7). A period is owed where its last day is not before the
/// plan's issue (or `reporting_from`), and not where the task was closed, cancelled or carried over
/// before its end, or suspended or without a target for more than half of it. A strand owes nothing
/// of it where its promise in `standing` was blue for good before the end. It is reported when all
/// strands that owe it are. Nothing is owed where only public results are recorded.
Punctuality punctuality(const Frame& frame, const model::Task& task,
                        const model::Indicator& indicator, const Terms& terms,
                        const std::vector<Strand>& strands, const std::vector<Standing>& standing,
                        Clocks clocks, Trace* trace = nullptr);

/// How stale data of this age is (RULES.md §6.7): 0, 1 or 2; 0 where there are no limits. Limits
/// are `longer` by what the statistics take.
int staleness(const std::optional<StaleLimits>& limits, int longer, long long age,
              Trace* trace = nullptr);

}  // namespace taizhang::measure
