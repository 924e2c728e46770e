// SPDX-License-Identifier: MIT
#include "measure/periods.h"

#include <algorithm>

#include "measure/by_unit.h"
#include "measure/completion.h"
#include "measure/in_force.h"
#include "measure/working_days.h"
#include "model/resolved.h"
#include "model/task_fields.h"

namespace taizhang::measure {

using base::Date;
using model::Frequency;
using model::Status;
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

/// The state of one task and indicator over time, as far as it frees from reports.
class Duty {
 public:
  Duty(const Frame& frame, const model::Task& task, const model::Indicator& indicator,
       const std::vector<Strand>& strands, const std::vector<Standing>& standing, Clocks clocks)
      : frame_(frame),
        task_(task),
        indicator_(indicator),
        strands_(strands),
        standing_(standing),
        clocks_(clocks) {
    from_ = frame.plan.rules.reporting_from ? *frame.plan.rules.reporting_from
                                            : frame.plan.issued.value_or(Date::min());
  }

  Date from() const { return from_; }

  bool owes(const ReportPeriod& period) const {
    if (frame_.is_public() || period.end < from_) return false;
    if (!period.half && !period.last) return false;
    return !was_good_before(period.end) && !was_over_before(period.end) && !was_idle_in(period);
  }

 private:
  When at(Date day) const {
    When when(clocks_);
    when.day = std::min(day, clocks_.as_of);  // what has yet to take effect frees from nothing
    return when;
  }

  /// Whether before `end` the newest values met targets that they can no longer lose, but by a
  /// lower reading of a stock.
  bool was_good_before(Date end) const {
    return !standing_.empty() && std::ranges::all_of(standing_, [&](const Standing& one) {
      return was_good_before(end, one);
    });
  }

  bool was_good_before(Date end, const Standing& standing) const {
    const Terms& terms = *standing.terms;
    if (terms.can_go_back()) return false;
    const When then = at(end - days(1));
    const auto target = target_of(standing, then);
    const auto value = value_before(end, standing.unit);
    if (!target || !value) return false;
    const Gauge gauge{indicator_, frame_.limits.about, terms.down, terms.whole,
                      base_of(terms, *target, then)};
    return is_met(gauge, *target, *value);
  }

  /// The baseline that `about` measured its tolerance from, under the trajectory then in force.
  base::Ratio base_of(const Terms& terms, const base::Ratio& target, When then) const {
    if (indicator_.qualifier.value != model::Qualifier::about) return terms.used_base();
    const auto were = terms_of(frame_.plan, task_, indicator_, {target, terms.baseline}, then);
    return were ? were->used_base() : terms.used_base();
  }

  /// The newest value before `end`, of a sum that of all its units.
  std::optional<base::Ratio> value_before(Date end, const std::string& unit) const {
    std::optional<base::Ratio> sum;
    for (const Strand& strand : strands_) {
      if (!unit.empty() && strand.unit != unit) continue;
      const Effective* newest = nullptr;
      for (const Effective& one : strand.readings->effective) {
        if (one.date < end && one.applicable) newest = &one;
      }
      if (!newest) return std::nullopt;
      sum = sum.value_or(base::Ratio(0)) + base::to_ratio(newest->value);
    }
    return sum;
  }

  /// The target then in force; of a sum that of all its units.
  std::optional<base::Ratio> target_of(const Standing& standing, When when) const {
    if (!indicator_.targets.written()) {
      const auto target = target_in_force(task_, indicator_, when);
      return target ? std::optional(base::to_ratio(*target)) : std::nullopt;
    }
    std::optional<base::Ratio> sum;
    for (const UnitPromise& promise : unit_promises(frame_, task_, indicator_, when)) {
      if (!standing.unit.empty() && promise.unit != standing.unit) continue;
      sum = sum.value_or(base::Ratio(0)) + promise.target;
    }
    return sum;
  }

  bool was_over_before(Date end) const {
    const auto status = status_in_force(task_, at(end - days(1)));
    return status == Status::closed || status == Status::cancelled ||
           status == Status::carried_over;
  }

  bool is_idle(Date day) const {
    if (status_in_force(task_, at(day)) == Status::suspended) return true;
    const bool by_number = !indicator_.targets.written() && !indicator_.than.written();
    return by_number && !target_in_force(task_, indicator_, at(day));
  }

  /// Whether it was suspended or had no target for more than half of the days.
  bool was_idle_in(const ReportPeriod& period) const {
    std::vector<Date> turns{period.start};
    for (const model::Change& change : task_.changes) {
      const auto day = takes_effect(change);
      if (day && *day > period.start && *day <= period.end) turns.push_back(*day);
    }
    std::sort(turns.begin(), turns.end());
    long long idle = 0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const Date until = i + 1 < turns.size() ? turns[i + 1] : period.end + days(1);
      if (is_idle(turns[i])) idle += base::days_between(turns[i], until);
    }
    return 2 * idle > base::days_between(period.start, period.end) + 1;
  }

