// SPDX-License-Identifier: MIT
//
// The numbers that the rules of measure/ compare with: what a plan sets for itself, else what
// domain.md gives. Whoever tells why a light is what it is takes them from here too.
#pragma once

#include "base/ratio.h"
#include "measure/rule.h"
#include "model/rules.h"

namespace taizhang::measure {

/// Schedule ratios from which a light is green, from which it is yellow, and from which a green
/// one counts as 超序时 (domain.md §6.8, §6.9).
inline base::Ratio green_from(const model::LightRules& rules) {
  return rule_or(rules.green, "0.95");
}
inline base::Ratio yellow_from(const model::LightRules& rules) {
  return rule_or(rules.yellow, "0.8");
}
inline base::Ratio ahead_from(const model::LightRules& rules) {
  return rule_or(rules.ahead, "1.1");
}

/// The same in points of schedule, for `rule: points`.
inline base::Ratio green_from_points(const model::LightRules& rules) {
  return rule_or(rules.green_points, "-10");
}
inline base::Ratio yellow_from_points(const model::LightRules& rules) {
  return rule_or(rules.yellow_points, "-30");
}

/// Days before the due date in which a short forecast counts, and an open milestone is yellow.
inline int due_soon_days(const model::LightRules& rules) { return rules.due_soon.value_or(30); }

/// What 左右 allows (domain.md §6.6): per cent of a count, the smallest count that it holds for,
/// points of a percentage.
inline base::Ratio about_percent_below(const model::AboutRules& rules) {
  return rule_or(rules.percent_below, "10");
}
inline int about_smallest_count(const model::AboutRules& rules) {
  return rules.smallest_count.value_or(10);
}
inline base::Ratio about_points_below(const model::AboutRules& rules) {
  return rule_or(rules.points_below, "0.5");
}

/// The share of the time from which a forecast is made (domain.md §6.10).
inline base::Ratio forecast_from(const model::ForecastRules& rules) {
  return rule_or(rules.from, "0.25");
}

/// Marks that each occurrence takes off a score, and how many at most (domain.md §6.12).
inline base::Ratio marks_late(const model::ScoreRules& rules) { return rule_or(rules.late, "0.1"); }
inline base::Ratio marks_missing(const model::ScoreRules& rules) {
  return rule_or(rules.missing, "0.5");
}
inline base::Ratio marks_issue_overdue(const model::ScoreRules& rules) {
  return rule_or(rules.issue_overdue, "1");
}
inline base::Ratio marks_false_report(const model::ScoreRules& rules) {
  return rule_or(rules.false_report, "3");
}
inline base::Ratio marks_red(const model::ScoreRules& rules) { return rule_or(rules.red, "2"); }
inline base::Ratio marks_second_yellow(const model::ScoreRules& rules) {
  return rule_or(rules.second_yellow, "1");
}
inline base::Ratio most_marks(const model::ScoreRules& rules) { return rule_or(rules.most, "10"); }

/// Days after the due date until the last data is in (domain.md §7).
inline int settlement_days(const model::DeadlineRules& rules) {
  return rules.settlement.value_or(45);
}

/// Days after an inspection until the feedback on it is due (domain.md §7).
inline int feedback_days(const model::DeadlineRules& rules) {
  return rules.inspection_feedback.value_or(30);
}

}  // namespace taizhang::measure
