// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/completion.h"

namespace taizhang::check {

namespace {

/// Whether the indicator is measured from where it began: a stock, or a rate that is not the full
/// target at any date.
bool starts_somewhere(const model::Indicator& indicator) {
  const auto target = measure::written_target(indicator);
  // A limit is to be kept on every day.
  if (!indicator.kind || !target || measure::is_ceiling(indicator)) return false;
  if (*indicator.kind == model::Kind::level) return true;
  return *indicator.kind == model::Kind::ratio &&
         !measure::is_hold(indicator, base::to_ratio(*target));
}

/// Whether the file says how the year is to go. A straight line cannot be drawn from nowhere.
bool has_course(const model::Trajectory& trajectory) {
  if (!trajectory.type) return trajectory.written();
  return *trajectory.type != model::TrajectoryType::linear;
}

/// Whether a value may be below zero: growth, and what is net of something.
bool may_be_negative(const model::Indicator& indicator) {
  return !indicator.kind || *indicator.kind == model::Kind::growth ||
         indicator.name.value_or("").find("净") != std::string::npos ||
         indicator.name.value_or("").find("余额") != std::string::npos;
}

void look_at_reach(const model::Indicator& indicator, base::Decimal target, source::Span at,
                   Collector& found) {
  const model::Qualifier qualifier = *indicator.qualifier;
  const bool over_all = qualifier == model::Qualifier::exceed &&
                        indicator.kind.value == model::Kind::ratio &&
                        target == base::Decimal::whole(100);
  const bool under_none = qualifier == model::Qualifier::below && target == base::Decimal() &&
                          !may_be_negative(indicator);
  if (over_all) {
    found.add(at, {"比率不会突破 100%，这个目标永远达不到", "no rate is over 100 %"},
              {"要求全部做到的写 qualifier: reach", "for all of it write qualifier: reach"},
              {{indicator.qualifier.at, {"限定词在这里", "the qualifier is here"}}});
  } else if (under_none) {
    found.add(at, {"这个数不会低于 0，这个目标永远达不到", "nothing is below 0 here"},
              {"一起也不能有的写 qualifier: at_most", "for none at all write qualifier: at_most"},
              {{indicator.qualifier.at, {"限定词在这里", "the qualifier is here"}}});
  }
}

}  // namespace

const Rule no_baseline{
    "W03 no-baseline",
    {"存量、比例指标没有基数", "a stock or rate without a baseline"},
    {"不知道年初是多少，就看不出今年做了多少：到期前不算序时，完成率是占目标的比重，记作“占目标”。",
     "Without the value at the start nobody sees what the year has added: nothing is expected "
     "until it is due, and completion is the share of the target, marked so."},
    R"yaml(name: 5G基站累计建设数量
kind: level
target: 1235)yaml",
    R"yaml(name: 5G基站累计建设数量
kind: level
target: 1235
baseline: 980   # 2022年底)yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!starts_somewhere(indicator) || indicator.baseline.written()) return;
      if (has_course(indicator.trajectory) || !at.whole() || at.meant({"baseline", "trajectory"}) ||
          at.in.meant(indicator.trajectory, {"window"}))
        return;
      found.add(
          indicator.kind.at_or(indicator.at),
          *indicator.kind == model::Kind::level
              ? Words{"“{0}”是存量，没有基数", "“{0}” is a stock without a baseline", at.name()}
              : Words{"“{0}”是比例，没有基数", "“{0}” is a rate without a baseline", at.name()},
          {"写上 baseline（年初的数）；查不到的写 trajectory: {type: end}，完成率按占目标计算",
           "write baseline, the value at the start; where nobody knows it write trajectory: {type: "
           "end}, and completion stays the share of the target"});
    },
};

const Rule out_of_reach{
    "E54 out-of-reach",
    {"目标怎么也达不到", "a target that nothing can meet"},
    {"突破是“超过”，低于是“不到”：突破 100% 的比率、低于 0 的件数没有，这项只会一直亮红灯。",
     "To exceed is to be above and below is to be less: no rate is above 100 % and no count below "
     "0, so that it can only end red."},
    R"yaml(kind: ratio
qualifier: exceed
target: 100
unit: "%")yaml",
    R"yaml(kind: ratio
qualifier: reach
target: 100
unit: "%")yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!indicator.qualifier) return;
      for_each_target(at.task, indicator, [&](base::Decimal target, source::Span place) {
        look_at_reach(indicator, target, place, found);
      });
      for (const auto& [unit, target] : indicator.targets.rows) {
        if (target) look_at_reach(indicator, *target, target.at_or(indicator.at), found);
      }
    },
};

const Rule kind_unit{
    "W31 kind-unit",
    {"类型与计量单位不合", "a kind that does not go with its unit of measure"},
    {"比率和增速是百分数，单位是个、家、项的是件数：两种的完成率和序时算法不同，选错一样全错。",
     "Rates and growth are per cent, what is counted in 个 or 家 is a number of things; the two "
     "are computed in different ways."},
    R"yaml(kind: ratio
unit: 个)yaml",
    R"yaml(kind: cumulative
unit: 个)yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!indicator.kind || !indicator.unit) return;
      const bool per_cent =
          *indicator.kind == model::Kind::ratio || *indicator.kind == model::Kind::growth;
      const auto counting = measure::usual_counting_units();
      const bool counts =
          std::find(counting.begin(), counting.end(), *indicator.unit) != counting.end();
      if (!per_cent || !counts) return;
      found.add(
          indicator.unit.at_or(indicator.at),
          {"类型是{0}，计量单位却是“{1}”", "the kind is {0}, but the unit of measure “{1}”",
           model::label(*indicator.kind), *indicator.unit},
          {"百分数的单位写 \"%\"；数件数的类型写 cumulative（累计）或 level（存量）",
           "for per cent write unit: \"%\"; for a count write kind: cumulative or kind: level"},
          {{indicator.kind.at, {"类型在这里", "the kind is here"}}});
    },
};

const Rule season_points{
    "W32 season-points",
    {"按农时报送，没有写农时", "reports by season without the seasons"},
    {"夏收、秋收各报一次，哪天为止要写在序时点里；不写，系统不知道什么时候该报。",
     "A report is owed after each harvest, and its day is a point of the trajectory; without them "
     "nobody knows when."},
    R"yaml(frequency: season)yaml",
    R"yaml(frequency: season
trajectory:
  type: step
  points: [{date: 2023-05-31, value: 20.5}, {date: 2023-08-31, value: 44.16}])yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (indicator.frequency.value != model::Frequency::season) return;
      // Where only public results are recorded nothing is owed.
      if (at.plan.reporting.value == model::Reporting::public_) return;
      if (!indicator.trajectory.points.empty() || !at.whole()) return;
      if (at.meant({"trajectory"}) || at.in.meant(indicator.trajectory, {"points", "type"})) return;
      found.add(
          indicator.frequency.at_or(indicator.at),
          {"按农时报送，却没有写哪几个农时，只好按季度催报",
           "it is reported by season, but no season is given: a report is owed each quarter"},
          {"写上 trajectory: {type: step, points: [{date: 夏收后的日期, value: 数}, …]}；按季的写 "
           "frequency: quarter",
           "write trajectory: {type: step, points: [{date: …, value: …}, …]}, or frequency: "
           "quarter"});
    },
};

}  // namespace taizhang::check
