// SPDX-License-Identifier: MIT
#include <algorithm>

#include "check/rules.h"
#include "check/walk.h"
#include "measure/completion.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

using Points = model::Many<model::TrajectoryPoint>;

bool takes_points(model::TrajectoryType type) {
  return type == model::TrajectoryType::step || type == model::TrajectoryType::points;
}

/// Look at each pair of neighbours; whether the dates are in order.
bool dates_increase(const model::Period& period, const Points& points, Collector& found) {
  bool increase = true;
  const auto in_plan = [&](base::Date date) {
    return !period.start || !period.end || (date >= *period.start && date <= *period.end);
  };
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& [before, date] = std::tie(points[i - 1].date, points[i].date);
    if (*before < *date) continue;
    increase = false;
    // A date of another year is one mistake, and another rule's finding.
    if (!in_plan(*before) || !in_plan(*date)) continue;
    found.add(date.at_or(points[i].at),
              {"序时点 {0} 没有排在 {1} 之后", "the point of {0} does not come after {1}", *date,
               *before},
              {"按日期从早到晚写，一天一个点", "write one point a day, the earliest first"},
              {{before.at, {"前一个点在这里", "the point before it is here"}}});
  }
  return increase;
}

/// Whether the values go the way of the target.
bool values_go_on(bool down, const Points& points, Collector& found) {
  bool go_on = true;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& [before, value] = std::tie(points[i - 1].value, points[i].value);
    if (down ? *value <= *before : *value >= *before) continue;
    go_on = false;
    found.add(
        value.at_or(points[i].at),
        {down ? base::Bilingual{"序时点的值从 {0} 升到 {1}，本应越来越低",
                                "the points go up from {0} to {1}, and should go down"}
              : base::Bilingual{"序时点的值从 {0} 降到 {1}", "the points go down from {0} to {1}"},
         {before->text(), value->text()}},
        {down ? base::Bilingual{"写到那一天应降到的总数，一点不高于前一点",
                                "write the value due by that day, none above the one before"}
              : base::Bilingual{"写到那一天应完成的总数，不是当期新增数",
                                "write the total due by that day, not what the period adds"},
         {}},
        {{before.at, {"前一个点在这里", "the point before it is here"}}});
  }
  return go_on;
}

void tell_end(const model::TrajectoryPoint& end, base::Decimal target,
              const std::optional<source::Span>& at, Collector& found) {
  found.add(end.value.at_or(end.at),
            {"最后一个序时点是 {0}，目标是 {1}", "the last point is {0}, the target {1}",
             end.value->text(), target.text()},
            {"最后一个点写目标值 {0}", "end the points at the target, {0}", target.text()},
            {{at, {"目标在这里", "the target is here"}}});
}

/// The points as written lead to the target as written. Where changes moved the target without
/// moving the points, they may also have been written for the target in force.
void look_at_end(const model::Task& task, const model::Indicator& indicator, Collector& found) {
  const model::TrajectoryPoint& end = indicator.trajectory.points.items.back();
  const auto& last = end.value;
  const auto target = measure::written_target(indicator);
  if (!target || *last == *target) return;
  const auto changes =
      measure::changes_in_force(task, measure::field_of(indicator, "target"), end_of_days);
  const bool rescaled = std::any_of(changes.begin(), changes.end(), [](const auto* change) {
    return change->rescale.value_or(false);
  });
  if (!rescaled && measure::target_in_force(task, indicator, end_of_days) == *last) return;
  tell_end(end, *target, indicator.target.at, found);
}

/// Those of a change lead to the target in force on its day.
void look_at_end(const model::Task& task, const model::Indicator& indicator,
                 const model::Change& change, Collector& found) {
  const auto day = measure::takes_effect(change);
  const auto target = measure::target_in_force(task, indicator, day.value_or(end_of_days));
  const model::TrajectoryPoint& end = change.to->trajectory.points.items.back();
  if (target && *end.value != *target) tell_end(end, *target, indicator.target.at, found);
}

