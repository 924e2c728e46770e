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
std::optional<Ratio> on_steps(const Terms& terms, Date day, Trace* trace) {
  const Point* newest = nullptr;
  for (const Point& point : terms.points) {
    if (point.date <= day) newest = &point;
  }
  if (newest) {
    if (trace) trace->tell<"expected.step">(newest->value, day, newest->date, newest->value);
    return newest->value;
  }
  if (trace) trace->tell<"expected.before_points">(terms.baseline, day, terms.baseline);
  return terms.baseline;
}

/// On the straight line between the points around `day`.
std::optional<Ratio> on_lines(const Terms& terms, Date day, Trace* trace) {
  std::optional<Point> before;
  if (terms.baseline) before = Point{terms.start - std::chrono::days(1), *terms.baseline};
  for (const Point& point : terms.points) {
    if (point.date > day) {
      if (!before || before->date > day) {
        if (trace) trace->tell<"expected.before_points">(terms.baseline, day, terms.baseline);
        return terms.baseline;
      }
      const Ratio gone = base::to_ratio(base::days_between(before->date, day));
      const Ratio all = base::to_ratio(base::days_between(before->date, point.date));
      const Ratio value = before->value + (point.value - before->value) * gone / all;
      if (trace) {
        trace->tell<"expected.between_points">(value, day, before->date, before->value, point.date,
                                               point.value);
      }
      return value;
    }
    before = point;
  }
  const auto last = before ? std::optional(before->value) : std::nullopt;
  if (trace) trace->tell<"expected.after_points">(last, day, last);
  return last;
}

std::optional<Ratio> exactly_expected(const Terms& terms, Date day, Trace* trace) {
  switch (terms.trajectory) {
    case TrajectoryType::hold:
      if (trace) trace->tell<"expected.hold">(terms.target, day, terms.target);
      return terms.target;
    case TrajectoryType::linear: {
      const auto time = time_progress(terms.start, terms.due, day);
      if (!time) {
        if (trace) trace->tell<"expected.no_term">(std::nullopt, day, terms.start, terms.due);
        return std::nullopt;
      }
      const Ratio value = terms.base() + (terms.target - terms.base()) * *time;
      if (trace) {
        trace->tell<"expected.linear">(value, day, terms.base(), terms.target, terms.start,
                                       terms.due);
      }
      return value;
    }
    case TrajectoryType::end:
    case TrajectoryType::step:
    case TrajectoryType::points:
      break;
  }
  if (day >= terms.due) {
    if (trace) trace->tell<"expected.due">(terms.target, day, terms.due, terms.target);
    return terms.target;
  }
  if (terms.trajectory == TrajectoryType::end) {
    if (trace) trace->tell<"expected.before_due">(terms.baseline, day, terms.due, terms.baseline);
    return terms.baseline;
  }
  return terms.trajectory == TrajectoryType::step ? on_steps(terms, day, trace)
                                                  : on_lines(terms, day, trace);
}

}  // namespace

Ratio counted(const Terms& terms, const Ratio& value, Trace* trace) {
  if (!terms.whole) {
    if (trace) trace->tell<"counted.not_counted">(value, value);
    return value;
  }
  const Ratio whole = terms.down ? ceil(value) : floor(value);
  if (trace && terms.down) trace->tell<"counted.up">(whole, value);
  if (trace && !terms.down) trace->tell<"counted.down">(whole, value);
  return whole;
}

Expected expected(const Terms& terms, Date day, Trace* trace) {
  Expected result;
  result.exact = exactly_expected(terms, day, trace);
  if (!result.exact) {
    if (trace) trace->tell<"expected.nothing">(std::nullopt, day);
    return result;
  }
  Ratio used = counted(terms, *result.exact, trace);
  // A baseline that is no whole number must not be passed by rounding.
  if (terms.baseline) {
    const Ratio& baseline = *terms.baseline;
    const bool passed = terms.down ? *result.exact <= baseline && used > baseline
                                   : *result.exact >= baseline && used < baseline;
    if (passed) {
      if (trace) trace->tell<"counted.from_baseline">(baseline, used, baseline);
      used = baseline;
    }
  }
  if (trace) trace->tell<"expected.used">(used, day, used);
  result.used = used;
  return result;
}

std::optional<Ratio> schedule_ratio(const Terms& terms, const Expected& expected,
                                    const Ratio& value, Trace* trace) {
  if (terms.hold()) {
    const auto share = share_of_target(terms.down, terms.target, value, trace);
    if (trace) trace->tell<"ratio.hold">(share, share);
    return share;
  }
  if (!expected.used) {
    if (trace) trace->tell<"ratio.nothing_expected">(std::nullopt);
    return std::nullopt;
  }
  const Ratio& used = *expected.used;
  if (terms.down && !terms.baseline) {
    const auto share = share_of_target(true, used, value, trace);
    if (trace) trace->tell<"ratio.share_of_expected">(share, share);
    return share;
  }
  const Ratio base = terms.base();
  if (used == base) {
    if (trace) trace->tell<"ratio.not_begun">(std::nullopt, used, base);
    return std::nullopt;
  }
  const Ratio ratio = (value - base) / (used - base);
  if (trace) trace->tell<"ratio.on_trajectory">(ratio, value, base, used);
  return ratio;
}

std::optional<Ratio> schedule_points(const Terms& terms, const Expected& expected,
                                     const Ratio& value, const std::optional<Ratio>& ratio,
                                     Trace* trace) {
  if (!ratio) {
    if (trace) trace->tell<"points.no_ratio">(std::nullopt);
    return std::nullopt;
  }
  const bool share = terms.hold() || (terms.down && !terms.baseline);
  if (share || terms.target == terms.base()) {
    const Ratio points = (*ratio - 1) * 100;
    if (trace) trace->tell<"points.of_ratio">(points, *ratio);
    return points;
  }
  const Ratio points = (value - *expected.used) / (terms.target - terms.base()) * 100;
  if (trace) {
    trace->tell<"points.of_way">(points, value, *expected.used, terms.target, terms.base());
  }
  return points;
}

}  // namespace taizhang::measure
