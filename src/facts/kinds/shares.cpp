// SPDX-License-Identifier: MIT
//
// Shares: an indicator's target by unit, one row a unit, each with figures of its own.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::UnitFigures;

/// Those of the missing periods of its indicator that the unit owes.
std::vector<measure::ReportPeriod> missing_of(const Row& row) {
  std::vector<measure::ReportPeriod> own;
  for (measure::ReportPeriod period : row.indicator->reports.missing) {
    const bool is_its =
        std::ranges::find(period.units, row.as<UnitFigures>().unit) != period.units.end();
    period.units.clear();
    if (is_its) own.push_back(std::move(period));
  }
  return own;
}

std::vector<Field> share_fields() {
  return {
      figure("unit", {"单位", "Unit"}, Type::text,
             {"目标分给的单位", "the unit that has the target"}, &UnitFigures::unit,
             {.known = all_units}),
      figure("target", {"目标值", "Target"}, Type::number,
             {"当日有效的目标值", "its target in force on the day"},
             [](const Row& row) { return amount_of(row, row.as<UnitFigures>().target); },
             {.also = "目标"}),
      figure("promise", {"目标连限定词", "Promise"}, Type::text,
             {"本单位的目标连同限定词", "its target with its qualifier"},
             [](const Row& row) { return promise_of(row, row.as<UnitFigures>().target); }),
      value_field(),
      data_date_field(),
      expected_field(),
      completion_field(),
      ratio_field(),
      gap_field(),
      gap_unit_field(),
      figure("stale", {"陈旧", "Stale"}, Type::whole,
             {"0 不陈旧，1 陈旧，2 严重陈旧", "0 not, 1 stale, 2 very stale"}, &UnitFigures::stale),
      figure("met", {"是否达到", "Met"}, Type::yes_no,
             {"是否达到自己的目标", "whether the unit meets its own target"},
             [](const Row& row) {
               const auto& figures = row.as<UnitFigures>();
               return figures.value() ? Value(figures.met) : Value();
             }),
      strand_light_field(),
      strand_class_field(),
      figure("missing", {"漏报", "Missing"}, Type::whole,
             {"本单位漏报几期", "periods that the unit has not reported"},
             [](const Row& row) { return missing_of(row).size(); }),
      figure("missing_periods", {"漏报的各期", "Missing periods"}, Type::list,
             {"本单位漏报的各期及其截止日", "those that the unit owes, each with its deadline"},
             missing_of, {.shown = [](const Row& row) { return ends_of(missing_of(row)); }}),
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
