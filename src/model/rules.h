// SPDX-License-Identifier: MIT
#pragma once

#include "base/decimal.h"
#include "model/enums.h"
#include "model/field.h"
#include "model/given.h"

namespace taizhang::model {

using base::Decimal;

/// How a schedule ratio becomes a light (domain.md §6.8, §6.9).
struct LightRules : Part {
  Given<LightRule> rule;
  Given<Decimal> green;         ///< schedule ratio from which a light is green
  Given<Decimal> yellow;        ///< … yellow
  Given<Decimal> ahead;         ///< … counts as 超序时
  Given<Decimal> green_points;  ///< the same in points of schedule, for `rule: points`
  Given<Decimal> yellow_points;
  Given<int> due_soon;  ///< days before the due date in which a short forecast counts
};

/// What 左右 allows (domain.md §6.6).
struct AboutRules : Part {
  Given<Decimal> percent_below;  ///< per cent of the target, for counts
  Given<int> smallest_count;     ///< counts below it allow nothing
  Given<Decimal> points_below;   ///< points, for percentages
};

/// Days without new data until a reading is stale (domain.md §6.7): one step, two steps.
struct StaleRules : Part {
  List<int> week;
  List<int> month;
  List<int> quarter;
  List<int> season;
};

/// Reporting deadlines and the days that issues and inspections may take (domain.md §7).
struct DeadlineRules : Part {
  Given<int> month_day;      ///< day of the next month by which a month is reported
  Given<int> week_day;       ///< 1 Monday … 7 Sunday
  Given<int> issue_general;  ///< days
  Given<int> issue_major;
  Given<int> issue_critical;
  Given<int> escalate_after;       ///< working days after the urging
  Given<int> inspection_feedback;  ///< days
  Given<int> settlement;           ///< days after the due date
};

/// What makes a reading doubtful (domain.md §7).
struct DoubtRules : Part {
  Given<Decimal> jump_of_last;    ///< per cent of the last value
  Given<Decimal> jump_of_target;  ///< per cent of the target
  Given<Decimal> over_target;     ///< per cent of the target
};

struct ForecastRules : Part {
  Given<ForecastMethod> method;
  Given<Decimal> from;  ///< share of the time from which a forecast is made
};

/// Marks taken off (domain.md §6.12).
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

/// The rules that a plan may set for itself; what it does not set is as domain.md says.
struct Rules : Part {
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
  static constexpr std::tuple table{
      optional("rule", &LightRules::rule, {"按序时比或按百分点", "by ratio or by points"}, "ratio"),
      optional("green", &LightRules::green, {"绿灯起点（序时比）", "green from this ratio"},
               "0.95"),
      optional("yellow", &LightRules::yellow, {"黄灯起点（序时比）", "yellow from this ratio"},
               "0.8"),
      optional("ahead", &LightRules::ahead, {"超序时起点（序时比）", "ahead from this ratio"},
               "1.1"),
      optional("green_points", &LightRules::green_points,
               {"绿灯起点（百分点）", "green from these points"}, "-10"),
      optional("yellow_points", &LightRules::yellow_points,
               {"黄灯起点（百分点）", "yellow from these points"}, "-30"),
      optional("due_soon", &LightRules::due_soon,
               {"到期前多少天看预计值", "days before due in which the forecast counts"}, "30")};
};

template <>
struct Fields<AboutRules> {
  static constexpr base::Bilingual name{"“左右”的尺度", "tolerance of “about”"};
  static constexpr std::tuple table{
      optional("percent_below", &AboutRules::percent_below,
               {"计数允许低于目标的百分比", "per cent below target allowed for counts"}, "10"),
      optional("smallest_count", &AboutRules::smallest_count,
               {"小于此数不打折", "counts below it allow nothing"}, "10"),
      optional("points_below", &AboutRules::points_below,
               {"百分比指标允许低多少个点", "points below allowed for percentages"}, "0.5")};
};

template <>
struct Fields<StaleRules> {
  static constexpr base::Bilingual name{"陈旧天数", "staleness"};
  static constexpr std::tuple table{
      optional("week", &StaleRules::week, {"周报：两级天数", "weekly data: two steps of days"},
               "[12, 20]"),
      optional("month", &StaleRules::month, {"月报：两级天数", "monthly data"}, "[45, 75]"),
      optional("quarter", &StaleRules::quarter, {"季报：两级天数", "quarterly data"}, "[120, 200]"),
      optional("season", &StaleRules::season, {"按农时：两级天数", "seasonal data"}, "[200, 300]")};
};

template <>
struct Fields<DeadlineRules> {
  static constexpr base::Bilingual name{"时限", "deadlines"};
  static constexpr std::tuple table{
      optional("month_day", &DeadlineRules::month_day, {"次月几日前报送", "day of the next month"},
               "5"),
      optional("week_day", &DeadlineRules::week_day, {"周几前报送（1至7）", "weekday, 1 to 7"},
               "5"),
      optional("issue_general", &DeadlineRules::issue_general,
               {"一般问题办理天数", "days for a general issue"}, "15"),
      optional("issue_major", &DeadlineRules::issue_major,
               {"较大问题办理天数", "days for a major issue"}, "30"),
      optional("issue_critical", &DeadlineRules::issue_critical,
               {"重大问题办理天数", "days for a critical issue"}, "5"),
      optional("escalate_after", &DeadlineRules::escalate_after,
               {"催办后多少个工作日升级", "working days until escalation"}, "5"),
      optional("inspection_feedback", &DeadlineRules::inspection_feedback,
               {"督查反馈天数", "days for feedback on an inspection"}, "30"),
      optional("settlement", &DeadlineRules::settlement,
               {"到期后结算天数", "days after due until settlement"}, "45")};
};

template <>
struct Fields<DoubtRules> {
  static constexpr base::Bilingual name{"数据疑点", "doubtful data"};
  static constexpr std::tuple table{
      optional("jump_of_last", &DoubtRules::jump_of_last,
               {"较上期变动百分比", "change in per cent of the last value"}, "30"),
      optional("jump_of_target", &DoubtRules::jump_of_target,
               {"占目标百分比", "change in per cent of the target"}, "10"),
      optional("over_target", &DoubtRules::over_target,
               {"超过目标百分之多少复核", "per cent of the target that asks for review"}, "130")};
};

template <>
struct Fields<ForecastRules> {
  static constexpr base::Bilingual name{"预计方法", "forecast"};
  static constexpr std::tuple table{
      optional("method", &ForecastRules::method, {"方法", "method"}, "ratio"),
      optional("from", &ForecastRules::from,
               {"时间进度过多少才预计", "share of the time from which to forecast"}, "0.25")};
};

template <>
struct Fields<ScoreRules> {
  static constexpr base::Bilingual name{"考核扣分", "score"};
  static constexpr std::tuple table{
      optional("late", &ScoreRules::late, {"迟报", "late report"}, "0.1"),
      optional("missing", &ScoreRules::missing, {"漏报", "missing report"}, "0.5"),
      optional("issue_overdue", &ScoreRules::issue_overdue, {"问题超期", "overdue issue"}, "1"),
      optional("false_report", &ScoreRules::false_report, {"虚报", "false report"}, "3"),
      optional("red", &ScoreRules::red, {"月度红灯", "a red month"}, "2"),
      optional("second_yellow", &ScoreRules::second_yellow, {"连续黄灯", "a second yellow"}, "1"),
      optional("most", &ScoreRules::most, {"每项最多扣", "at most, a task"}, "10"),
      optional("support", &ScoreRules::support, {"参与单位份额", "share of a participant"}, "0.5"),
      optional("ranking", &ScoreRules::ranking, {"是否排名", "whether to rank"}, "false")};
};

template <>
struct Fields<Rules> {
  static constexpr base::Bilingual name{"规则", "rules"};
  static constexpr std::tuple table{
      optional("counting_units", &Rules::counting_units,
               {"按整数计的计量单位", "units of measure that count whole things"},
               {"家、个、项、件等常用的", "the usual ones, such as 家, 个, 项, 件"}),
      optional("measure_units", &Rules::measure_units,
               {"通用以外的计量单位", "units of measure beside the usual ones"}),
      optional("light", &Rules::light, {"亮灯规则", "lights"}),
      optional("about", &Rules::about, {"“左右”的尺度", "what “about” allows"}),
      optional("stale", &Rules::stale, {"陈旧天数", "staleness"}),
      optional("deadlines", &Rules::deadlines, {"时限", "deadlines"}),
      optional("doubt", &Rules::doubt, {"数据疑点", "doubtful data"}),
      optional("forecast", &Rules::forecast, {"预计方法", "forecast"}),
      optional("score", &Rules::score, {"考核扣分", "score"}),
      optional("check", &Rules::check,
               {"各条检查规则的级别，如 {W04: ignore}", "how serious each rule of check is"})};
};

}  // namespace taizhang::model
