// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/limits.h"
#include "measure/readings.h"
#include "measure/terms.h"
#include "model/task.h"

namespace taizhang::measure {

/// What the value will be at the due date, by each method that has something to say
/// (domain.md §6.10). Counts are whole already; what is not known is not there.
struct Forecast {
  std::optional<base::Ratio> ratio;   ///< as far from the trajectory as now
  std::optional<base::Ratio> recent;  ///< on along the last two to four months
  std::optional<base::Ratio> last;    ///< as it is now
  std::optional<base::Ratio> unit;    ///< what the unit itself expects
  /// The reading that `recent` draws its line from, up to the newest.
  std::optional<Effective> recent_from;

  /// The one that counts: the plan's method, else the first that is there, in the order above.
  std::optional<model::ForecastMethod> method;
  std::optional<base::Ratio> value;
  std::optional<base::Ratio> low, high;  ///< over all that are there
};

/// The forecast from the `readings` that count, newest last. Nothing at all before a quarter of
/// the time has gone at the data date. `ratio`: b + (T−b)·(v−b)/(e(d)−b) with e exact; `recent`:
/// on a straight line only, the slope from the oldest reading 60 to 120 days before the newest;
/// `last`: for levels, ratios and growth; `unit`: the newest self-assessment, where the task has
/// one measured indicator only.
Forecast forecast(const ForecastLimits& limits, const model::Task& task,
                  const model::Indicator& indicator, const Terms& terms,
                  const std::vector<Effective>& readings, base::Date known_by,
                  Trace* trace = nullptr);

}  // namespace taizhang::measure
