// SPDX-License-Identifier: MIT
#include "measure/score.h"

#include <algorithm>
#include <set>

#include "measure/completion.h"
#include "measure/in_force.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;
using model::Light;

namespace {

/// Names a rule for a function that is called with several.
template <RuleId Id>
struct Told {};

/// The completion that a measure met only after its due date had at it.
std::optional<Ratio> completion_at_due(const StrandFigures& strand) {
  Terms terms = *strand.terms;
  const Effective* at_due = nullptr;
  for (const Effective& one : strand.readings) {
    if (one.date <= terms.due && one.applicable) at_due = &one;
  }
  if (!at_due) return std::nullopt;
  const auto target = target_at(terms, *at_due, *strand.newest());
  if (!target) return std::nullopt;
  terms.target = *target;
  const Ratio value = to_ratio(at_due->value);
  const auto ratio = schedule_ratio(terms, expected(terms, at_due->date), value, false);
  return completion(terms, value, false, ratio, true);
}

/// The same of units that each have their own: their mean, where those met in time count in full.
std::optional<Ratio> completion_at_due(const std::vector<UnitFigures>& units) {
  Ratio sum = 0;
  for (const UnitFigures& unit : units) {
    const bool has_share = !unit.terms->ceiling && unit.terms->kind != model::Kind::rank;
    const auto then = has_share ? completion_at_due(unit) : std::nullopt;
    sum += unit.met_late ? base::clamped(then.value_or(Ratio(0))) : Ratio(1);
  }
  return sum / static_cast<int>(units.size());
}

/// 100 times the completion, at most 99: it was not met.
Ratio settled_marks(const std::optional<Ratio>& completion) {
  return std::min(base::clamped(completion.value_or(Ratio(0))) * 100, Ratio(99));
}

/// How a measure comes to its marks, and those before a miss that was only striven for costs half.
struct Marks {
  MarksBy by;
  std::optional<Ratio> share;  ///< that they are a hundred times of
  Ratio marks;
};

std::optional<Marks> full_marks(const StrandFigures& strand, const IndicatorFigures& indicator) {
  using enum MarksBy;
  if (strand.unreported_at_end) return Marks{never_reported, std::nullopt, 0};
  const bool counts = strand.applicable && !strand.pending && !strand.not_compared;
  // Of units that each have their own the whole is heard of once one of them is.
  const bool is_each = &strand == &indicator && indicator.is_of_each();
  const auto& units = indicator.units;
  const auto any_unit = [&](auto is) { return is_each && std::ranges::any_of(units, is); };
  const bool is_heard =
      strand.newest() || any_unit([](const UnitFigures& unit) { return unit.newest() != nullptr; });
  if (!counts || !is_heard || !strand.terms) return std::nullopt;
  const auto by = [&](LightReason reason) {
    return strand.reason() == reason ||
           any_unit([&](const UnitFigures& unit) { return unit.reason() == reason; });
  };
  if (strand.broken) return Marks{lost, std::nullopt, 0};
  if (by(LightReason::not_recorded)) return std::nullopt;
  const Terms& terms = *strand.terms;
  if (strand.met && strand.met_late) {
    const bool has_share = is_each || (!terms.ceiling && terms.kind != model::Kind::rank);
    if (!has_share) return Marks{lost, std::nullopt, 0};
    const auto then = is_each ? completion_at_due(units) : completion_at_due(strand);
    return Marks{met_late, then, settled_marks(then)};
  }
  // Every unit met its own, and yet one's last report never came: the whole is red by that.
  const bool lost_by_a_unit = is_each && by(LightReason::overdue_unreported);
  if (strand.settled && (!strand.met || lost_by_a_unit)) {
    if (terms.ceiling || terms.kind == model::Kind::rank) return Marks{lost, std::nullopt, 0};
    return Marks{settled, strand.completion, settled_marks(strand.completion)};
  }
  if (strand.settled && strand.reason() == LightReason::missed_window) {
    return Marks{settled, strand.completion, settled_marks(strand.completion)};
  }
  if (terms.kind == model::Kind::rank && !strand.due_reached) return std::nullopt;
  if (strand.met && (strand.settled || !terms.allowance())) return Marks{met, std::nullopt, 100};
  // That those who have reported are on schedule says nothing of a unit that never has; that one of
  // them is not says enough.
  const bool in_part = is_each && indicator.is_in_part();
  if (!strand.ratio) {
    // Nothing is expected yet, or no share can be formed with the target.
    if (!strand.met && by(LightReason::unmet_full_target)) return Marks{lost, std::nullopt, 0};
    return in_part ? std::nullopt : std::optional(Marks{schedule, std::nullopt, 100});
  }
  if (in_part && *strand.ratio >= 1) return std::nullopt;
  return Marks{schedule, strand.ratio, base::clamped(*strand.ratio) * 100};
}

std::optional<Ratio> marks_of(const StrandFigures& strand, const IndicatorFigures& indicator,
                              Trace* trace) {
  const auto full = full_marks(strand, indicator);
  if (!full) return std::nullopt;
  const bool missed =
      full->by == MarksBy::settled || full->by == MarksBy::lost || full->by == MarksBy::met_late;
  const bool softened =
      missed && strand.settled && indicator.commitment == model::Commitment::strive;
  const Ratio marks = softened ? 100 - (100 - full->marks) / 2 : full->marks;
  if (trace) {
    const std::string id = indicator.indicator->id.value_or("");
    const Ratio weight = to_ratio(indicator.weight);
    trace->tell<"marks.of_measure">(weight * marks, id, weight, full->by, full->share, softened,
                                    marks);
  }
  return marks;
}

/// The strand that a unit is scored on.
const StrandFigures& strand_for(const IndicatorFigures& indicator, const std::string& unit) {
  for (const UnitFigures& one : indicator.units) {
    if (!unit.empty() && one.unit == unit) return one;
  }
  return indicator;
}

Mean base_of(const TaskFigures& task, const std::string& unit, bool& by_schedule, Trace* trace) {
  Mean mean;
  if (task.grade) {
    mean = {grade_value(*task.grade) * 100, 1, 1};
    if (trace) trace->tell<"score_base.by_grade">(mean.value, *task.grade);
    return mean;
  }
  Ratio sum = 0;
  Ratio weights = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.has_weight() || indicator.pending) continue;
    ++mean.all;
    const StrandFigures& strand = strand_for(indicator, unit);
    const auto marks = marks_of(strand, indicator, trace);
    if (!marks) continue;
    ++mean.known;
    by_schedule = by_schedule || !strand.settled;
    sum += to_ratio(indicator.weight) * *marks;
    weights += to_ratio(indicator.weight);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (!milestone.has_weight()) continue;
    ++mean.all;
    if (!milestone.done && !milestone.overdue) continue;
    ++mean.known;
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

/// Whether the reading that an inspection names is there to be seen.
bool has_reading(const TaskFigures& task, const model::Inspection& inspection, Clocks clocks) {
  for (const IndicatorFigures& figures : task.indicators) {
    const model::Indicator& indicator = *figures.indicator;
    if (indicator.id.value != *inspection.indicator) continue;
    return std::ranges::any_of(indicator.readings, [&](const model::Reading& one) {
      return one.id.value == *inspection.reading && is_known(one, clocks);
    });
  }
  return false;
}

/// How many different readings of measures with weight were found not to hold. What is found of a
/// reading counts once it is known, for it was so before; an inspection that names none, by its
/// day.
int false_reports(const TaskFigures& task, Clocks clocks) {
  std::set<std::pair<std::string, std::string>> found;
  int unnamed = 0;
  for (const model::Inspection& inspection : task.task().inspections) {
    if (!inspection.date || inspection.result.value != model::InspectionResult::inconsistent) {
      continue;
    }
    const bool named = inspection.indicator && inspection.reading;
    if (named ? *inspection.date > clocks.known_by || !has_reading(task, inspection, clocks)
              : !clocks.have_reached(inspection.date.value)) {
      continue;
    }
    const auto is_its = [&](const IndicatorFigures& indicator) {
      return !indicator.has_weight() && inspection.indicator &&
             indicator.indicator->id.value == *inspection.indicator;
    };
    if (std::any_of(task.indicators.begin(), task.indicators.end(), is_its)) continue;
    if (named) {
      found.emplace(*inspection.indicator, *inspection.reading);
    } else {
      ++unnamed;
    }
  }
  return static_cast<int>(found.size()) + unnamed;
}

Deductions deductions_of(const ScoreLimits& limits, const TaskFigures& task,
                         const std::vector<IssueFigures>& issues,
                         const std::vector<MonthLight>& months, Clocks clocks, Trace* trace) {
  Deductions result;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.has_weight()) continue;
    result.late += static_cast<int>(indicator.reports.late.size());
    result.missing += static_cast<int>(indicator.reports.missing.size());
  }
  for (const IssueFigures& issue : issues) result.issues_overdue += issue.ran_over;
  result.false_reports = false_reports(task, clocks);
  for (std::size_t i = 0; i < months.size(); ++i) {
    result.red_months += months[i].light == Light::red;
    const bool again = i > 0 && months[i].follows && months[i].light == Light::yellow &&
                       months[i - 1].light >= Light::yellow;
    result.second_yellows += again;
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

bool is_scored(const TaskFigures& task) { return task.counted; }

std::optional<Ratio> marks_of(const StrandFigures& strand, const IndicatorFigures& indicator) {
  return marks_of(strand, indicator, nullptr);
}

namespace {

/// What is left of the base, or what a person has set.
void settle(TaskScore& score, const TaskFigures& task, Clocks clocks, Trace* trace) {
  score.value.reset();
  if (score.base.value) {
    score.value = std::max(*score.base.value - score.deductions.marks, Ratio(0));
  }
  if (trace) trace->tell<"score.sum">(score.value, score.base.value, score.deductions.marks);
  const model::Override* own = override_in_force(task.task(), Overridden::score, clocks);
  if (!own) return;
  score.value = to_ratio(*own->score);
  score.by_hand = true;
  score.by_schedule = false;
  if (trace) {
    trace->tell<"score.set_by_hand">(score.value, *own->score, own->reason.value, own->by.value,
                                     own->until.value);
  }
}

}  // namespace

TaskScore score_task(const PlanFigures& plan, const TaskFigures& task, Trace* trace) {
  if (trace) trace->begin("task");
  const Frame frame = plan.frame();
  const Clocks clocks = days_measured(frame, task.task(), plan.clocks);
  TaskScore score;
  score.base = base_of(task, "", score.by_schedule, trace);
  score.months = month_lights(frame, *task.file, plan.clocks, trace);
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.has_weight()) continue;
    score.missing_run = std::max(score.missing_run, indicator.reports.missing_run);
  }
  score.deductions =
      deductions_of(frame.limits.score, task, issues_of_year(frame, task, plan.clocks),
                    score.months, clocks, trace);
  settle(score, task, clocks, trace);
  return score;
}

TaskScore score_of_unit(const PlanFigures& plan, const TaskFigures& task, TaskScore whole,
                        const std::string& unit) {
  const bool has_own = std::ranges::any_of(
      task.indicators, [](const IndicatorFigures& one) { return !one.units.empty(); });
  if (!has_own) return whole;
  whole.by_schedule = false;
  whole.base = base_of(task, unit, whole.by_schedule, nullptr);
  settle(whole, task, days_measured(plan.frame(), task.task(), plan.clocks), nullptr);
  return whole;
}

MeanScore mean_of_scores(const std::vector<const TaskScore*>& scores, Trace* trace) {
  MeanScore mean;
  Ratio sum = 0;
  for (const TaskScore* score : scores) {
    ++mean.value.all;
    if (!score->value) continue;
    ++mean.value.known;
    sum += *score->value;
    mean.by_schedule = mean.by_schedule || score->by_schedule;
  }
  if (mean.value.known > 0) mean.value.value = sum / mean.value.known;
  if (trace) {
    trace->tell<"score.plain_mean">(mean.value.value, sum, mean.value.known, mean.value.all);
  }
  return mean;
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
