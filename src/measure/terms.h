// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "base/ratio.h"
#include "measure/trace.h"
#include "model/plan.h"
#include "model/task.h"

namespace taizhang::measure {

/// A point of a trajectory as it is in force.
struct Point {
  base::Date date;
  base::Ratio value;
};

/// What an indicator promises on a day: T, b, S and E of domain.md §6, and how the year is to go.
struct Terms {
  base::Ratio target;                   ///< T, the one in force
  std::optional<base::Ratio> baseline;  ///< b; a running total begins at 0
  base::Date start;                     ///< S
  base::Date due;                       ///< E, the one in force
  bool down = false;                    ///< lower is better
  bool whole = false;                   ///< counts whole things
  model::TrajectoryType trajectory = model::TrajectoryType::linear;
  bool trajectory_given = false;  ///< the file says so; else it follows from the kind
  std::vector<Point> points;      ///< of `step` and `points`, by date

  /// b where there is one, else 0: what the formulas stand on.
  base::Ratio base() const { return baseline.value_or(base::Ratio(0)); }
  bool hold() const { return trajectory == model::TrajectoryType::hold; }
};

/// The due date of `indicator` on `day`: its own in force, else the plan's last day.
std::optional<base::Date> due_of(const model::Plan& plan, const model::Task& task,
                                 const model::Indicator& indicator, base::Date day,
                                 Trace* trace = nullptr);

/// The first day of `indicator`: its own, else the plan's.
std::optional<base::Date> start_of(const model::Plan& plan, const model::Indicator& indicator,
                                   Trace* trace = nullptr);

/// The terms of `indicator` on `day`; nothing where the target, the kind or the term is unreadable.
/// Trajectory (domain.md §4): as given, else `hold` for growth, for 100 % and for a window,
/// `linear` from a baseline, `end` without one. A straight line of a stock needs a baseline to
/// start from: without one it is `end` too. A change with `rescale` moves the points in proportion
/// to the distance from the baseline.
std::optional<Terms> terms_of(const model::Plan& plan, const model::Task& task,
                              const model::Indicator& indicator, base::Date day,
                              Trace* trace = nullptr);

}  // namespace taizhang::measure
