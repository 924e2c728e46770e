// SPDX-License-Identifier: MIT
#include "facts/kinds.h"
#include "facts/promise.h"
#include "measure/aggregate.h"

namespace taizhang::facts {

namespace {

using document::List;
using document::Record;
using document::Word;
using measure::IndicatorFigures;

const model::Indicator& indicator_of(const Row& row) { return *row.indicator->indicator; }

void each_indicator(const Row& task, const Visit& visit) {
  std::size_t index = 0;
  for (const IndicatorFigures& figures : task.task->indicators) {
    Row row = inside(task, Kind::indicators, nullptr, index++);
    row.indicator = &figures;
    visit(row);
  }
}

std::string indicator_name(const Row& row) { return id_or_place(row, indicator_of(row)); }

const measure::Effective* newest(const Row& row) { return row.indicator->newest(); }

/// The newest reading where it says something.
const measure::Effective* telling(const Row& row) {
  const measure::Effective* reading = newest(row);
  return reading && reading->applicable ? reading : nullptr;
}

Value amount_of(const Row& row, const std::optional<base::Ratio>& value) {
  return amount(value, measure_unit(row));
}

Value trajectory(const Row& row) {
  const auto& terms = row.indicator->terms;
  if (!terms) return {};
  List points;
  for (const measure::Point& point : terms->points) {
    points.items.push_back(Record{{{"date", point.date}, {"value", amount_of(row, point.value)}}});
  }
  return Record{{{"type", word(terms->trajectory)}, {"points", std::move(points)}}};
}

Value baseline(const Row& row) {
  const auto& terms = row.indicator->terms;
  if (terms) return amount_of(row, terms->baseline);
  return stored(indicator_of(row).baseline);
}

Value forecast(const Row& row) {
  const measure::Forecast& forecast = row.indicator->forecast;
  return Record{{{"method", or_absent(forecast.method)},
                 {"value", amount_of(row, forecast.value)},
                 {"ratio", amount_of(row, forecast.ratio)},
                 {"recent", amount_of(row, forecast.recent)},
                 {"last", amount_of(row, forecast.last)},
                 {"unit", amount_of(row, forecast.unit)},
                 {"low", amount_of(row, forecast.low)},
                 {"high", amount_of(row, forecast.high)}}};
}

/// How its reports stand, the newest period that is over before all.
Word reporting(const Row& row) {
  const measure::Effective* reading = newest(row);
  const measure::Punctuality& reports = row.indicator->reports;
  if (!reading) return {"never", {"从未报送", "never reported"}};
  if (!reports.missing.empty() && reports.missing.back().end > reading->date) {
    return {"missing", {"漏报", "missing"}};
  }
  if (!reports.awaited.empty() && reports.awaited.front().end <= row.world->clocks().as_of) {
    return {"awaited", {"待报", "awaited"}};
  }
  return {"reported", {"已报送", "reported"}};
}

/// The oldest period that is still to be reported in time; null where there is none.
const measure::ReportPeriod* awaited(const Row& row) {
  const auto& all = row.indicator->reports.awaited;
  return all.empty() ? nullptr : &all.front();
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

bool is_counted(const Row& row) {
  return measure::is_counted(*row.task) && measure::is_counted(*row.indicator);
}

const std::vector<Field>& indicator_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("name"),
          from_file("kind"),
          from_file("qualifier"),
          from_file("commitment"),
          {"promise",
           {"目标", "Promise"},
           Type::text,
           Need::figures,
           {"目标连同限定词：40 公里以上", "the target with its qualifier: at least 40 公里"},
           "",
           promise},
          {"target",
           {"目标值", "Target"},
           Type::number,
           Need::figures,
           {"当日有效的目标值", "the target in force on the day"},
           "目标数",
           [](const Row& row) { return amount(row.indicator->target, measure_unit(row)); }},
          from_file("unit"),
          {"integer",
           {"取整", "Whole"},
           Type::yes_no,
           Need::figures,
           {"是否按整数计", "whether it counts whole things"},
           "",
           [](const Row& row) { return Value(row.indicator->whole); }},
          with_known({"direction",
                      {"方向", "Direction"},
                      Type::word,
                      Need::figures,
                      {"越高越好还是越低越好", "whether more or less is better"},
                      "",
                      [](const Row& row) {
                        using enum model::Direction;
                        return Value(word(row.indicator->down ? down : up));
                      }},
                     all_words<model::Direction>),
          {"weight",
           {"权重", "Weight"},
           Type::number,
           Need::figures,
           {"在任务完成率中的权重；0 表示只是分项",
            "its weight in the task; 0 for a part of another"},
           "",
           [](const Row& row) { return value_of(row.indicator->weight); }},
          {"counted",
           {"计入", "Counted"},
           Type::yes_no,
           Need::figures,
           {"是否计入项数、占比和平均", "whether it is in counts, shares and means"},
           "",
           [](const Row& row) { return Value(is_counted(row)); }},
          {"applicable",
           {"适用", "Applicable"},
           Type::yes_no,
           Need::figures,
           {"最新报数是否有可衡量的对象", "whether there was something to measure"},
           "",
           [](const Row& row) { return Value(row.indicator->applicable); }},
          {"start",
           {"起始日", "First day"},
           Type::date,
           Need::figures,
           {"从哪一天算起", "the first day of its term"},
           "",
           [](const Row& row) { return or_absent(row.indicator->start); }},
          {"due",
           {"完成时限", "Due"},
           Type::date,
           Need::figures,
           {"当日有效的完成时限", "the due date in force on the day"},
           "时限",
           [](const Row& row) { return or_absent(row.indicator->due); }},
          {"days_left",
           {"剩余天数", "Days left"},
           Type::whole,
           Need::figures,
           {"距完成时限的天数，逾期为负", "days until it is due; negative when that is past"},
           "",
           [](const Row& row) { return days_until(row, row.indicator->due); }},
          {"due_apart",
           {"单独定时限", "Due apart"},
           Type::yes_no,
           Need::figures,
           {"完成时限与任务的不同", "whether its due date is another than its task's"},
           "",
           [](const Row& row) {
             return Value(row.indicator->due && row.indicator->due != row.task->due);
           }},
          with_known({"frequency",
                      {"报送频率", "Frequency"},
                      Type::word,
                      Need::figures,
                      {"多久报送一次", "how often it is reported"},
                      "频率",
                      [](const Row& row) { return Value(word(row.indicator->frequency)); }},
                     all_words<model::Frequency>),
          with_known({"reporter",
                      {"报送单位", "Reporter"},
                      Type::text,
                      Need::figures,
                      {"当日负责报送的单位", "the unit that reports it on the day"},
                      "报送",
                      [](const Row& row) {
                        const std::string& unit = row.indicator->reporter;
                        return unit.empty() ? Value() : Value(unit);
                      }},
                     all_units),
          {"baseline",
           {"基数", "Baseline"},
           Type::number,
           Need::figures,
           {"从多少算起", "where it begins"},
           "",
           baseline},
          with_parts({"trajectory",
                      {"序时安排", "Trajectory"},
                      Type::record,
                      Need::figures,
                      {"当日有效的序时安排", "how the year is to go, as in force on the day"},
                      "",
                      trajectory},
                     {{"type", {"类型", "type"}}, {"points", {"各序时点", "points"}}}),
          {"reading",
           {"采用的报数", "Reading"},
           Type::text,
           Need::figures,
           {"采用的报数的编号", "the id of the reading that counts"},
           "",
           [](const Row& row) { return newest(row) ? stored(newest(row)->reading->id) : Value(); }},
          {"value",
           {"最新值", "Value"},
           Type::number,
           Need::figures,
           {"最新的有效数值", "the newest value that counts"},
           "数值 完成值",
           [](const Row& row) {
             return telling(row) ? amount(telling(row)->value, measure_unit(row)) : Value();
           }},
          {"data_date",
           {"数据截止日", "Data date"},
           Type::date,
           Need::figures,
           {"最新值是哪一天的", "the day that the value is of"},
           "",
           [](const Row& row) { return newest(row) ? Value(newest(row)->date) : Value(); }},
          {"time",
           {"时间进度", "Time"},
           Type::percent,
           Need::figures,
           {"时间过去了多少", "how much of its time has gone"},
           "",
           [](const Row& row) { return in_form(row.indicator->time, Form::percent); }},
          {"expected",
           {"序时应完成", "Expected"},
           Type::number,
           Need::figures,
           {"数据截止日应达到的值", "the value that is due at the data date"},
           "应完成",
           [](const Row& row) { return amount_of(row, row.indicator->expected.used); }},
          {"expected_exact",
           {"应完成（未取整）", "Expected, exact"},
           Type::number,
           Need::figures,
           {"取整以前的应完成值", "the same before it is rounded"},
           "",
           [](const Row& row) { return amount_of(row, row.indicator->expected.exact); }},
          {"expected_now",
           {"当日应完成", "Expected now"},
           Type::number,
           Need::figures,
           {"所问日期应达到的值", "the value that is due on the day asked for"},
           "",
           [](const Row& row) { return amount_of(row, row.indicator->expected_now.used); }},
          {"completion",
           {"完成率", "Completion"},
           Type::percent,
           Need::figures,
           {"完成率，可以小于 0 或超过 100%", "may be below 0 or above 100 %"},
           "完成",
           [](const Row& row) { return in_form(row.indicator->completion, Form::percent); }},
          {"share_of_target",
           {"占目标", "Of target"},
           Type::yes_no,
           Need::figures,
           {"没有基数，完成率是占目标的比例",
            "without a baseline: completion is a share of the target"},
           "",
           [](const Row& row) { return Value(row.indicator->is_share_of_target()); }},
          {"ratio",
           {"序时比", "Ratio"},
           Type::ratio,
           Need::figures,
           {"实际完成与序时应完成之比", "what is done of what is due at the data date"},
           "",
           [](const Row& row) { return in_form(row.indicator->ratio, Form::ratio); }},
          {"points",
           {"超欠序时", "Points"},
           Type::points,
           Need::figures,
           {"超（欠）序时多少个百分点", "points of per cent ahead of schedule, or behind"},
           "",
           [](const Row& row) {
             const auto& gap = row.indicator->gap;
             const bool in_points = gap && gap->unit == measure::GapUnit::points;
             return in_points ? in_form(std::optional(gap->value), Form::points) : Value();
           }},
          {"met",
           {"是否达到", "Met"},
           Type::yes_no,
           Need::figures,
           {"是否达到目标", "whether it meets the target"},
           "",
           [](const Row& row) { return telling(row) ? Value(row.indicator->met) : Value(); }},
          {"age",
           {"数据天数", "Age"},
           Type::whole,
           Need::figures,
           {"数据截止日至今的天数", "days since the data date"},
           "",
           [](const Row& row) { return or_absent(row.indicator->age); }},
          {"stale",
           {"陈旧", "Stale"},
           Type::whole,
           Need::figures,
           {"0 不陈旧，1 陈旧，2 严重陈旧", "0 not, 1 stale, 2 very stale"},
           "",
           [](const Row& row) { return Value(row.indicator->stale); }},
          with_known({"light",
                      {"灯", "Light"},
                      Type::word,
                      Need::figures,
                      {"亮灯", "its light"},
                      "灯色",
                      [](const Row& row) { return Value(word(row.indicator->light())); }},
                     all_words<model::Light>),
          with_known(
              {"class",
               {"进度", "Class"},
               Type::word,
               Need::figures,
               {"进度分类", "how it stands"},
               "分类",
               [](const Row& row) { return Value(word(row.indicator->standing)); },
               [](const Row& row) {
                 return Value(word(row.indicator->standing)).toned(tone_of(row.indicator->light()));
               }},
              all_words<model::Class>),
          {"borderline",
           {"临界", "Borderline"},
           Type::yes_no,
           Need::figures,
           {"要求突破而恰好等于目标", "is to exceed its target and just equals it"},
           "",
           [](const Row& row) { return Value(row.indicator->borderline); }},
          {"conflicting",
           {"数据冲突", "Conflicting"},
           Type::yes_no,
           Need::figures,
           {"几个单位报的最新数不一致", "units report different values for the newest date"},
           "",
           [](const Row& row) { return Value(row.indicator->conflicting); }},
          {"overdue",
           {"逾期", "Overdue"},
           Type::yes_no,
           Need::figures,
           {"已过时限而没有达到目标", "past its due date and not met"},
           "",
           [](const Row& row) { return Value(row.indicator->overdue); }},
          {"pending_final",
           {"待核定", "Pending final"},
           Type::yes_no,
           Need::figures,
           {"已到期，最终数还没有来", "due, and the final figure is still to come"},
           "",
           [](const Row& row) { return Value(row.indicator->pending_final); }},
          {"late",
           {"迟报", "Late"},
           Type::whole,
           Need::figures,
           {"迟报几期", "periods reported late"},
           "",
           [](const Row& row) {
             return Value(static_cast<int>(row.indicator->reports.late.size()));
           }},
          {"missing",
           {"漏报", "Missing"},
           Type::whole,
           Need::figures,
           {"漏报几期", "periods that are missing"},
           "",
           [](const Row& row) {
             return Value(static_cast<int>(row.indicator->reports.missing.size()));
           }},
          {"late_periods",
           {"迟报的各期", "Late periods"},
           Type::list,
           Need::figures,
           {"迟报的各期及其截止日", "each with its deadline"},
           "",
           [](const Row& row) { return list_of(row.indicator->reports.late); },
           [](const Row& row) { return ends_of(row.indicator->reports.late); }},
          {"missing_periods",
           {"漏报的各期", "Missing periods"},
           Type::list,
           Need::figures,
           {"漏报的各期及其截止日", "each with its deadline"},
           "",
           [](const Row& row) { return list_of(row.indicator->reports.missing); },
           [](const Row& row) { return ends_of(row.indicator->reports.missing); }},
          {"reporting",
           {"报送情况", "Reporting"},
           Type::word,
           Need::figures,
           {"从未报送；最近一期漏报、待报（期末已到，未过截止日）或已报送",
            "never reported; or whether its newest period is missing, awaited (over, and not late "
            "yet) or reported"},
           "",
           [](const Row& row) { return Value(reporting(row)); }},
          {"awaited",
           {"待报的一期", "Awaited period"},
           Type::date,
           Need::figures,
           {"下一个要报的一期，其期末", "the last day of the next period that is to be reported"},
           "",
           [](const Row& row) { return awaited(row) ? Value(awaited(row)->end) : Value(); }},
          {"awaited_by",
           {"下一报送截止日", "Awaited by"},
           Type::date,
           Need::figures,
           {"这一期最晚哪一天报送", "the last day on which that report is in time"},
           "",
           [](const Row& row) { return awaited(row) ? Value(awaited(row)->deadline) : Value(); }},
          {"jumps",
           {"跳变的报数", "Jumps"},
           Type::list,
           Need::figures,
           {"与上一次相差过大又没有说明原因的报数",
            "readings far from the one before, without a reason"},
           "",
           [](const Row& row) { return list_of(row.indicator->doubts.jumping()); }},
          {"over_target",
           {"远超目标", "Over target"},
           Type::yes_no,
           Need::figures,
           {"远超目标，目标是否偏低", "far over its target: is that too low?"},
           "",
           [](const Row& row) { return Value(row.indicator->doubts.over_target); }},
          with_parts({"forecast",
                      {"预计到期", "Forecast"},
                      Type::record,
                      Need::figures,
                      {"到期预计达到多少：各种方法和采用的一种",
                       "the value at its due date, by each method"},
                      "预计",
                      forecast,
                      forecast_shown},
                     {{"method", {"采用的方法", "method"}},
                      {"value", {"预计值", "value"}},
                      {"ratio", {"按序时比", "by schedule ratio"}},
                      {"recent", {"按近期速度", "by recent pace"}},
                      {"last", {"按最新值", "as it is now"}},
                      {"unit", {"单位自报", "by the unit"}},
                      {"low", {"最低", "lowest"}},
                      {"high", {"最高", "highest"}}}),
      },
      stored_fields<model::Indicator, indicator_of>(), {"readings"});
  return all;
}

}  // namespace

const KindOfRow indicators_kind{Kind::indicators, "indicators",    {"指标", "indicators"},
                                Kind::tasks,      "indicators",    each_indicator,
                                indicator_name,   indicator_fields};

}  // namespace taizhang::facts
