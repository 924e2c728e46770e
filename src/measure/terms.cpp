// SPDX-License-Identifier: MIT
#include "measure/terms.h"

#include <algorithm>

#include "measure/completion.h"
#include "model/resolved.h"
#include "model/task_fields.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;
using model::Indicator;
using model::Kind;
using model::TrajectoryType;

namespace {

TrajectoryType trajectory_of(const Indicator& indicator, const Promise& promise,
                             const Course& course, bool has_baseline, Trace* trace) {
  const bool ceiling = is_ceiling(indicator);
  if (!ceiling && !promise.compared && promise.target == promise.baseline.value_or(Ratio(0))) {
    if (trace) trace->tell<"trajectory.hold_without_way">(TrajectoryType::hold, promise.target);
    return TrajectoryType::hold;
  }
  if (const auto& given = course.given->type) {
    if (trace && course.by) {
      trace->tell<"trajectory.by_change">(*given, course.by->id.value_or(""),
                                          *takes_effect(*course.by), *given);
    } else if (trace) {
      trace->tell<"trajectory.as_written">(*given, *given);
    }
    return *given;
  }
  if (is_hold_by_kind(indicator, promise.target, trace)) return TrajectoryType::hold;
  if (!has_baseline && !ceiling) {
    if (trace)
      trace->tell<"trajectory.end_without_baseline">(TrajectoryType::end, indicator.kind.value);
    return TrajectoryType::end;
  }
  if (trace) trace->tell<"trajectory.linear_by_kind">(TrajectoryType::linear, indicator.kind.value);
  return TrajectoryType::linear;
}

/// Whether `change` comes after what gave the trajectory: of one day the later in the file.
bool is_after(const model::Change& change, const Course& course) {
  if (!course.by) return true;
  return std::pair(*takes_effect(change), &change) >
         std::pair(*takes_effect(*course.by), course.by);
}

/// By how much the changes in force with `rescale` have stretched the way from the baseline since
/// the trajectory was given.
Ratio stretch(const model::Task& task, const Indicator& indicator, const Course& course, When when,
              const Ratio& baseline, Trace* trace) {
  Ratio factor = 1;
  std::optional<base::Decimal> before = written_target(indicator);
  for (const model::Change* change : changes_in_force(task, field_of(indicator, "target"), when)) {
    const std::optional<base::Decimal> after = decimal_to(*change);
    if (!after) continue;
    const bool rescales =
        model::resolved<&model::Change::rescale>(*change) && is_after(*change, course);
    if (rescales && before && to_ratio(*before) != baseline) {
      const Ratio so_far = factor;
      factor *= (to_ratio(*after) - baseline) / (to_ratio(*before) - baseline);
      if (trace) {
        trace->tell<"stretch.by_change">(factor, change->id.value_or(""), so_far, *before, *after,
                                         baseline);
      }
    }
    before = after;
  }
  return factor;
}

std::vector<Point> points_of(const model::Task& task, const Indicator& indicator,
                             const Course& course, When when, const Ratio& baseline, Trace* trace) {
  std::vector<Point> points;
  if (course.given->points.empty()) return points;
  const Ratio factor = stretch(task, indicator, course, when, baseline, trace);
  for (const model::TrajectoryPoint& point : course.given->points) {
    if (!point.date || !point.value) continue;
    const Ratio written = to_ratio(*point.value);
    points.push_back({*point.date, baseline + (written - baseline) * factor});
    if (trace && factor != 1) {
      trace->tell<"point.rescaled">(points.back().value, *point.date, written, baseline, factor);
    }
  }
  std::stable_sort(points.begin(), points.end(),
                   [](const Point& a, const Point& b) { return a.date < b.date; });
  return points;
}

}  // namespace

