// SPDX-License-Identifier: MIT
#include "measure/periods.h"

#include <algorithm>

#include "measure/working_days.h"
#include "model/resolved.h"
#include "model/task_fields.h"

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

Frequency frequency_of(const model::Indicator& indicator) {
  return model::resolved<&model::Indicator::frequency>(indicator);
}

/// A period of the calendar, not yet cut.
struct Stretch {
  Date start;
  Date end;
};

/// Whole months, `length` of them, that hold `day`; they begin in months like `first`.
Stretch months_around(Date day, unsigned length, unsigned first) {
  const year_month month = month_of(day);
  const unsigned past = (static_cast<unsigned>(month.month()) + 12 - first) % length;
  const year_month begins = month - months(past);
  return {Date{begins / 1}, last_day(begins + months(length - 1))};
}

/// The period of the calendar that holds `day`; of seasons the one between two points.
Stretch stretch_around(const Frame& frame, const model::Indicator& indicator, const Terms& terms,
                       Date day) {
  switch (frequency_of(indicator)) {
    case Frequency::week: {
      const Date monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
      return {monday, monday + days(6)};
    }
    case Frequency::month:
      return months_around(day, 1, 1);
    case Frequency::season:
      if (!terms.points.empty()) {
        Date start = terms.start;
        for (const Point& point : terms.points) {
          if (point.date >= day) return {start, point.date};
          start = std::max(start, point.date + days(1));
        }
        return {start, terms.due};
      }
      [[fallthrough]];
    case Frequency::quarter: {
      const auto& begins = frame.plan.period.start;
      const auto first = begins ? static_cast<unsigned>(month_of(*begins).month()) : 1U;
      return months_around(day, 3, first);
    }
    case Frequency::year:
      return months_around(day, 12, 1);
    case Frequency::once:
      break;
  }
  return {terms.start, terms.due};
}

/// What people call a period: by its month, quarter, week or year, else by its last day.
std::string name_of(Frequency frequency, const Stretch& whole, Date end) {
  const year_month_day first{whole.start};
  const std::string year = std::to_string(static_cast<int>(first.year()));
  const auto month = static_cast<unsigned>(first.month());
  switch (frequency) {
    case Frequency::week: {
      const Date thursday = whole.start + days(3);  // a week is of the year of its Thursday
      const auto of = year_month_day{thursday}.year();
      const auto week = (thursday - Date{of / std::chrono::January / 1}).count() / 7 + 1;
      return std::to_string(static_cast<int>(of)) + (week < 10 ? "-W0" : "-W") +
             std::to_string(week);
    }
    case Frequency::month:
      return base::iso(whole.end).substr(0, 7);
    case Frequency::quarter:
      if (month % 3 == 1) return year + "Q" + std::to_string(month / 3 + 1);
      break;
    case Frequency::year:
      return year;
    case Frequency::season:
    case Frequency::once:
      break;
  }
  return base::iso(end);
}

/// Whether seasons end at points: then nothing is owed after the last of them.
bool ends_at_points(const model::Indicator& indicator, const Terms& terms) {
  return frequency_of(indicator) == Frequency::season && !terms.points.empty();
}

}  // namespace

Date month_end(Date day) { return last_day(month_of(day)); }

Date deadline_of(const Frame& frame, Frequency frequency, Date end, int release) {
  const model::DeadlineDay rule = frame.limits.deadlines.day_of(frequency);
  Date day;
  if (frequency == Frequency::week) {
    const Date monday = end - (std::chrono::weekday(end) - std::chrono::Monday);
    day = monday + days(rule.day - 1);
  } else {
    const year_month month = month_of(end) + months(rule.own ? 0 : 1);
    day = std::min(Date{month / 1} + days(std::max(rule.day, 1) - 1), last_day(month));
  }
  return working_day_from(day + days(release), frame.plan);
}

std::vector<ReportPeriod> report_periods(const Frame& frame, const model::Indicator& indicator,
                                         const Terms& terms, Date until) {
  std::vector<ReportPeriod> periods;
  const Date last = std::min(terms.due, until);
  const int release = model::resolved<&model::Indicator::release>(indicator);
  const bool by_points = ends_at_points(indicator, terms);
  for (Date day = std::max(terms.start, last - longest_look_back); day <= last;) {
    if (by_points && day > terms.points.back().date) break;
    const Stretch whole = stretch_around(frame, indicator, terms, day);
    ReportPeriod period{std::max(whole.start, terms.start), std::min(whole.end, terms.due), {}};
    const long long runs = base::days_between(period.start, period.end) + 1;
    period.name = name_of(frequency_of(indicator), whole, period.end);
    period.half = 2 * runs >= base::days_between(whole.start, whole.end) + 1;
    period.last = period.end == terms.due;
    period.deadline = deadline_of(frame, frequency_of(indicator), period.end, release);
    periods.push_back(period);
    day = whole.end + days(1);
  }
  return periods;
}

Date start_of_last_period(const Frame& frame, const model::Indicator& indicator,
                          const Terms& terms) {
  Date day = terms.due;
  if (ends_at_points(indicator, terms)) day = std::min(day, terms.points.back().date);
  return std::max(stretch_around(frame, indicator, terms, day).start, terms.start);
}

}  // namespace taizhang::measure
