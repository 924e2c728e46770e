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

/// One reported figure. Never edited: a correction is a new reading with `corrects`.
struct Reading : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<Date> date;                     ///< data date 数据截止日
  Given<std::optional<Decimal>> value;  ///< null, with `corrects`, withdraws a reading
  Given<Date> reported;                 ///< 上报日; the data date where not given
  Given<UnitName> by;
  List<std::string> evidence;
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

/// One promised number.
struct Indicator : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<std::string> name;
  Given<Kind> kind;
  Given<Qualifier> qualifier;
  Given<Commitment> commitment;
  Given<Decimal> target;
  Given<std::string> unit;
  Given<bool> integer;
  Given<Direction> direction;
  Given<Decimal> baseline;
  Given<Date> baseline_date;
  Trajectory trajectory;
  Given<Frequency> frequency;
  Given<Frequency> window;
  Given<std::string> numerator;
  Given<std::string> denominator;
  Given<Date> start;
  Given<Date> due;
  Given<UnitName> reporter;
  Given<Decimal> weight;
  Given<std::string> part_of;
  Given<std::string> quote;
  Many<Reading> readings;
};

template <>
struct Fields<PublicSource> {
  static constexpr base::Bilingual name{"数据来源", "source"};
  static constexpr std::tuple table{
      required("title", &PublicSource::title, {"标题", "title"}),
      optional("publisher", &PublicSource::publisher, {"发布者", "publisher"}),
      optional("date", &PublicSource::date, {"日期", "date"}),
      optional("url", &PublicSource::url, {"网址", "address"}),
      optional("note", &PublicSource::note, {"说明", "note"})};
};

template <>
struct Fields<Reading> {
  static constexpr base::Bilingual name{"报数", "reading"};
  static constexpr std::tuple table{
      required("id", &Reading::id, {"编号，如 r1", "id, such as r1"}),
      required("date", &Reading::date, {"数据截止日", "data date"}),
      required("value", &Reading::value, {"数值", "value"}),
      optional("reported", &Reading::reported, {"上报日", "day of the report"},
               {"数据截止日", "the data date"}),
      optional("by", &Reading::by, {"上报单位", "reporting unit"}),
      optional("evidence", &Reading::evidence, {"佐证材料", "evidence"}),
      optional("source", &Reading::source, {"公开来源", "public source"}),
      optional("provisional", &Reading::provisional, {"快报数", "provisional"}, "false"),
      optional("final", &Reading::final, {"核定数", "final"}, "false"),
      optional("backfilled", &Reading::backfilled, {"补录", "back-filled, never late"}, "false"),
      optional("corrects", &Reading::corrects, {"更正哪一条", "the reading it corrects"}),
      optional("reason", &Reading::reason, {"原因", "reason"}),
      optional("approved_by", &Reading::approved_by, {"批准单位", "approved by"}),
      optional("note", &Reading::note, {"备注", "note"}),
      optional("parts", &Reading::parts, {"分项数", "parts"})};
};

template <>
struct Fields<TrajectoryPoint> {
  static constexpr base::Bilingual name{"序时点", "point of the trajectory"};
  static constexpr std::tuple table{
      required("date", &TrajectoryPoint::date, {"日期", "date"}),
      required("value", &TrajectoryPoint::value, {"应达到的值", "value due"})};
};

template <>
struct Fields<Trajectory> {
  static constexpr base::Bilingual name{"序时安排", "trajectory"};
  static constexpr std::tuple table{
      required("type", &Trajectory::type, {"类型", "type"}),
      optional("points", &Trajectory::points, {"各序时点", "points"})};
};

template <>
struct Fields<Indicator> {
  static constexpr base::Bilingual name{"指标", "indicator"};
  static constexpr std::tuple table{
      required("id", &Indicator::id, {"编号", "id"}),
      required("name", &Indicator::name, {"名称", "name"}),
      required("kind", &Indicator::kind, {"类型", "kind"}),
      required("qualifier", &Indicator::qualifier, {"限定词", "qualifier"}),
      required("commitment", &Indicator::commitment, {"承诺力度", "commitment"}),
      required("target", &Indicator::target, {"目标值", "target"}),
      required("unit", &Indicator::unit, {"计量单位", "unit of measure"}),
      optional("integer", &Indicator::integer, {"是否取整", "whether it counts whole things"},
               {"按计量单位", "by the unit of measure"}),
      optional("direction", &Indicator::direction, {"方向", "direction"}, "up"),
      optional("baseline", &Indicator::baseline, {"基数", "baseline"},
               {"累计值为 0", "0 for a running total"}),
      optional("baseline_date", &Indicator::baseline_date, {"基数日期", "date of the baseline"}),
      optional("trajectory", &Indicator::trajectory, {"序时安排", "trajectory"},
               {"按类型和基数", "by kind and baseline"}),
      optional("frequency", &Indicator::frequency, {"报送频率", "frequency of reports"}, "month"),
      optional("window", &Indicator::window, {"统计窗口", "window"}),
      optional("numerator", &Indicator::numerator, {"分子", "numerator"}),
      optional("denominator", &Indicator::denominator, {"分母", "denominator"}),
      optional("start", &Indicator::start, {"起始日", "first day"},
               {"计划起始日", "the first day of the plan"}),
      optional("due", &Indicator::due, {"完成时限", "due date"},
               {"计划截止日", "the last day of the plan"}),
      optional("reporter", &Indicator::reporter, {"报送单位", "reporting unit"},
               {"第一个牵头单位", "the first lead unit"}),
      optional("weight", &Indicator::weight, {"权重", "weight"}, "1"),
      optional("part_of", &Indicator::part_of, {"是哪个指标的分项", "the total it is a part of"}),
      optional("quote", &Indicator::quote, {"原文", "words of the notice"}),
      optional("readings", &Indicator::readings, {"报数", "readings"})};
};

}  // namespace taizhang::model
