// SPDX-License-Identifier: MIT
#include "measure/limits.h"

#include <algorithm>

#include "model/resolved.h"

namespace taizhang::measure {

using base::Ratio;
using model::resolved;

namespace {

template <auto Member, class E>
Ratio ratio(const E& rules) {
  return base::to_ratio(resolved<Member>(rules));
}

/// Two steps of days; a list that is not two readable numbers counts as not written.
template <auto Member>
StaleLimits steps(const model::StaleRules& rules) {
  const auto& given = (rules.*Member).items;
  if (given.size() == 2 && given[0] && given[1]) return {*given[0], *given[1]};
  const auto& otherwise = model::otherwise<Member>();
  return {otherwise.at(0), otherwise.at(1)};
}

}  // namespace

model::DeadlineDay DeadlineLimits::day_of(model::Frequency frequency) const {
  return reports.of(frequency).value_or(model::DeadlineDay{usual_day, false});
}

int DeadlineLimits::days_beyond_usual(model::Frequency frequency) const {
  const model::DeadlineDay day = day_of(frequency);
  return day.own ? 0 : std::max(day.day - usual_day, 0);
}

int DeadlineLimits::days_allowed(model::IssueLevel level) const {
  switch (level) {
    case model::IssueLevel::major:
      return issue_major;
    case model::IssueLevel::critical:
      return issue_critical;
    case model::IssueLevel::general:
      break;
  }
  return issue_general;
}

LightLimits limits_of(const model::LightRules& rules) {
  using model::LightRules;
  return {resolved<&LightRules::rule>(rules),      ratio<&LightRules::green>(rules),
          ratio<&LightRules::yellow>(rules),       ratio<&LightRules::ahead>(rules),
          ratio<&LightRules::green_points>(rules), ratio<&LightRules::yellow_points>(rules),
          resolved<&LightRules::due_soon>(rules)};
}

AboutLimits limits_of(const model::AboutRules& rules) {
  using model::AboutRules;
  return {ratio<&AboutRules::percent_below>(rules), resolved<&AboutRules::smallest_count>(rules),
          ratio<&AboutRules::points_below>(rules), ratio<&AboutRules::amounts_below>(rules)};
}

StaleTable limits_of(const model::StaleRules& rules) {
  using model::StaleRules;
  return {steps<&StaleRules::week>(rules), steps<&StaleRules::month>(rules),
          steps<&StaleRules::quarter>(rules), steps<&StaleRules::season>(rules),
          steps<&StaleRules::year>(rules)};
}

DeadlineLimits limits_of(const model::DeadlineRules& rules) {
  using model::DeadlineRules;
  return {{{std::clamp(resolved<&DeadlineRules::week>(rules), 1, 7), false},
           resolved<&DeadlineRules::month>(rules),
           resolved<&DeadlineRules::quarter>(rules),
           resolved<&DeadlineRules::season>(rules),
           resolved<&DeadlineRules::year>(rules)},
          resolved<&DeadlineRules::issue_general>(rules),
          resolved<&DeadlineRules::issue_major>(rules),
          resolved<&DeadlineRules::issue_critical>(rules),
          std::clamp(resolved<&DeadlineRules::escalate_after>(rules), 0, 250),
          resolved<&DeadlineRules::inspection_feedback>(rules),
          resolved<&DeadlineRules::settlement>(rules)};
}

DoubtLimits limits_of(const model::DoubtRules& rules) {
  using model::DoubtRules;
  return {ratio<&DoubtRules::jump_of_last>(rules), ratio<&DoubtRules::jump_of_target>(rules),
          ratio<&DoubtRules::jump_of_step>(rules), ratio<&DoubtRules::over_target>(rules)};
}

ForecastLimits limits_of(const model::ForecastRules& rules) {
  using model::ForecastRules;
  return {resolved<&ForecastRules::method>(rules), ratio<&ForecastRules::from>(rules)};
}

ScoreLimits limits_of(const model::ScoreRules& rules) {
  using model::ScoreRules;
  return {ratio<&ScoreRules::late>(rules),          ratio<&ScoreRules::missing>(rules),
          ratio<&ScoreRules::issue_overdue>(rules), ratio<&ScoreRules::false_report>(rules),
          ratio<&ScoreRules::red>(rules),           ratio<&ScoreRules::second_yellow>(rules),
          ratio<&ScoreRules::most>(rules),          ratio<&ScoreRules::support>(rules),
          resolved<&ScoreRules::ranking>(rules)};
}

Limits limits_of(const model::Rules& rules) {
  return {limits_of(rules.light), limits_of(rules.about),
          limits_of(rules.stale), limits_of(rules.deadlines),
          limits_of(rules.doubt), limits_of(rules.forecast),
          limits_of(rules.score), resolved<&model::Rules::time>(rules)};
}

}  // namespace taizhang::measure
