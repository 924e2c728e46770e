// SPDX-License-Identifier: MIT
#include "measure/score.h"

#include <algorithm>

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
  const bool strive = indicator.commitment == model::Commitment::strive;
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

Deductions deductions_of(const ScoreLimits& limits, const TaskFigures& task,
                         const std::vector<MonthLight>& months) {
  Deductions result;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.counts()) continue;
    result.late += static_cast<int>(indicator.reports.late.size());
    result.missing += static_cast<int>(indicator.reports.missing.size());
  }
  for (const IssueFigures& issue : task.issues) result.issues_overdue += issue.ran_over;
  for (const InspectionFigures& one : task.inspections) {
    const model::Inspection& inspection = *one.inspection;
    result.false_reports +=
        inspection.date && inspection.result.value == model::InspectionResult::inconsistent;
  }
  Light before = Light::grey;
  for (const MonthLight& month : months) {
    result.red_months += month.light == Light::red;
    result.second_yellows += month.light == Light::yellow && before == Light::yellow;
    before = month.light;
  }
  result.marks = limits.late * result.late + limits.missing * result.missing +
                 limits.issue_overdue * result.issues_overdue +
                 limits.false_report * result.false_reports + limits.red * result.red_months +
                 limits.second_yellow * result.second_yellows;
  result.marks = std::min(result.marks, limits.most);
  return result;
}

}  // namespace

bool is_scored(const TaskFigures& task) {
  return !task.mechanism() && task.status != Status::suspended && task.status != Status::cancelled;
}

TaskScore score_task(const PlanFigures& plan, const TaskFigures& figures) {
  const Frame frame = plan.frame();
  const auto& end = frame.plan.period.end;
  const bool settled = figures.status == Status::carried_over && end && *end < plan.clocks.as_of;
  Clocks clocks = plan.clocks;
  if (settled) clocks.as_of = *end;
  const TaskFigures then = settled ? measure_task(frame, *figures.file, clocks) : TaskFigures{};
  const TaskFigures& task = settled ? then : figures;
  TaskScore score;
  score.base = base_of(task);
  score.months = month_lights(frame, *task.file, clocks);
  score.deductions = deductions_of(frame.limits.score, task, score.months);
  if (score.base.value) {
    score.value = std::max(Ratio(*score.base.value - score.deductions.marks), Ratio(0));
  }
  const model::Override& own = task.task().override_;
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
