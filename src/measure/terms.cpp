// SPDX-License-Identifier: MIT
#include "measure/terms.h"

#include <algorithm>

#include "measure/completion.h"
#include "measure/in_force.h"
#include "model/resolved.h"
#include "model/task_fields.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;
using model::Indicator;
using model::Kind;
using model::TrajectoryType;

namespace {

TrajectoryType trajectory_of(const Indicator& indicator, const Ratio& target, bool has_baseline) {
  if (is_hold(indicator, target)) return TrajectoryType::hold;
  const TrajectoryType given = indicator.trajectory.type.value_or(TrajectoryType::linear);
  if (given == TrajectoryType::linear && !has_baseline) return TrajectoryType::end;
  return given;
}

/// By how much the approved changes with `rescale` have stretched the way from the baseline.
Ratio stretch(const model::Task& task, const Indicator& indicator, base::Date day,
              const Ratio& baseline) {
  Ratio factor = 1;
  std::optional<base::Decimal> before = indicator.target.value;
  for (const model::Change* change : changes_in_force(task, field_of(indicator, "target"), day)) {
    const std::optional<base::Decimal> after = decimal_to(*change);
    if (!after) continue;
    if (model::resolved<&model::Change::rescale>(*change) && before &&
        to_ratio(*before) != baseline) {
      factor *= (to_ratio(*after) - baseline) / (to_ratio(*before) - baseline);
    }
    before = after;
  }
  return factor;
}

std::vector<Point> points_of(const model::Task& task, const Indicator& indicator, base::Date day,
                             const Ratio& baseline) {
  std::vector<Point> points;
  if (indicator.trajectory.points.empty()) return points;
  const Ratio factor = stretch(task, indicator, day, baseline);
  for (const model::TrajectoryPoint& point : indicator.trajectory.points) {
    if (!point.date || !point.value) continue;
    points.push_back({*point.date, baseline + (to_ratio(*point.value) - baseline) * factor});
  }
  std::stable_sort(points.begin(), points.end(),
                   [](const Point& a, const Point& b) { return a.date < b.date; });
  return points;
}

}  // namespace

std::optional<Terms> terms_of(const model::Plan& plan, const model::Task& task,
                              const Indicator& indicator, base::Date day) {
  const auto target = target_in_force(task, indicator, day);
  const auto start = indicator.start ? indicator.start.value : plan.period.start.value;
  auto due = due_in_force(task, indicator, day);
  if (!due) due = plan.period.end.value;
  if (!target || !start || !due || !indicator.kind) return std::nullopt;
  Terms terms;
  terms.target = to_ratio(*target);
  if (indicator.baseline) {
    terms.baseline = to_ratio(*indicator.baseline);
  } else if (*indicator.kind == Kind::cumulative) {
    terms.baseline = Ratio(0);
  }
  terms.start = *start;
  terms.due = *due;
  terms.down = is_down(indicator);
  terms.whole = counts_whole_things(indicator, plan.rules);
  terms.trajectory = trajectory_of(indicator, terms.target, terms.baseline.has_value());
  terms.trajectory_given =
      indicator.trajectory.type && *indicator.trajectory.type == terms.trajectory;
  terms.points = points_of(task, indicator, day, terms.base());
  return terms;
}

}  // namespace taizhang::measure
