// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "measure/clocks.h"
#include "measure/limits.h"
#include "measure/trace.h"
#include "model/enums.h"

namespace taizhang::measure {

/// The rules that set or change a light (domain.md §6.8).
enum class LightReason {
  // of an indicator, in this order
  no_reading,         ///< grey
  not_applicable,     ///< grey, and left out of the task's
  met,                ///< blue
  unreadable_terms,   ///< grey: the target or the term is a fault of its own
  missed,             ///< red: due, settled, and not met
  by_ratio,           ///< green, yellow or red by the schedule ratio
  by_points,          ///< … by points of schedule
  nothing_expected,   ///< green: the schedule expects nothing yet
  unmet_full_target,  ///< yellow: no ratio can be formed with a full target of zero or less
  forecast_short,     ///< at least yellow: due soon, and the forecast does not meet the target
  stale,              ///< at least yellow
  very_stale,         ///< red
  strive,             ///< red becomes yellow
  // of a milestone
  milestone_done,      ///< blue
  milestone_overdue,   ///< red
  milestone_due_soon,  ///< yellow
  milestone_ahead,     ///< green
  // of a task
  worst_measure,     ///< that of its worst measure
  graded,            ///< by its grade
  nothing_to_go_by,  ///< grey: no measure and no grade
  critical_issue,    ///< at least yellow: a critical issue is overdue
  set_by_hand,       ///< an override
};

/// One rule that touched a light, and the light after it.
struct LightStep {
  LightReason reason;
  model::Light light;
  /// The id of the measure or issue that the rule speaks of; empty where it is the thing itself.
  std::string subject;
};

/// How a light came about: every rule that touched it, in order; never empty.
using LightStory = std::vector<LightStep>;

/// What the rules of an indicator's light look at.
struct LightInput {
  bool has_reading = false;
  bool applicable = true;
  bool met = false;
  bool has_terms = false;
  bool settled = false;      ///< due, and no further data is to come
  bool full_target = false;  ///< expected in full at any date, and missed by more than nothing
  std::optional<base::Ratio> ratio;
  std::optional<base::Ratio> points;
  base::Ratio target;       ///< T
  base::Date due{};         ///< E
  long long days_left = 0;  ///< until the due date; negative after it
  bool forecast_short = false;
  std::optional<base::Ratio> forecast;
  int stale = 0;
  long long age = 0;
  bool strive = false;
};

/// The light of an indicator.
LightStory indicator_light(const LightInput& input, const LightLimits& limits,
                           Trace* trace = nullptr);

/// Blue when done, red when its due date is past, yellow within 30 days of it, else green.
LightStory milestone_light(bool done, std::optional<base::Date> due, base::Date as_of,
                           const LightLimits& limits, Trace* trace = nullptr);

/// The light of a grade: 优 and 良 green, 中 yellow, 差 red.
model::Light grade_light(model::Grade grade);

/// Raise a light to at least `light`; blue stays blue.
model::Light at_least(model::Light light, model::Light floor);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::LightReason> {
  using enum measure::LightReason;
  static constexpr auto table =
      std::to_array<Named<measure::LightReason>>({{no_reading, "no_reading"},
                                                  {not_applicable, "not_applicable"},
                                                  {met, "met"},
                                                  {unreadable_terms, "unreadable_terms"},
                                                  {missed, "missed"},
                                                  {by_ratio, "by_ratio"},
                                                  {by_points, "by_points"},
                                                  {nothing_expected, "nothing_expected"},
                                                  {unmet_full_target, "unmet_full_target"},
                                                  {forecast_short, "forecast_short"},
                                                  {stale, "stale"},
                                                  {very_stale, "very_stale"},
                                                  {strive, "strive"},
                                                  {milestone_done, "milestone_done"},
                                                  {milestone_overdue, "milestone_overdue"},
                                                  {milestone_due_soon, "milestone_due_soon"},
                                                  {milestone_ahead, "milestone_ahead"},
                                                  {worst_measure, "worst_measure"},
                                                  {graded, "graded"},
                                                  {nothing_to_go_by, "nothing_to_go_by"},
                                                  {critical_issue, "critical_issue"},
                                                  {set_by_hand, "set_by_hand"}});
};

}  // namespace taizhang::model
