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

/// Where a public figure was read.
struct PublicSource : Part {
  Given<std::string> title;
  Given<std::string> publisher;
  Given<Date> date;
  Given<std::string> url;
  Given<std::string> note;
};

struct Reading;

/// What few readings have.
struct ReadingExtras {
  using Of = Reading;

  Table<Decimal> values;     ///< by unit, where the target is by unit
  Given<Decimal> benchmark;  ///< what it is compared with (`than`)
  PublicSource source;
  Given<bool> provisional;
  Given<bool> final;
  Given<bool> backfilled;
  Given<std::string> corrects;
  Given<std::string> reason;
  Given<std::string> approved_by;
  Given<std::string> note;
  Table<Decimal> parts;
};

/// One reported figure. Never edited: a correction is a new reading with `corrects`.
struct Reading : Entry {
  using Entry::Entry;
  using Extras = ReadingExtras;

  Given<std::string> id;
  Given<Date> date;                     ///< data date 数据截止日
  Given<std::optional<Decimal>> value;  ///< null, with `corrects`, withdraws a reading
  Given<Date> reported;                 ///< 上报日; the data date where not given
  Given<UnitName> by;
  List<std::string> evidence;
  Rare<ReadingExtras> extras;
};
// A task has a dozen readings: they are the largest part of a ledger.
static_assert(sizeof(Reading) <= 216);

struct TrajectoryPoint : Entry {
  using Entry::Entry;

  Given<Date> date;
  Given<Decimal> value;
};

/// How the target is expected to be reached over the year.
struct Trajectory : Part {
  Given<TrajectoryType> type;
  Many<TrajectoryPoint> points;
};

/// The `from` and `to` of a change: one scalar or a list of scalars, as text, or a trajectory.
struct Loose {
  std::vector<std::string> texts;
  std::vector<source::Span> places = {};  ///< of each text; none where no file was read
  Trajectory trajectory = {};
};

/// What a compared target is measured against: above `name` by `by`.
struct Comparison : Part {
  Given<std::string> name;  ///< 全省平均
  Given<Decimal> by;        ///< as printed: 低于全省 1 个点 is −1
};

/// One promised number.
struct Indicator : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<std::string> name;
  Given<Kind> kind;
  Given<Qualifier> qualifier;
  Given<Commitment> commitment;
  Given<Target> target;
  Table<Decimal> targets;  ///< by unit
  Given<Aggregate> aggregate;
  Comparison than;
  Given<int> of;  ///< among how many a rank is
  Given<std::string> unit;
  Given<bool> integer;
  Given<Direction> direction;
  Amounts baseline;
  Given<Date> baseline_date;
  Trajectory trajectory;
  Given<Frequency> frequency;
  Given<Frequency> window;
  Given<std::string> numerator;
  Given<std::string> denominator;
  Given<Date> start;
  Given<Date> due;
  Given<UnitName> reporter;
  Given<int> release;  ///< days by which the statistics come later
  Given<Decimal> weight;
  Given<std::string> part_of;
  Given<std::string> quote;
  Given<std::string> note;
  Many<Reading> readings;
};

template <>
struct Fields<PublicSource> {
  static constexpr base::Bilingual name{"数据来源", "source"};
  static constexpr FieldTable table{
      required("title", "标题", &PublicSource::title, {"标题", "title"}),
      optional("publisher", "发布者", &PublicSource::publisher, {"发布者", "publisher"}),
      optional("date", "日期", &PublicSource::date, {"日期", "date"}),
      optional("url", "网址", &PublicSource::url, {"网址", "address"}),
      optional("note", "说明", &PublicSource::note, {"说明", "note"})};
};

template <>
struct Fields<Reading> {
  static constexpr base::Bilingual name{"报数", "reading"};
  static constexpr FieldTable table{
      required("id", "编号", &Reading::id, {"编号，如 r1", "id, such as r1"}),
      required("date", "数据日期", &Reading::date, {"数据截止日", "data date"}),
      optional("value", "数值", &Reading::value, {"数值", "value"}),
      optional("values", "各单位数值", &ReadingExtras::values,
               {"各单位的数值", "value of each unit"}),
      optional("benchmark", "比较值", &ReadingExtras::benchmark,
               {"比较对象的同期数", "what it is compared with, for the same date"}),
      optional("reported", "上报日", &Reading::reported, {"上报日", "day of the report"},
               {"数据截止日", "the data date"}),
      optional("by", "上报单位", &Reading::by, {"上报单位", "reporting unit"}),
      optional("evidence", "佐证材料", &Reading::evidence, {"佐证材料", "evidence"}),
      optional("source", "来源", &ReadingExtras::source, {"公开来源", "public source"}),
      optional("provisional", "快报", &ReadingExtras::provisional, {"快报数", "provisional"},
               "false"),
      optional("final", "终值", &ReadingExtras::final, {"核定数", "final"}, "false"),
      optional("backfilled", "补录", &ReadingExtras::backfilled,
               {"补录", "back-filled, never late"}, "false"),
      optional("corrects", "更正", &ReadingExtras::corrects,
               {"更正哪一条", "the reading it corrects"}),
      optional("reason", "原因", &ReadingExtras::reason, {"原因", "reason"}),
      optional("approved_by", "批准单位", &ReadingExtras::approved_by, {"批准单位", "approved by"}),
      optional("note", "备注", &ReadingExtras::note, {"备注", "note"}),
      optional("parts", "分项", &ReadingExtras::parts, {"分项数", "parts"})};
};