std::optional<Ratio> baseline_of(const Indicator& indicator, const std::optional<Ratio>& written,
                                 Trace* trace) {
  if (written) {
    if (trace) trace->tell<"baseline.as_written">(written, *written);
    return written;
  }
  if (indicator.kind.value == Kind::cumulative) {
    if (trace) trace->tell<"baseline.zero">(Ratio(0), Kind::cumulative);
    return Ratio(0);
  }
  if (trace) trace->tell<"baseline.none">(std::nullopt, indicator.kind.value);
  return std::nullopt;
}

std::optional<base::Date> due_of(const model::Plan& plan, const model::Task& task,
                                 const Indicator& indicator, When when, Trace* trace) {
  const auto own = due_in_force(task, indicator, when, trace);
  if (own) return own;
  const auto of_task = due_in_force(task, when);
  if (of_task) {
    if (trace) trace->tell<"due.of_task">(of_task, *of_task);
    return of_task;
  }
  if (trace) trace->tell<"due.plan_end">(plan.period.end.value, plan.period.end.value);
  return plan.period.end.value;
}

std::optional<base::Date> start_of(const model::Plan& plan, const Indicator& indicator,
                                   Trace* trace) {
  if (indicator.start) {
    if (trace) trace->tell<"start.as_written">(*indicator.start, *indicator.start);
    return indicator.start.value;
  }
  const model::Period& period = plan.period;
  if (indicator.baseline_date && period.start && period.end) {
    const base::Date after = *indicator.baseline_date + std::chrono::days(1);
    if (after >= *period.start && after <= *period.end) {
      if (trace) trace->tell<"start.after_baseline">(after, *indicator.baseline_date);
      return after;
    }
  }
  if (trace) trace->tell<"start.plan_start">(period.start.value, period.start.value);
  return period.start.value;
}

std::optional<Ratio> target_at(const Terms& terms, const Effective& reading,
                               const Effective& newest) {
  if (!terms.compared) return terms.target;
  if (!reading.benchmark || !newest.benchmark) return std::nullopt;
  return terms.target + to_ratio(*reading.benchmark) - to_ratio(*newest.benchmark);
}

std::optional<Terms> terms_of(const model::Plan& plan, const model::Task& task,
                              const Indicator& indicator, const Promise& promise, When when,
                              Trace* trace) {
  const auto start = start_of(plan, indicator);
  const auto due = due_of(plan, task, indicator, when);
  if (!start || !due || !indicator.kind) {
    if (trace) {
      trace->tell<"terms.unreadable">(std::nullopt, promise.target, start, due,
                                      indicator.kind.value);
    }
    return std::nullopt;
  }
  Terms terms;
  terms.kind = *indicator.kind;
  terms.target = promise.target;
  terms.baseline = baseline_of(indicator, promise.baseline, trace);
  terms.start = *start;
  terms.due = *due;
  terms.down = is_down(indicator);
  terms.whole = counts_whole_things(indicator, plan.rules);
  terms.ceiling = is_ceiling(indicator);
  terms.compared = promise.compared;
  terms.rate = terms.kind == model::Kind::ratio || terms.kind == model::Kind::growth ||
               indicator.unit.value == "%";
  terms.time = model::resolved<&model::Rules::time>(plan.rules);
  const Course course = course_in_force(task, indicator, when, trace);
  terms.trajectory = trajectory_of(indicator, promise, course, terms.baseline.has_value(), trace);
  terms.trajectory_given = course.given->type && *course.given->type == terms.trajectory;
  terms.points = points_of(task, indicator, course, when, terms.base(), trace);
  return terms;
}

std::optional<Terms> terms_of(const model::Plan& plan, const model::Task& task,
                              const Indicator& indicator, When when) {
  const auto target = target_in_force(task, indicator, when);
  if (!target) return std::nullopt;
  const auto& baseline = indicator.baseline.one;
  return terms_of(plan, task, indicator,
                  {to_ratio(*target), baseline ? std::optional(to_ratio(*baseline)) : std::nullopt},
                  when);
}

}  // namespace taizhang::measure
