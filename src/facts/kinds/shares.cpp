// SPDX-License-Identifier: MIT
//
// Shares: an indicator's target by unit, one row a unit, each with figures of its own.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::StrandFigures;
using measure::UnitFigures;

const StrandFigures& strand(const Row& row) { return row.as<StrandFigures>(); }

std::vector<Field> share_fields() {
  return {
      figure("unit", {"单位", "Unit"}, Type::text,
             {"目标分给的单位", "the unit that has the target"}, &UnitFigures::unit,
             {.known = all_units}),
      figure("target", {"目标值", "Target"}, Type::number,
             {"当日有效的目标值", "its target in force on the day"},
             [](const Row& row) { return amount_of(row, strand(row).target); }, {.also = "目标"}),
      figure("value", {"最新值", "Value"}, Type::number,
             {"最新的有效数值", "its newest value that counts"},
             [](const Row& row) { return amount_of(row, newest_value(strand(row))); },
             {.also = "数值 完成值"}),
      figure("data_date", {"数据截止日", "Data date"}, Type::date,
             {"最新值是哪一天的", "the day that the value is of"},
             [](const Row& row) {
               return member_of(strand(row).newest(), &measure::Effective::date);
             }),
      figure("expected", {"序时应完成", "Expected"}, Type::number,
             {"数据截止日应达到的值", "the value that is due at the data date"},
             [](const Row& row) { return strand(row).expected.used; }, {.also = "应完成"}),
      figure("completion", {"完成率", "Completion"}, Type::percent,
             {"完成率，可以小于 0 或超过 100%", "may be below 0 or above 100 %"},
             &StrandFigures::completion, {.also = "完成"}),
      figure("ratio", {"序时比", "Ratio"}, Type::ratio,
             {"实际完成与序时应完成之比", "what is done of what is due at the data date"},
             &StrandFigures::ratio),
      figure("gap", {"超欠序时", "Gap"}, Type::number,
             {"超（欠）序时多少，单位见 gap_unit", "how far ahead of schedule, or behind"}, gap,
             {.also = "差距"}),
      figure("gap_unit", {"差距单位", "Gap unit"}, Type::word,
             {"差距是百分点、位次还是原计量单位", "points, places or the unit of measure"},
             gap_unit),
      light_field(&StrandFigures::light),
      class_field(&StrandFigures::standing, {"进度分类", "how it stands"}, strand_class_shown),
  };
}

std::string share_name(const Row& row) { return row.as<UnitFigures>().unit; }

}  // namespace

const KindOfRow shares_kind{Kind::shares,
                            "shares",
                            {"分单位目标", "targets by unit"},
                            Kind::indicators,
                            "",
                            each<Kind::shares, &measure::IndicatorFigures::units>,
                            share_name,
                            once<share_fields>};

}  // namespace taizhang::facts
