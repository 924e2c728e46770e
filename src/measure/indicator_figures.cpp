// SPDX-License-Identifier: MIT
#include "measure/indicator_figures.h"

#include <algorithm>

#include "measure/completion.h"
#include "measure/in_force.h"
#include "measure/merged.h"
#include "measure/strand.h"
#include "measure/time_progress.h"
#include "measure/units.h"
#include "model/resolved.h"

namespace taizhang::measure {

using base::Date;
using base::Ratio;
using model::Light;

namespace {

/// Who reports: the unit in force that is named, else the first lead.
std::string reporter_of(const Frame& frame, const model::Task& task,
                        const model::Indicator& indicator, const Charge& charge, Trace* trace) {
  if (const auto named = reporter_in_force(task, indicator, charge.asked, trace)) {
    const std::string unit = unit_on(frame.registry, *named, charge.asked.as_of, trace);
    if (trace) trace->tell<"reporter.named">(unit, unit);
    return unit;
  }
  const std::string first = charge.lead.empty() ? std::string() : charge.lead.front();
  if (trace) trace->tell<"reporter.first_lead">(first, charge.lead);
  return first;
}

/// What holds of the indicator on the day, whether anything has been reported or not.
void resolve(IndicatorFigures& figures, const Frame& frame, const model::Task& task,
             const Charge& charge, Clocks clocks, Trace* trace) {
  const model::Indicator& indicator = *figures.indicator;
  figures.start = start_of(frame.plan, indicator, trace);
  figures.due = due_of(frame.plan, task, indicator, clocks, trace);
  figures.reporter = reporter_of(frame, task, indicator, charge, trace);
  figures.weight = model::resolved<&model::Indicator::weight>(indicator);
  figures.frequency = model::resolved<&model::Indicator::frequency>(indicator);
  figures.aggregate = aggregate_of(indicator);
  figures.down = is_down(indicator);
  figures.ceiling = is_ceiling(indicator);
  figures.whole = counts_whole_things(indicator, frame.plan.rules);
  figures.kind = indicator.kind.value;
  figures.qualifier = indicator.qualifier.value;
  figures.commitment = indicator.commitment.value;
}

/// What its readings are judged with (RULES.md §6.1): data up to the plan's end or its own due
/// date, and reports up to the settlement after the later of the two.
Evidence evidence_of(const IndicatorFigures& figures, const Frame& frame, const model::Task& task) {
  Evidence evidence{*figures.indicator, &task};
  evidence.last_data = frame.plan.period.end.value;
  if (figures.due && evidence.last_data) {
    evidence.last_data = std::max(*figures.due, *evidence.last_data);
  }
  if (evidence.last_data && !frame.is_public()) {
    evidence.settled_on =
        *evidence.last_data + std::chrono::days(frame.limits.deadlines.settlement);
  }
  return evidence;
}

/// Whether two units report different values for the newest data date (RULES.md §8).
bool is_conflicting(const std::vector<Effective>& readings, Trace* trace) {
  if (readings.empty()) return false;
  const Effective& newest = readings.back();
  const bool conflicting = std::any_of(readings.begin(), readings.end(), [&](const Effective& one) {
    const bool other = one.date == newest.date && one.value != newest.value;
    return other && one.reading->by && newest.reading->by &&
           one.reading->by->text != newest.reading->by->text;
  });
  if (trace && conflicting) {
    Texts units;
    Texts values;
    for (const Effective& reading : readings) {
      if (reading.date != newest.date || !reading.reading->by) continue;
      units.push_back(reading.reading->by->text);
      values.push_back(reading.value.text());
    }
    trace->tell<"conflict.of_units">(true, newest.date, units, values);
  }
  return conflicting;
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

base::Decimal decimal_of(const Ratio& value) {
  return base::Decimal::parse(base::rounded(value, 6)).decimal.value_or(base::Decimal());
}

std::optional<Ratio> ratio_of(const std::optional<base::Decimal>& value) {
  return value ? std::optional(base::to_ratio(*value)) : std::nullopt;
}

/// The whole of one target: a number, or one above a benchmark.
void measure_whole(IndicatorFigures& figures, const StrandContext& context,
                   const Evidence& evidence, Trace* trace) {
  const auto& [frame, task, indicator, clocks, status, standing] = context;
  Readings readings = judged(evidence, clocks, {}, trace);
  figures.readings = readings.effective;
  figures.outcomes = readings.outcomes;
  const Effective* newest = figures.newest();
  if (trace) tell_value(*trace, newest);
  const bool compared = indicator.than.written();
  if (compared) {
    figures.margin = margin_in_force(task, indicator, clocks, trace);
    if (newest) figures.benchmark = newest->benchmark;
    figures.not_compared = newest && newest->applicable && !newest->benchmark;
    if (figures.benchmark) {
      figures.target = *figures.benchmark + *figures.margin;
      if (trace) {
        trace->tell<"target.compared">(figures.target, *figures.benchmark, *figures.margin);
      }
    }
  } else {
    figures.target = target_in_force(task, indicator, clocks, trace);
    figures.pending = !figures.target && indicator.target && !indicator.target->number;
  }
  if (figures.target || compared) {
    const Promise promise{ratio_of(figures.target).value_or(Ratio(0)),
                          ratio_of(indicator.baseline.one.value), compared};
    figures.terms = terms_of(frame.plan, task, indicator, promise, clocks, trace);
  }
  measure_strand(figures, context, {{"", &readings, &readings}}, true, trace);
  figures.conflicting = is_conflicting(figures.readings, trace);
}

/// By its light, and among equals by how far it has come: against its schedule, and where nothing
/// is expected yet against its target.
bool is_worse(const UnitFigures& unit, const UnitFigures& other) {
  if (unit.light() != other.light()) return unit.light() > other.light();
  if (unit.ratio && other.ratio) return *unit.ratio < *other.ratio;
  return unit.completion && other.completion && *unit.completion < *other.completion;
}

/// What stands for all units where every one has to meet its own (RULES.md §4).
void measure_each(IndicatorFigures& figures, const StrandContext& context,
                  const std::vector<Strand>& strands, Trace* trace) {
  const UnitFigures* worst = nullptr;
  Ratio sum = 0;
  int known = 0;
  bool all_met = true;
  bool is_reported = false;
  bool is_lost = false;  // one unit is red by date: the whole can no longer be met
  Texts lights;
  figures.settled = true;
  figures.applicable = false;
  for (const UnitFigures& unit : figures.units) {
    all_met = all_met && unit.met;
    is_reported = is_reported || unit.newest();
    figures.settled = figures.settled && unit.settled;
    is_lost = is_lost || (unit.settled && is_red_by_date(unit.reason()));
    figures.applicable = figures.applicable || unit.applicable;
    if (unit.ratio) figures.ratio = std::min(figures.ratio.value_or(*unit.ratio), *unit.ratio);
    if (const auto part = unit.in_means()) {
      sum += *part;
      ++known;
    }
    if (unit.age) figures.age = std::max(figures.age.value_or(*unit.age), *unit.age);
    figures.stale = std::max(figures.stale, unit.stale);
    figures.met_late = figures.met_late || unit.met_late;
    if (trace) lights.emplace_back(model::name(unit.light()));
    if (!worst || is_worse(unit, *worst)) worst = &unit;
  }
  figures.met = all_met;
  figures.settled = figures.settled || is_lost;
  // Where nobody has said anything there is no completion, not one of zero.
  const bool has_share = context.indicator.kind.value != model::Kind::rank;
  if (known > 0 && is_reported && has_share) figures.completion = sum / known;
  std::vector<Standing> standing;
  for (const UnitFigures& unit : figures.units) {
    if (unit.terms) standing.push_back({&*unit.terms, unit.unit});
  }
  figures.reports = punctuality(context.frame, context.task, context.indicator, *figures.terms,
                                strands, standing, context.clocks, trace);
  figures.due_reached = worst->due_reached;
  figures.over_settlement = worst->over_settlement;
  figures.pending_final = figures.due_reached && !figures.settled && !context.frame.is_public();
  figures.overdue = std::any_of(figures.units.begin(), figures.units.end(),
                                [](const UnitFigures& unit) { return unit.overdue; });
  const auto& units = figures.units;
  const auto any = [&](bool UnitFigures::*is) { return std::ranges::any_of(units, is); };
  figures.broken = any(&UnitFigures::broken);
  figures.used_too_fast = any(&UnitFigures::used_too_fast);
  figures.unreported_at_end = std::ranges::all_of(units, &UnitFigures::unreported_at_end);
  // 现达标 is a mark of green: one unit that uses its allowance too fast takes it from the whole.
  figures.met_so_far = figures.met && any(&UnitFigures::met_so_far) &&
                       std::ranges::all_of(units, [](const UnitFigures& unit) {
                         return unit.met_so_far || unit.light() == model::Light::blue;
                       });
  figures.light_story = worst->light_story;
  for (LightStep& step : figures.light_story) step.subject = worst->unit;
  figures.standing = class_of(figures, figures.ceiling, context.frame.limits.light, nullptr);
  if (trace) {
    trace->tell<"met.all_units">(figures.met, figures.met);
    trace->tell<"ratio.lowest">(figures.ratio, figures.ratio);
    if (figures.completion) trace->tell<"completion.of_units">(figures.completion, sum, known);
    const std::string id = context.indicator.id.value_or("");
    trace->begin("share", id + "/" + worst->unit);
    tell_light(*worst, context, *trace);
    trace->begin("indicator", id);
    trace->tell<"light.worst_unit">(figures.light(), worst->unit, lights);
    trace->tell<"class.of_units">(figures.standing, figures.standing);
  }
}

/// Tell which units of `targets` have become one, and what that makes of their numbers.
void tell_mergers(Trace& trace, const StrandContext& context,
                  const std::vector<UnitPromise>& promises) {
  for (const UnitPromise& promise : promises) {
    const Texts parts =
        merged_into(context.frame, context.indicator, promise.unit, context.clocks.as_of);
    if (parts.empty()) continue;
    if (adds_up(context.indicator)) {
      trace.tell<"merged.added">(parts, promise.unit, parts);
    } else {
      trace.tell<"merged.not_added">(parts, promise.unit, parts, promise.target);
    }
  }
}

/// The whole and each unit where targets are by unit.
void measure_by_unit(IndicatorFigures& figures, const StrandContext& context,
                     const Evidence& evidence, Trace* trace) {
  const auto& [frame, task, indicator, clocks, status, standing] = context;
  const std::vector<UnitPromise> promises =
      unit_promises(frame, task, indicator, clocks, clocks.as_of);
  const bool sums = figures.aggregate == model::Aggregate::sum;
  Ratio target = 0;
  std::optional<Ratio> baseline = ratio_of(indicator.baseline.one.value);
  for (const UnitPromise& promise : promises) {
    target += promise.target;
    if (!promise.baseline || !sums || indicator.baseline.one) continue;
    baseline = baseline.value_or(Ratio(0)) + *promise.baseline;
  }
  if (trace) tell_mergers(*trace, context, promises);
  std::vector<Readings> readings;
  std::vector<Strand> strands;
  std::vector<Readings> history;
  std::vector<Readings> reports;
  for (const UnitPromise& promise : promises) {
    const std::vector<PartOfUnit> parts = heard_parts(frame, evidence, promise.unit, clocks);
    readings.push_back(of_all_parts(frame, evidence, parts, clocks));
    history.push_back(of_all_parts(frame, evidence, parts, clocks, Dated::by_newest));
    reports.push_back(reports_of_unit(frame, evidence, promise.unit, clocks));
    merge(figures.outcomes, readings.back().outcomes);
  }
  for (std::size_t i = 0; i < promises.size(); ++i) {
    strands.push_back({promises[i].unit, &history[i], &reports[i]});
  }
  if (promises.empty()) {
    figures.outcomes = judged(evidence, clocks).outcomes;
    measure_strand(figures, context, {}, false, trace);
    return;
  }
  figures.terms =
      terms_of(frame.plan, task, indicator, {target, baseline}, clocks, sums ? trace : nullptr);
  if (!figures.terms) {
    measure_strand(figures, context, {}, false, trace);
    return;
  }
  const auto whole = std::make_shared<const Terms>(*figures.terms);
  Partial partial{0, static_cast<int>(promises.size()), {}};
  for (std::size_t i = 0; i < promises.size(); ++i) {
    const UnitPromise& promise = promises[i];
    UnitFigures unit;
    unit.unit = promise.unit;
    unit.readings = readings[i].effective;
    unit.target = decimal_of(promise.target);
    unit.terms = terms_of(frame.plan, task, indicator, {promise.target, promise.baseline}, clocks);
    if (unit.terms && sums) {
      unit.terms->of_whole = whole;
      if (!unit.terms->hold()) unit.terms->trajectory = whole->trajectory;
    }
    measure_strand(unit, context, {strands[i]}, false, nullptr);
    if (unit.newest() && unit.applicable) {
      ++partial.known;
      partial.sum = partial.sum + unit.newest()->value;
    }
    figures.units.push_back(std::move(unit));
  }
  if (!sums) {
    measure_each(figures, context, strands, trace);
    return;
  }
  figures.target = decimal_of(target);
  figures.readings = totals(readings);
  if (trace) {
    trace->tell<"target.of_units">(figures.target, target, promises.size());
    if (const Effective* total = figures.newest()) {
      trace->tell<"value.of_units">(total->value, total->date, total->value, partial.all);
    } else {
      trace->tell<"value.partial">(std::nullopt, partial.sum, partial.known, partial.all);
    }
  }
  if (!figures.newest() && partial.known > 0) figures.partial = partial;
  measure_strand(figures, context, strands, false, trace);
}

}  // namespace

int IndicatorFigures::units_heard() const {
  return static_cast<int>(
      std::ranges::count_if(units, [](const UnitFigures& unit) { return unit.newest(); }));
}

const Effective* IndicatorFigures::oldest_newest() const {
  const Effective* oldest = newest();
  if (oldest) return oldest;
  for (const UnitFigures& unit : units) {
    const Effective* one = unit.newest();
    if (one && (!oldest || one->date < oldest->date)) oldest = one;
  }
  return oldest;
}

bool IndicatorFigures::is_in_part() const {
  return is_of_each() && std::ranges::any_of(units, [](const auto& unit) {
           return !unit.newest() && !unit.unreported_at_end;
         });
}

std::optional<bool> IndicatorFigures::is_met() const {
  if (!is_of_each()) {
    return value() ? std::optional(met) : std::nullopt;
  }
  if (met) return true;
  const bool missed =
      std::ranges::any_of(units, [](const UnitFigures& unit) { return unit.value() && !unit.met; });
  return missed ? std::optional(false) : std::nullopt;
}

bool IndicatorFigures::verified() const {
  return StrandFigures::verified() ||
         std::any_of(units.begin(), units.end(), [&](const auto& unit) {
           return aggregate == model::Aggregate::each && unit.verified();
         });
}

bool IndicatorFigures::is_in_means() const {
  if (!counts() || kind == model::Kind::rank) return false;
  const bool not_due = terms && !due_reached;
  const bool zero = target && *target == base::Decimal() && terms && terms->hold() &&
                    terms->kind != model::Kind::growth && !terms->compared && !terms->down;
  return !(not_due && (ceiling || zero));
}

IndicatorFigures measure_indicator(const Frame& frame, const model::Task& task,
                                   const model::Indicator& indicator, const Charge& charge,
                                   Clocks clocks, Trace* trace) {
  if (trace) trace->begin("indicator", indicator.id.value_or(""));
  IndicatorFigures figures;
  figures.indicator = &indicator;
  resolve(figures, frame, task, charge, clocks, trace);
  const Evidence evidence = evidence_of(figures, frame, task);
  const StrandContext context{frame,
                              task,
                              indicator,
                              clocks,
                              status_in_force(task, clocks).value_or(model::Status::in_progress),
                              !due_in_force(task, clocks) && !indicator.due};
  if (figures.start && figures.due) {
    figures.time =
        time_progress(*figures.start, *figures.due, clocks.as_of, frame.limits.time, trace);
  }
  if (figures.is_by_unit()) {
    measure_by_unit(figures, context, evidence, trace);
  } else {
    measure_whole(figures, context, evidence, trace);
  }
  if (figures.terms && !figures.readings.empty()) {
    figures.doubts = doubts(*figures.terms, frame.limits.doubt, figures.readings);
  }
  return figures;
}

}  // namespace taizhang::measure
