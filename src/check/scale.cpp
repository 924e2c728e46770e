// SPDX-License-Identifier: MIT
#include "check/scale.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "check/walk.h"
#include "measure/completion.h"

namespace taizhang::check {

using base::Decimal;

namespace {

/// Words of names whose figure is a part of a whole. Other rates may pass 100 %: sales over
/// production, debt over income, the work done over the work planned.
constexpr std::array<std::string_view, 27> words_of_shares{
    "占比",   "比重",   "比例",   "覆盖率", "普及率", "合格率", "达标率", "优良率", "处理率",
    "处置率", "办结率", "整改率", "保持率", "探访率", "满意率", "满意度", "知晓率", "签约率",
    "联网率", "通过率", "公开率", "回访率", "及时率", "解决率", "化解率", "漏损率", "coverage"};
constexpr std::array<std::string_view, 8> words_of_others{"拨备", "增",   "同比", "完成",
                                                          "毛入", "负债", "杠杆", "产销"};

constexpr std::array<std::string_view, 4> words_of_balances{"净", "增减", "差", "盈"};

template <std::size_t N>
bool has_one_of(const std::string& name, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.find(word) != name.npos; });
}

constexpr Decimal all_per_cent = Decimal::whole(100);
constexpr Decimal all_as_fraction = Decimal::whole(1);

}  // namespace

Scale::Scale(const AtIndicator& at) {
  const model::Indicator& indicator = at.indicator;
  if (!indicator.unit || !indicator.name || !indicator.kind || !at.whole() ||
      at.meant({"integer", "direction"})) {
    return;
  }
  target_ = measure::written_target(indicator);
  baseline_ = indicator.baseline.one.value;
  const std::string& name = *indicator.name;
  whole_ = !at.in.meant(at.plan.rules, {"counting_units"}) &&
           measure::counts_whole_things(indicator, at.plan.rules);
  may_shrink_ = has_one_of(name, words_of_balances);
  // A sum of money may be a loss.
  const std::string& unit = *indicator.unit;
  measured_ = *indicator.kind == model::Kind::cumulative && !unit.ends_with("元") &&
              !unit.ends_with("点") && unit != "%" && unit != "‰";
  const bool stock = *indicator.kind == model::Kind::ratio || *indicator.kind == model::Kind::level;
  if (*indicator.unit == "%" && stock) {
    share_ = has_one_of(name, words_of_shares) && !has_one_of(name, words_of_others);
    percent_up_ = (share_ || *indicator.kind == model::Kind::ratio) &&
                  !measure::is_ceiling(indicator) &&
                  !(indicator.direction && *indicator.direction == model::Direction::down);
  }
  for_each_target(at.task, indicator, [&](Decimal target, source::Span) {
    target_is_off_ |= of_target(target).has_value();
  });
}

std::optional<Misscale> Scale::of_either(Decimal number) const {
  if (share_ && number > all_per_cent) return Misscale::over_hundred;
  if ((share_ || ((whole_ || measured_) && !may_shrink_)) && number < Decimal())
    return Misscale::below_zero;
  if (whole_ && !number.is_whole()) return Misscale::broken;
  return std::nullopt;
}

std::optional<Misscale> Scale::of_target(Decimal target) const {
  if (const auto misscale = of_either(target)) return misscale;
  if (percent_up_ && target > Decimal() && target < all_as_fraction) return Misscale::fraction;
  return std::nullopt;
}

std::optional<Misscale> Scale::of_value(Decimal value) const {
  if (const auto misscale = of_either(value)) return misscale;
  // Work that began near nothing may well stand at 0.6 %. A fraction, read as per cent, comes near
  // a target that the value itself is far from.
  const bool began_low = baseline_ && *baseline_ < Decimal::whole(5);
  const bool near_as_fraction =
      target_ && *target_ >= Decimal::whole(10) && value.micros() * 200 >= target_->micros();
  if (percent_up_ && !began_low && near_as_fraction && value < all_as_fraction)
    return Misscale::fraction;
  return std::nullopt;
}

}  // namespace taizhang::check
