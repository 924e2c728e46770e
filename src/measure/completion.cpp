// SPDX-License-Identifier: MIT
#include "measure/completion.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/resolved.h"

namespace taizhang::measure {

using base::Ratio;
using model::Direction;
using model::Indicator;
using model::Kind;
using model::Qualifier;
using model::Rules;
using model::TrajectoryType;

namespace {

constexpr std::array<std::string_view, 36> counting_units{
    "家", "个",   "项",   "人", "名", "户",   "所", "张", "场", "场次", "处", "条",
    "座", "台",   "辆",   "宗", "件", "次",   "份", "部", "套", "只",   "头", "棵",
    "村", "社区", "人次", "对", "站", "站点", "批", "期", "例", "门",   "栋", "组"};

bool is_percentage(const Indicator& indicator) {
  const bool by_kind =
      indicator.kind && (*indicator.kind == Kind::ratio || *indicator.kind == Kind::growth);
  return by_kind || (indicator.unit && *indicator.unit == "%");
}

}  // namespace

Gauge gauge_of(const Indicator& indicator, const Rules& rules, const AboutLimits& about) {
  return {indicator, about, is_down(indicator), counts_whole_things(indicator, rules)};
}

bool is_down(const Indicator& indicator) { return indicator.direction.value == Direction::down; }

Ratio about_floor(const Gauge& gauge, const Ratio& full, Trace* trace) {
  const AboutLimits& about = gauge.about;
  if (is_percentage(gauge.indicator)) {
    const Ratio floor = full - about.points_below;
    if (trace) trace->tell<"about.points">(floor, full, about.points_below);
    return floor;
  }
  if (gauge.whole && full < about.smallest_count) {
    if (trace) trace->tell<"about.small_count">(full, full, about.smallest_count);
    return full;
  }
  const Ratio exact = full - abs(full) * about.percent_below / 100;
  if (!gauge.whole) {
    if (trace) trace->tell<"about.per_cent">(exact, full, about.percent_below);
    return exact;
  }
  const Ratio floor = ceil(exact);
  if (trace) trace->tell<"about.per_cent_of_count">(floor, full, about.percent_below);
  return floor;
}

std::span<const std::string_view> usual_counting_units() { return counting_units; }

bool counts_whole_things(const Indicator& indicator, const Rules& rules) {
  if (indicator.integer) return *indicator.integer;
  if (!indicator.unit) return false;
  const std::string& unit = *indicator.unit;
  if (rules.counting_units.written()) {
    const auto& own = rules.counting_units.items;
    return std::any_of(own.begin(), own.end(), [&](const auto& u) { return u && *u == unit; });
  }
  return std::find(counting_units.begin(), counting_units.end(), unit) != counting_units.end();
}

std::optional<Ratio> share_of_target(bool down, const Ratio& target, const Ratio& value,
                                     Trace* trace) {
  if (down && target >= 0) {
    if (value <= 0) {
      if (trace) trace->tell<"share.nothing_left">(Ratio(1), target, value);
      return Ratio(1);
    }
    const Ratio share = target / value;
    if (trace) trace->tell<"share.target_by_value">(share, target, value);
    return share;
  }
  if (target == 0 || (target < 0 && !down)) {
    if (trace) trace->tell<"share.no_meaning">(std::nullopt, target);
    return std::nullopt;
  }
  const Ratio share = value / target;
  if (trace) trace->tell<"share.value_by_target">(share, value, target);
  return share;
}

bool is_hold(const Indicator& indicator, const Ratio& target, Trace* trace) {
  constexpr TrajectoryType hold = TrajectoryType::hold;
  if (indicator.trajectory.type) {
    const bool given = *indicator.trajectory.type == hold;
    if (trace && given) trace->tell<"trajectory.as_written">(hold, hold);
    return given;
  }
  if (!indicator.kind) return false;
  if (*indicator.kind == Kind::growth) {
    if (trace) trace->tell<"trajectory.hold_for_growth">(hold, Kind::growth);
    return true;
  }
  if (*indicator.kind != Kind::ratio) return false;
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
    case Qualifier::exceed: {
      const bool met = down ? value < target : value > target;
      if (trace && down) trace->tell<"met.below">(met, qualifier, value, target);
      if (trace && !down) trace->tell<"met.above">(met, qualifier, value, target);
      return met;
    }
    case Qualifier::about: {
      const Ratio floor = about_floor(gauge, target, trace);
      const Ratio bound = down ? target + (target - floor) : floor;
      const bool met = down ? value <= bound : value >= bound;
      if (trace && down) trace->tell<"met.about_down">(met, qualifier, value, target, floor, bound);
      if (trace && !down) trace->tell<"met.about">(met, qualifier, value, target, floor);
      return met;
    }
    case Qualifier::at_least:
    case Qualifier::exactly:
    case Qualifier::reach:
      break;
  }
  const bool met = down ? value <= target : value >= target;
  if (trace && down) trace->tell<"met.down_to">(met, qualifier, value, target);
  if (trace && !down) trace->tell<"met.up_to">(met, qualifier, value, target);
  return met;
}

std::optional<Ratio> completion(const Gauge& gauge, const Ratio& target, const Ratio& value,
                                Trace* trace) {
  const Indicator& indicator = gauge.indicator;
  if (!indicator.kind) {
    if (trace) trace->tell<"completion.no_kind">(std::nullopt);
    return std::nullopt;
  }
  const bool met = is_met(gauge, target, value);
  const auto share = [&] { return share_of_target(gauge.down, target, value, trace); };
  std::optional<Ratio> baseline;
  if (indicator.baseline.one) baseline = base::to_ratio(*indicator.baseline.one);
  switch (*indicator.kind) {
    case Kind::growth: {
      if (met) {
        if (trace) trace->tell<"completion.growth_met">(Ratio(1), value, target);
        return Ratio(1);
      }
      const auto result = share();
      if (trace) trace->tell<"completion.growth_share">(result, result);
      return result;
    }
    case Kind::ratio:
      if (is_hold(indicator, target)) {
        const auto result = share();
        if (trace) trace->tell<"completion.hold_share">(result, result);
        return result;
      }
      break;
    case Kind::cumulative:
      if (!baseline) baseline = Ratio(0);
      break;
    case Kind::level:
      break;
  }
  if (!baseline) {
    const auto result = share();
    if (trace) trace->tell<"completion.share_without_baseline">(result, result);
    return result;
  }
  if (target == *baseline) {
    const auto result = met ? std::optional(Ratio(1)) : std::nullopt;
    if (trace) trace->tell<"completion.no_way">(result, target, *baseline, met);
    return result;
  }
  const Ratio result = (value - *baseline) / (target - *baseline);
  if (trace) trace->tell<"completion.from_baseline">(result, value, *baseline, target);
  return result;
}

}  // namespace taizhang::measure
