// SPDX-License-Identifier: MIT
#include <algorithm>

#include "measure/limits.h"
#include "measure/time_progress.h"
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using base::Ratio;
using measure::Effective;
using measure::Terms;
using model::ForecastMethod;

namespace {

/// ` = 203.163`, and what is counted of it: `，取整为 203`.
std::string made(const IndicatorTold& told, const Ratio& exact, const Ratio& counted) {
  std::string text = " = " + plain(exact);
  if (exact != counted) text += told.say("explain.forecast_counted", {plain(counted)});
  return text;
}

std::string by_ratio(const IndicatorTold& told, const Terms& terms, const Ratio& value) {
  const Ratio& result = *told.figures.forecast.ratio;
  if (terms.hold()) return told.say("explain.forecast.hold", {told.with_unit(result)});
  const Ratio& base = terms.base();
  const Ratio& expected = *told.figures.expected.exact;
  const Ratio exact = base + (terms.target - base) * (value - base) / (expected - base);
  return told.say("explain.forecast.ratio",
                  {operand(base) + " + " + way(terms.target, base) + " × " + way(value, base) +
                   " ÷ " + way(expected, base) + made(told, exact, result)});
}

std::string by_slope(const IndicatorTold& told, const Terms& terms, const Ratio& value) {
  const Effective& from = *told.figures.forecast.recent_from;
  const Effective& newest = *told.figures.newest();
  const Ratio before = base::to_ratio(from.value);
  const long long days = base::days_between(from.date, newest.date);
  const long long rest = std::max(base::days_between(newest.date, terms.due), 0LL);
  const Ratio exact = value + (value - before) / base::to_ratio(days) * base::to_ratio(rest);
  return told.say(
      "explain.forecast.recent",
      {base::iso(from.date), told.with_unit(before), base::iso(newest.date), told.with_unit(value),
       std::to_string(days), std::to_string(rest),
       operand(value) + " + " + way(value, before) + " ÷ " + std::to_string(days) + " × " +
           std::to_string(rest) + made(told, exact, *told.figures.forecast.recent)});
}

/// Why there is none.
std::string none(const IndicatorTold& told, const Terms& terms) {
  const auto gone = measure::time_progress(terms.start, terms.due, told.figures.newest()->date);
  const Ratio& from = told.limits.forecast.from;
  if (!gone || *gone < from) {
    return told.say("explain.forecast_too_early",
                    {base::iso(told.figures.newest()->date), query::percent_text(gone),
                     plain(from * 100) + "%"});
  }
  return told.word("explain.forecast_impossible");
}

}  // namespace

Step forecast_step(const IndicatorTold& told) {
  const Terms& terms = *told.figures.terms;
  const measure::Forecast& forecast = told.figures.forecast;
  Step step{"forecast", told.word("explain.step.forecast"), query::absent};
  if (!forecast.value) {
    step.because.push_back(none(told, terms));
    return step;
  }
  step.value =
      told.say("explain.forecast_at", {told.with_unit(*forecast.value), base::iso(terms.due),
                                       model::label(told.words, *forecast.method)});
  const Ratio value = base::to_ratio(told.figures.newest()->value);
  if (forecast.ratio) step.because.push_back(by_ratio(told, terms, value));
  if (forecast.recent) step.because.push_back(by_slope(told, terms, value));
  if (forecast.last) {
    step.because.push_back(told.say("explain.forecast.last", {told.with_unit(*forecast.last)}));
  }
  if (forecast.unit) {
    step.because.push_back(told.say("explain.forecast.unit", {told.with_unit(*forecast.unit)}));
  }
  if (step.because.size() > 1) {
    step.because.push_back(
        told.say("explain.forecast_chosen", {model::label(told.words, *forecast.method)}));
  }
  if (*forecast.low != *forecast.high) {
    step.because.push_back(told.say(
        "explain.forecast_range", {told.with_unit(*forecast.low), told.with_unit(*forecast.high)}));
  }
  return step;
}

}  // namespace taizhang::report
