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

/// What part of the time from `from` to `to` has gone on `day`.
Ratio gone_between(const Terms& terms, Date from, Date day, Date to) {
  const auto progress = [&](Date at) {
    return time_progress(terms.start, terms.due, at, terms.time).value_or(Ratio(0));
  };
  if (terms.time == model::TimeRule::month && progress(to) != progress(from)) {
    return (progress(day) - progress(from)) / (progress(to) - progress(from));
  }
  return base::to_ratio(base::days_between(from, day)) /
         base::to_ratio(base::days_between(from, to));
}

/// On the straight line between the points around `day`.
std::optional<Ratio> on_lines(const Terms& terms, Date day, Trace* trace) {
  std::optional<Point> before = Point{terms.start - std::chrono::days(1), terms.base()};
  for (const Point& point : terms.points) {
    if (point.date > day) {
      if (!before || before->date > day) {
        if (trace) trace->tell<"expected.before_points">(terms.baseline, day, terms.baseline);
        return terms.baseline;
      }
      const Ratio gone = gone_between(terms, before->date, day, point.date);
      const Ratio value = before->value + (point.value - before->value) * gone;
      if (trace) {
        trace->tell<"expected.between_points">(value, day, before->date, before->value, point.date,
                                               point.value, gone);
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
      const auto time = time_progress(terms.start, terms.due, day, terms.time);
      if (!time) {
        if (trace) trace->tell<"expected.no_term">(std::nullopt, day, terms.start, terms.due);
        return std::nullopt;
      }
      // A ceiling without a trajectory of its own is used up from nothing.
      const Ratio from = terms.ceiling && !terms.trajectory_given ? Ratio(0) : terms.base();
      const Ratio value = from + (terms.target - from) * *time;
      if (trace) trace->tell<"expected.linear">(value, day, from, terms.target, *time);
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
  if (terms.of_whole) {
    const auto all = exactly_expected(*terms.of_whole, day, nullptr);
    if (terms.of_whole->target == 0) {
      result.exact = terms.target;
    } else if (all) {
      result.exact = terms.target * *all / terms.of_whole->target;
    }
  } else {
    result.exact = exactly_expected(terms, day, trace);
  }
  if (!result.exact) {
    if (trace) trace->tell<"expected.nothing">(std::nullopt, day);
    return result;
  }
  Ratio used = counted(terms, *result.exact, trace);
  // A baseline that is no whole number must not be passed by rounding.
  if (terms.baseline && !terms.ceiling) {
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
                                    const Ratio& value, bool met, Trace* trace) {
  if (terms.kind == model::Kind::rank) {
    if (trace) trace->tell<"ratio.of_rank">(std::nullopt, terms.kind);
    return std::nullopt;
  }
  if (terms.is_full()) {
    const auto share = share_of_target(terms.down, terms.target, value, met, trace);
    if (trace) trace->tell<"ratio.hold">(share, share);
    return share;
  }
  if (!expected.used) {
    if (trace) trace->tell<"ratio.nothing_expected">(std::nullopt);
    return std::nullopt;
  }
  const Ratio& used = *expected.used;
  if (terms.ceiling) {
    const bool none = terms.target == 0 || value <= 0;
    const auto ratio = none ? std::nullopt : std::optional(used / value);
    if (trace) trace->tell<"ratio.of_ceiling">(ratio, used, value, terms.target);
    return ratio;
  }
  if (terms.down && !terms.baseline) {
    const auto share = share_of_target(true, used, value, met, trace);
    if (trace) trace->tell<"ratio.share_of_expected">(share, share);
    return share;
  }
  const Ratio base = terms.base();
  if (used == base) {
    const bool wrong_side = terms.down ? value > base : value < base;
    if (trace && wrong_side) trace->tell<"ratio.wrong_side">(Ratio(0), value, base);
    if (trace && !wrong_side) trace->tell<"ratio.not_begun">(std::nullopt, used, base);
    return wrong_side ? std::optional(Ratio(0)) : std::nullopt;
  }
  const Ratio ratio = (value - base) / (used - base);
  if (trace) trace->tell<"ratio.on_trajectory">(ratio, value, base, used);
  return ratio;
}

std::optional<Gap> schedule_gap(const Terms& terms, const Expected& expected, const Ratio& value,
                                const std::optional<Ratio>& completion, Trace* trace) {
  const auto ahead = [&](const Ratio& full) { return terms.down ? full - value : value - full; };
  if (terms.kind == model::Kind::rank) {
    if (trace) trace->tell<"gap.places">(ahead(terms.target), terms.target, value);
    return Gap{ahead(terms.target), GapUnit::places};
  }
  if (terms.kind == model::Kind::growth || terms.compared) {
    if (!terms.ceiling || terms.compared) {
      if (trace) trace->tell<"gap.to_target">(ahead(terms.target), value, terms.target, terms.down);
      return Gap{ahead(terms.target), terms.rate ? GapUnit::points : GapUnit::unit};
    }
  }
  if (!expected.used) return std::nullopt;
  const Ratio& used = *expected.used;
  if (terms.ceiling) {
    if (trace) trace->tell<"gap.of_ceiling">(used - value, used, value);
    return Gap{used - value, GapUnit::unit};
  }
  if (!completion) return std::nullopt;
  Ratio due = 1;
  if (!terms.hold()) {
    if (terms.down && !terms.baseline) {
      if (used == 0) return std::nullopt;
      due = terms.target / used;
    } else {
      due = (used - terms.base()) / (terms.target - terms.base());
    }
  }
  const Ratio points = (*completion - due) * 100;
  if (trace) trace->tell<"gap.points">(points, *completion, due);
  return Gap{points, GapUnit::points, true};
}

}  // namespace taizhang::measure
