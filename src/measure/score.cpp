// SPDX-License-Identifier: MIT
#include "measure/score.h"

#include <algorithm>

#include "measure/in_force.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;
using model::Light;
using model::Status;

namespace {

/// Names a rule for a function that is called with several.
template <RuleId Id>
struct Told {};

/// The marks of one measure: 100 when met, else its share; what was only striven for loses half.
Ratio marks_of(const IndicatorFigures& indicator, Trace* trace) {
  const std::string id = indicator.indicator->id.value_or("");
  const Ratio weight = to_ratio(indicator.weight);
  if (indicator.met) {
    if (trace) trace->tell<"marks.met">(weight * 100, id, weight);
    return 100;
  }
  const Ratio& completion = *indicator.completion;
  const Ratio share = base::clamped(completion) * 100;
  if (indicator.commitment == model::Commitment::strive) {
    const Ratio half = (100 + share) / 2;
    if (trace) trace->tell<"marks.strive">(weight * half, id, weight, completion);
    return half;
  }
  if (trace) trace->tell<"marks.share">(weight * share, id, weight, completion);
  return share;
}

Mean base_of(const TaskFigures& task, Trace* trace) {
  Mean mean = task.completion;
  if (task.grade) {
    mean.value = grade_value(*task.grade) * 100;
    if (trace) trace->tell<"score_base.by_grade">(mean.value, *task.grade);
    return mean;
  }
  Ratio sum = 0;
  Ratio weights = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.counts() || !indicator.completion) continue;
    sum += to_ratio(indicator.weight) * marks_of(indicator, trace);
    weights += to_ratio(indicator.weight);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (!milestone.has_weight() || !task.milestones_known) continue;
    const Ratio weight = to_ratio(milestone.weight);
    const Ratio marks = milestone.done ? weight * 100 : Ratio(0);
    if (trace) {
      trace->tell<"marks.milestone">(marks, milestone.milestone->id.value_or(""), weight,
                                     milestone.done);
    }
    sum += marks;
    weights += weight;
  }
  mean.value = weights > 0 ? std::optional(sum / weights) : std::nullopt;
  if (trace) {
    trace->tell<"score_base.mean_of_measures">(mean.value, sum, weights, mean.known, mean.all);
  }
  return mean;
}

Deductions deductions_of(const ScoreLimits& limits, const TaskFigures& task,
                         const std::vector<MonthLight>& months, Trace* trace) {
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
  Ratio sum = 0;
  const auto take = [&]<RuleId Id>(Told<Id>, int times, const Ratio& each) {
    sum += each * times;
    if (trace && times > 0) trace->tell<Id>(each * times, times, each);
  };
  take(Told<"deduction.late">(), result.late, limits.late);
  take(Told<"deduction.missing">(), result.missing, limits.missing);
  take(Told<"deduction.issue_overdue">(), result.issues_overdue, limits.issue_overdue);
  take(Told<"deduction.false_report">(), result.false_reports, limits.false_report);
  take(Told<"deduction.red_month">(), result.red_months, limits.red);
  take(Told<"deduction.second_yellow">(), result.second_yellows, limits.second_yellow);
  result.marks = std::min(sum, limits.most);
  if (trace) trace->tell<"deducted.at_most">(result.marks, sum, limits.most);
  return result;
}

}  // namespace

bool is_scored(const TaskFigures& task) {
  return !task.mechanism() && task.status != Status::suspended && task.status != Status::cancelled;
}

TaskScore score_task(const PlanFigures& plan, const TaskFigures& figures, Trace* trace) {
  if (trace) trace->begin("task");
  const Frame frame = plan.frame();
  const auto& end = frame.plan.period.end;
  const bool settled = figures.status == Status::carried_over && end && *end < plan.clocks.as_of;
  Clocks clocks = plan.clocks;
  if (settled) clocks.as_of = *end;
  const TaskFigures then = settled ? measure_task(frame, *figures.file, clocks) : TaskFigures{};
  const TaskFigures& task = settled ? then : figures;
  TaskScore score;
  score.base = base_of(task, trace);
  score.months = month_lights(frame, *task.file, clocks, trace);
  score.deductions = deductions_of(frame.limits.score, task, score.months, trace);
  if (score.base.value) {
    score.value = std::max(*score.base.value - score.deductions.marks, Ratio(0));
  }
  if (trace) trace->tell<"score.sum">(score.value, score.base.value, score.deductions.marks);
  const model::Override* by_hand = override_in_force(task.task(), clocks.as_of);
  if (by_hand && by_hand->score) {
    const model::Override& own = *by_hand;
    score.value = to_ratio(*own.score);
    score.by_hand = true;
    if (trace) {
      trace->tell<"score.set_by_hand">(score.value, *own.score, own.reason.value, own.by.value,
                                       own.until.value);
    }
  }
  return score;
}

model::Grade score_grade(const Ratio& score, Trace* trace) {
  const model::Grade grade = score >= 90   ? model::Grade::excellent
                             : score >= 80 ? model::Grade::good
                             : score >= 60 ? model::Grade::fair
                                           : model::Grade::poor;
  if (trace) trace->tell<"grade.of_score">(grade, score);
  return grade;
}

}  // namespace taizhang::measure
