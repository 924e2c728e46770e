// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/completion.h"

namespace taizhang::check {

namespace {

using base::Decimal;

/// Whether there is a way from the baseline to the target at all: a ceiling may come from either
/// side, and where the full target is expected at any date the baseline is only shown.
bool has_way(const model::Indicator& indicator, Decimal target) {
  return indicator.kind && indicator.qualifier && !measure::is_ceiling(indicator) &&
         !measure::is_hold(indicator, base::to_ratio(target));
}

void look_at_way(const AtIndicator& at, const model::Given<Decimal>& baseline,
                 const model::Given<Decimal>& target, Collector& found) {
  if (!baseline || !target || !has_way(at.indicator, *target)) return;
  const bool down = measure::is_down(at.indicator);
  if (*baseline == *target || (*baseline > *target) == down) return;
  const base::Bilingual message =
      down ? base::Bilingual{"“{0}”写的是越低越好，基数 {1} 却低于目标 {2}",
                             "“{0}” is to go down, but its baseline, {1}, is below the target, {2}"}
           : base::Bilingual{"“{0}”越高越好，基数 {1} 却高于目标 {2}",
                             "“{0}” is to go up, but its baseline, {1}, is above the target, {2}"};
  const base::Bilingual help =
      down ? base::Bilingual{"要升上去的写 direction: up；方向不错的，核对基数和目标",
                             "for what is to rise write direction: up; else check both numbers"}
           : base::Bilingual{"要降下来的写 direction: down；方向不错的，核对基数和目标",
                             "for what is to fall write direction: down; else check both numbers"};
  found.add(baseline.at_or(at.indicator.at),
            {message,
             {at.indicator.name.value_or(at.indicator.id.value_or("")), baseline->text(),
              target->text()}},
            {help, {}}, {{target.at, {"目标在这里", "the target is here"}}});
}

}  // namespace

const Rule wrong_side{
    "E50 wrong-side",
    {"基数在目标的另一边，方向写反了", "a baseline on the wrong side of the target"},
    {"从 400 降到 300 的，不写 direction: down 就当作升上去：没动手已经达标，做得越多看着越差。",
     "From 400 down to 300 without direction: down counts as a rise: met before anything is done, "
     "and the more is done the worse it looks."},
    R"yaml(name: 未改造的锅炉
kind: level
qualifier: reach
baseline: 400
target: 300)yaml",
    R"yaml(name: 未改造的锅炉
kind: level
qualifier: reach
direction: down
baseline: 400
target: 300)yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!indicator.baseline.written() || !at.whole()) return;
      if (at.meant({"direction", "trajectory"}) ||
          at.in.meant(indicator.trajectory, {"window", "type"}))
        return;
      // A target out of the scale of its unit is a finding of its own.
      if (at.scale().target_is_off()) return;
      const auto target = measure::written_target(indicator);
      look_at_way(at, indicator.baseline.one, {target, indicator.target.at}, found);
      for (const auto& [unit, baseline] : indicator.baseline.by.rows) {
        for (const auto& [name, number] : indicator.targets.rows) {
          if (unit && name && *unit == *name) look_at_way(at, baseline, number, found);
        }
      }
    },
};

const Rule ceiling_direction{
    "E53 ceiling-direction",
    {"上限另写了方向", "a ceiling with a direction"},
    {"“不超过12起”守的是上限，“降到0”走的是一段路，两种算法不同；两样都写，不知道承诺的是哪一种。",
     "“Not above 12” keeps a limit and “down to 0” goes a way; the two are computed differently, "
     "and with both nobody knows which was promised."},
    R"yaml(qualifier: at_most
target: 12
direction: down)yaml",
    R"yaml(qualifier: at_most
target: 12)yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!indicator.direction.written() || !measure::is_ceiling(indicator)) return;
      if (at.meant({"kind"})) return;
      found.add(
          indicator.direction.at_or(indicator.at),
          {"“{0}”是上限（{1}），本来就是越低越好，不另写方向",
           "“{0}” is a ceiling ({1}) and lower is better: it has no direction of its own",
           at.name(), model::label(*indicator.qualifier)},
          {"不超过多少的，去掉 direction 这一行；要降到多少的，限定词写 qualifier: reach，方向照写",
           "for a limit leave direction out; for what is to come down to the target write "
           "qualifier: "
           "reach and keep the direction"},
          {{indicator.qualifier.at, {"限定词在这里", "the qualifier is here"}}});
    },
};

const Rule ceiling{
    "W19 ceiling",
    {"越低越好的累计数，第一天就已完成",
     "a total that is to stay low and is met from the first day"},
    {"累计数从基数起算，没有基数就是0；0已经低于上限，全年都亮蓝灯，超了才变，什么也提醒不了。",
     "A running total begins at its baseline, or at 0. Already below its limit it is blue all year "
     "and warns of nothing until it is too late."},
    R"yaml(name: 尚未改造的管网
kind: cumulative
direction: down
target: 0)yaml",
    R"yaml(name: 尚未改造的管网
kind: cumulative
direction: down
baseline: 27.34
target: 0)yaml",
    [](const AtIndicator& at, Collector& found) {
      // A running total that is to go down starts from its baseline, and from 0 without one.
      const model::Indicator& indicator = at.indicator;
      if (indicator.kind.value != model::Kind::cumulative ||
          indicator.direction.value != model::Direction::down)
        return;
      const auto target = measure::written_target(indicator);
      const model::Given<base::Decimal>& baseline = indicator.baseline.one;
      if (measure::is_ceiling(indicator) || !target || indicator.baseline.by.written()) return;
      // A baseline below the target is on the wrong side of it, which is an error of its own.
      if (baseline.written() && (!baseline || *baseline < *target)) return;
      const base::Decimal start = baseline.value_or(base::Decimal());
      const auto gauge =
          measure::gauge_of(indicator, at.plan.rules, measure::limits_of(at.plan.rules.about));
      if (!measure::is_met(gauge, base::to_ratio(*target), base::to_ratio(start))) return;
      if (!at.whole() || at.meant({"baseline"})) return;
      found.add(
          indicator.direction.at_or(indicator.at),
          baseline.written()
              ? Words{"“{0}”越低越好，基数 {1} 已经达到目标 {2}：第一天就是已完成",
                      "“{0}” is to go down and its baseline, {1}, meets the target, {2}: it is "
                      "done on the first day",
                      at.name(), start, *target}
              : Words{"“{0}”越低越好，没有基数就从 {1} 起算，已经达到目标 {2}：第一天就是已完成",
                      "“{0}” is to go down and without a baseline begins at {1}, which meets the "
                      "target, {2}: it is done on the first day",
                      at.name(), start, *target},
          {"剩余量逐步减少的，写 baseline（年初的剩余量）；全年不超过多少的，写 qualifier: "
           "at_most，不写 direction",
           "for what remains to be done write baseline, what there was at the start; for a limit "
           "that is to be kept write qualifier: at_most and no direction"},
          {{indicator.target.at, {"目标在这里", "the target is here"}}});
    },
};

}  // namespace taizhang::check
