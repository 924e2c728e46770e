// SPDX-License-Identifier: MIT
#include "measure/indicator_figures.h"

#include "measure/completion.h"
#include "measure/in_force.h"
#include "measure/time_progress.h"
#include "measure/units.h"
#include "model/resolved.h"

namespace taizhang::measure {

using base::Ratio;
using model::Class;
using model::Light;

namespace {

/// What holds of the indicator on the day, whether anything has been reported or not.
void resolve(IndicatorFigures& figures, const Frame& frame, const model::Task& task,
             const std::vector<std::string>& lead, base::Date day) {
  const model::Indicator& indicator = *figures.indicator;
  figures.target = target_in_force(task, indicator, day);
  figures.terms = terms_of(frame.plan, task, indicator, day);
  figures.due = due_in_force(task, indicator, day);
  if (!figures.due) figures.due = frame.plan.period.end.value;
  if (const auto named = reporter_in_force(task, indicator, day)) {
    figures.reporter = unit_on(frame.registry, *named, day);
  } else if (!lead.empty()) {
    figures.reporter = lead.front();
  }
  figures.weight = model::resolved<&model::Indicator::weight>(indicator);
  figures.frequency = model::resolved<&model::Indicator::frequency>(indicator);
  figures.start = indicator.start ? indicator.start.value : frame.plan.period.start.value;
  figures.down = is_down(indicator);
  figures.whole = counts_whole_things(indicator, frame.plan.rules);
  figures.kind = indicator.kind.value;
  figures.qualifier = indicator.qualifier.value;
  figures.commitment = indicator.commitment.value;
}

/// Whether two units report different values for the newest data date (domain.md §8).
bool is_conflicting(const std::vector<Effective>& readings) {
  for (const Effective& reading : readings) {
    const Effective& newest = readings.back();
    if (reading.date != newest.date || reading.value == newest.value) continue;
    const bool known = reading.reading->by && newest.reading->by;
    if (known && reading.reading->by->text != newest.reading->by->text) return true;
  }
  return false;
}

/// Whether no further data is to come (domain.md §6.8): a final reading, data of the due date, or
/// the settlement is over.
bool is_settled(const Terms& terms, const Effective& newest, const DeadlineLimits& limits,
                base::Date as_of) {
  return model::resolved<&model::Reading::final>(*newest.reading) || newest.date >= terms.due ||
         base::days_between(terms.due, as_of) > limits.settlement;
}

/// Whether the forecast falls short of the target. A value that 突破 misses by nothing is
/// borderline, not short.
bool is_short(const Gauge& gauge, const Terms& terms, const Forecast& forecast) {
  if (!forecast.value || is_met(gauge, terms.target, *forecast.value)) return false;
  const bool exceed = gauge.indicator.qualifier.value == model::Qualifier::exceed;
  return !(exceed && *forecast.value == terms.target);
}

Class class_of(const IndicatorFigures& figures, const LightLimits& limits) {
  switch (figures.light()) {
    case Light::blue:
      return Class::done;
    case Light::green:
      return figures.ratio && *figures.ratio >= limits.ahead ? Class::ahead : Class::on_schedule;
    case Light::yellow:
      return Class::behind;
    case Light::red:
      return Class::far_behind;
    case Light::grey:
      break;
  }
  return figures.applicable ? Class::not_reported : Class::not_applicable;
}

/// What the newest reading says of the target alone; no term is needed for that.
void measure_completion(IndicatorFigures& figures, const Gauge& gauge, const Effective& newest) {
  if (!figures.target || !figures.applicable) return;
  const Ratio target = base::to_ratio(*figures.target);
  const Ratio value = base::to_ratio(newest.value);
  figures.met = is_met(gauge, target, value);
  figures.completion = completion(gauge, target, value);
}

/// What the newest reading says of the schedule.
void measure_schedule(IndicatorFigures& figures, const Frame& frame, const model::Task& task,
                      const Effective& newest, Clocks clocks) {
  const model::Indicator& indicator = *figures.indicator;
  const Terms& terms = *figures.terms;
  const Ratio value = base::to_ratio(newest.value);
  figures.expected = expected(terms, newest.date);
  figures.doubts = doubts(terms, frame.limits.doubt, figures.readings);
  if (!figures.applicable) return;
  figures.ratio = schedule_ratio(terms, newest.date, value);
  figures.points = schedule_points(terms, newest.date, value);
  figures.forecast =
      forecast(frame.limits.forecast, task, indicator, terms, figures.readings, clocks.known_by);
  figures.borderline =
      !figures.met && figures.qualifier == model::Qualifier::exceed && value == terms.target;
  figures.conflicting = is_conflicting(figures.readings);
}

LightInput light_input(const IndicatorFigures& figures, const Gauge& gauge, Clocks clocks,
                       bool settled) {
  LightInput input;
  input.has_reading = figures.newest() != nullptr;
  input.applicable = figures.applicable;
  input.met = figures.met;
  input.has_terms = figures.terms.has_value();
  if (!input.has_terms) return input;
  input.settled = settled;
  input.full_target = figures.terms->hold() && !figures.borderline;
  input.ratio = figures.ratio;
  input.points = figures.points;
  input.days_left = base::days_between(clocks.as_of, figures.terms->due);
  input.forecast_short = is_short(gauge, *figures.terms, figures.forecast);
  input.stale = figures.stale;
  input.strive = figures.commitment == model::Commitment::strive;
  return input;
}

}  // namespace

IndicatorFigures measure_indicator(const Frame& frame, const model::Task& task,
                                   const model::Indicator& indicator,
                                   const std::vector<std::string>& lead, Clocks clocks) {
  const Limits& limits = frame.limits;
  IndicatorFigures figures;
  figures.indicator = &indicator;
  figures.readings = effective_readings(indicator, clocks);
  resolve(figures, frame, task, lead, clocks.as_of);
  const Gauge gauge{indicator, limits.about, figures.down, figures.whole};
  const Effective* newest = figures.newest();
  if (newest) {
    figures.applicable = newest->applicable;
    figures.age = base::days_between(newest->date, clocks.as_of);
    figures.stale = staleness(limits.stale.of(figures.frequency), *figures.age);
    measure_completion(figures, gauge, *newest);
  }
  bool settled = false;
  if (figures.terms) {
    const Terms& terms = *figures.terms;
    figures.time = time_progress(terms.start, terms.due, clocks.as_of);
    figures.expected_now = expected(terms, clocks.as_of);
    figures.reports = punctuality(frame, indicator, terms, clocks);
    if (newest) measure_schedule(figures, frame, task, *newest, clocks);
    const bool due = clocks.as_of >= terms.due;
    settled = due && newest && is_settled(terms, *newest, limits.deadlines, clocks.as_of);
    figures.pending_final = due && newest && figures.applicable && !settled;
    figures.overdue = clocks.as_of > terms.due && figures.applicable && !figures.met;
  }
  figures.light_story = indicator_light(light_input(figures, gauge, clocks, settled), limits.light);
  figures.standing = class_of(figures, limits.light);
  return figures;
}

}  // namespace taizhang::measure
