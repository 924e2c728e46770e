// SPDX-License-Identifier: MIT
#include "report/explain_score.h"

#include "base/text.h"
#include "measure/history.h"
#include "measure/limits.h"
#include "measure/score.h"
#include "measure/unit_score.h"
#include "query/task_table.h"
#include "report/explain_numbers.h"

namespace taizhang::report {

using base::Ratio;
using measure::TaskScore;

namespace {

std::string marks(const Ratio& value) { return base::rounded(value, 2); }

/// A score with its grade: `84.00（良）`.
std::string graded(const Ratio& score, bool by_hand, const base::Words& words) {
  return marks(score) + (by_hand ? "*" : "") +
         words.say("text.in_brackets", {model::label(words, measure::score_grade(score))});
}

/// A sentence for each kind of deduction that occurs.
std::vector<std::string> deduction_sentences(const measure::Deductions& taken,
                                             const measure::ScoreLimits& limits,
                                             const base::Words& words) {
  std::vector<std::string> sentences;
  const auto say = [&](std::string_view key, int times, const Ratio& each) {
    if (times > 0) sentences.push_back(words.say(key, {std::to_string(times), plain(each)}));
  };
  say("explain.marks_late", taken.late, limits.late);
  say("explain.marks_missing", taken.missing, limits.missing);
  say("explain.marks_issue", taken.issues_overdue, limits.issue_overdue);
  say("explain.marks_false", taken.false_reports, limits.false_report);
  say("explain.marks_red", taken.red_months, limits.red);
  say("explain.marks_yellow", taken.second_yellows, limits.second_yellow);
  return sentences;
}

Step score_step(const TaskScore& score, const model::Task& task, const measure::ScoreLimits& limits,
                const base::Words& words) {
  Step step{"score", std::string(words["field.score"]),
            score.value ? graded(*score.value, score.by_hand, words) : query::absent};
  if (score.by_hand) {
    step.because.push_back(
        words.say("explain.score_by_hand", {task.override_.by.value_or(query::absent),
                                            task.override_.reason.value_or(query::absent)}));
  }
  if (!score.base.value) {
    step.because.push_back(std::string(words["explain.score_unknown"]));
    return step;
  }
  step.because.push_back(
      words.say("explain.score_base", {marks(*score.base.value), std::to_string(score.base.known),
                                       std::to_string(score.base.all)}));
  for (std::string& sentence : deduction_sentences(score.deductions, limits, words)) {
    step.because.push_back(std::move(sentence));
  }
  step.because.push_back(
      words.say("explain.score_sum",
                {marks(*score.base.value), marks(score.deductions.marks),
                 marks(std::max(Ratio(*score.base.value - score.deductions.marks), Ratio(0))),
                 plain(limits.most)}));
  return step;
}

/// The lights at the month ends, and the step of the ladder that they suggest.
Step order_step(const std::vector<measure::MonthLight>& months, const base::Words& words) {
  const auto order = measure::suggested_order(months);
  Step step{"suggested_order", std::string(words["field.suggested_order"]),
            order ? model::label(words, *order) : std::string(words["explain.no_order"])};
  std::vector<std::string> lights;
  for (const measure::MonthLight& month : months) {
    lights.push_back(base::iso(month.end).substr(0, 7) + " " + model::label(words, month.light));
  }
  step.because = {words.say("explain.months", {base::joined(lights, words["text.list_comma"])}),
                  std::string(words["explain.ladder"])};
  if (lights.empty()) step.because = {std::string(words["explain.no_months"])};
  return step;
}

}  // namespace

std::vector<Step> task_score_steps(const query::TaskInPlan& entry, const base::Words& words) {
  if (!measure::is_scored(*entry.task)) return {};
  const TaskScore score = measure::score_task(*entry.plan, *entry.task);
  std::vector<Step> steps{score_step(score, entry.task->task(), entry.plan->limits.score, words)};
  if (entry.task->open()) {
    steps.push_back(order_step(score.months, words));
  }
  return steps;
}

std::vector<Step> unit_score_steps(const measure::PlanFigures& plan, const std::string& unit,
                                   const base::Words& words) {
  if (const auto scored = measure::score_unit(plan, unit)) {
    const measure::UnitScore& score = *scored;
    Step step{"score", std::string(words["field.score"]),
              score.value.value ? graded(*score.value.value, false, words) : query::absent};
    std::vector<std::string> tasks;
    for (const measure::SharedTask& task : score.tasks) {
      const auto item = task.task->file->item();
      tasks.push_back(words.say(
          "explain.shared_score",
          {item ? std::to_string(*item) : query::absent,
           task.score.value ? marks(*task.score.value) : query::absent, plain(task.share)}));
    }
    step.because = {words.say("explain.unit_score",
                              {std::to_string(score.value.known), std::to_string(score.value.all)}),
                    base::joined(tasks, words["text.list_comma"]),
                    score.rank ? words.say("explain.unit_rank", {std::to_string(*score.rank)})
                               : std::string(words["explain.no_rank"])};
    return {step};
  }
  return {};
}

}  // namespace taizhang::report
