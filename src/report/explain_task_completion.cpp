// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using measure::IndicatorFigures;
using measure::MilestoneFigures;
using measure::TaskFigures;
using query::percent_text;
using query::TaskInPlan;

namespace {

/// The weighted mean, measure by measure.
struct Sum {
  std::vector<std::string> terms;    ///< `2 × 53.39%`
  std::vector<std::string> missing;  ///< ids of those without data
  base::Ratio weights = 0;
  bool capped = false;
};

/// Whether the milestones are among what is known: they are once one is done or overdue.
bool milestones_known(const TaskFigures& task) {
  const auto known =
      std::count_if(task.indicators.begin(), task.indicators.end(),
                    [](const IndicatorFigures& one) { return one.counts() && one.completion; });
  return task.completion.known > known;
}

Sum sum_of(const TaskFigures& task) {
  Sum sum;
  const auto add = [&](base::Decimal weight, const base::Ratio& completion) {
    const base::Ratio counted = base::clamped(completion);
    sum.capped = sum.capped || counted != completion;
    sum.terms.push_back(weight.text() + " × " + percent_text(counted));
    sum.weights += base::to_ratio(weight);
  };
  for (const IndicatorFigures& one : task.indicators) {
    if (!one.counts()) continue;
    if (one.completion)
      add(one.weight, *one.completion);
    else
      sum.missing.push_back(one.indicator->id.value_or(query::absent));
  }
  const bool known = milestones_known(task);
  for (const MilestoneFigures& one : task.milestones) {
    if (!one.has_weight()) continue;
    if (known)
      add(one.weight, one.done ? 1 : 0);
    else
      sum.missing.push_back(one.milestone->id.value_or(query::absent));
  }
  return sum;
}

}  // namespace

Step task_completion_step(const TaskInPlan& entry, const base::Words& words) {
  const TaskFigures& task = *entry.task;
  const measure::Mean& mean = task.completion;
  const std::string result = percent_text(mean.value);
  Step step{"completion", std::string(words["explain.step.completion"]),
            mean.all == 0 ? std::string(words["text.not_measurable"])
                          : words.say("text.completion_of", {result, std::to_string(mean.known),
                                                             std::to_string(mean.all)})};
  if (task.grade) {
    step.because = {
        words.say("explain.graded", {model::label(words.language(), *task.grade), result})};
    return step;
  }
  if (mean.all == 0) {
    step.because = {std::string(words["explain.not_measured"])};
    return step;
  }
  const Sum sum = sum_of(task);
  if (sum.terms.empty()) step.because.push_back(std::string(words["explain.no_measure_known"]));
  if (!sum.terms.empty()) {
    step.because.push_back(words.say(
        "explain.weighted_mean",
        {"(" + base::joined(sum.terms, " + ") + ") ÷ " + plain(sum.weights) + " = " + result}));
  }
  if (sum.capped) step.because.push_back(std::string(words["explain.mean_is_capped"]));
  if (!sum.missing.empty()) {
    step.because.push_back(
        words.say("explain.left_out", {base::joined(sum.missing, words["text.list_comma"])}));
  }
  return step;
}

Step task_milestones_step(const TaskInPlan& entry, const base::Words& words) {
  base::Ratio all = 0, done = 0, due = 0;
  for (const MilestoneFigures& one : entry.task->milestones) {
    const base::Ratio weight = base::to_ratio(one.weight);
    all += weight;
    if (one.done) done += weight;
    if (one.due && *one.due <= entry.plan->clocks.as_of) due += weight;
  }
  Step step{"milestones", std::string(words["field.milestones"]),
            words.say("explain.milestones", {plain(done), plain(all)})};
  if (all > 0) {
    step.because.push_back(
        words.say("explain.milestone_weights",
                  {plain(done), plain(all), percent_text(base::Ratio(done / all)),
                   base::iso(entry.plan->clocks.as_of), plain(due)}));
  }
  if (!milestones_known(*entry.task))
    step.because.push_back(std::string(words["explain.milestones_unknown"]));
  return step;
}

}  // namespace taizhang::report
