// SPDX-License-Identifier: MIT
#include "measure/score.h"

#include <algorithm>

#include "measure/limits.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;
using model::Light;
using model::Status;

namespace {

/// The marks of one measure: 100 when met, else its share; what was only striven for loses half.
Ratio marks_of(const IndicatorFigures& indicator) {
  if (indicator.met) return 100;
  const Ratio share = base::clamped(*indicator.completion) * 100;
  const auto& commitment = indicator.indicator->commitment;
  const bool strive = commitment && *commitment == model::Commitment::strive;
  return strive ? Ratio((100 + share) / 2) : share;
}

Mean base_of(const TaskFigures& task) {
  Mean mean = task.completion;
  if (task.grade) {
    mean.value = grade_value(*task.grade) * 100;
    return mean;
  }
  Ratio sum = 0;
  Ratio weights = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.counts() || !indicator.completion) continue;
    sum += to_ratio(indicator.weight) * marks_of(indicator);
    weights += to_ratio(indicator.weight);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (!milestone.has_weight() || !task.milestones_known) continue;
    if (milestone.done) sum += to_ratio(milestone.weight) * 100;
    weights += to_ratio(milestone.weight);
  }
  mean.value = weights > 0 ? std::optional(Ratio(sum / weights)) : std::nullopt;
  return mean;
}

Deductions deductions_of(const model::Plan& plan, const TaskFigures& task,
                         const std::vector<MonthLight>& months, Clocks clocks) {
  Deductions result;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.counts()) continue;
    result.late += static_cast<int>(indicator.reports.late.size());
    result.missing += static_cast<int>(indicator.reports.missing.size());
  }
  for (const IssueFigures& issue : task.issues) result.issues_overdue += issue.ran_over;
  for (const model::Inspection& inspection : task.task().inspections) {
    result.false_reports += inspection.date && *inspection.date <= clocks.as_of &&
                            inspection.result &&
                            *inspection.result == model::InspectionResult::inconsistent;
  }
  Light before = Light::grey;
  for (const MonthLight& month : months) {
    result.red_months += month.light == Light::red;
    result.second_yellows += month.light == Light::yellow && before == Light::yellow;
    before = month.light;
  }
  const model::ScoreRules& rules = plan.rules.score;
  result.marks = marks_late(rules) * result.late + marks_missing(rules) * result.missing +
                 marks_issue_overdue(rules) * result.issues_overdue +
                 marks_false_report(rules) * result.false_reports +
                 marks_red(rules) * result.red_months +
                 marks_second_yellow(rules) * result.second_yellows;
  result.marks = std::min(result.marks, most_marks(rules));
  return result;
}

}  // namespace

bool is_scored(const model::Task& task) {
  const Status status = task.status.value_or(Status::in_progress);
  return !task.mechanism.value_or(false) && status != Status::suspended &&
         status != Status::cancelled;
}

TaskScore score_task(const model::Plan& plan, const model::TaskFile& file, Clocks clocks) {
  const bool carried = file.task.status && *file.task.status == Status::carried_over;
  if (carried && plan.period.end) clocks.as_of = std::min(clocks.as_of, *plan.period.end);
  const TaskFigures task = measure_task(plan, file, clocks);
  TaskScore score;
  score.base = base_of(task);
  score.months = month_lights(plan, file, clocks);
  score.deductions = deductions_of(plan, task, score.months, clocks);
  if (score.base.value) {
    score.value = std::max(Ratio(*score.base.value - score.deductions.marks), Ratio(0));
  }
  const model::Override& own = file.task.override_;
  if (own.score && (!own.until || clocks.as_of <= *own.until)) {
    score.value = to_ratio(*own.score);
    score.by_hand = true;
  }
  return score;
}

model::Grade score_grade(const Ratio& score) {
  if (score >= 90) return model::Grade::excellent;
  if (score >= 80) return model::Grade::good;
  return score >= 60 ? model::Grade::fair : model::Grade::poor;
}

}  // namespace taizhang::measure
