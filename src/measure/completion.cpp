// SPDX-License-Identifier: MIT
#include "measure/completion.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace taizhang::measure {

using base::Decimal;
using base::Ratio;
using base::to_ratio;
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

bool is_down(const Indicator& indicator) {
  return indicator.direction && *indicator.direction == Direction::down;
}

bool is_percentage(const Indicator& indicator) { return indicator.unit && *indicator.unit == "%"; }

/// The smallest value that 左右 accepts, for direction up.
Ratio about_floor(const Indicator& indicator, const Rules& rules, Decimal target) {
  const auto rule = [](const model::Given<Decimal>& given, std::string_view fallback) {
    return to_ratio(given ? *given : *Decimal::parse(fallback).decimal);
  };
  const Ratio full = to_ratio(target);
  if (is_percentage(indicator)) return full - rule(rules.about.points_below, "0.5");
  const bool counts = counts_whole_things(indicator, rules);
  if (counts && full < rules.about.smallest_count.value_or(10)) return full;
  const Ratio floor = full - abs(full) * rule(rules.about.percent_below, "10") / 100;
  if (!counts) return floor;
  mpz_class whole;
  mpz_cdiv_q(whole.get_mpz_t(), floor.get_num_mpz_t(), floor.get_den_mpz_t());
  return whole;
}

/// v/T, or T/v where lower is better; a value of 0 then has reached everything.
std::optional<Ratio> share_of_target(const Indicator& indicator, Decimal target, Decimal value) {
  const Ratio t = to_ratio(target);
  const Ratio v = to_ratio(value);
  if (is_down(indicator)) return v == 0 ? Ratio(1) : Ratio(t / v);
  if (t == 0) return std::nullopt;
  return Ratio(v / t);
}

}  // namespace

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

bool is_hold(const Indicator& indicator, Decimal target) {
  if (indicator.trajectory.type) return *indicator.trajectory.type == TrajectoryType::hold;
  if (indicator.kind && *indicator.kind == Kind::growth) return true;
  if (!indicator.kind || *indicator.kind != Kind::ratio) return false;
  return indicator.window.written() || target == Decimal::whole(100);
}

bool is_met(const Indicator& indicator, const Rules& rules, Decimal target, Decimal value) {
  const Ratio t = to_ratio(target);
  const Ratio v = to_ratio(value);
  const bool down = is_down(indicator);
  switch (indicator.qualifier.value_or(Qualifier::at_least)) {
    case Qualifier::exceed:
      return down ? v < t : v > t;
    case Qualifier::about: {
      const Ratio allowed = t - about_floor(indicator, rules, target);
      return down ? v <= t + allowed : v >= t - allowed;
    }
    case Qualifier::at_least:
    case Qualifier::exactly:
    case Qualifier::reach:
      break;
  }
  return down ? v <= t : v >= t;
}

std::optional<Ratio> completion(const Indicator& indicator, const Rules& rules, Decimal target,
                                Decimal value) {
  if (!indicator.kind) return std::nullopt;
  const bool met = is_met(indicator, rules, target, value);
  std::optional<Decimal> baseline = indicator.baseline.value;
  switch (*indicator.kind) {
    case Kind::growth:
      if (met) return Ratio(1);
      // A share of a target below zero means nothing; the gap in points does.
      if (target <= Decimal()) return std::nullopt;
      return share_of_target(indicator, target, value);
    case Kind::ratio:
      if (is_hold(indicator, target)) return share_of_target(indicator, target, value);
      break;
    case Kind::cumulative:
      if (!baseline) baseline = Decimal();
      break;
    case Kind::level:
      break;
  }
  if (!baseline) return share_of_target(indicator, target, value);
  if (target == *baseline) return met ? std::optional(Ratio(1)) : std::nullopt;
  return Ratio(to_ratio(value - *baseline) / to_ratio(target - *baseline));
}

}  // namespace taizhang::measure
