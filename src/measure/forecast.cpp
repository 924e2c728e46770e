// SPDX-License-Identifier: MIT
#include "measure/forecast.h"

#include <algorithm>

#include "measure/schedule.h"
#include "measure/time_progress.h"
#include "model/resolved.h"

namespace taizhang::measure {

using base::Date;
using base::Ratio;
using base::to_ratio;
using model::ForecastMethod;
using model::Kind;

namespace {

constexpr long long nearest_days = 60;
constexpr long long farthest_days = 120;

std::optional<Ratio> by_ratio(const Terms& terms, const Effective& newest, Trace* trace) {
  const Ratio value = to_ratio(newest.value);
  const Ratio base = terms.base();
  if (terms.allowance()) {
    const auto expect = expected(terms, newest.date).exact;
    if (!expect || *expect == 0) return std::nullopt;
    const Ratio result = terms.target * value / *expect;
    if (trace) trace->tell<"forecast.allowance">(result, terms.target, value, *expect);
    return result;
  }
  if (terms.hold()) {  // the baseline is not used then
    if (terms.target == 0) return std::nullopt;
    if (trace) trace->tell<"forecast.hold">(value, value);
    return value;
  }
  const auto expect = expected(terms, newest.date).exact;
  if (!expect || *expect == base) return std::nullopt;
  const Ratio pace = (value - base) / (*expect - base);
  const Ratio result = base + (terms.target - base) * pace;
  if (trace) trace->tell<"forecast.ratio">(result, base, terms.target, value, *expect);
  return result;
}

/// The oldest reading 60 to 120 days before the newest, or null; of two of one date the later.
const Effective* recent_start(const std::vector<Effective>& readings) {
  const Effective* oldest = nullptr;
  for (const Effective& reading : readings) {
    const long long back = base::days_between(reading.date, readings.back().date);
    if (!reading.applicable || back < nearest_days || back > farthest_days) continue;
    if (!oldest || reading.date == oldest->date) oldest = &reading;
  }
  return oldest;
}

Ratio by_slope(const Terms& terms, const Effective& from, const Effective& newest, Trace* trace) {
  const Ratio before = to_ratio(from.value);
  const Ratio now = to_ratio(newest.value);
  const Ratio slope = (now - before) / to_ratio(base::days_between(from.date, newest.date));
  const Ratio rest = to_ratio(std::max(base::days_between(newest.date, terms.due), 0LL));
  const Ratio result = now + slope * rest;
  if (trace) {
    trace->tell<"forecast.recent">(result, from.date, before, newest.date, now, terms.due);
  }
  return result;
}

/// What the unit itself expects of `indicator`, in its newest self-assessment that says so: by the
/// indicator's id, or one number where the task has one indicator.
std::optional<Ratio> by_unit(const model::Task& task, const model::Indicator& indicator,
                             Clocks clocks, Trace* trace) {
  const bool alone = task.indicators.size() == 1;
  std::optional<Date> newest;
  std::optional<Ratio> value;
  for (const model::SelfAssessment& own : task.self_assessments) {
    if (!clocks.have_reached(own.date.value)) continue;
    if (newest && *own.date < *newest) continue;
    std::optional<base::Decimal> said = alone ? own.expect_year_end.one.value : std::nullopt;
    for (const auto& [id, number] : own.expect_year_end.by.rows) {
      if (id && number && indicator.id && *id == *indicator.id) said = *number;
    }
    if (!said) continue;
    newest = *own.date;
    value = to_ratio(*said);
  }
  if (trace && value) trace->tell<"forecast.unit">(*value, *newest, *value);
  return value;
}

void choose(Forecast& forecast, ForecastMethod preferred, Trace* trace) {
  const std::pair<ForecastMethod, std::optional<Ratio>> all[] = {
      {ForecastMethod::ratio, forecast.ratio},
      {ForecastMethod::recent, forecast.recent},
      {ForecastMethod::last, forecast.last},
      {ForecastMethod::unit, forecast.unit}};
  for (const auto& [method, value] : all) {
    if (!value) continue;
    // The unit's own word is one of the range, and taken only where the plan asks for it.
    const bool first = !forecast.method && method != ForecastMethod::unit;
    if (first || method == preferred) {
      forecast.method = method;
      forecast.value = value;
    }
    forecast.low = forecast.low ? std::min(*forecast.low, *value) : *value;
    forecast.high = forecast.high ? std::max(*forecast.high, *value) : *value;
  }
  if (!trace) return;
  const auto& [ratio, recent, last, unit, from, method, chosen, low, high, meets, gap] = forecast;
  if (low) {
    trace->tell<"forecast.low">(low, ratio, recent, last, unit);
    trace->tell<"forecast.high">(high, ratio, recent, last, unit);
  }
  if (!method) {
    trace->tell<"forecast.impossible">(std::nullopt);
    return;
  }
  if (*method == preferred) {
    trace->tell<"forecast.method_preferred">(preferred, preferred);
    trace->tell<"forecast.preferred">(chosen, preferred, ratio, recent, last, unit);
  } else {
    trace->tell<"forecast.method_first">(*method, preferred, ratio, recent, last, unit);
    trace->tell<"forecast.first">(chosen, preferred, ratio, recent, last, unit);
  }
}

}  // namespace

Forecast forecast(const ForecastLimits& limits, const model::Task& task, const Gauge& gauge,
                  const Terms& terms, const std::vector<Effective>& readings, bool of_unit,
                  Clocks clocks, Trace* trace) {
  Forecast result;
  const bool never = terms.kind == Kind::rank || terms.compared;
  if (never || readings.empty() || !readings.back().applicable) return result;
  const Effective& newest = readings.back();
  const auto gone = time_progress(terms.start, terms.due, newest.date, terms.time);
  if (!gone || *gone < limits.from) {
    if (trace) trace->tell<"forecast.too_early">(std::nullopt, newest.date, gone, limits.from);
    return result;
  }
  const auto whole = [&](const std::optional<Ratio>& value) {
    return value ? std::optional(counted(terms, *value, trace)) : std::nullopt;
  };
  {
    TellAs as(trace, "forecast_ratio");
    result.ratio = whole(by_ratio(terms, newest, trace));
  }
  const bool runs_on = terms.trajectory == model::TrajectoryType::linear || terms.allowance() ||
                       terms.kind == Kind::level;
  if (runs_on) {
    if (const Effective* from = recent_start(readings)) {
      TellAs as(trace, "forecast_recent");
      result.recent_from = *from;
      result.recent = whole(by_slope(terms, *from, newest, trace));
    }
  }
  if (terms.kind != Kind::cumulative) {
    TellAs as(trace, "forecast_last");
    const Ratio value = to_ratio(newest.value);
    if (trace) trace->tell<"forecast.last">(value, newest.date, value);
    result.last = whole(value);
  }
  if (of_unit) {
    TellAs as(trace, "forecast_unit");
    result.unit = whole(by_unit(task, gauge.indicator, clocks, trace));
  }
  choose(result, limits.method, trace);
  if (!result.value) return result;
  result.gap = terms.down ? terms.target - *result.value : *result.value - terms.target;
  {
    TellAs as(trace, "forecast_met");
    result.will_meet = is_met(gauge, terms.target, *result.value, trace);
  }
  if (trace) {
    trace->tell<"forecast_gap.to_target">(*result.gap, *result.value, terms.target, terms.down);
  }
  return result;
}

}  // namespace taizhang::measure
