// SPDX-License-Identifier: MIT
//
// Indicators: the figures that are measured of one; what it promises and how it was reported have
// files of their own.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using document::List;
using document::Record;
using measure::IndicatorFigures;

/// Two rates are apart by points, not by per cent.
Value gap_at_end(const Row& row) {
  const bool is_rate = measure_unit(row) == "%";
  return is_rate ? amount(row.indicator->forecast.gap, "个百分点")
                 : amount_of(row, row.indicator->forecast.gap);
}

/// How large that is beside the target, so that amounts of different things can be compared.
Value gap_of_target(const Row& row) {
  const auto& gap = row.indicator->forecast.gap;
  if (!gap || !row.indicator->target) return {};
  const base::Ratio target = base::to_ratio(*row.indicator->target);
  if (target == 0) return {};
  const base::Ratio size = target < 0 ? base::Ratio(-target) : target;
  return in_form(std::optional(base::Ratio(*gap / size)), Form::percent);
}

Value forecast(const Row& row) {
  const measure::Forecast& forecast = row.indicator->forecast;
  return Record{{{"method", value_of(forecast.method)},
                 {"value", amount_of(row, forecast.value)},
                 {"ratio", amount_of(row, forecast.ratio)},
                 {"recent", amount_of(row, forecast.recent)},
                 {"last", amount_of(row, forecast.last)},
                 {"unit", amount_of(row, forecast.unit)},
                 {"low", amount_of(row, forecast.low)},
                 {"high", amount_of(row, forecast.high)},
                 {"gap", gap_at_end(row)},
                 {"gap_of_target", gap_of_target(row)},
                 {"will_meet", value_of(forecast.will_meet)}}};
}

/// The value, its method, and how far the methods are apart.
Value forecast_shown(const Row& row) {
  const measure::Forecast& forecast = row.indicator->forecast;
  if (!forecast.value) return {};
  Value value = amount_of(row, forecast.value);
  Value method = word(*forecast.method);
  if (*forecast.low == *forecast.high) {
    return document::Phrase{{"{0}（{1}）", "{0} ({1})"}, {std::move(value), std::move(method)}};
  }
  return document::Phrase{{"{0}（{1}），各法 {2} 至 {3}", "{0} ({1}); by all methods {2} to {3}"},
                          {std::move(value), std::move(method), amount_of(row, forecast.low),
                           amount_of(row, forecast.high)}};
}

/// The units of `targets`, as their rows tell of them.
Value targets(const Row& row) {
  List list;
  shares_kind.each(row, [&](const Row& share) {
    Record record;
    for (const char* name : {"unit", "target", "value", "completion", "ratio", "light", "class"}) {
      record.rows.emplace_back(name, value(share, name));
    }
    list.items.emplace_back(std::move(record));
  });
  return list;
}

/// How many units stand in which colour is in the rows of `shares`; here their names.
Value targets_shown(const Row& row) {
  return list_of(row.indicator->units, [](const measure::UnitFigures& unit) { return unit.unit; });
}

Value known_units(const Row& row) {
  const IndicatorFigures& figures = *row.indicator;
  if (figures.units.empty()) return {};
  return document::out_of(figures.units_heard(), static_cast<int>(figures.units.size()));
}

/// The id of the reading that the figures stand on; none while a unit that has to meet its own has
/// not reported.
Value reading_used(const Row& row) {
  const IndicatorFigures& figures = *row.indicator;
  const bool each =
      figures.is_of_each() && figures.units_heard() == static_cast<int>(figures.units.size());
  const measure::Effective* used = each ? figures.oldest_newest() : figures.newest();
  return used ? stored(used->reading->id) : Value();
}

