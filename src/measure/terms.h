// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/ratio.h"
#include "measure/frame.h"
#include "measure/in_force.h"
#include "measure/readings.h"
#include "measure/trace.h"
#include "model/plan.h"
#include "model/task.h"

namespace taizhang::measure {

/// A point of a trajectory as it is in force.
struct Point {
  base::Date date;
  base::Ratio value;
};

/// What an indicator promises on a day: T, b, S and E of RULES.md §6, and how the year is to go.
struct Terms {
  model::Kind kind = model::Kind::cumulative;
  base::Ratio target;                   ///< T, the one in force; T' where it is compared
  std::optional<base::Ratio> baseline;  ///< b; a running total begins at 0
  base::Date start;                     ///< S
  base::Date due;                       ///< E, the one in force
  bool down = false;                    ///< lower is better
  bool whole = false;                   ///< counts whole things
  bool ceiling = false;                 ///< not to go above its target
  bool compared = false;                ///< its target is above somebody else's figure
  bool rate = false;                    ///< measured in per cent: two of them are points apart
  model::TimeRule time = model::TimeRule::day;
  model::TrajectoryType trajectory = model::TrajectoryType::linear;
  bool trajectory_given = false;  ///< the file says so; else it follows from the kind
  std::vector<Point> points;      ///< of `step` and `points`, by date
  /// Of one unit's part of a sum: the terms of the whole, of whose expected value it has its share.
  std::shared_ptr<const Terms> of_whole;

  /// b where there is one, else 0: what the formulas stand on.
  base::Ratio base() const { return baseline.value_or(base::Ratio(0)); }
  /// The b that is used: under a full target it is shown only.
  base::Ratio used_base() const { return is_full() ? base::Ratio(0) : base(); }
  bool hold() const { return trajectory == model::TrajectoryType::hold; }
  /// A ceiling that is used up: its value only rises.
  bool allowance() const { return ceiling && kind == model::Kind::cumulative; }
  /// What a met value may yet turn back from before it is due (RULES.md §6.8).
  bool can_go_back() const {
    return ceiling || compared || (kind != model::Kind::cumulative && kind != model::Kind::level);
  }
  /// Whether its ratio is the share of a full target at any date.
  bool is_full() const {
    return hold() || compared || kind == model::Kind::growth || kind == model::Kind::rank;
  }
};

/// T as it was for `reading`: T', which follows the benchmark of the `newest`, is that of its own
/// one; nothing where it came without.
std::optional<base::Ratio> target_at(const Terms& terms, const Effective& reading,
                                     const Effective& newest);

/// What is promised apart from the days: T and b.
struct Promise {
  base::Ratio target;
  std::optional<base::Ratio> baseline;
  bool compared = false;
};

/// The due date of `indicator`: its own in force, else its task's, else the plan's last day.
std::optional<base::Date> due_of(const model::Plan& plan, const model::Task& task,
                                 const model::Indicator& indicator, When when,
                                 Trace* trace = nullptr);

/// The first day of `indicator`: its own; else the day after the baseline's, where that lies in the
/// plan's period; else the plan's.
std::optional<base::Date> start_of(const model::Plan& plan, const model::Indicator& indicator,
                                   Trace* trace = nullptr);

/// b as written for the whole; 0 for a running total.
std::optional<base::Ratio> baseline_of(const model::Indicator& indicator,
                                       const std::optional<base::Ratio>& written,
                                       Trace* trace = nullptr);

/// The terms of `indicator` with this promise; nothing where the kind or the term is unreadable.
/// Trajectory (RULES.md §4): as given in force, else `hold` by kind, `linear` from a baseline,
/// `end` without one; a running ceiling is used up in step with the time. A change with `rescale`
/// moves the points in proportion to the distance from the baseline.
std::optional<Terms> terms_of(const model::Plan& plan, const model::Task& task,
                              const model::Indicator& indicator, const Promise& promise, When when,
                              Trace* trace = nullptr);

/// The terms of one whole target in force; nothing where it has none.
std::optional<Terms> terms_of(const model::Plan& plan, const model::Task& task,
                              const model::Indicator& indicator, When when);

}  // namespace taizhang::measure
