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

/// Who reports: the unit in force that is named, else the first lead.
std::string reporter_of(const Frame& frame, const model::Task& task,
                        const model::Indicator& indicator, const std::vector<std::string>& lead,
                        base::Date day, Trace* trace) {
  if (const auto named = reporter_in_force(task, indicator, day, trace)) {
    const std::string unit = unit_on(frame.registry, *named, day, trace);
    if (trace) trace->tell<"reporter.named">(unit, unit);
    return unit;
  }
  if (trace) trace->tell<"reporter.first_lead">(lead.empty() ? std::string() : lead.front(), lead);
  return lead.empty() ? std::string() : lead.front();
}

/// What holds of the indicator on the day, whether anything has been reported or not.
void resolve(IndicatorFigures& figures, const Frame& frame, const model::Task& task,
             const std::vector<std::string>& lead, base::Date day, Trace* trace) {
  const model::Indicator& indicator = *figures.indicator;
  figures.target = target_in_force(task, indicator, day, trace);
  figures.start = start_of(frame.plan, indicator, trace);
  figures.due = due_of(frame.plan, task, indicator, day, trace);
  figures.terms = terms_of(frame.plan, task, indicator, day, trace);
  figures.reporter = reporter_of(frame, task, indicator, lead, day, trace);
  figures.weight = model::resolved<&model::Indicator::weight>(indicator);
  figures.frequency = model::resolved<&model::Indicator::frequency>(indicator);
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
                base::Date as_of, Trace* trace) {
  if (as_of < terms.due) {
    if (trace) trace->tell<"settled.not_due">(false, as_of, terms.due);
    return false;
  }
  if (model::resolved<&model::Reading::final>(*newest.reading)) {
    if (trace) trace->tell<"settled.by_final">(true, newest.reading->id.value_or(""), true);
    return true;
  }
  if (newest.date >= terms.due) {
    if (trace) trace->tell<"settled.by_data">(true, newest.date, terms.due);
    return true;
  }
  const bool over = base::days_between(terms.due, as_of) > limits.settlement;
  if (trace) trace->tell<"settled.by_days">(over, terms.due, as_of, limits.settlement);
  return over;
}

/// Whether the forecast falls short of the target. A value that 突破 misses by nothing is
/// borderline, not short.
bool is_short(const Gauge& gauge, const Terms& terms, const Forecast& forecast, Trace* trace) {
  if (!forecast.value) return false;
  bool met = false;
  {
    TellAs as(trace, "forecast_met");
    met = is_met(gauge, terms.target, *forecast.value, trace);
  }
  const bool exceed = gauge.indicator.qualifier.value == model::Qualifier::exceed;
  const bool just = exceed && *forecast.value == terms.target;
  if (trace) trace->tell<"short.by_forecast">(!met && !just, met, just);
  return !met && !just;
}

Class class_of(const IndicatorFigures& figures, const LightLimits& limits, Trace* trace) {
  const Light light = figures.light();
  const auto by_light = [&](Class standing) {
    if (trace) trace->tell<"class.by_light">(standing, light);
    return standing;
  };
  switch (light) {
    case Light::blue:
      return by_light(Class::done);
    case Light::green: {
      if (!figures.ratio) {
        if (trace) trace->tell<"class.green_without_ratio">(Class::on_schedule);
        return Class::on_schedule;
      }
      const Class standing = *figures.ratio >= limits.ahead ? Class::ahead : Class::on_schedule;
      if (trace) trace->tell<"class.by_ratio">(standing, *figures.ratio, limits.ahead);
      return standing;
    }
    case Light::yellow:
      return by_light(Class::behind);
    case Light::red:
      return by_light(Class::far_behind);
    case Light::grey:
      break;
  }
  const Class standing = figures.applicable ? Class::not_reported : Class::not_applicable;
  if (trace) trace->tell<"class.grey">(standing, figures.applicable);
  return standing;
}

/// What the newest reading says of the target alone; no term is needed for that.
void measure_completion(IndicatorFigures& figures, const Gauge& gauge, const Effective& newest,
                        Trace* trace) {
  if (!figures.target || !figures.applicable) {
    if (trace) trace->tell<"completion.unknown">(std::nullopt, figures.target, figures.applicable);
    return;
  }
  const Ratio target = base::to_ratio(*figures.target);
  const Ratio value = base::to_ratio(newest.value);
  figures.met = is_met(gauge, target, value, trace);
  figures.completion = completion(gauge, target, value, trace);
}

