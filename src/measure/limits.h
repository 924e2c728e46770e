// SPDX-License-Identifier: MIT
//
// The numbers that the rules of measure/ compare with: what a plan sets for itself, else the
// defaults in the tables of model/rules.h. They are read once for a plan; whoever tells why a
// light is what it is takes them from here too.
#pragma once

#include <optional>

#include "base/ratio.h"
#include "model/plan.h"

namespace taizhang::measure {

/// Schedule ratios, and points of schedule, from which a light is green, from which it is yellow,
/// and from which a green one counts as 超序时 (RULES.md §6.8, §6.9).
struct LightLimits {
  model::LightRule rule;
  base::Ratio green, yellow, ahead;
  base::Ratio green_points, yellow_points;
  int due_soon;  ///< days before due in which a short forecast counts, a milestone is yellow
};

/// What 左右 allows (RULES.md §6.6): per cent of a count, the smallest count that it holds for,
/// points of a percentage, per cent of another amount.
struct AboutLimits {
  base::Ratio percent_below;
  int smallest_count;
  base::Ratio points_below;
  base::Ratio amounts_below;
};

/// One for each frequency of reports; what is reported once has none.
template <class T>
struct ByFrequency {
  T week, month, quarter, season, year;

  std::optional<T> of(model::Frequency frequency) const {
    switch (frequency) {
      case model::Frequency::week:
        return week;
      case model::Frequency::month:
        return month;
      case model::Frequency::quarter:
        return quarter;
      case model::Frequency::season:
        return season;
      case model::Frequency::year:
        return year;
      case model::Frequency::once:
        break;
    }
    return std::nullopt;
  }
};

/// Days without new data beyond which an indicator is stale, and very stale.
struct StaleLimits {
  int stale;
  int very_stale;
};

/// The same by frequency (RULES.md §6.7).
using StaleTable = ByFrequency<StaleLimits>;

/// Time limits (RULES.md §7).
struct DeadlineLimits {
  static constexpr int usual_day = 5;  ///< of the month after a period, or Friday of its week

  ByFrequency<model::DeadlineDay> reports;         ///< of weeks 1 Monday … 7 Sunday
  int issue_general, issue_major, issue_critical;  ///< days
  int escalate_after;       ///< working days, at most 250: an issue escalates within the year
  int inspection_feedback;  ///< days after an inspection until the feedback on it is due
  int settlement;           ///< days after the due date until the last data is in

  /// The day by which reports of this frequency come.
  model::DeadlineDay day_of(model::Frequency frequency) const;
  /// How many days that is later than usual.
  int days_beyond_usual(model::Frequency frequency) const;

  /// Days that an issue of this level may take.
  int days_allowed(model::IssueLevel level) const;
};

/// What makes a reading doubtful, in per cent; `jump_of_step` in times the expected step
/// (RULES.md §7).
struct DoubtLimits {
  base::Ratio jump_of_last, jump_of_target, jump_of_step, over_target;
};

/// Which forecast counts first, and the share of the time from which one is made (RULES.md §6.10).
struct ForecastLimits {
  model::ForecastMethod method;
  base::Ratio from;
};

/// Marks that each occurrence takes off a score, how many at most, and the share of a participant
/// (RULES.md §6.12).
struct ScoreLimits {
  base::Ratio late, missing, issue_overdue, false_report, red, second_yellow, most;
  base::Ratio support;
  bool ranking;
};

struct Limits {
  LightLimits light;
  AboutLimits about;
  StaleTable stale;
  DeadlineLimits deadlines;
  DoubtLimits doubt;
  ForecastLimits forecast;
  ScoreLimits score;
  model::TimeRule time;
};

LightLimits limits_of(const model::LightRules& rules);
AboutLimits limits_of(const model::AboutRules& rules);
StaleTable limits_of(const model::StaleRules& rules);
DeadlineLimits limits_of(const model::DeadlineRules& rules);
DoubtLimits limits_of(const model::DoubtRules& rules);
ForecastLimits limits_of(const model::ForecastRules& rules);
ScoreLimits limits_of(const model::ScoreRules& rules);
Limits limits_of(const model::Rules& rules);

}  // namespace taizhang::measure
