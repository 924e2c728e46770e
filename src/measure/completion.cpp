// SPDX-License-Identifier: MIT
#include "measure/completion.h"

#include <algorithm>
#include <array>

#include "measure/terms.h"

namespace taizhang::measure {

using base::Ratio;
using model::Direction;
using model::Indicator;
using model::Kind;
using model::Qualifier;
using model::Rules;
using model::TrajectoryType;

namespace {

constexpr std::array<std::string_view, 27> counting_units{
    "家", "个", "项", "人", "名", "户",   "所", "张", "场", "场次", "处", "条", "座",  "台",
    "辆", "宗", "起", "件", "次", "人次", "套", "位", "头", "栋",   "支", "期", "批次"};

}  // namespace

Gauge gauge_of(const Indicator& indicator, const Rules& rules, const AboutLimits& about) {
  const auto& baseline = indicator.baseline.one;
  return {indicator, about, is_down(indicator), counts_whole_things(indicator, rules),
          baseline ? base::to_ratio(*baseline) : Ratio(0)};
}

bool is_ceiling(const Indicator& indicator) {
  const auto& qualifier = indicator.qualifier.value;
  return indicator.kind.value != Kind::rank &&
         (qualifier == Qualifier::at_most || qualifier == Qualifier::below);
}

bool is_down(const Indicator& indicator) {
  return indicator.direction.value == Direction::down || indicator.kind.value == Kind::rank ||
         is_ceiling(indicator);
}

std::span<const std::string_view> usual_counting_units() { return counting_units; }

bool counts_whole_things(const Indicator& indicator, const Rules& rules) {
  if (indicator.integer) return *indicator.integer;
  const bool counts =
      indicator.kind.value == Kind::cumulative || indicator.kind.value == Kind::level;
  if (!indicator.unit || (indicator.kind && !counts)) return false;
  const std::string& unit = *indicator.unit;
  if (rules.counting_units.written()) {
    const auto& own = rules.counting_units.items;
    return std::any_of(own.begin(), own.end(), [&](const auto& u) { return u && *u == unit; });
  }
  return std::find(counting_units.begin(), counting_units.end(), unit) != counting_units.end();
}

Ratio about_tolerance(const Gauge& gauge, const Ratio& target, Trace* trace) {
  const AboutLimits& about = gauge.about;
  if (gauge.indicator.unit.value == "%") {
    if (trace) trace->tell<"about.points">(about.points_below, about.points_below);
    return about.points_below;
  }
  const Ratio way = abs(target - gauge.base);
  if (!gauge.whole) {
    const Ratio tolerance = way * about.amounts_below / 100;
    if (trace) trace->tell<"about.per_cent">(tolerance, way, about.amounts_below);
    return tolerance;
  }
  if (way < about.smallest_count) {
    if (trace) trace->tell<"about.small_count">(Ratio(0), way, about.smallest_count);
    return 0;
  }
  const Ratio tolerance = floor(way * about.percent_below / 100);
  if (trace) trace->tell<"about.per_cent_of_count">(tolerance, way, about.percent_below);
  return tolerance;
}

std::optional<Ratio> share_of_target(bool down, const Ratio& target, const Ratio& value, bool met,
                                     Trace* trace) {
  if (target == 0) {
    if (trace) trace->tell<"share.no_meaning">(std::nullopt, target);
    return std::nullopt;
  }
  if (target < 0 && met) {
    if (trace) trace->tell<"share.met_below_zero">(Ratio(1), target, value);
    return Ratio(1);
  }
  const bool by_value = down == (target > 0);
  if (by_value && value == 0) {
    if (trace) trace->tell<"share.nothing_left">(std::nullopt, target, value);
    return std::nullopt;
  }
  const Ratio share = by_value ? target / value : value / target;
  if ((!met && share > 1) || (by_value && target > 0 && value < 0)) {
    if (trace) trace->tell<"share.nothing_left">(std::nullopt, target, value);
    return std::nullopt;
  }
  if (trace && by_value) trace->tell<"share.target_by_value">(share, target, value);
  if (trace && !by_value) trace->tell<"share.value_by_target">(share, value, target);
  return share;
}

bool is_hold(const Indicator& indicator, const Ratio& target) {
  const auto& baseline = indicator.baseline.one;
  if (!is_ceiling(indicator) && target == (baseline ? base::to_ratio(*baseline) : Ratio(0)) &&
      !indicator.targets.written() && !indicator.than.written()) {
    return true;
  }
  if (indicator.trajectory.type) return *indicator.trajectory.type == TrajectoryType::hold;
  return is_hold_by_kind(indicator, target);
}

bool is_hold_by_kind(const Indicator& indicator, const Ratio& target, Trace* trace) {
  constexpr TrajectoryType hold = TrajectoryType::hold;
  if (!indicator.kind) return false;
  const Kind kind = *indicator.kind;
  const bool ceiling = is_ceiling(indicator);
  const bool by_kind = kind == Kind::growth || kind == Kind::rank ||
                       (ceiling && kind != Kind::cumulative) || indicator.than.written();
  if (by_kind) {
    if (trace) trace->tell<"trajectory.hold_for_kind">(hold, kind);
    return true;
  }
  if (kind != Kind::ratio) return false;
  if (indicator.window.written()) {
    if (trace) trace->tell<"trajectory.hold_for_window">(hold, indicator.window.value);
    return true;
  }
  if (target != 100) return false;
  if (trace) trace->tell<"trajectory.hold_for_all">(hold, target);
  return true;
}

bool is_met(const Gauge& gauge, const Ratio& target, const Ratio& value, Trace* trace) {
  const bool down = gauge.down;
  const Qualifier qualifier = gauge.indicator.qualifier.value_or(Qualifier::at_least);
  switch (qualifier) {
    case Qualifier::exceed:
    case Qualifier::below: {
      const bool met = down ? value < target : value > target;
      if (trace && down) trace->tell<"met.below">(met, qualifier, value, target);
      if (trace && !down) trace->tell<"met.above">(met, qualifier, value, target);
      return met;
    }
    case Qualifier::about: {
      if (gauge.indicator.kind.value == Kind::rank) break;  // a place is reached or it is not
      const Ratio tolerance = about_tolerance(gauge, target, trace);
      const Ratio bound = down ? target + tolerance : target - tolerance;
      const bool met = down ? value <= bound : value >= bound;
      if (trace && down) {
        trace->tell<"met.about_down">(met, qualifier, value, target, tolerance, bound);
      }
      if (trace && !down) trace->tell<"met.about">(met, qualifier, value, target, tolerance, bound);
      return met;
    }
    case Qualifier::at_least:
    case Qualifier::exactly:
    case Qualifier::reach:
    case Qualifier::at_most:
      break;
  }
  const bool met = down ? value <= target : value >= target;
  if (trace && down) trace->tell<"met.down_to">(met, qualifier, value, target);
  if (trace && !down) trace->tell<"met.up_to">(met, qualifier, value, target);
  return met;
}

std::optional<Ratio> completion(const Terms& terms, const Ratio& value, bool met,
                                const std::optional<Ratio>& ratio, bool due, Trace* trace) {
  if (terms.kind == Kind::rank) {
    if (trace) trace->tell<"completion.of_rank">(std::nullopt, terms.kind);
    return std::nullopt;
  }
  const auto share = [&] {
    return share_of_target(terms.down, terms.target, value, met, trace).value_or(Ratio(0));
  };
  const bool by_ratio = terms.kind == Kind::growth || terms.compared ||
                        (terms.hold() && terms.down && !terms.ceiling);
  const bool nothing_to_share = terms.hold() && terms.target == 0 && !by_ratio;
  if (terms.ceiling || nothing_to_share) {
    if (!due) {
      if (trace) trace->tell<"completion.not_due">(std::nullopt, terms.due);
      return std::nullopt;
    }
    const Ratio result = met ? Ratio(1) : nothing_to_share ? Ratio(0) : share();
    if (trace) trace->tell<"completion.of_ceiling">(result, met, result);
    return result;
  }
  if (by_ratio || (terms.down && !terms.baseline)) {
    const Ratio result = met ? Ratio(1) : by_ratio ? ratio.value_or(Ratio(0)) : share();
    if (trace && met) trace->tell<"completion.met">(result, value, terms.target);
    if (trace && !met) trace->tell<"completion.share_unmet">(result, result);
    return result;
  }
  if (terms.hold() || !terms.baseline) {
    const Ratio result = share();
    if (trace && terms.hold()) trace->tell<"completion.hold_share">(result, result);
    if (trace && !terms.hold()) trace->tell<"completion.share_without_baseline">(result, result);
    return result;
  }
  const Ratio& baseline = *terms.baseline;
  const Ratio result = (value - baseline) / (terms.target - baseline);
  if (trace) trace->tell<"completion.from_baseline">(result, value, baseline, terms.target);
  return result;
}

}  // namespace taizhang::measure