template <>
inline constexpr std::array<OneOf, 1> one_of<Reading>{{{{"value", "values"}}}};

template <>
struct Fields<TrajectoryPoint> {
  static constexpr base::Bilingual name{"序时点", "point of the trajectory"};
  static constexpr FieldTable table{
      required("date", "日期", &TrajectoryPoint::date, {"日期", "date"}),
      required("value", "数值", &TrajectoryPoint::value, {"应达到的值", "value due"})};
};

template <>
struct Fields<Trajectory> {
  static constexpr base::Bilingual name{"序时安排", "trajectory"};
  static constexpr FieldTable table{
      required("type", "类型", &Trajectory::type, {"类型", "type"}),
      optional("points", "序时点", &Trajectory::points, {"各序时点", "points"})};
};

template <>
struct Fields<Comparison> {
  static constexpr base::Bilingual name{"比较对象", "comparison"};
  static constexpr FieldTable table{
      required("name", "名称", &Comparison::name,
               {"和谁比，如全省平均", "what it is compared with"}),
      optional("by", "差额", &Comparison::by,
               {"高于它多少，低于写负数", "by how much above it; below is negative"}, "0")};
};

template <>
struct Fields<Indicator> {
  static constexpr base::Bilingual name{"指标", "indicator"};
  static constexpr FieldTable table{
      required("id", "编号", &Indicator::id, {"编号", "id"}),
      required("name", "名称", &Indicator::name, {"名称", "name"}),
      required("kind", "类型", &Indicator::kind, {"类型", "kind"}),
      required("qualifier", "限定词", &Indicator::qualifier, {"限定词", "qualifier"}),
      required("commitment", "承诺", &Indicator::commitment, {"承诺力度", "commitment"}),
      optional("target", "目标", &Indicator::target,
               {"目标值，尚未下达写 pending", "target, pending while it is still to be set"}),
      optional("targets", "各单位目标", &Indicator::targets,
               {"各单位的目标值", "target of each unit"}),
      optional("aggregate", "汇总方式", &Indicator::aggregate,
               {"分单位目标怎样合起来看", "how targets by unit count together"},
               {"累计和存量为合计，其余各自", "sum for running totals and levels, else each"}),
      optional("than", "比较", &Indicator::than,
               {"和别处比的目标", "a target that is compared with others"}),
      optional("of", "总数", &Indicator::of, {"位次在多少个里排", "among how many a rank is"}),
      required("unit", "计量单位", &Indicator::unit, {"计量单位", "unit of measure"}),
      optional("integer", "取整", &Indicator::integer,
               {"是否取整", "whether it counts whole things"},
               {"按计量单位", "by the unit of measure"}),
      optional("direction", "方向", &Indicator::direction, {"方向", "direction"},
               {"越高越好；位次和不超过一类除外", "up, but for ranks and ceilings"}),
      optional("baseline", "基数", &Indicator::baseline, {"基数", "baseline"},
               {"累计值为 0", "0 for a running total"}),
      optional("baseline_date", "基数日期", &Indicator::baseline_date,
               {"基数日期", "date of the baseline"}),
      optional("trajectory", "序时安排", &Indicator::trajectory, {"序时安排", "trajectory"},
               {"按类型和基数", "by kind and baseline"}),
      optional("frequency", "报送频率", &Indicator::frequency, {"报送频率", "frequency of reports"},
               "month"),
      optional("window", "统计窗口", &Indicator::window,
               {"统计窗口：写 month，每月各看是否达标，完成率是达标的月数占应报的月数",
                "window: with month each month has to meet the target, and completion is the "
                "months met of the months owed"},
               {"不逐期看，只看最新值", "judged by its newest value alone"}),
      optional("numerator", "分子", &Indicator::numerator, {"分子", "numerator"}),
      optional("denominator", "分母", &Indicator::denominator, {"分母", "denominator"}),
      optional("start", "起始日", &Indicator::start, {"起始日", "first day"},
               {"计划起始日", "the first day of the plan"}),
      optional("due", "完成时限", &Indicator::due, {"完成时限", "due date"},
               {"任务当日有效的完成时限，没有的取计划截止日",
                "the due date in force of its task, else the last day of the plan"}),
      optional("reporter", "报送单位", &Indicator::reporter, {"报送单位", "reporting unit"},
               {"第一个牵头单位", "the first lead unit"}),
      optional("release", "发布滞后", &Indicator::release,
               {"统计数晚多少天出来", "days by which the statistics come later"}, "0"),
      optional("weight", "权重", &Indicator::weight, {"权重", "weight"}, "1"),
      optional("part_of", "所属总数", &Indicator::part_of,
               {"是哪个指标的分项", "the total it is a part of"}),
      optional("quote", "原文", &Indicator::quote, {"原文", "words of the notice"}),
      optional("note", "备注", &Indicator::note, {"备注", "note"}),
      optional("readings", "报数", &Indicator::readings, {"报数", "readings"})};
};

template <>
inline constexpr std::array<OneOf, 1> one_of<Indicator>{{{{"target", "targets", "than"}}}};

}  // namespace taizhang::model
