// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "model/enums.h"
#include "model/field.h"
#include "model/given.h"

namespace taizhang::model {

using base::Date;
using base::Decimal;

/// How a schedule ratio becomes a light (RULES.md §6.8, §6.9).
struct LightRules : Part {
  Given<LightRule> rule;
  Given<Decimal> green;         ///< schedule ratio from which a light is green
  Given<Decimal> yellow;        ///< … yellow
  Given<Decimal> ahead;         ///< … counts as 超序时
  Given<Decimal> green_points;  ///< the same in points of schedule, for `rule: points`
  Given<Decimal> yellow_points;
  Given<int> due_soon;  ///< days before the due date in which a short forecast counts
};

/// What 左右 allows (RULES.md §6.6).
struct AboutRules : Part {
  Given<Decimal> percent_below;  ///< per cent of the target, for counts
  Given<int> smallest_count;     ///< counts below it allow nothing
  Given<Decimal> points_below;   ///< points, for percentages
  Given<Decimal> amounts_below;  ///< per cent of the target, for other amounts
};

/// Days without new data until a reading is stale (RULES.md §6.7): one step, two steps.
struct StaleRules : Part {
  List<int> week;
  List<int> month;
  List<int> quarter;
  List<int> season;
  List<int> year;
};

/// Reporting deadlines and the days that issues and inspections may take (RULES.md §7).
struct DeadlineRules : Part {
  Given<int> week;  ///< 1 Monday … 7 Sunday, of the week itself
  Given<DeadlineDay> month;
  Given<DeadlineDay> quarter;
  Given<DeadlineDay> season;
  Given<DeadlineDay> year;
  Given<int> issue_general;  ///< days
  Given<int> issue_major;
  Given<int> issue_critical;
  Given<int> escalate_after;       ///< working days after the urging
  Given<int> inspection_feedback;  ///< days
  Given<int> settlement;           ///< days after the due date
};

/// What makes a reading doubtful (RULES.md §7).
struct DoubtRules : Part {
  Given<Decimal> jump_of_last;    ///< per cent of the last value
  Given<Decimal> jump_of_target;  ///< per cent of the target
  Given<Decimal> jump_of_step;    ///< times the step that the trajectory expects
  Given<Decimal> over_target;     ///< per cent of the target
};

struct ForecastRules : Part {
  Given<ForecastMethod> method;
  Given<Decimal> from;  ///< share of the time from which a forecast is made
};

/// Marks taken off (RULES.md §6.12).
struct ScoreRules : Part {
  Given<Decimal> late;
  Given<Decimal> missing;
  Given<Decimal> issue_overdue;
  Given<Decimal> false_report;
  Given<Decimal> red;
  Given<Decimal> second_yellow;
  Given<Decimal> most;     ///< at most this many a task
  Given<Decimal> support;  ///< share of a participating unit
  Given<bool> ranking;
};

/// How the items of a plan are numbered.
struct ItemRules : Part {
  Given<int> from;  ///< the first item
};

/// The rules that a plan may set for itself; what it does not set is as RULES.md says.
struct Rules : Part {
  Given<TimeRule> time;
  Given<Date> reporting_from;  ///< periods that end before it are not owed
  ItemRules items;
  List<std::string> counting_units;
  List<std::string> measure_units;  ///< of the plan's own, beside the usual ones
  LightRules light;
  AboutRules about;
  StaleRules stale;
  DeadlineRules deadlines;
  DoubtRules doubt;
  ForecastRules forecast;
  ScoreRules score;
  Table<RuleLevel> check;  ///< by code or name of a rule of `check`
};

template <>
struct Fields<LightRules> {
  static constexpr base::Bilingual name{"亮灯规则", "light rules"};
  static constexpr FieldTable table{
      optional("rule", "方法", &LightRules::rule, {"按序时比或按百分点", "by ratio or by points"},
               "ratio"),
      optional("green", "绿灯", &LightRules::green, {"绿灯起点（序时比）", "green from this ratio"},
               "0.95"),
      optional("yellow", "黄灯", &LightRules::yellow,
               {"黄灯起点（序时比）", "yellow from this ratio"}, "0.8"),
      optional("ahead", "超序时", &LightRules::ahead,
               {"超序时起点（序时比）", "ahead from this ratio"}, "1.1"),
      optional("green_points", "绿灯百分点", &LightRules::green_points,
               {"绿灯起点（百分点）", "green from these points"}, "-10"),
      optional("yellow_points", "黄灯百分点", &LightRules::yellow_points,
               {"黄灯起点（百分点）", "yellow from these points"}, "-30"),
      optional("due_soon", "临期天数", &LightRules::due_soon,
               {"到期前多少天看预计值", "days before due in which the forecast counts"}, "30")};
};

template <>
struct Fields<AboutRules> {
  static constexpr base::Bilingual name{"“左右”的尺度", "tolerance of “about”"};
  static constexpr FieldTable table{
      optional("percent_below", "计数低于百分比", &AboutRules::percent_below,
               {"计数允许低于目标的百分比", "per cent below target allowed for counts"}, "10"),
      optional("smallest_count", "最小计数", &AboutRules::smallest_count,
               {"小于此数不打折", "counts below it allow nothing"}, "10"),
      optional("points_below", "低于百分点", &AboutRules::points_below,
               {"百分比指标允许低多少个点", "points below allowed for percentages"}, "0.5"),
      optional("amounts_below", "数量低于百分比", &AboutRules::amounts_below,
               {"其他数量允许低于目标的百分比", "per cent below target allowed for other amounts"},
               "5")};
};

template <>
struct Fields<StaleRules> {
  static constexpr base::Bilingual name{"陈旧天数", "staleness"};
  static constexpr FieldTable table{
      optional("week", "每周", &StaleRules::week,
               {"周报：两级天数", "weekly data: two steps of days"}, "[12, 20]"),
      optional("month", "每月", &StaleRules::month, {"月报：两级天数", "monthly data"}, "[45, 75]"),
      optional("quarter", "每季", &StaleRules::quarter, {"季报：两级天数", "quarterly data"},
               "[120, 200]"),
      optional("season", "按农时", &StaleRules::season, {"按农时：两级天数", "seasonal data"},
               "[200, 300]"),
      optional("year", "每年", &StaleRules::year, {"年报：两级天数", "yearly data"}, "[400, 500]")};
};

template <>
struct Fields<DeadlineRules> {
  static constexpr base::Bilingual name{"时限", "deadlines"};
  static constexpr FieldTable table{
      optional("week", "每周", &DeadlineRules::week, {"周报：周几前（1至7）", "weekday, 1 to 7"},
               "5"),
      optional("month", "每月", &DeadlineRules::month,
               {"月报：次月几日前，当月写 own-28", "day of the next month, or own-28 of its own"},
               "5"),
      optional("quarter", "每季", &DeadlineRules::quarter, {"季报，写法同上", "quarters, the same"},
               "5"),
      optional("season", "按农时", &DeadlineRules::season,
               {"按农时，写法同上", "seasons, the same"}, "5"),
      optional("year", "每年", &DeadlineRules::year, {"年报，写法同上", "years, the same"}, "5"),
      optional("issue_general", "一般问题", &DeadlineRules::issue_general,
               {"一般问题办理天数", "days for a general issue"}, "15"),
      optional("issue_major", "较大问题", &DeadlineRules::issue_major,
               {"较大问题办理天数", "days for a major issue"}, "30"),
      optional("issue_critical", "重大问题", &DeadlineRules::issue_critical,
               {"重大问题办理天数", "days for a critical issue"}, "5"),
      optional("escalate_after", "升级", &DeadlineRules::escalate_after,
               {"催办后多少个工作日升级", "working days until escalation"}, "5"),
      optional("inspection_feedback", "督查反馈", &DeadlineRules::inspection_feedback,
               {"督查反馈天数", "days for feedback on an inspection"}, "30"),
      optional("settlement", "结算", &DeadlineRules::settlement,
               {"到期后结算天数", "days after due until settlement"}, "45")};
};

template <>
inline constexpr std::array<Renamed, 2> renamed<DeadlineRules>{
    {{"week_day", "week"}, {"month_day", "month"}}};

template <>
struct Fields<DoubtRules> {
  static constexpr base::Bilingual name{"数据疑点", "doubtful data"};
  static constexpr FieldTable table{
      optional("jump_of_last", "较上期", &DoubtRules::jump_of_last,
               {"较上期变动百分比", "change in per cent of the last value"}, "30"),
      optional("jump_of_target", "占目标", &DoubtRules::jump_of_target,
               {"占目标百分比", "change in per cent of the target"}, "10"),
      optional("jump_of_step", "超序时步长", &DoubtRules::jump_of_step,
               {"为序时应增量的多少倍", "times the step that the trajectory expects"}, "3"),
      optional("over_target", "超目标", &DoubtRules::over_target,
               {"超过目标百分之多少复核", "per cent of the target that asks for review"}, "130")};
};

template <>
struct Fields<ForecastRules> {
  static constexpr base::Bilingual name{"预计方法", "forecast"};
  static constexpr FieldTable table{
      optional("method", "方法", &ForecastRules::method, {"方法", "method"}, "ratio"),
      optional("from", "起点", &ForecastRules::from,
               {"时间进度过多少才预计", "share of the time from which to forecast"}, "0.25")};
};

template <>
struct Fields<ScoreRules> {
  static constexpr base::Bilingual name{"考核扣分", "score"};
  static constexpr FieldTable table{
      optional("late", "迟报", &ScoreRules::late, {"迟报", "late report"}, "0.1"),
      optional("missing", "漏报", &ScoreRules::missing, {"漏报", "missing report"}, "0.5"),
      optional("issue_overdue", "问题超期", &ScoreRules::issue_overdue,
               {"问题超期", "overdue issue"}, "1"),
      optional("false_report", "虚报", &ScoreRules::false_report, {"虚报", "false report"}, "3"),
      optional("red", "红灯", &ScoreRules::red, {"月度红灯", "a red month"}, "2"),
      optional("second_yellow", "连续黄灯", &ScoreRules::second_yellow,
               {"连续黄灯", "a second yellow"}, "1"),
      optional("most", "最多扣分", &ScoreRules::most, {"每项最多扣", "at most, a task"}, "10"),
      optional("support", "参与份额", &ScoreRules::support,
               {"参与单位份额", "share of a participant"}, "0.5"),
      optional("ranking", "排名", &ScoreRules::ranking, {"是否排名", "whether to rank"}, "false")};
};

template <>
struct Fields<ItemRules> {
  static constexpr base::Bilingual name{"编号规则", "numbering"};
  static constexpr FieldTable table{optional("from", "起号", &ItemRules::from,
                                             {"第一项的序号", "number of the first item"}, "1")};
};

template <>
struct Fields<Rules> {
  static constexpr base::Bilingual name{"规则", "rules"};
  static constexpr FieldTable table{
      optional("time", "时间进度", &Rules::time,
               {"时间进度按日还是按月算", "time by days or months"}, "day"),
      optional("reporting_from", "起报日", &Rules::reporting_from,
               {"这天以前结束的周期不用报", "periods that end before it are not owed"},
               {"计划印发日", "the day the plan was issued"}),
      optional("items", "编号", &Rules::items, {"编号规则", "numbering"}),
      optional("counting_units", "计数单位", &Rules::counting_units,
               {"按整数计的计量单位", "units of measure that count whole things"},
               {"家、个、项、件等常用的", "the usual ones, such as 家, 个, 项, 件"}),
      optional("measure_units", "计量单位", &Rules::measure_units,
               {"通用以外的计量单位", "units of measure beside the usual ones"}),
      optional("light", "亮灯", &Rules::light, {"亮灯规则", "lights"}),
      optional("about", "左右", &Rules::about, {"“左右”的尺度", "what “about” allows"}),
      optional("stale", "陈旧天数", &Rules::stale, {"陈旧天数", "staleness"}),
      optional("deadlines", "时限", &Rules::deadlines, {"时限", "deadlines"}),
      optional("doubt", "疑点", &Rules::doubt, {"数据疑点", "doubtful data"}),
      optional("forecast", "预计", &Rules::forecast, {"预计方法", "forecast"}),
      optional("score", "考核", &Rules::score, {"考核扣分", "score"}),
      optional("check", "检查", &Rules::check,
               {"各条检查规则的级别，如 {W04: ignore}", "how serious each rule of check is"})};
};

}  // namespace taizhang::model
