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

std::optional<Ratio> by_ratio(const Terms& terms, const Effective& newest) {
  const Ratio value = to_ratio(newest.value);
  if (terms.hold()) return terms.target == terms.base() ? std::nullopt : std::optional(value);
  const auto expect = expected(terms, newest.date).exact;
  if (!expect || *expect == terms.base()) return std::nullopt;
  const Ratio pace = (value - terms.base()) / (*expect - terms.base());
  return Ratio(terms.base() + (terms.target - terms.base()) * pace);
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

std::optional<Ratio> by_slope(const Terms& terms, const Effective& from, const Effective& newest) {
  const Ratio slope = (to_ratio(newest.value) - to_ratio(from.value)) /
                      to_ratio(base::days_between(from.date, newest.date));
  const Ratio rest = to_ratio(std::max(base::days_between(newest.date, terms.due), 0LL));
  return Ratio(to_ratio(newest.value) + slope * rest);
}

std::optional<Ratio> by_unit(const model::Task& task, const model::Indicator& indicator,
                             Date known_by) {
  const auto measured = [](const model::Indicator& one) {
    return model::resolved<&model::Indicator::weight>(one) > base::Decimal();
  };
  const auto& all = task.indicators.items;
  if (!measured(indicator) || std::count_if(all.begin(), all.end(), measured) != 1) {
    return std::nullopt;
  }
  const model::SelfAssessment* newest = nullptr;
  for (const model::SelfAssessment& own : task.self_assessments) {
    if (!own.date || *own.date > known_by || !own.expect_year_end) continue;
    if (!newest || *own.date >= *newest->date) newest = &own;
  }
  return newest ? std::optional(to_ratio(*newest->expect_year_end)) : std::nullopt;
}

void choose(Forecast& forecast, ForecastMethod preferred) {
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
}

}  // namespace

Forecast forecast(const ForecastLimits& limits, const model::Task& task,
                  const model::Indicator& indicator, const Terms& terms,
                  const std::vector<Effective>& readings, Date known_by) {
  Forecast result;
  if (readings.empty() || !readings.back().applicable) return result;
  const Effective& newest = readings.back();
  const auto gone = time_progress(terms.start, terms.due, newest.date);
  if (!gone || *gone < limits.from) return result;
  const auto whole = [&](const std::optional<Ratio>& value) {
    return value ? std::optional(counted(terms, *value)) : std::nullopt;
  };
  result.ratio = whole(by_ratio(terms, newest));
  const bool is_growth = *indicator.kind == Kind::growth;
  if (terms.trajectory == model::TrajectoryType::linear && !is_growth) {
    if (const Effective* from = recent_start(readings)) {
      result.recent_from = *from;
      result.recent = whole(by_slope(terms, *from, newest));
    }
  }
  if (*indicator.kind != Kind::cumulative) result.last = whole(to_ratio(newest.value));
  result.unit = whole(by_unit(task, indicator, known_by));
  choose(result, limits.method);
  return result;
}

}  // namespace taizhang::measure
