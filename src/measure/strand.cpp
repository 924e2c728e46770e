// SPDX-License-Identifier: MIT
#include "measure/strand.h"

#include <algorithm>

#include "measure/completion.h"
#include "measure/time_progress.h"
#include "model/resolved.h"
#include "model/task_fields.h"

namespace taizhang::measure {

using base::Date;
using base::Ratio;
using model::Class;
using model::Frequency;
using model::Light;
using model::Status;

namespace {

/// Whether what gave the light is blue, or red by date.
bool settles(LightReason reason) { return reason == LightReason::met || is_red_by_date(reason); }

/// Whether a month of a window was below the target, or is missing.
bool has_missed_month(const StrandContext& context, const StrandFigures& figures) {
  return context.indicator.window.written() &&
         (figures.reports.missed > 0 || !figures.reports.missing.empty());
}

/// What the newest reading says of the target and of the schedule.
void measure_newest(StrandFigures& figures, const StrandContext& context, const Gauge& gauge,
                    bool of_unit, Trace* trace) {
  const Terms& terms = *figures.terms;
  const Effective& newest = *figures.newest();
  const Ratio value = base::to_ratio(newest.value);
  {
    TellAs as(trace, "time_of_data");
    if (trace) time_progress(terms.start, terms.due, newest.date, terms.time, trace);
  }
  figures.expected = expected(terms, newest.date, trace);
  if (!figures.applicable) {
    if (trace) trace->tell<"completion.unknown">(std::nullopt, terms.target, figures.applicable);
    return;
  }
  figures.met = is_met(gauge, terms.target, value, trace);
  figures.ratio = schedule_ratio(terms, figures.expected, value, figures.met, trace);
  const bool due = context.clocks.as_of >= terms.due;
  figures.completion = completion(terms, value, figures.met, figures.ratio, due, trace);
  if (context.indicator.window.written()) {
    const Punctuality& reports = figures.reports;
    const int all = reports.met + reports.missed + static_cast<int>(reports.missing.size());
    if (all > 0) {
      figures.completion = Ratio(reports.met, all);
      if (trace) trace->tell<"completion.of_window">(figures.completion, reports.met, all);
    }
  }
  figures.gap = schedule_gap(terms, figures.expected, value, figures.completion, trace);
  figures.forecast = forecast(context.frame.limits.forecast, context.task, gauge, terms,
                              figures.readings, of_unit, context.clocks, trace);
  // However good the last month is, none that was missed comes back.
  if (figures.forecast.will_meet && has_missed_month(context, figures)) {
    figures.forecast.will_meet = false;
    TellAs as(trace, "forecast_met");
    if (trace) {
      trace->tell<"met.months_missed">(false, figures.reports.missed,
                                       figures.reports.missing.size());
    }
  }
  const bool exceed = context.indicator.qualifier.value == model::Qualifier::exceed;
  figures.borderline = !figures.met && exceed && value == terms.target;
  if (trace && exceed) {
    trace->tell<"borderline.at_target">(figures.borderline, figures.met, value, terms.target);
  }
  if (figures.met) {
    const auto first =
        std::find_if(figures.readings.begin(), figures.readings.end(), [&](const Effective& one) {
          const auto target = target_at(terms, one, newest);
          return one.applicable && target && is_met(gauge, *target, base::to_ratio(one.value));
        });
    figures.met_late = first->date > terms.due;
  }
}

bool is_never_stale(const StrandContext& context) {
  switch (context.status) {
    case Status::closed:
    case Status::suspended:
    case Status::cancelled:
    case Status::carried_over:
      return true;
    case Status::not_started:
    case Status::in_progress:
    case Status::close_requested:
      break;
  }
  return context.frame.is_public();
}

/// How old the data is, or where there is none how long it has been owed.
void measure_age(StrandFigures& figures, const StrandContext& context, Trace* trace) {
  const Date day = context.clocks.as_of;
  const Effective* newest = figures.newest();
  if (newest) {
    figures.age = base::days_between(newest->date, day);
    if (trace) trace->tell<"age.of_data">(*figures.age, newest->date, day);
  } else if (!context.frame.is_public() && figures.terms) {
    const Date from = figures.reports.first_owed.value_or(figures.terms->due);
    if (from > day) return;
    figures.age = base::days_between(from, day);
    if (trace) trace->tell<"age.of_silence">(*figures.age, from, day);
  }
  const bool waits = figures.not_compared && figures.terms && day < figures.terms->due;
  if (!figures.age || figures.pending || waits || is_never_stale(context)) return;
  const auto frequency = model::resolved<&model::Indicator::frequency>(context.indicator);
  const Limits& limits = context.frame.limits;
  const int longer = model::resolved<&model::Indicator::release>(context.indicator) +
                     limits.deadlines.days_beyond_usual(frequency);
  figures.stale = staleness(limits.stale.of(frequency), longer, *figures.age, trace);
}

LightInput light_input(const StrandFigures& figures, const StrandContext& context, Trace* trace) {
  LightInput input;
  input.pending = figures.pending;
  const Effective* newest = figures.newest();
  input.has_reading = newest != nullptr;
  input.applicable = figures.applicable;
  input.has_benchmark = !figures.not_compared;
  input.has_terms = figures.terms.has_value();
  input.is_public = context.frame.is_public();
  input.stale = figures.stale;
  input.age = figures.age.value_or(0);
  input.strive = context.indicator.commitment.value == model::Commitment::strive;
  input.lost = !newest && figures.over_settlement;
  if (figures.partial) {
    input.units_known = figures.partial->known;
    input.units_all = figures.partial->all;
  }
  if (!input.has_terms || (newest && !figures.target)) {
    input.days_left = -1;
    return input;
  }
  const Terms& terms = *figures.terms;
  const Date day = context.clocks.as_of;
  input.target = terms.target;
  input.ceiling = terms.ceiling;
  input.due = terms.due;
  input.days_left = base::days_between(day, terms.due);
  if (!newest) return input;
  input.data = newest->date;
  input.met = figures.met;
  input.can_go_back = terms.can_go_back();
  input.allowance = terms.allowance();
  input.over_ceiling = terms.ceiling && figures.expected.used &&
                       base::to_ratio(newest->value) > *figures.expected.used;
  input.full_target = terms.is_full();
  input.window_missed = has_missed_month(context, figures);
  const bool in_last =
      newest->date >= start_of_last_period(context.frame, context.indicator, terms);
  const bool final = newest->final && in_last;
  const bool by_data = newest->date >= terms.due;
  input.closed_good = by_data || (final && day > terms.due) || (in_last && figures.over_settlement);
  input.closed = day >= terms.due && (by_data || final || figures.over_settlement);
  input.lost = figures.over_settlement && !input.closed_good;
  input.not_recorded = input.is_public && day > terms.due && !by_data && !final;
  if (input.closed && (by_data || final)) input.stale = 0;
  input.ratio = figures.ratio;
  if (figures.gap && figures.gap->of_completion) input.points = figures.gap->value;
  // The light of a window is the last month's, its completion that of all months.
  if (context.indicator.window.written() && figures.ratio)
    input.points = (*figures.ratio - 1) * 100;
  // The light of a window goes by its last month, whatever was missed before that.
  const bool is_short = !input.window_missed || (figures.forecast.gap && *figures.forecast.gap < 0);
  input.forecast_short = figures.forecast.will_meet && !*figures.forecast.will_meet && is_short;
  input.forecast = figures.forecast.value;
  if (trace && day >= terms.due) {
    trace->tell<"settled.by_data">(input.closed, newest->date, terms.due, final, day,
                                   context.frame.limits.deadlines.settlement, input.is_public);
  }
  return input;
}

}  // namespace

bool is_red_by_date(LightReason reason) {
  return reason == LightReason::missed || reason == LightReason::missed_window ||
         reason == LightReason::overdue_unreported || reason == LightReason::broken;
}

std::optional<Ratio> StrandFigures::in_means() const {
  if (unreported_at_end) return Ratio(0);
  return completion ? std::optional(base::clamped(*completion)) : std::nullopt;
}

Class class_of(const StrandFigures& figures, bool ceiling, const LightLimits& limits,
               Trace* trace) {
  if (const auto standing = class_by_light(figures.light(), trace)) return *standing;
  if (figures.light() == Light::green) {
    if (ceiling) {
      if (trace) trace->tell<"class.green_ceiling">(Class::on_schedule);
      return Class::on_schedule;
    }
    if (!figures.ratio) {
      if (trace) trace->tell<"class.green_without_ratio">(Class::on_schedule);
      return Class::on_schedule;
    }
    const Class standing = *figures.ratio >= limits.ahead ? Class::ahead : Class::on_schedule;
    if (trace) trace->tell<"class.by_ratio">(standing, *figures.ratio, limits.ahead);
    return standing;
  }
  const Class standing = figures.pending        ? Class::not_measured
                         : !figures.applicable  ? Class::not_applicable
                         : figures.not_compared ? Class::not_compared
                                                : Class::not_reported;
  if (trace) {
    trace->tell<"class.grey">(standing, figures.pending, figures.applicable, figures.not_compared);
  }
  return standing;
}

void tell_light(const StrandFigures& figures, const StrandContext& context, Trace& trace) {
  indicator_light(light_input(figures, context, nullptr), context.frame.limits.light, &trace);
}

void measure_strand(StrandFigures& figures, const StrandContext& context,
                    const std::vector<Strand>& strands, bool of_unit, Trace* trace) {
  const Frame& frame = context.frame;
  const Clocks clocks = context.clocks;
  const Effective* newest = figures.newest();
  if (newest) figures.applicable = newest->applicable;
  if (figures.terms) {
    const Terms& terms = *figures.terms;
    figures.due_reached = clocks.as_of >= terms.due;
    figures.over_settlement = !frame.is_public() && base::days_between(terms.due, clocks.as_of) >
                                                        frame.limits.deadlines.settlement;
    if (figures.target) {
      TellAs as(trace, "expected_now");
      figures.expected_now = expected(terms, clocks.as_of, trace);
    }
    const std::string unit = strands.size() == 1 ? strands.front().unit : std::string();
    figures.reports = punctuality(frame, context.task, context.indicator, terms, strands,
                                  {{&terms, unit}}, clocks, trace);
    if (newest && figures.target) {
      const Gauge gauge{context.indicator, frame.limits.about, terms.down, terms.whole,
                        terms.used_base()};
      measure_newest(figures, context, gauge, of_unit, trace);
    }
  }
  measure_age(figures, context, trace);
  figures.light_story =
      indicator_light(light_input(figures, context, trace), frame.limits.light, trace);
  const LightReason reason = figures.reason();
  figures.settled = settles(reason);
  figures.met_so_far = reason == LightReason::met_so_far;
  figures.used_too_fast = reason == LightReason::used_too_fast;
  figures.broken = reason == LightReason::broken;
  figures.unreported_at_end = reason == LightReason::overdue_unreported;
  const bool ceiling = figures.terms && figures.terms->ceiling;
  figures.standing = class_of(figures, ceiling, frame.limits.light, trace);
  const bool measured = figures.terms && figures.applicable && !figures.pending;
  if (!measured || frame.is_public()) return;
  const Date due = figures.terms->due;
  figures.pending_final = figures.due_reached && !figures.settled;
  if (trace) {
    trace->tell<"pending.until_settled">(figures.pending_final, due, clocks.as_of, figures.settled);
  }
  if (figures.not_compared) return;
  figures.overdue = clocks.as_of > due && !figures.met && !context.standing;
  if (trace) {
    trace->tell<"overdue.not_met">(figures.overdue, due, clocks.as_of, figures.met,
                                   context.standing);
  }
}

}  // namespace taizhang::measure
