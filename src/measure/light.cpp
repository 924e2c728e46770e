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

LightStep step(LightReason reason, Light light) { return {reason, light, {}}; }

/// The light of what has been met.
LightStep of_met(const LightInput& input, const LightLimits& limits, Trace* trace) {
  if (!input.can_go_back || (input.closed_good && !input.window_missed)) {
    if (trace) trace->tell<"light.met">(Light::blue, input.met);
    return step(LightReason::met, Light::blue);
  }
  if (input.closed_good) {
    if (trace) trace->tell<"light.missed_window">(Light::red, input.due);
    return step(LightReason::missed_window, Light::red);
  }
  if (input.lost) {
    if (trace) trace->tell<"light.lost">(Light::red, input.due, input.data);
    return step(LightReason::overdue_unreported, Light::red);
  }
  if (input.allowance && input.ratio && *input.ratio < limits.green) {
    if (trace) trace->tell<"light.used_too_fast">(Light::yellow, *input.ratio, limits.green);
    return step(LightReason::used_too_fast, Light::yellow);
  }
  if (trace) trace->tell<"light.met_so_far">(Light::green, input.due);
  return step(LightReason::met_so_far, Light::green);
}

/// The light of what has not been met.
LightStep of_unmet(const LightInput& input, const LightLimits& limits, Trace* trace) {
  if (input.allowance) {
    if (trace) trace->tell<"light.broken">(Light::red, input.target);
    return step(LightReason::broken, Light::red);
  }
  if (input.closed) {
    if (trace) trace->tell<"light.missed">(Light::red, input.due, input.target);
    return step(LightReason::missed, Light::red);
  }
  if (!input.ratio) {
    const bool zero_ceiling = input.ceiling && input.target <= 0;
    if (input.full_target || zero_ceiling || input.over_ceiling) {
      if (trace) trace->tell<"light.unmet_full_target">(Light::yellow, input.target);
      return step(LightReason::unmet_full_target, Light::yellow);
    }
    if (trace) trace->tell<"light.nothing_expected">(Light::green);
    return step(LightReason::nothing_expected, Light::green);
  }
  if (limits.rule == model::LightRule::points && input.points) {
    const Light light = banded(*input.points, limits.green_points, limits.yellow_points);
    if (trace) {
      trace->tell<"light.by_points">(light, *input.points, limits.green_points,
                                     limits.yellow_points);
    }
    return step(LightReason::by_points, light);
  }
  const Light light = banded(*input.ratio, limits.green, limits.yellow);
  if (trace) trace->tell<"light.by_ratio">(light, *input.ratio, limits.green, limits.yellow);
  return step(LightReason::by_ratio, light);
}

/// The light that a figure has by itself, before staleness, forecast and commitment.
LightStep first_step(const LightInput& input, const LightLimits& limits, Trace* trace) {
  if (input.pending) {
    if (trace) trace->tell<"light.pending">(Light::grey);
    return step(LightReason::pending, Light::grey);
  }
  if (!input.has_reading) {
    if (input.lost) {
      if (trace) trace->tell<"light.overdue_unreported">(Light::red, input.due);
      return step(LightReason::overdue_unreported, Light::red);
    }
    if (trace) trace->tell<"light.no_reading">(Light::grey, input.units_known, input.units_all);
    return step(LightReason::no_reading, Light::grey);
  }
  if (!input.applicable) {
    if (trace) trace->tell<"light.not_applicable">(Light::grey);
    return step(LightReason::not_applicable, Light::grey);
  }
  if (!input.has_benchmark) {
    if (trace) trace->tell<"light.not_compared">(Light::grey);
    return step(LightReason::not_compared, Light::grey);
  }
  if (!input.has_terms) {
    if (trace) trace->tell<"light.unreadable_terms">(Light::grey);
    return step(LightReason::unreadable_terms, Light::grey);
  }
  const bool good_for_good = input.met && !input.can_go_back;
  const bool broken = !input.met && input.allowance;
  if (input.not_recorded && !good_for_good && !broken) {
    if (trace) trace->tell<"light.not_recorded">(Light::grey, input.due, input.data);
    return step(LightReason::not_recorded, Light::grey);
  }
  return input.met ? of_met(input, limits, trace) : of_unmet(input, limits, trace);
}

