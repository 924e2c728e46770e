// SPDX-License-Identifier: MIT
#include "measure/schedule.h"

#include <algorithm>

#include "measure/completion.h"
#include "measure/time_progress.h"

namespace taizhang::measure {

using base::Date;
using base::Ratio;
using model::TrajectoryType;

namespace {

/// The newest point on or before `day`; the baseline before the first.
std::optional<Ratio> on_steps(const Terms& terms, Date day) {
  std::optional<Ratio> value = terms.baseline;
  for (const Point& point : terms.points) {
    if (point.date <= day) value = point.value;
  }
  return value;
}

/// On the straight line between the points around `day`.
std::optional<Ratio> on_lines(const Terms& terms, Date day) {
  std::optional<Point> before;
  if (terms.baseline) before = Point{terms.start - std::chrono::days(1), *terms.baseline};
  for (const Point& point : terms.points) {
    if (point.date > day) {
      if (!before || before->date > day) return terms.baseline;
      const Ratio gone = base::to_ratio(base::days_between(before->date, day));
      const Ratio all = base::to_ratio(base::days_between(before->date, point.date));
      return Ratio(before->value + (point.value - before->value) * gone / all);
    }
    before = point;
  }
  return before ? std::optional(before->value) : std::nullopt;
}

std::optional<Ratio> exactly_expected(const Terms& terms, Date day) {
  const auto time = time_progress(terms.start, terms.due, day);
  switch (terms.trajectory) {
    case TrajectoryType::hold:
      return terms.target;
    case TrajectoryType::linear:
      if (!time) return std::nullopt;
      return Ratio(terms.base() + (terms.target - terms.base()) * *time);
    case TrajectoryType::end:
    case TrajectoryType::step:
    case TrajectoryType::points:
      break;
  }
  if (day >= terms.due) return terms.target;
  if (terms.trajectory == TrajectoryType::end) return terms.baseline;
  return terms.trajectory == TrajectoryType::step ? on_steps(terms, day) : on_lines(terms, day);
}

}  // namespace

Ratio counted(const Terms& terms, const Ratio& value) {
  if (!terms.whole) return value;
  return terms.down ? ceil(value) : floor(value);
}

Expected expected(const Terms& terms, Date day) {
  Expected result;
  result.exact = exactly_expected(terms, day);
  if (!result.exact) return result;
  Ratio used = counted(terms, *result.exact);
  // A baseline that is no whole number must not be passed by rounding.
  if (terms.baseline) {
    if (terms.down && *result.exact <= *terms.baseline) used = std::min(used, *terms.baseline);
    if (!terms.down && *result.exact >= *terms.baseline) used = std::max(used, *terms.baseline);
  }
  result.used = used;
  return result;
}

std::optional<Ratio> schedule_ratio(const Terms& terms, Date day, const Ratio& value) {
  if (terms.hold()) return share_of_target(terms.down, terms.target, value);
  const Expected expect = expected(terms, day);
  if (!expect.used) return std::nullopt;
  if (terms.down && !terms.baseline) return share_of_target(true, *expect.used, value);
  if (*expect.used == terms.base()) return std::nullopt;
  return Ratio((value - terms.base()) / (*expect.used - terms.base()));
}

std::optional<Ratio> schedule_points(const Terms& terms, Date day, const Ratio& value) {
  const auto ratio = schedule_ratio(terms, day, value);
  if (!ratio) return std::nullopt;
  const bool share = terms.hold() || (terms.down && !terms.baseline);
  if (share || terms.target == terms.base()) return Ratio((*ratio - 1) * 100);
  const Expected expect = expected(terms, day);
  return Ratio((value - *expect.used) / (terms.target - terms.base()) * 100);
}

}  // namespace taizhang::measure
