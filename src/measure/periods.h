// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/terms.h"
#include "measure/trace.h"

namespace taizhang::measure {

/// The last day of the month of `day`.
base::Date month_end(base::Date day);

/// The last day on which data of `end` is in time (domain.md §7): the 5th of the month after, or
/// that month's last where it is shorter.
base::Date month_deadline(base::Date end, const DeadlineLimits& limits);

/// A stretch of time for which one report is owed. `end` is also the data date that is meant.
struct ReportPeriod {
  base::Date start;
  base::Date end;
  base::Date deadline;  ///< the last day on which the report is in time
};

/// The periods of an indicator's term that begin on or before `until`, oldest first (domain.md §7).
/// Months and quarters of the calendar, in by the 5th of the month that follows; weeks that end on
/// the reporting weekday, in by that day; seasons that end at the points of the trajectory, in by
/// the 5th of the month that follows; otherwise the whole term is one. The first and the last are
/// cut to the term.
std::vector<ReportPeriod> report_periods(const model::Indicator& indicator, const Terms& terms,
                                         const DeadlineLimits& limits, base::Date until);

/// How an indicator has been reported.
struct Punctuality {
  /// Periods whose first report came after the deadline and was no back-fill (迟报). A correction
  /// is no report of its own: it is never late.
  std::vector<ReportPeriod> late;
  /// Periods over by `as_of`, with a deadline on or before `known_by`, of which nothing is known
  /// (漏报). Nothing was owed before the ledger began: before the plan was issued, nor before the
  /// first report where that is a back-fill.
  std::vector<ReportPeriod> missing;
  /// Periods of which nothing is known and whose deadline is still to come (待报); among them those
  /// that begin in the coming week.
  std::vector<ReportPeriod> awaited;
};

/// Late and missing reports (domain.md §6.7).
Punctuality punctuality(const Frame& frame, const model::Indicator& indicator, const Terms& terms,
                        Clocks clocks, Trace* trace = nullptr);

/// How stale data of this age is (domain.md §6.7): 0, 1 or 2; 0 where there are no limits.
int staleness(const std::optional<StaleLimits>& limits, long long age, Trace* trace = nullptr);

}  // namespace taizhang::measure
