// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// The last days of the periods, at most a year of months of them.
std::vector<std::string> ends_of(const std::vector<measure::ReportPeriod>& periods) {
  constexpr std::size_t most = 12;
  std::vector<std::string> ends;
  for (const measure::ReportPeriod& period : periods) {
    if (ends.size() == most) {
      ends.push_back("…");
      break;
    }
    ends.push_back(base::iso(period.end));
  }
  return ends;
}

/// Where targets are by unit, how many of the periods each unit owes: 东镇 2 期.
std::vector<std::string> shares_of(const std::vector<measure::ReportPeriod>& periods,
                                   const std::string& unit_of_count) {
  std::vector<std::string> units;
  std::map<std::string, int> counts;
  for (const measure::ReportPeriod& period : periods) {
    for (const std::string& unit : period.units) {
      if (counts[unit]++ == 0) units.push_back(unit);
    }
  }
  for (std::string& unit : units) unit += " " + std::to_string(counts[unit]) + unit_of_count;
  return units;
}

/// The periods that are missing, but for those of which a correction takes a reading that was not
/// meant: that is told of the correction.
std::vector<measure::ReportPeriod> missing_in(const AtOwed& at) {
  std::vector<measure::ReportPeriod> missing = at.figures.reports.missing;
  const auto& readings = at.at.indicator.readings;
  for (const model::Reading& one : readings) {
    if (!one.extras->corrects || !one.date) continue;
    const auto taken = std::ranges::find_if(readings, [&](const model::Reading& other) {
      return other.id && *other.id == *one.extras->corrects && other.date &&
             *other.date != *one.date;
    });
    if (taken == readings.end()) continue;
    std::erase_if(missing, [&](const measure::ReportPeriod& period) {
      return period.start <= *taken->date && *taken->date <= period.end;
    });
  }
  return missing;
}

}  // namespace

const Rule missing_report{
    "W16 missing-report",
    {"有到期未报的报数", "reports that are owed"},
    {"期限已过还没有数，灯和完成率说的都是以前的情况，考核也要扣分；能补报的时候补上。",
     "With the deadline past and no figure, lights and completion tell of another day, and marks "
     "are taken off; it can still be sent."},
    R"yaml(# 今天是 2023-09-06
frequency: month
readings:
  - {id: r1, date: 2023-07-31, value: 126, reported: 2023-08-03})yaml",
    R"yaml(# 今天是 2023-09-06
frequency: month
readings:
  - {id: r1, date: 2023-07-31, value: 126, reported: 2023-08-03}
  - {id: r2, date: 2023-08-31, value: 131, reported: 2023-09-04})yaml",
    [](const AtOwed& at, Collector& found) {
      const std::vector<measure::ReportPeriod> missing = missing_in(at);
      if (missing.empty()) return;
      const std::vector<std::string> ends = ends_of(missing);
      const Words message{
          "“{0}”漏报 {1} 期：{2}", "“{0}” lacks {1} reports: {3}", at.at.name(),
          missing.size(),          base::joined(ends, "、"),       base::joined(ends, ", ")};
      const std::vector<std::string> units = shares_of(missing, " 期");
      const Words by_unit{"“{0}”漏报 {1} 期：{2}；没有报的：{4}",
                          "“{0}” lacks {1} reports: {3}; not reported by: {5}",
                          at.at.name(),
                          missing.size(),
                          base::joined(ends, "、"),
                          base::joined(ends, ", "),
                          base::joined(units, "、"),
                          base::joined(shares_of(missing, ""), ", ")};
      // Whoever knows of the reports that are missing does not know of the next one.
      found
          .add(at.place(), units.empty() ? message : by_unit,
               at.figures.reporter.empty()
                   ? Words{"补报，写明数据截止日和实际上报日；补录以前的写 backfilled: "
                           "true，不算迟报；建账以前不要求报的，在 plan.yaml 写 rules: "
                           "{reporting_from: 日期}",
                           "send them, each with its data date and the day it came in; write "
                           "backfilled: true where it is entered afterwards, and rules: "
                           "{reporting_from: the day} in plan.yaml where nothing was owed before"}
                   : Words{"由“{0}”补报，写明数据截止日和实际上报日；补录以前的写 backfilled: "
                           "true，不算迟报；建账以前不要求报的，在 plan.yaml 写 rules: "
                           "{reporting_from: 日期}",
                           "“{0}” is to send them, each with its data date and the day it came in; "
                           "write backfilled: true where it is entered afterwards, and rules: "
                           "{reporting_from: the day} in plan.yaml where nothing was owed before",
                           at.figures.reporter})
          .distinction = base::iso(missing.back().end);
    },
};

const Rule stale{
    "W15 stale",
    {"数据陈旧", "stale data"},
    {"很久没有新数，灯至少是黄灯，再久就是红灯。每月报的45天、每季报的120天、按农时报的200天、每周"
     "报的12天（计划可另定）。",
     "With no new figure for long a light is at least yellow, and later red: 45 days for monthly "
     "data, 120 for quarterly, 200 for seasonal, 12 for weekly (a plan may set others)."},
    R"yaml(# 今天是 2023-09-20，8月只报了月初的数
frequency: month
readings:
  - {id: r1, date: 2023-08-02, value: 126, reported: 2023-08-03})yaml",
    R"yaml(# 今天是 2023-09-20
