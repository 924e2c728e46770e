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

/// The rules that set or change a light (RULES.md §6.8).
enum class LightReason {
  // of an indicator, in this order
  pending,             ///< grey, apart: its target is still to be set
  no_reading,          ///< grey 未报送
  overdue_unreported,  ///< red 逾期未报: the settlement is over
  not_applicable,      ///< grey, apart
  not_compared,        ///< grey, apart: what it is compared with is not there
  unreadable_terms,    ///< grey: the target or the term is a fault of its own
  not_recorded,   ///< grey 未录: only public results are recorded, and none of the end is there
  met,            ///< blue
  missed_window,  ///< red: a month of its window was missed
  met_so_far,     ///< green 现达标: met, and may yet go back
  used_too_fast,  ///< yellow 用得过快: an allowance not broken
  broken,         ///< red 已突破: an allowance
  missed,         ///< red 未完成: due, no further data is to come, and not met
  by_ratio,       ///< green, yellow or red by the schedule ratio
  by_points,      ///< … by points of completion
  nothing_expected,   ///< green: the schedule expects nothing yet
  unmet_full_target,  ///< yellow: no ratio can be formed with the full target
  over_ceiling,       ///< yellow at best
  forecast_short,     ///< at least yellow: due soon, and the forecast does not meet the target
  stale,              ///< at least yellow
  very_stale,         ///< red
  strive,             ///< red that comes from figures becomes yellow
  // of a milestone
  milestone_done,      ///< blue
  milestone_overdue,   ///< red
  milestone_waiting,   ///< yellow: due soon, and what it waits for is not done
  milestone_silent,    ///< grey: nothing has been heard of the task
  milestone_due_soon,  ///< green 临期
  milestone_ahead,     ///< green
  // of a task
  worst_measure,     ///< that of its worst measure
  own_word,          ///< by the unit's own verdict (自报)
  graded,            ///< by its grade
  closed,            ///< blue: no measures, and it has been closed
  left_apart,        ///< grey: of each measure that could count nothing can be said
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
  bool pending = false;
  bool has_reading = false;
  bool applicable = true;
  bool has_benchmark = true;
  bool has_terms = false;
  bool met = false;
  bool can_go_back = false;
  bool allowance = false;
  bool ceiling = false;
  bool over_ceiling = false;   ///< of a ceiling: above what is expected
  bool full_target = false;    ///< expected in full at any date
  bool window_missed = false;  ///< a month of its window was below target, or missing
  bool closed_good = false;    ///< a met value can no longer go back
  bool closed = false;         ///< due, and no further data is to come
  bool lost = false;           ///< the settlement is over, and the last period was not reported
  bool is_public = false;      ///< only public results are recorded
  bool not_recorded = false;   ///< of these none of the end is there
  std::optional<base::Ratio> ratio;
  std::optional<base::Ratio> points;  ///< of completion
  base::Ratio target;                 ///< T
  base::Date due{};                   ///< E
  base::Date data{};                  ///< d
  long long days_left = 0;            ///< until the due date; negative after it
  bool forecast_short = false;
  std::optional<base::Ratio> forecast;
  int stale = 0;
  long long age = 0;
  /// Of a sum without a value for want of some units: how many of them have one, of how many.
  std::optional<int> units_known;
  std::optional<int> units_all;
  bool strive = false;
};

/// The light of an indicator.
LightStory indicator_light(const LightInput& input, const LightLimits& limits,
                           Trace* trace = nullptr);

/// What the rules of a milestone's light look at.
struct MilestoneInput {
  bool done = false;
  bool is_public = false;
  std::optional<base::Date> reports_from = {};  ///< where it is due before that day
  std::optional<base::Date> due;
  bool waits = false;   ///< for another that is not done
  bool silent = false;  ///< nothing has been heard of the task for long
};

/// Blue when done, grey where that is not recorded, red when its due date is past, yellow within 30
/// days of it while it waits for another, grey when nothing has been heard of the task, else green.
LightStory milestone_light(const MilestoneInput& input, base::Date as_of, const LightLimits& limits,
                           Trace* trace = nullptr);

/// The light of a unit's own word: 滞后 yellow, 停滞 red, else green.
model::Light verdict_light(model::Verdict verdict);

/// The light of a grade: 优 and 良 green, 中 yellow, 差 red.
model::Light grade_light(model::Grade grade);

/// The class that a blue, yellow or red light gives by itself (RULES.md §6.9); nothing for green
/// and grey, where more has to be asked.
std::optional<model::Class> class_by_light(model::Light light, Trace* trace = nullptr);

/// Raise a light to at least `light`; blue stays blue.
model::Light at_least(model::Light light, model::Light floor);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::LightReason> {
  using enum measure::LightReason;
  static constexpr auto table =
      std::to_array<Named<measure::LightReason>>({{pending, "pending"},
                                                  {no_reading, "no_reading"},
                                                  {overdue_unreported, "overdue_unreported"},
                                                  {not_applicable, "not_applicable"},
                                                  {not_compared, "not_compared"},
                                                  {unreadable_terms, "unreadable_terms"},
                                                  {not_recorded, "not_recorded"},
                                                  {met, "met"},
                                                  {missed_window, "missed_window"},
                                                  {met_so_far, "met_so_far"},
                                                  {used_too_fast, "used_too_fast"},
                                                  {broken, "broken"},
                                                  {missed, "missed"},
                                                  {by_ratio, "by_ratio"},
                                                  {by_points, "by_points"},
                                                  {nothing_expected, "nothing_expected"},
                                                  {unmet_full_target, "unmet_full_target"},
                                                  {over_ceiling, "over_ceiling"},
                                                  {forecast_short, "forecast_short"},
                                                  {stale, "stale"},
                                                  {very_stale, "very_stale"},
                                                  {strive, "strive"},
                                                  {milestone_done, "milestone_done"},
                                                  {milestone_overdue, "milestone_overdue"},
                                                  {milestone_waiting, "milestone_waiting"},
                                                  {milestone_silent, "milestone_silent"},
                                                  {milestone_due_soon, "milestone_due_soon"},
                                                  {milestone_ahead, "milestone_ahead"},
                                                  {worst_measure, "worst_measure"},
                                                  {own_word, "own_word"},
                                                  {graded, "graded"},
                                                  {closed, "closed"},
                                                  {left_apart, "left_apart"},
                                                  {nothing_to_go_by, "nothing_to_go_by"},
                                                  {critical_issue, "critical_issue"},
                                                  {set_by_hand, "set_by_hand"}});
};

}  // namespace taizhang::model
