// SPDX-License-Identifier: MIT
#include "measure/punctuality.h"

#include <algorithm>

#include "measure/by_unit.h"
#include "measure/completion.h"
#include "measure/in_force.h"
#include "model/task_fields.h"

namespace taizhang::measure {

using base::Date;
using model::Status;
using std::chrono::days;

namespace {

/// The state of one task and indicator over time, as far as it frees from reports.
class ReportingDuty {
 public:
  ReportingDuty(const Frame& frame, const model::Task& task, const model::Indicator& indicator,
                const std::vector<Strand>& strands, Clocks clocks)
      : frame_(frame), task_(task), indicator_(indicator), strands_(strands), clocks_(clocks) {
    from_ = frame.plan.rules.reporting_from ? *frame.plan.rules.reporting_from
                                            : frame.plan.issued.value_or(Date::min());
  }

  Date from() const { return from_; }

  /// Whether anybody owes it who has not met a promise for good.
  bool is_owed(const ReportPeriod& period) const {
    if (frame_.is_public() || period.end < from_) return false;
    if (!period.half && !period.last) return false;
    return !was_over_before(period.end) && !was_idle_in(period);
  }

  /// Whether before `end` the newest value met a target that it can no longer lose, but by a lower
  /// reading of a stock.
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

 private:
  When at(Date day) const {
    When when(clocks_);
    when.day = std::min(day, clocks_.as_of);  // what has yet to take effect frees from nothing
    return when;
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
    for (const UnitPromise& promise :
         unit_promises(frame_, task_, indicator_, when, clocks_.as_of)) {
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
  Clocks clocks_;
  Date from_;
};

/// Those of `strands` that owe something of a period that ends on `end`.
std::vector<const Strand*> owing(const ReportingDuty& duty, const std::vector<Strand>& strands,
                                 const std::vector<Standing>& standing, Date end) {
  std::vector<const Strand*> all;
  const auto is_free = [&](const auto& is_its) {
    const auto its = std::ranges::find_if(standing, is_its);
    return its != standing.end() && duty.was_good_before(end, *its);
  };
  if (is_free([](const Standing& one) { return one.unit.empty(); })) return all;
  for (const Strand& strand : strands) {
    const bool is_named = !strand.unit.empty();
    if (is_named && is_free([&](const Standing& one) { return one.unit == strand.unit; })) continue;
    all.push_back(&strand);
  }
  return all;
}

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

Punctuality punctuality(const Frame& frame, const model::Task& task,
                        const model::Indicator& indicator, const Terms& terms,
                        const std::vector<Strand>& strands, const std::vector<Standing>& standing,
                        Clocks clocks, Trace* trace) {
  Punctuality result;
  const ReportingDuty duty(frame, task, indicator, strands, clocks);
  const Gauge gauge{indicator, frame.limits.about, terms.down, terms.whole, terms.used_base()};
  if (trace) {
    const auto from = duty.from() == Date::min() ? std::nullopt : std::optional(duty.from());
    trace->tell<"duty.from_issue">(from, from);
  }
  int run = 0;
  std::vector<ReportPeriod> periods =
      report_periods(frame, indicator, terms, clocks.as_of + days(7));
  for (ReportPeriod& period : periods) {
    if (!duty.is_owed(period)) continue;
    const std::vector<const Strand*> owed_by = owing(duty, strands, standing, period.end);
    if (owed_by.empty()) continue;
    if (!result.first_owed) result.first_owed = period.end;
    // Of the units' reports the one that came last; one that was late goes before a back-fill.
    const Effective* latest = nullptr;
    const auto weight = [&](const Effective& report) {
      const bool late = report.first_reported > period.deadline && !report.backfilled;
      return std::pair(late, report.first_reported);
    };
    for (const Strand* strand : owed_by) {
      const Effective* report = report_of(*strand->reports, period);
      if (!report) period.units.push_back(strand->unit);
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
        // What was found false and has no verified value has not shown that the month was met; what
        // those reported who have become this unit says nothing of it.
        const bool its = newest || report_of(*strands.front().readings, period);
        const bool counts = its && (!newest || newest->applicable);
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