frequency: month
readings:
  - {id: r1, date: 2023-08-02, value: 126, reported: 2023-08-03}
  - {id: r2, date: 2023-08-31, value: 131, reported: 2023-09-04})yaml",
    [](const AtOwed& at, Collector& found) {
      const measure::IndicatorFigures& figures = at.figures;
      // A missing report says it already; of what is done or final no more is to come.
      if (figures.stale == 0 || !figures.reports.missing.empty() || figures.met) return;
      if (!figures.oldest_newest()) return;
      const measure::Effective& newest = *figures.oldest_newest();
      const auto limits = at.in.plan.limits.stale.of(figures.frequency);
      if (newest.reading->extras->final.value_or(false) || !limits) return;
      const bool very = figures.stale > 1;
      const base::Bilingual message =
          very ? base::Bilingual{"“{0}”的数据截至 {1}，已有 {2} 天，超过 {3} 天：严重陈旧",
                                 "the data of “{0}” is of {1}, {2} days old; over {3} it is very "
                                 "stale"}
               : base::Bilingual{"“{0}”的数据截至 {1}，已有 {2} 天，超过 {3} 天：陈旧",
                                 "the data of “{0}” is of {1}, {2} days old; over {3} it is stale"};
      const long long limit = very ? limits->very_stale : limits->stale;
      found
          .add(at.place(), {message, {at.at.name(), base::iso(newest.date), *figures.age, limit}},
               {"报一次新数；本来就报得少的，把 frequency 写对",
                "report a new figure; where it is reported less often, write its frequency"},
               {{newest.reading->date.at, {"最新的数在这里", "the newest figure is here"}}})
          .distinction = base::iso(newest.date);
    },
};

const Rule no_feedback{
    "W17 no-feedback",
    {"督查后没有反馈整改", "an inspection without feedback"},
    {"督查发现出入的，要在整改期限前反馈；没写整改期限的，30天内反馈（计划可另定）。没有反馈，督查"
     "就没有闭环。",
     "Where an inspection finds a gap, feedback is due by rectify_by, or within 30 days where no "
     "day was set (a plan may set another number); without it the loop stays open."},
    R"yaml(# 截至 2023-10-20
- {id: i1, date: 2023-09-15, result: minor_gap, rectify_by: 2023-09-30})yaml",
    R"yaml(# 截至 2023-10-20
- {id: i1, date: 2023-09-15, result: minor_gap, rectify_by: 2023-09-30, feedback: 2023-09-28})yaml",
    [](const OnDay& at, Collector& found) {
      if (at.figures.status == model::Status::cancelled || !at.in.whole) return;
      for (const measure::InspectionFigures& figures : at.figures.inspections) {
        const model::Inspection& inspection = *figures.inspection;
        if (!figures.overdue || at.in.meant(inspection, {"feedback", "rectify_by"})) continue;
        const bool own = inspection.rectify_by.written();
        const base::Bilingual message =
            own ? base::Bilingual{"应于 {0} 前整改反馈，已超 {1} 天还没有反馈",
                                  "it was to be put right by {0} (days overdue: {1}), and there is "
                                  "no feedback"}
                : base::Bilingual{
                      "督查后应于 {0} 前反馈整改情况，已超 {1} 天还没有反馈",
                      "feedback on it was due by {0} (days overdue: {1}), and there is none"};
        const base::Date last = *figures.feedback_due;
        found.add((own ? inspection.rectify_by : inspection.date).at_or(inspection.at),
                  {message, {base::iso(last), base::days_between(last, at.clocks.as_of)}},
                  {"催要整改情况；已反馈的写上 feedback: 反馈日期",
                   "ask for it; where it has come, write feedback: the day it came"},
                  {{inspection.result.at, {"督查结论在这里", "the result is here"}}});
      }
    },
};

const Rule no_reply{
    "W21 no-reply",
    {"督办到期没有回复", "an order without a reply"},
    {"提醒函、督办单写了回复期限的，到期没有回复也没有办结，就要催；拖着不回，督办等于没发。",
     "A reminder or order that asks for a reply by a day has to be followed up when neither the "
     "reply nor its closing is there; otherwise it might as well not have been sent."},
    R"yaml(# 截至 2023-10-20
- {id: o1, date: 2023-09-15, level: order, to: [市工信局], reply_by: 2023-09-22})yaml",
    R"yaml(# 截至 2023-10-20
- {id: o1, date: 2023-09-15, level: order, to: [市工信局], reply_by: 2023-09-22, reply: {date: 2023-09-20}})yaml",
    [](const OnDay& at, Collector& found) {
      if (at.figures.status == model::Status::cancelled || !at.in.whole) return;
      for (const measure::OrderFigures& figures : at.figures.orders) {
        const model::Order& order = *figures.order;
        if (!figures.overdue || at.in.meant(order, {"reply", "closed"})) continue;
        std::string units;
        for (const auto& unit : order.to.items) {
          if (unit) units += (units.empty() ? "" : "、") + unit->text;
        }
        found.add(
            order.reply_by.at_or(order.at),
            {"应于 {0} 前回复，已超 {1} 天还没有回复",
             "the reply was due by {0} (days overdue: {1}), and there is none", *order.reply_by,
             base::days_between(*order.reply_by, at.clocks.as_of)},
            units.empty()
                ? Words{"催要回复；已回复的写上 reply: {date: 回复日期}",
                        "ask for it; where it has come, write reply: {date: its day}"}
                : Words{"向 {0} 催要回复；已回复的写上 reply: {date: 回复日期}",
                        "ask {0} for it; where it has come, write reply: {date: its day}", units});
      }
    },
};

}  // namespace taizhang::check
