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

bool is_down(const Indicator& indicator) {
  return model::resolved<&Indicator::direction>(indicator) == Direction::down;
}

Ratio about_floor(const Gauge& gauge, const Ratio& full) {
  if (is_percentage(gauge.indicator)) return full - gauge.about.points_below;
  if (gauge.whole && full < gauge.about.smallest_count) return full;
  const Ratio floor = full - abs(full) * gauge.about.percent_below / 100;
  return gauge.whole ? ceil(floor) : floor;
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

std::optional<Ratio> share_of_target(bool down, const Ratio& target, const Ratio& value) {
  if (down && target >= 0) return value <= 0 ? Ratio(1) : Ratio(target / value);
  if (target == 0 || (target < 0 && !down)) return std::nullopt;
  return Ratio(value / target);
}

bool is_hold(const Indicator& indicator, const Ratio& target) {
  if (indicator.trajectory.type) return *indicator.trajectory.type == TrajectoryType::hold;
  if (indicator.kind && *indicator.kind == Kind::growth) return true;
  if (!indicator.kind || *indicator.kind != Kind::ratio) return false;
  return indicator.window.written() || target == 100;
}

bool is_met(const Gauge& gauge, const Ratio& target, const Ratio& value) {
  const bool down = gauge.down;
  switch (gauge.indicator.qualifier.value_or(Qualifier::at_least)) {
    case Qualifier::exceed:
      return down ? value < target : value > target;
    case Qualifier::about: {
      const Ratio allowed = target - about_floor(gauge, target);
      return down ? value <= target + allowed : value >= target - allowed;
    }
    case Qualifier::at_least:
    case Qualifier::exactly:
    case Qualifier::reach:
      break;
  }
  return down ? value <= target : value >= target;
}

std::optional<Ratio> completion(const Gauge& gauge, const Ratio& target, const Ratio& value) {
  const Indicator& indicator = gauge.indicator;
  if (!indicator.kind) return std::nullopt;
  const bool met = is_met(gauge, target, value);
  const auto share = [&] { return share_of_target(gauge.down, target, value); };
  std::optional<Ratio> baseline;
  if (indicator.baseline) baseline = base::to_ratio(*indicator.baseline);
  switch (*indicator.kind) {
    case Kind::growth:
      return met ? Ratio(1) : share();
    case Kind::ratio:
      if (is_hold(indicator, target)) return share();
      break;
    case Kind::cumulative:
      if (!baseline) baseline = Ratio(0);
      break;
    case Kind::level:
      break;
  }
  if (!baseline) return share();
  if (target == *baseline) return met ? std::optional(Ratio(1)) : std::nullopt;
  return Ratio((value - *baseline) / (target - *baseline));
}

}  // namespace taizhang::measure
