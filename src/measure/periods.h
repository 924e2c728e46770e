// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/readings.h"
#include "measure/terms.h"
#include "measure/trace.h"

namespace taizhang::measure {

/// The last day of the month of `day`.
base::Date month_end(base::Date day);

/// The last day on which a report of what ends on `end` is in time (RULES.md §6.7): the 5th of the
/// month after, of weeks that week's Friday, or what the plan says; `release` days later; on a day
/// off the next working day.
base::Date deadline_of(const Frame& frame, model::Frequency frequency, base::Date end, int release);

/// A stretch of time for which one report is owed. `end` is also the data date that is meant.
struct ReportPeriod {
  base::Date start;
  base::Date end;
  base::Date deadline;                  ///< the last day on which the report is in time
  std::string name = {};                ///< 2023-08, 2023Q3, 2023-W39, 2023; of others the last day
  bool last = false;                    ///< it holds the due date: later data is of it too
  bool half = true;                     ///< the indicator runs in at least half of it
  std::vector<std::string> units = {};  ///< who still owes it, where targets are by unit
  std::optional<base::Date> reported = {};  ///< of a late one the day on which its report came
};

/// The periods of an indicator's term that begin on or before `until`, oldest first (RULES.md
/// §6.7): weeks, months, quarters (from the plan's start where that is not a quarter's) and years
/// of the calendar; seasons that end at the points of the trajectory; `once` the whole term. The
/// first and the last are cut to the term.
std::vector<ReportPeriod> report_periods(const Frame& frame, const model::Indicator& indicator,
                                         const Terms& terms, base::Date until);

/// The first day of the period that holds the due date.
base::Date start_of_last_period(const Frame& frame, const model::Indicator& indicator,
                                const Terms& terms);

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
};

/// What is promised of the whole, or of a unit that has to meet its own.
struct Standing {
  const Terms* terms;
  std::string unit = {};  ///< of `targets`; empty of the whole
};

/// Late and missing reports (RULES.md §6.7). A period is owed where its last day is not before the
/// plan's issue (or `reporting_from`), and not where the indicator was blue for good before its end
/// (all of `standing`), or the task closed, cancelled or carried over, or
/// suspended or without a target for more than half of it. Nothing is owed where only public
/// results are recorded.
Punctuality punctuality(const Frame& frame, const model::Task& task,
                        const model::Indicator& indicator, const Terms& terms,
                        const std::vector<Strand>& strands, const std::vector<Standing>& standing,
                        Clocks clocks, Trace* trace = nullptr);

/// How stale data of this age is (RULES.md §6.7): 0, 1 or 2; 0 where there are no limits. Limits
/// are `longer` by what the statistics take.
int staleness(const std::optional<StaleLimits>& limits, int longer, long long age,
              Trace* trace = nullptr);

}  // namespace taizhang::measure
