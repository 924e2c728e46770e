// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/ratio.h"
#include "measure/terms.h"

namespace taizhang::measure {

/// The value expected on a day; nothing where the day expects nothing yet.
struct Expected {
  std::optional<base::Ratio> exact;
  /// What the ratio is formed with: where whole things are counted, rounded towards the baseline
  /// (down; up where lower is better), for a target of 1 expects 0 until it is due.
  std::optional<base::Ratio> used;
};

/// The expected value e(`day`) of the trajectory (domain.md §4, §6.3). linear: b + (T−b)·tp; hold:
/// T; end: b until the due date; step: the newest point, b before the first; points: straight
/// lines between them, the first of them from b on the day before the start. On and after the due
/// date it is T.
Expected expected(const Terms& terms, base::Date day, Trace* trace = nullptr);

/// `value` as a count: down to a whole number, up where lower is better; else unchanged.
base::Ratio counted(const Terms& terms, const base::Ratio& value, Trace* trace = nullptr);

/// Schedule ratio 序时比 (domain.md §6.5): (v−b)/(e(d)−b) with what is `expected` at the data date;
/// with hold v/T, T/v where lower is better (1 where v is 0). Nothing where nothing is expected
/// yet, or where a full target of zero or less makes a ratio meaningless. Without a baseline a
/// ratio of two stocks where lower is better is e/v.
std::optional<base::Ratio> schedule_ratio(const Terms& terms, const Expected& expected,
                                          const base::Ratio& value, Trace* trace = nullptr);

/// Points of schedule (domain.md §6.8, `rule: points`): 100·(v−e(d))/(T−b); where the ratio is a
/// share of a target, 100·(r−1). Nothing where there is no `ratio`.
std::optional<base::Ratio> schedule_points(const Terms& terms, const Expected& expected,
                                           const base::Ratio& value,
                                           const std::optional<base::Ratio>& ratio,
                                           Trace* trace = nullptr);

}  // namespace taizhang::measure