std::vector<Field> measured_fields() {
  return {
      figure("reading", {"采用的报数", "Reading"}, Type::text,
             {"采用的报数的编号；各单位都已报的，是其中最早的",
              "the id of the reading that counts; where each unit has reported its own the oldest"},
             reading_used),
      value_field(),
      data_date_field(),
      figure("time", {"时间进度", "Time"}, Type::percent,
             {"时间过去了多少", "how much of its time has gone"}, &IndicatorFigures::time),
      expected_field(),
      figure("expected_exact", {"应完成（未取整）", "Expected, exact"}, Type::number,
             {"取整以前的应完成值", "the same before it is rounded"},
             [](const Row& row) { return row.indicator->expected.exact; }),
      figure("expected_now", {"当日应完成", "Expected now"}, Type::number,
             {"所问日期应达到的值", "the value that is due on the day asked for"},
             [](const Row& row) { return row.indicator->expected_now.used; }),
      completion_field(),
      figure(
          "in_means", {"应计入平均", "In means"}, Type::yes_no,
          {"是否是平均数的 N 之一：位次、未到期的限额等不是",
           "whether it is one of the N of a mean: not so places, or ceilings before they are due"},
          &IndicatorFigures::is_in_means),
      figure("mean_completion", {"均值所用完成率", "Completion in means"}, Type::percent,
             {"逾期未报按 0，没有的不参与", "0 where nothing came by the settlement"},
             [](const Row& row) {
               const IndicatorFigures& figures = *row.indicator;
               const bool is_there = figures.is_in_means() && !figures.is_in_part();
               return is_there ? figures.in_means() : std::optional<base::Ratio>();
             }),
      figure("share_of_target", {"占目标", "Of target"}, Type::yes_no,
             {"没有基数，完成率是占目标的比例",
              "without a baseline: completion is a share of the target"},
             &IndicatorFigures::is_share_of_target),
      ratio_field(),
      gap_field(),
      gap_unit_field(),
      figure("met_so_far", {"现达标", "Met so far"}, Type::yes_no,
             {"眼下达到，到期以前还可能变", "met, and may still turn before it is due"},
             &IndicatorFigures::met_so_far),
      figure("broken", {"已突破", "Broken"}, Type::yes_no,
             {"限额已经突破", "its allowance is used up"}, &IndicatorFigures::broken),
      figure("used_too_fast", {"用得过快", "Used too fast"}, Type::yes_no,
             {"限额没有突破，但用得比序时快", "its allowance is used faster than the year goes"},
             &IndicatorFigures::used_too_fast),
      figure("verified", {"核定", "Verified"}, Type::yes_no,
             {"最新值是督查核定的", "its value is one that an inspection found"},
             &IndicatorFigures::verified),
      figure("known_units", {"已报单位", "Units known"}, Type::text,
             {"分单位目标里已报数的单位数／全部", "units that have reported of all, n/N"},
             known_units),
      figure("partial", {"部分合计", "Partial sum"}, Type::number,
             {"还有单位没有数时，已有各单位之和", "the sum of the units that have a value"},
             [](const Row& row) {
               const auto& partial = row.indicator->partial;
               return amount_of(row,
                                member_of(partial ? &*partial : nullptr, &measure::Partial::sum));
             }),
      figure("targets", {"分单位情况", "By unit"}, Type::list,
             {"各单位的目标、数值、完成率、序时比、灯、进度", "each unit with its own figures"},
             targets, {.shown = targets_shown}),
      figure("met", {"是否达到", "Met"}, Type::yes_no,
             {"是否达到目标；各自达到的，还有单位没报数、已报的又都达到时，不知道",
              "whether it meets the target; of units that each have their own not known while one "
              "has never reported and no other fails"},
             [](const Row& row) { return value_of(row.indicator->is_met()); }),
      figure("age", {"数据天数", "Age"}, Type::whole,
             {"数据截止日至今的天数", "days since the data date"}, &IndicatorFigures::age),
      figure("stale", {"陈旧", "Stale"}, Type::whole,
             {"0 不陈旧，1 陈旧，2 严重陈旧", "0 not, 1 stale, 2 very stale"},
             &IndicatorFigures::stale),
      strand_light_field(),
      strand_class_field(),
      figure("borderline", {"临界", "Borderline"}, Type::yes_no,
             {"要求突破而恰好等于目标", "is to exceed its target and just equals it"},
             &IndicatorFigures::borderline),
      figure("conflicting", {"数据冲突", "Conflicting"}, Type::yes_no,
             {"几个单位报的最新数不一致", "units report different values for the newest date"},
             &IndicatorFigures::conflicting),
      figure("overdue", {"逾期", "Overdue"}, Type::yes_no,
             {"任务在办，已过时限而没有达到目标",
              "past its due date and not met, its task still open"},
             [](const Row& row) { return row.indicator->overdue && is_asked_for(row); }),
      figure("pending_final", {"待核定", "Pending final"}, Type::yes_no,
             {"已到期，最终数还没有来", "due, and the final figure is still to come"},
             &IndicatorFigures::pending_final),
  };
}

/// What should be looked at again, and what is to be expected.
std::vector<Field> outlook_fields() {
  return {
      figure("jumps", {"跳变的报数", "Jumps"}, Type::list,
             {"与上一次相差过大又没有说明原因的报数",
              "readings far from the one before, without a reason"},
             [](const Row& row) { return row.indicator->doubts.jumping(); }),
      figure("over_target", {"远超目标", "Over target"}, Type::yes_no,
             {"远超目标，目标是否偏低", "far over its target: is that too low?"},
             [](const Row& row) { return row.indicator->doubts.over_target; }),
      figure(
          "forecast", {"预计到期", "Forecast"}, Type::record,
          {"到期预计达到多少：各种方法和采用的一种", "the value at its due date, by each method"},
          forecast,
          {.also = "预计",
           .shown = forecast_shown,
           .parts =
               {{"method", {"采用的方法", "method"}, Type::word, all_words<model::ForecastMethod>},
                {"value", {"预计值", "value"}, Type::number},
                {"ratio", {"按序时比", "by schedule ratio"}, Type::number},
                {"recent", {"按近期速度", "by recent pace"}, Type::number},
                {"last", {"按最新值", "as it is now"}, Type::number},
                {"unit", {"单位自报", "by the unit"}, Type::number},
                {"low", {"最低", "lowest"}, Type::number},
                {"high", {"最高", "highest"}, Type::number},
                {"gap", {"到期差距", "gap at the due date"}, Type::number},
                {"gap_of_target", {"差距占目标", "gap of target"}, Type::percent},
                {"will_meet", {"能否达到", "whether it will meet"}, Type::yes_no}}}),
  };
}

std::vector<Field> indicator_fields() {
  return fields_of<model::Indicator>(
      joined({promise_fields(), measured_fields(), report_fields(), outlook_fields()}),
      {"readings"});
}

}  // namespace

const KindOfRow indicators_kind =
    entries<model::Indicator, Kind::indicators, &measure::TaskFigures::indicators>(
        "indicators", {"指标", "indicators"}, Kind::tasks, "indicators", once<indicator_fields>);

}  // namespace taizhang::facts