  const Frame& frame_;
  const model::Task& task_;
  const model::Indicator& indicator_;
  const std::vector<Strand>& strands_;
  const std::vector<Standing>& standing_;
  Clocks clocks_;
  Date from_;
};

bool is_of(const Effective& reading, const ReportPeriod& period) {
  return reading.date >= period.start && (period.last || reading.date <= period.end);
}

/// The reading that is the report of `period`: of the newest data date not after the deadline, else
/// the newest; null where there is none.
const Effective* report_of(const Readings& readings, const ReportPeriod& period) {
  const Effective* report = nullptr;
  const auto look = [&](const std::vector<Effective>& all) {
    for (const Effective& one : all) {
      if (!is_of(one, period)) continue;
      const bool in_time = one.date <= period.deadline;
      const bool other = report && report->date <= period.deadline;
      const bool better = !report || (in_time == other ? one.date >= report->date : in_time);
      if (better) report = &one;
    }
  };
  look(readings.effective);
  look(readings.found_false);
  return report;
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

Punctuality punctuality(const Frame& frame, const model::Task& task,
                        const model::Indicator& indicator, const Terms& terms,
                        const std::vector<Strand>& strands, const std::vector<Standing>& standing,
                        Clocks clocks, Trace* trace) {
  Punctuality result;
  const Duty duty(frame, task, indicator, strands, standing, clocks);
  const Gauge gauge{indicator, frame.limits.about, terms.down, terms.whole, terms.used_base()};
  if (trace) {
    const auto from = duty.from() == Date::min() ? std::nullopt : std::optional(duty.from());
    trace->tell<"duty.from_issue">(from, from);
  }
  int run = 0;
  std::vector<ReportPeriod> periods =
      report_periods(frame, indicator, terms, clocks.as_of + days(7));
  for (ReportPeriod& period : periods) {
    if (!duty.owes(period)) continue;
    if (!result.first_owed) result.first_owed = period.end;
    // Of the units' reports the one that came last; one that was late goes before a back-fill.
    const Effective* latest = nullptr;
    const auto weight = [&](const Effective& report) {
      const bool late = report.first_reported > period.deadline && !report.backfilled;
      return std::pair(late, report.first_reported);
    };
    for (const Strand& strand : strands) {
      const Effective* report = report_of(*strand.readings, period);
      if (!report) period.units.push_back(strand.unit);
      if (report && (!latest || weight(*report) > weight(*latest))) latest = report;
    }
    if (period.units.empty() && latest) {
      run = 0;
      const bool late = weight(*latest).first;
      if (late) result.late.emplace_back(period).reported = latest->first_reported;
      if (trace) {
        trace->tell<"late.by_report">(late, period.start, period.end, period.deadline,
                                      latest->first_reported, latest->backfilled);
      }
      if (strands.size() == 1) {
        const Effective* newest = nullptr;
        for (const Effective& one : strands.front().readings->effective) {
          if (is_of(one, period)) newest = &one;
        }
        const bool met = newest && is_met(gauge, terms.target, base::to_ratio(newest->value));
        // What was found false and has no verified value has not shown that the month was met.
        const bool counts = !newest || newest->applicable;
        result.met += counts && met;
        result.missed += counts && !met;
      }
      continue;
    }
    const bool over = std::min(period.end, period.deadline) <= clocks.as_of;
    const bool missing = over && period.deadline <= clocks.known_by;
    if (trace && period.start <= clocks.as_of) {
      trace->tell<"missing.by_silence">(missing, period.start, period.end, period.deadline,
                                        clocks.as_of, clocks.known_by);
    }
    if (std::count(period.units.begin(), period.units.end(), std::string()) > 0) {
      period.units.clear();
    }
    if (!missing) {
      result.awaited.push_back(std::move(period));
      continue;
    }
    result.missing_run = std::max(result.missing_run, ++run);
    result.missing.push_back(std::move(period));
  }
  return result;
}

int staleness(const std::optional<StaleLimits>& limits, int longer, long long age, Trace* trace) {
  if (!limits) {
    if (trace) trace->tell<"stale.never">(0, age);
    return 0;
  }
  const int first = limits->stale + longer;
  const int second = limits->very_stale + longer;
  const int stale = age > second ? 2 : age > first ? 1 : 0;
  if (trace) trace->tell<"stale.by_age">(stale, age, first, second);
  return stale;
}

}  // namespace taizhang::measure