/// What the newest reading says of the schedule.
void measure_schedule(IndicatorFigures& figures, const Frame& frame, const model::Task& task,
                      const Effective& newest, Clocks clocks, Trace* trace) {
  const model::Indicator& indicator = *figures.indicator;
  const Terms& terms = *figures.terms;
  const Ratio value = base::to_ratio(newest.value);
  {
    TellAs as(trace, "time_of_data");
    if (trace) time_progress(terms.start, terms.due, newest.date, trace);
  }
  figures.expected = expected(terms, newest.date, trace);
  figures.doubts = doubts(terms, frame.limits.doubt, figures.readings);
  if (!figures.applicable) return;
  figures.ratio = schedule_ratio(terms, figures.expected, value, trace);
  figures.points = schedule_points(terms, figures.expected, value, figures.ratio, trace);
  figures.forecast = forecast(frame.limits.forecast, task, indicator, terms, figures.readings,
                              clocks.known_by, trace);
  const bool exceed = figures.qualifier == model::Qualifier::exceed;
  figures.borderline = !figures.met && exceed && value == terms.target;
  if (trace && exceed) {
    trace->tell<"borderline.at_target">(figures.borderline, figures.met, value, terms.target);
  }
  figures.conflicting = is_conflicting(figures.readings);
  if (trace && figures.conflicting) {
    Texts units;
    Texts values;
    for (const Effective& reading : figures.readings) {
      if (reading.date != newest.date || !reading.reading->by) continue;
      units.push_back(reading.reading->by->text);
      values.push_back(reading.value.text());
    }
    trace->tell<"conflict.of_units">(true, newest.date, units, values);
  }
}

LightInput light_input(const IndicatorFigures& figures, const Gauge& gauge, Clocks clocks,
                       bool settled, Trace* trace) {
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
  input.target = figures.terms->target;
  input.due = figures.terms->due;
  input.days_left = base::days_between(clocks.as_of, figures.terms->due);
  input.forecast_short = is_short(gauge, *figures.terms, figures.forecast, trace);
  input.forecast = figures.forecast.value;
  input.stale = figures.stale;
  input.age = figures.age.value_or(0);
  input.strive = figures.commitment == model::Commitment::strive;
  return input;
}

/// Tell which value the figures stand on.
void tell_value(Trace& trace, const Effective* newest) {
  if (!newest) {
    trace.tell<"value.not_reported">(std::nullopt);
  } else if (newest->applicable) {
    trace.tell<"value.newest">(newest->value, newest->reading->id.value_or(""), newest->date,
                               newest->value);
  } else {
    trace.tell<"value.not_applicable">(std::nullopt, newest->reading->id.value_or(""),
                                       newest->date);
  }
}

}  // namespace

IndicatorFigures measure_indicator(const Frame& frame, const model::Task& task,
                                   const model::Indicator& indicator,
                                   const std::vector<std::string>& lead, Clocks clocks,
                                   Trace* trace) {
  if (trace) trace->begin("indicator", indicator.id.value_or(""));
  const Limits& limits = frame.limits;
  IndicatorFigures figures;
  figures.indicator = &indicator;
  figures.readings = effective_readings(indicator, clocks, trace);
  const Effective* newest = figures.newest();
  if (trace) tell_value(*trace, newest);
  resolve(figures, frame, task, lead, clocks.as_of, trace);
  const Gauge gauge{indicator, limits.about, figures.down, figures.whole};
  if (newest) {
    figures.applicable = newest->applicable;
    figures.age = base::days_between(newest->date, clocks.as_of);
    if (trace) trace->tell<"age.of_data">(*figures.age, newest->date, clocks.as_of);
    figures.stale = staleness(limits.stale.of(figures.frequency), *figures.age, trace);
    measure_completion(figures, gauge, *newest, trace);
  }
  bool settled = false;
  if (figures.terms) {
    const Terms& terms = *figures.terms;
    figures.time = time_progress(terms.start, terms.due, clocks.as_of, trace);
    {
      TellAs as(trace, "expected_now");
      figures.expected_now = expected(terms, clocks.as_of, trace);
    }
    figures.reports = punctuality(frame, indicator, terms, clocks, trace);
    if (newest) {
      measure_schedule(figures, frame, task, *newest, clocks, trace);
      settled = is_settled(terms, *newest, limits.deadlines, clocks.as_of, trace);
      figures.pending_final = clocks.as_of >= terms.due && figures.applicable && !settled;
      if (trace && figures.pending_final) {
        trace->tell<"pending.until_settled">(true, terms.due, clocks.as_of,
                                             limits.deadlines.settlement);
      }
    }
    figures.overdue = clocks.as_of > terms.due && figures.applicable && !figures.met;
    if (trace) {
      trace->tell<"overdue.not_met">(figures.overdue, terms.due, clocks.as_of, figures.applicable,
                                     figures.met);
    }
  }
  figures.light_story =
      indicator_light(light_input(figures, gauge, clocks, settled, trace), limits.light, trace);
  figures.standing = class_of(figures, limits.light, trace);
  return figures;
}

}  // namespace taizhang::measure
