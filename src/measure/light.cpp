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
LightStep first_step(const LightInput& input, const LightLimits& limits) {
  if (!input.has_reading) return {LightReason::no_reading, Light::grey, {}};
  if (!input.applicable) return {LightReason::not_applicable, Light::grey, {}};
  if (input.met) return {LightReason::met, Light::blue, {}};
  if (!input.has_terms) return {LightReason::unreadable_terms, Light::grey, {}};
  if (input.settled) return {LightReason::missed, Light::red, {}};
  if (!input.ratio) {
    return input.full_target ? LightStep{LightReason::unmet_full_target, Light::yellow, {}}
                             : LightStep{LightReason::nothing_expected, Light::green, {}};
  }
  if (limits.rule == model::LightRule::points) {
    const Light light = banded(*input.points, limits.green_points, limits.yellow_points);
    return {LightReason::by_points, light, {}};
  }
  const Light light = banded(*input.ratio, limits.green, limits.yellow);
  return {LightReason::by_ratio, light, {}};
}

}  // namespace

Light at_least(Light light, Light floor) {
  return light == Light::blue ? light : std::max(light, floor);
}

LightStory indicator_light(const LightInput& input, const LightLimits& limits) {
  LightStory story{first_step(input, limits)};
  if (!input.has_reading || !input.applicable || input.met || !input.has_terms) return story;
  const auto raise = [&](LightReason reason, Light floor) {
    story.push_back({reason, at_least(story.back().light, floor), {}});
  };
  if (input.days_left <= limits.due_soon && input.forecast_short) {
    raise(LightReason::forecast_short, Light::yellow);
  }
  if (input.stale == 1) raise(LightReason::stale, Light::yellow);
  if (input.stale == 2) raise(LightReason::very_stale, Light::red);
  if (input.strive && story.back().light == Light::red) {
    story.push_back({LightReason::strive, Light::yellow, {}});
  }
  return story;
}

LightStory milestone_light(bool done, std::optional<base::Date> due, base::Date as_of,
                           const LightLimits& limits) {
  if (done) return {{LightReason::milestone_done, Light::blue, {}}};
  if (due && *due < as_of) return {{LightReason::milestone_overdue, Light::red, {}}};
  if (due && base::days_between(as_of, *due) <= limits.due_soon) {
    return {{LightReason::milestone_due_soon, Light::yellow, {}}};
  }
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
