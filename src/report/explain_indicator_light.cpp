// SPDX-License-Identifier: MIT
//
// The light of an indicator, rule by rule, and the class that follows from it.
#include "measure/limits.h"
#include "measure/periods.h"
#include "query/light_cell.h"
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using base::Ratio;
using measure::LightReason;
using measure::LightStep;

namespace {

/// Where a figure lies between two thresholds, as `shown` prints them.
template <class Shown>
std::string band(const IndicatorTold& told, const Ratio& value, const Ratio& green,
                 const Ratio& yellow, Shown shown) {
  if (value >= green) return told.say("explain.band.green", {shown(green)});
  if (value >= yellow) return told.say("explain.band.yellow", {shown(yellow), shown(green)});
  return told.say("explain.band.red", {shown(yellow)});
}

/// Why no further data is to come.
std::string settled(const IndicatorTold& told) {
  const measure::Effective& newest = *told.figures.newest();
  if (newest.reading->final.value_or(false)) return told.word("explain.settled.final");
  if (newest.date >= told.figures.terms->due) {
    return told.say("explain.settled.data", {base::iso(newest.date)});
  }
  return told.say("explain.settled.days", {std::to_string(told.limits.deadlines.settlement)});
}

/// What fills the places of the reason's sentence in templates/words/.
std::vector<std::string> arguments(const IndicatorTold& told, LightReason reason) {
  const measure::IndicatorFigures& figures = told.figures;
  const measure::LightLimits& light = told.limits.light;
  const auto limits = told.limits.stale.of(figures.frequency);
  const std::string frequency = model::label(told.words, figures.frequency);
  switch (reason) {
    case LightReason::met:
    case LightReason::unmet_full_target:
      return {told.with_unit(base::to_ratio(*figures.target))};
    case LightReason::missed:
      return {base::iso(figures.terms->due), settled(told), told.with_unit(figures.terms->target)};
    case LightReason::by_ratio:
      return {ratio_text(*figures.ratio),
              band(told, *figures.ratio, light.green, light.yellow, threshold)};
    case LightReason::by_points:
      return {base::rounded(*figures.points, 2),
              band(told, *figures.points, light.green_points, light.yellow_points, plain)};
    case LightReason::nothing_expected:
      return {base::iso(figures.newest()->date)};
    case LightReason::forecast_short: {
      const long long left = base::days_between(told.clocks.as_of, figures.terms->due);
      const std::string limit = std::to_string(light.due_soon);
      const std::string when = left >= 0
                                   ? told.say("explain.days_left", {std::to_string(left), limit})
                                   : told.say("explain.days_over", {std::to_string(-left)});
      return {when, told.with_unit(*figures.forecast.value), told.with_unit(figures.terms->target)};
    }
    case LightReason::stale:
      return {std::to_string(*figures.age), frequency, std::to_string(limits->stale)};
    case LightReason::very_stale:
      return {std::to_string(*figures.age), frequency, std::to_string(limits->very_stale)};
    case LightReason::no_reading:
    case LightReason::not_applicable:
    case LightReason::unreadable_terms:
    case LightReason::strive:
    case LightReason::milestone_done:
    case LightReason::milestone_overdue:
    case LightReason::milestone_due_soon:
    case LightReason::milestone_ahead:
    case LightReason::worst_measure:
    case LightReason::graded:
    case LightReason::nothing_to_go_by:
    case LightReason::critical_issue:
    case LightReason::set_by_hand:
      break;
  }
  return {};
}

/// How the light becomes the class: only green asks for more than itself.
std::string class_reason(const IndicatorTold& told) {
  const measure::IndicatorFigures& figures = told.figures;
  if (figures.light() != model::Light::green) {
    return class_by_light(figures.light(), figures.standing, told.words);
  }
  if (!figures.ratio) return told.word("explain.class_no_ratio");
  return told.say(
      figures.standing == model::Class::ahead ? "explain.class_ahead" : "explain.class_not_ahead",
      {ratio_text(*figures.ratio), threshold(told.limits.light.ahead)});
}

}  // namespace

Step light_step(const IndicatorTold& told) {
  Step step = light_step(
      told.figures.light_story, false,
      [&](const LightStep& one) { return arguments(told, one.reason); }, told.words);
  if (told.figures.pending_final) {
    const int days = told.limits.deadlines.settlement;
    const base::Date due = told.figures.terms->due;
    step.because.insert(step.because.begin(),
                        told.say("explain.pending_final",
                                 {base::iso(due), base::iso(due + std::chrono::days(days))}));
  }
  return step;
}

Step class_step(const IndicatorTold& told) {
  const measure::IndicatorFigures& figures = told.figures;
  return {"class",
          told.word("explain.step.class"),
          query::class_cell(figures.standing, figures.light(), told.words),
          {class_reason(told)}};
}

}  // namespace taizhang::report