/// Whether the points are to go down. What is used up below a ceiling only rises; a rate or a stock
/// may come to its ceiling from either side, by its baseline or, without one, by its first point.
bool goes_down(const model::Indicator& indicator, const Points& points) {
  if (!measure::is_ceiling(indicator)) return measure::is_down(indicator);
  if (!indicator.kind || *indicator.kind == model::Kind::cumulative) return false;
  const base::Decimal first = indicator.baseline.one.value_or(*points[0].value);
  return first > *points.items.back().value;
}

/// Look at the points; `at_end` looks at the last of points that are right by themselves.
template <class AtEnd>
void look_at_points(const AtIndicator& at, const Points& points, Collector& found, AtEnd at_end) {
  const bool read = std::all_of(points.begin(), points.end(),
                                [](const auto& point) { return point.date && point.value; });
  if (!read || (at.indicator.direction.written() && !at.indicator.direction)) return;
  // One slip shows at several points; the first kind of finding explains the rest.
  if (!dates_increase(at.plan.period, points, found)) return;
  if (values_go_on(goes_down(at.indicator, points), points, found)) at_end();
}

/// Look at one trajectory, the written one or that of a change, which stands at `place`.
template <class AtEnd>
void look_at(const AtIndicator& at, const model::Trajectory& trajectory, source::Span place,
             Collector& found, AtEnd at_end) {
  if (!trajectory.type) return;
  const std::string_view type = model::name(*trajectory.type);
  if (!takes_points(*trajectory.type)) {
    if (!trajectory.points.written()) return;
    found.add(trajectory.points.at_or(place),
              {"{0} 型的序时安排不用序时点", "a trajectory of type {0} takes no points", type},
              {"type 写成 step（到点才变）或 points（点间走直线），这些点才算数",
               "write type: step or type: points, and the points count"},
              {{trajectory.type.at, {"类型在这里", "the type is here"}}});
  } else if (!trajectory.points.empty()) {
    look_at_points(at, trajectory.points, found, at_end);
  } else if (!at.in.meant(trajectory, {"points"})) {
    found.add(trajectory.type.at_or(place),
              {"{0} 型的序时安排没有序时点", "a trajectory of type {0} has no points", type},
              {"写上 points: [{date: 日期, value: 应达到的值}, …]，最后一个点是目标值",
               "write points: [{date: …, value: …}, …], the last of them the target"});
  }
}

}  // namespace

const Rule trajectory{
    "E36 trajectory",
    {"序时安排前后矛盾", "a trajectory that contradicts itself"},
    {"序时应完成数按这些点算出：日期要从早到晚，值要一直朝着目标走，最后一个点就是目标。",
     "What is due on a day is computed from these points: the dates go forward, the values towards "
     "the target, and the last point is the target."},
    R"yaml(target: 44.16
trajectory:
  type: step
  points: [{date: 2023-05-31, value: 20.5}, {date: 2023-08-31, value: 23.66}]   # 秋粮23.66)yaml",
    R"yaml(target: 44.16
trajectory:
  type: step
  points: [{date: 2023-05-31, value: 20.5}, {date: 2023-08-31, value: 44.16}])yaml",
    [](const AtIndicator& at, Collector& found) {
      if (!at.whole()) return;
      // A target out of the scale of its unit is a finding of its own.
      const auto target_is_off = [&] { return at.scale().target_is_off(); };
      look_at(at, at.indicator.trajectory, at.indicator.at, found, [&] {
        if (!target_is_off()) look_at_end(at.task, at.indicator, found);
      });
      if (!at.indicator.id) return;
      const std::string field = measure::field_of(at.indicator, "trajectory");
      for (const model::Change& change : at.task.changes) {
        if (!change.field || *change.field != field || !change.to) continue;
        look_at(at, change.to->trajectory, change.at, found, [&] {
          if (!target_is_off()) look_at_end(at.task, at.indicator, change, found);
        });
      }
    },
};

}  // namespace taizhang::check
