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
  if (terms.hold()) {
    if (terms.target == base) return std::nullopt;
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

std::optional<Ratio> by_unit(const model::Task& task, const model::Indicator& indicator,
                             Date known_by, Trace* trace) {
  const auto measured = [](const model::Indicator& one) {
    return model::resolved<&model::Indicator::weight>(one) > base::Decimal();
  };
  const auto& all = task.indicators.items;
  if (!measured(indicator) || std::count_if(all.begin(), all.end(), measured) != 1) {
    return std::nullopt;
  }
  const model::SelfAssessment* newest = nullptr;
  for (const model::SelfAssessment& own : task.self_assessments) {
    if (!own.date || *own.date > known_by || !own.expect_year_end.one) continue;
    if (!newest || *own.date >= *newest->date) newest = &own;
  }
  if (!newest) return std::nullopt;
  const Ratio value = to_ratio(*newest->expect_year_end.one);
  if (trace) trace->tell<"forecast.unit">(value, *newest->date, value);
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
    if (!forecast.method || method == preferred) {
      forecast.method = method;
      forecast.value = value;
    }
    forecast.low = forecast.low ? std::min(*forecast.low, *value) : *value;
    forecast.high = forecast.high ? std::max(*forecast.high, *value) : *value;
  }
  if (!trace) return;
  const auto& [ratio, recent, last, unit, from, method, chosen, low, high] = forecast;
  if (!method) {
    trace->tell<"forecast.impossible">(std::nullopt);
    return;
  }
  trace->tell<"forecast.low">(low, ratio, recent, last, unit);
  trace->tell<"forecast.high">(high, ratio, recent, last, unit);
  if (*method == preferred) {
    trace->tell<"forecast.method_preferred">(preferred, preferred);
    trace->tell<"forecast.preferred">(chosen, preferred, ratio, recent, last, unit);
  } else {
    trace->tell<"forecast.method_first">(*method, preferred, ratio, recent, last, unit);
    trace->tell<"forecast.first">(chosen, preferred, ratio, recent, last, unit);
  }
}

}  // namespace

Forecast forecast(const ForecastLimits& limits, const model::Task& task,
                  const model::Indicator& indicator, const Terms& terms,
                  const std::vector<Effective>& readings, Date known_by, Trace* trace) {
  Forecast result;
  if (readings.empty() || !readings.back().applicable) return result;
  const Effective& newest = readings.back();
  const auto gone = time_progress(terms.start, terms.due, newest.date);
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
  const bool is_growth = *indicator.kind == Kind::growth;
  if (terms.trajectory == model::TrajectoryType::linear && !is_growth) {
    if (const Effective* from = recent_start(readings)) {
      TellAs as(trace, "forecast_recent");
      result.recent_from = *from;
      result.recent = whole(by_slope(terms, *from, newest, trace));
    }
  }
  if (*indicator.kind != Kind::cumulative) {
    TellAs as(trace, "forecast_last");
    const Ratio value = to_ratio(newest.value);
    if (trace) trace->tell<"forecast.last">(value, newest.date, value);
    result.last = whole(value);
  }
  {
    TellAs as(trace, "forecast_unit");
    result.unit = whole(by_unit(task, indicator, known_by, trace));
  }
  choose(result, limits.method, trace);
  return result;
}

}  // namespace taizhang::measure
