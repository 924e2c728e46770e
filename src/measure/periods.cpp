// SPDX-License-Identifier: MIT
#include "measure/periods.h"

#include <algorithm>
#include <map>
#include <set>

#include "measure/readings.h"
#include "model/resolved.h"

namespace taizhang::measure {

using base::Date;
using model::Frequency;
using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

namespace {

/// How far back owed reports are looked for: six years, longer than any plan. A plan of a thousand
/// years must not take the memory of its weeks.
constexpr days longest_look_back{2192};

year_month month_of(Date date) {
  const year_month_day day{date};
  return day.year() / day.month();
}

Date last_day(year_month month) { return Date{month / std::chrono::last}; }

/// Whole months, `length` of them a period, beginning with the one that holds the start.
std::vector<ReportPeriod> by_months(Date start, const DeadlineLimits& limits, Date last,
                                    int length) {
  std::vector<ReportPeriod> periods;
  const year_month first = month_of(start);
  const unsigned past = (static_cast<unsigned>(first.month()) - 1) % static_cast<unsigned>(length);
  for (year_month month = first - months(past); Date{month / 1} <= last; month += months(length)) {
    const Date end = last_day(month + months(length - 1));
    periods.push_back({Date{month / 1}, end, month_deadline(end, limits)});
  }
  return periods;
}

std::vector<ReportPeriod> by_weeks(Date start, const DeadlineLimits& limits, Date last) {
  std::vector<ReportPeriod> periods;
  const std::chrono::weekday weekday(static_cast<unsigned>(limits.week_day) % 7);
  for (Date end = start + (weekday - std::chrono::weekday(start)); end - days(6) <= last;
       end += days(7)) {
    periods.push_back({end - days(6), end, end});
  }
  return periods;
}

std::vector<ReportPeriod> by_points(const Terms& terms, const DeadlineLimits& limits) {
  std::vector<ReportPeriod> periods;
  Date start = terms.start;
  for (const Point& point : terms.points) {
    if (point.date < start) continue;
    periods.push_back({start, point.date, month_deadline(point.date, limits)});
    start = point.date + days(1);
  }
  return periods;
}

/// The day on which something was reported, and whether that was a back-fill.
struct Report {
  Date day;
  bool backfilled;
};

Report report_of(const model::Reading& reading) {
  return {reported_on(reading), model::resolved<&model::Reading::backfilled>(reading)};
}

/// The earlier of two; of two of one day the back-fill.
Report earlier(const Report& a, const Report& b) {
  if (a.day != b.day) return a.day < b.day ? a : b;
  return a.backfilled ? a : b;
}

/// The day from which reports are owed.
Date first_duty(const model::Plan& plan, const model::Indicator& indicator, Clocks clocks,
                Trace* trace) {
  std::optional<Report> first;
  for (const model::Reading& reading : indicator.readings) {
    if (!is_known(reading, clocks)) continue;
    first = first ? earlier(*first, report_of(reading)) : report_of(reading);
  }
  const Date issued = plan.issued.value_or(Date::min());
  if (first && first->backfilled && first->day > issued) {
    if (trace) trace->tell<"duty.from_backfill">(first->day, plan.issued.value, first->day);
    return first->day;
  }
  if (trace) trace->tell<"duty.from_issue">(plan.issued.value, plan.issued.value);
  return issued;
}

}  // namespace

Date month_end(Date day) { return last_day(month_of(day)); }

Date month_deadline(Date end, const DeadlineLimits& limits) {
  const year_month next = month_of(end) + months(1);
  return std::min(Date{next / 1} + days(limits.month_day - 1), last_day(next));
}

std::vector<ReportPeriod> report_periods(const model::Indicator& indicator, const Terms& terms,
                                         const DeadlineLimits& limits, Date until) {
  std::vector<ReportPeriod> periods;
  const Date last = std::min(terms.due, until);
  const Date start = std::max(terms.start, last - longest_look_back);
  switch (model::resolved<&model::Indicator::frequency>(indicator)) {
    case Frequency::week:
      periods = by_weeks(start, limits, last);
      break;
    case Frequency::month:
      periods = by_months(start, limits, last, 1);
      break;
    case Frequency::quarter:
      periods = by_months(start, limits, last, 3);
      break;
    case Frequency::season:
      periods = by_points(terms, limits);
      break;
    case Frequency::year:
    case Frequency::once:
      break;
  }
  if (periods.empty() && terms.start <= terms.due) {
    periods.push_back({terms.start, terms.due, month_deadline(terms.due, limits)});
  }
  for (ReportPeriod& period : periods) {
    period.start = std::max(period.start, terms.start);
    period.end = std::min(period.end, terms.due);
  }
  return periods;
}

Punctuality punctuality(const Frame& frame, const model::Indicator& indicator, const Terms& terms,
                        Clocks clocks, Trace* trace) {
  std::map<Date, Report> reports;  // the first for each data date
  std::set<Date> known;
  for (const model::Reading& reading : indicator.readings) {
    if (!is_known(reading, clocks)) continue;
    known.insert(*reading.date);
    if (reading.corrects) continue;
    const auto [at, fresh] = reports.emplace(*reading.date, report_of(reading));
    if (!fresh) at->second = earlier(at->second, report_of(reading));
  }
  Punctuality result;
  const Date duty = first_duty(frame.plan, indicator, clocks, trace);
  for (const ReportPeriod& period :
       report_periods(indicator, terms, frame.limits.deadlines, clocks.as_of + days(7))) {
    const auto& [start, end, deadline] = period;
    std::optional<Report> first;
    for (auto at = reports.lower_bound(start); at != reports.end() && at->first <= end; ++at) {
      first = first ? earlier(*first, at->second) : at->second;
    }
    const bool late = first && first->day > deadline && !first->backfilled;
    if (late) result.late.push_back(period);
    if (trace && first) {
      trace->tell<"late.by_report">(late, start, end, deadline, first->day, first->backfilled);
    }
    const auto date = known.lower_bound(start);
    const bool silent = date == known.end() || *date > end;
    if (silent && deadline >= duty && deadline > clocks.known_by) result.awaited.push_back(period);
    const bool missing =
        silent && end <= clocks.as_of && deadline <= clocks.known_by && deadline >= duty;
    if (missing) result.missing.push_back(period);
    if (trace && silent && start <= clocks.as_of) {
      const auto from = duty == Date::min() ? std::nullopt : std::optional(duty);
      trace->tell<"missing.by_silence">(missing, start, end, deadline, clocks.as_of,
                                        clocks.known_by, from);
    }
  }
  return result;
}

int staleness(const std::optional<StaleLimits>& limits, long long age, Trace* trace) {
  if (!limits) {
    if (trace) trace->tell<"stale.never">(0, age);
    return 0;
  }
  const int stale = age > limits->very_stale ? 2 : age > limits->stale ? 1 : 0;
  if (trace) trace->tell<"stale.by_age">(stale, age, limits->stale, limits->very_stale);
  return stale;
}

}  // namespace taizhang::measure
