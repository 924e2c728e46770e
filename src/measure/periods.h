// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/frame.h"
#include "measure/terms.h"

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

}  // namespace taizhang::measure