/// Whether what comes after the first step can still change the light.
bool is_open(const LightStep& first) {
  switch (first.reason) {
    case LightReason::pending:
    case LightReason::overdue_unreported:
    case LightReason::not_applicable:
    case LightReason::unreadable_terms:
    case LightReason::not_recorded:
    case LightReason::met:
      return false;
    default:
      return true;
  }
}

}  // namespace

Light at_least(Light light, Light floor) {
  return light == Light::blue ? light : std::max(light, floor);
}

LightStory indicator_light(const LightInput& input, const LightLimits& limits, Trace* trace) {
  LightStory story{first_step(input, limits, trace)};
  if (!is_open(story.front())) return story;
  const auto raise = [&](LightReason reason, Light floor) {
    story.push_back({reason, at_least(story.back().light, floor), {}});
    return story.back().light;
  };
  if (story.front().reason == LightReason::by_ratio && input.over_ceiling) {
    const Light before = story.back().light;
    const Light light = raise(LightReason::over_ceiling, Light::yellow);
    if (trace) trace->tell<"light.over_ceiling">(light, before);
  }
  const bool soon = input.days_left >= 0 && input.days_left <= limits.due_soon && !input.is_public;
  if (soon && input.forecast_short) {
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
    if (trace) {
      trace->tell<"light.stale">(light, before, input.age, input.units_known, input.units_all);
    }
  }
  if (input.stale == 2) {
    const Light before = story.back().light;
    const Light light = raise(LightReason::very_stale, Light::red);
    if (trace) {
      trace->tell<"light.very_stale">(light, before, input.age, input.units_known, input.units_all);
    }
  }
  if (input.strive && story.back().light == Light::red && input.stale < 2) {
    story.push_back({LightReason::strive, Light::yellow, {}});
    if (trace) trace->tell<"light.strive">(Light::yellow, Light::red);
  }
  return story;
}

LightStory milestone_light(const MilestoneInput& input, base::Date as_of, const LightLimits& limits,
                           Trace* trace) {
  if (input.done) {
    if (trace) trace->tell<"light.milestone_done">(Light::blue, input.done);
    return {step(LightReason::milestone_done, Light::blue)};
  }
  if (input.is_public) {
    if (trace) trace->tell<"light.milestone_public">(Light::grey);
    return {step(LightReason::not_recorded, Light::grey)};
  }
  const auto& due = input.due;
  if (input.reports_from) {
    if (trace) trace->tell<"light.milestone_before">(Light::grey, *due, *input.reports_from);
    return {step(LightReason::not_recorded, Light::grey)};
  }
  if (due && *due < as_of) {
    if (trace) trace->tell<"light.milestone_overdue">(Light::red, *due, as_of);
    return {step(LightReason::milestone_overdue, Light::red)};
  }
  const bool soon = due && base::days_between(as_of, *due) <= limits.due_soon;
  if (soon && input.waits) {
    if (trace) trace->tell<"light.milestone_waiting">(Light::yellow, *due, as_of, limits.due_soon);
    return {step(LightReason::milestone_waiting, Light::yellow)};
  }
  if (input.silent) {
    if (trace) trace->tell<"light.milestone_silent">(Light::grey, as_of);
    return {step(LightReason::milestone_silent, Light::grey)};
  }
  if (soon) {
    const long long left = base::days_between(as_of, *due);
    if (trace) {
      trace->tell<"light.milestone_due_soon">(Light::green, *due, as_of, left, limits.due_soon);
    }
    return {step(LightReason::milestone_due_soon, Light::green)};
  }
  if (trace) trace->tell<"light.milestone_ahead">(Light::green, due, as_of, limits.due_soon);
  return {step(LightReason::milestone_ahead, Light::green)};
}

Light verdict_light(model::Verdict verdict) {
  switch (verdict) {
    case model::Verdict::behind:
      return Light::yellow;
    case model::Verdict::stopped:
      return Light::red;
    case model::Verdict::ahead:
    case model::Verdict::on_schedule:
    case model::Verdict::done:
      break;
  }
  return Light::green;
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

std::optional<model::Class> class_by_light(Light light, Trace* trace) {
  using model::Class;
  if (light == Light::green || light == Light::grey) return std::nullopt;
  const Class standing = light == Light::blue     ? Class::done
                         : light == Light::yellow ? Class::behind
                                                  : Class::far_behind;
  if (trace) trace->tell<"class.by_light">(standing, light);
  return standing;
}

}  // namespace taizhang::measure
