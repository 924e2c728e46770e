// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/completion.h"
#include "measure/limits.h"
#include "measure/readings.h"
#include "measure/terms.h"
#include "model/task.h"

namespace taizhang::measure {

/// What the value will be at the due date, by each method that has something to say
/// (RULES.md §6.10). Counts are whole already; what is not known is not there.
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
  /// Whether the value that counts meets the target; never where a month of a window was missed.
  std::optional<bool> will_meet;
  /// How far it is from the target at the due date, in the unit of measure; positive is good.
  std::optional<base::Ratio> gap;
};

/// The forecast from the `readings` that count, newest last. Nothing at all before a quarter of
/// the time has gone at the data date, and none for places and compared targets. `ratio`:
/// b + (T−b)·(v−b)/(e(d)−b) with e exact, of an allowance T·v/e(d); `recent`: on a straight line,
/// for allowances and for levels the slope from the oldest reading 60 to 120 days before the
/// newest; `last`: for levels, ratios, growth and ceilings that are no allowance; `unit`: the
/// newest self-assessment of the indicator (`of_unit` says whether it can be of this one).
Forecast forecast(const ForecastLimits& limits, const model::Task& task, const Gauge& gauge,
                  const Terms& terms, const std::vector<Effective>& readings, bool of_unit,
                  Clocks clocks, Trace* trace = nullptr);

}  // namespace taizhang::measure
