// SPDX-License-Identifier: MIT
#include "measure/indicator_figures.h"

#include "measure/completion.h"
#include "measure/in_force.h"
#include "measure/limits.h"
#include "measure/time_progress.h"

namespace taizhang::measure {

using base::Ratio;
using model::Class;
using model::Light;

namespace {

std::string reporter_of(const model::Task& task, const model::Indicator& indicator) {
  if (indicator.reporter) return indicator.reporter->text;
  const auto& lead = task.lead.items;
  return !lead.empty() && lead.front() ? lead.front()->text : std::string();
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
bool is_settled(const Terms& terms, const Effective& newest, const model::Rules& rules,
                base::Date as_of) {
  return newest.reading->final.value_or(false) || newest.date >= terms.due ||
         base::days_between(terms.due, as_of) > settlement_days(rules.deadlines);
}

/// Whether the forecast falls short of the target. A value that 突破 misses by nothing is
/// borderline, not short.
bool is_short(const model::Indicator& indicator, const model::Rules& rules, const Terms& terms,
              const Forecast& forecast) {
  if (!forecast.value || is_met(indicator, rules, terms.target, *forecast.value)) return false;
  const bool exceed = indicator.qualifier && *indicator.qualifier == model::Qualifier::exceed;
  return !(exceed && *forecast.value == terms.target);
}

Class class_of(const IndicatorFigures& figures, const model::LightRules& rules) {
  switch (figures.light()) {
    case Light::blue:
      return Class::done;
    case Light::green:
      return figures.ratio && *figures.ratio >= ahead_from(rules) ? Class::ahead
                                                                  : Class::on_schedule;
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
void measure_completion(IndicatorFigures& figures, const model::Rules& rules,
                        const Effective& newest) {
  if (!figures.target || !figures.applicable) return;
  const Ratio target = base::to_ratio(*figures.target);
  const Ratio value = base::to_ratio(newest.value);
  figures.met = is_met(*figures.indicator, rules, target, value);
  figures.completion = completion(*figures.indicator, rules, target, value);
}

/// What the newest reading says of the schedule.
void measure_schedule(IndicatorFigures& figures, const model::Plan& plan, const model::Task& task,
                      const Effective& newest, Clocks clocks) {
  const model::Indicator& indicator = *figures.indicator;
  const Terms& terms = *figures.terms;
  const Ratio value = base::to_ratio(newest.value);
  figures.expected = expected(terms, newest.date);
  figures.doubts = doubts(terms, plan.rules.doubt, figures.readings);
  if (!figures.applicable) return;
  figures.ratio = schedule_ratio(terms, newest.date, value);
  figures.points = schedule_points(terms, newest.date, value);
  figures.forecast = forecast(plan, task, indicator, terms, figures.readings, clocks.known_by);
  figures.borderline = !figures.met && indicator.qualifier &&
                       *indicator.qualifier == model::Qualifier::exceed && value == terms.target;
  figures.conflicting = is_conflicting(figures.readings);
}

LightInput light_input(const IndicatorFigures& figures, const model::Rules& rules, Clocks clocks,
                       bool settled) {
  LightInput input;
  input.has_reading = figures.newest() != nullptr;
  input.applicable = figures.applicable;
  input.met = figures.met;
  input.has_terms = figures.terms.has_value();
  if (!input.has_terms) return input;
  const model::Indicator& indicator = *figures.indicator;
  input.settled = settled;
  input.full_target = figures.terms->hold() && !figures.borderline;
  input.ratio = figures.ratio;
  input.points = figures.points;
  input.days_left = base::days_between(clocks.as_of, figures.terms->due);
  input.forecast_short = is_short(indicator, rules, *figures.terms, figures.forecast);
  input.stale = figures.stale;
  input.strive = indicator.commitment && *indicator.commitment == model::Commitment::strive;
  return input;
}

}  // namespace

IndicatorFigures measure_indicator(const model::Plan& plan, const model::Task& task,
                                   const model::Indicator& indicator, Clocks clocks) {
  IndicatorFigures figures;
  figures.indicator = &indicator;
  figures.readings = effective_readings(indicator, clocks);
  figures.target = target_in_force(task, indicator, clocks.as_of);
  figures.terms = terms_of(plan, task, indicator, clocks.as_of);
  figures.due = due_in_force(task, indicator, clocks.as_of);
  if (!figures.due) figures.due = plan.period.end.value;
  figures.reporter = reporter_of(task, indicator);
  figures.weight = indicator.weight.value_or(base::Decimal::whole(1));
  const Effective* newest = figures.newest();
  if (newest) {
    figures.applicable = newest->applicable;
    figures.age = base::days_between(newest->date, clocks.as_of);
    figures.stale = staleness(indicator, plan.rules, *figures.age);
    measure_completion(figures, plan.rules, *newest);
  }
  bool settled = false;
  if (figures.terms) {
    const Terms& terms = *figures.terms;
    figures.time = time_progress(terms.start, terms.due, clocks.as_of);
    figures.expected_now = expected(terms, clocks.as_of);
    figures.reports = punctuality(plan, indicator, terms, clocks);
    if (newest) measure_schedule(figures, plan, task, *newest, clocks);
    const bool due = clocks.as_of >= terms.due;
    settled = due && newest && is_settled(terms, *newest, plan.rules, clocks.as_of);
    figures.pending_final = due && newest && figures.applicable && !settled;
    figures.overdue = clocks.as_of > terms.due && figures.applicable && !figures.met;
  }
  figures.light_story =
      indicator_light(light_input(figures, plan.rules, clocks, settled), plan.rules.light);
  figures.standing = class_of(figures, plan.rules.light);
  return figures;
}

}  // namespace taizhang::measure
