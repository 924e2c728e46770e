// SPDX-License-Identifier: MIT
#include "measure/light.h"

#include <algorithm>

namespace taizhang::measure {

using base::Ratio;
using model::Light;

namespace {

Light banded(const Ratio& value, const Ratio& green, const Ratio& yellow) {
  return value >= green ? Light::green : value >= yellow ? Light::yellow : Light::red;
}

/// The light that a figure has by itself, before staleness, forecast and commitment.
LightStep first_step(const LightInput& input, const LightLimits& limits, Trace* trace) {
  if (!input.has_reading) {
    if (trace) trace->tell<"light.no_reading">(Light::grey);
    return {LightReason::no_reading, Light::grey, {}};
  }
  if (!input.applicable) {
    if (trace) trace->tell<"light.not_applicable">(Light::grey);
    return {LightReason::not_applicable, Light::grey, {}};
  }
  if (input.met) {
    if (trace) trace->tell<"light.met">(Light::blue, input.met);
    return {LightReason::met, Light::blue, {}};
  }
  if (!input.has_terms) {
    if (trace) trace->tell<"light.unreadable_terms">(Light::grey);
    return {LightReason::unreadable_terms, Light::grey, {}};
  }
  if (input.settled) {
    if (trace) trace->tell<"light.missed">(Light::red, input.due, input.target);
    return {LightReason::missed, Light::red, {}};
  }
  if (!input.ratio) {
    if (input.full_target) {
      if (trace) trace->tell<"light.unmet_full_target">(Light::yellow, input.target);
      return {LightReason::unmet_full_target, Light::yellow, {}};
    }
    if (trace) trace->tell<"light.nothing_expected">(Light::green);
    return {LightReason::nothing_expected, Light::green, {}};
  }
  if (limits.rule == model::LightRule::points) {
    const Light light = banded(*input.points, limits.green_points, limits.yellow_points);
    if (trace) {
      trace->tell<"light.by_points">(light, *input.points, limits.green_points,
                                     limits.yellow_points);
    }
    return {LightReason::by_points, light, {}};
  }
  const Light light = banded(*input.ratio, limits.green, limits.yellow);
  if (trace) trace->tell<"light.by_ratio">(light, *input.ratio, limits.green, limits.yellow);
  return {LightReason::by_ratio, light, {}};
}

}  // namespace

Light at_least(Light light, Light floor) {
  return light == Light::blue ? light : std::max(light, floor);
}

LightStory indicator_light(const LightInput& input, const LightLimits& limits, Trace* trace) {
  LightStory story{first_step(input, limits, trace)};
  if (!input.has_reading || !input.applicable || input.met || !input.has_terms) return story;
  const auto raise = [&](LightReason reason, Light floor) {
    story.push_back({reason, at_least(story.back().light, floor), {}});
    return story.back().light;
  };
  if (input.days_left <= limits.due_soon && input.forecast_short) {
    const Light before = story.back().light;
    const Light light = raise(LightReason::forecast_short, Light::yellow);
    if (trace) {
      trace->tell<"light.forecast_short">(light, before, input.days_left, limits.due_soon,
                                          input.forecast, input.target);
    }
  }
  if (input.stale == 1) {
    const Light before = story.back().light;
    const Light light = raise(LightReason::stale, Light::yellow);
    if (trace) trace->tell<"light.stale">(light, before, input.age);
  }
  if (input.stale == 2) {
    const Light before = story.back().light;
    const Light light = raise(LightReason::very_stale, Light::red);
    if (trace) trace->tell<"light.very_stale">(light, before, input.age);
  }
  if (input.strive && story.back().light == Light::red) {
    story.push_back({LightReason::strive, Light::yellow, {}});
    if (trace) trace->tell<"light.strive">(Light::yellow, Light::red);
  }
  return story;
}

LightStory milestone_light(bool done, std::optional<base::Date> due, base::Date as_of,
                           const LightLimits& limits, Trace* trace) {
  if (done) {
    if (trace) trace->tell<"light.milestone_done">(Light::blue, done);
    return {{LightReason::milestone_done, Light::blue, {}}};
  }
  if (due && *due < as_of) {
    if (trace) trace->tell<"light.milestone_overdue">(Light::red, *due, as_of);
    return {{LightReason::milestone_overdue, Light::red, {}}};
  }
  if (due && base::days_between(as_of, *due) <= limits.due_soon) {
    if (trace) trace->tell<"light.milestone_due_soon">(Light::yellow, *due, as_of, limits.due_soon);
    return {{LightReason::milestone_due_soon, Light::yellow, {}}};
  }
  if (trace) trace->tell<"light.milestone_ahead">(Light::green, due, as_of, limits.due_soon);
  return {{LightReason::milestone_ahead, Light::green, {}}};
}

Light grade_light(model::Grade grade) {
  switch (grade) {
    case model::Grade::excellent:
    case model::Grade::good:
      return Light::green;
    case model::Grade::fair:
      return Light::yellow;
    case model::Grade::poor:
      break;
  }
  return Light::red;
}

}  // namespace taizhang::measure
