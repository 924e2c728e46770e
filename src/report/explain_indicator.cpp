// SPDX-License-Identifier: MIT
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

Story indicator_story(const query::TaskInPlan& task, const measure::IndicatorFigures& measured,
                      const base::Words& words) {
  const IndicatorTold told{task.plan->plan->plan, task.plan->limits,
                           task.task->task(),     measured,
                           task.plan->clocks,     words};
  const model::Indicator& indicator = told.indicator();
  Story story{"indicator",
              told.say("text.indicator_named", {indicator.name.value_or(query::absent),
                                                indicator.id.value_or(query::absent)})};
  const measure::IndicatorFigures& figures = told.figures;
  const bool has_value = figures.newest() && figures.applicable;
  const bool has_terms = figures.terms.has_value();
  std::vector<Step>& steps = story.steps;
  steps = {reading_step(told), target_step(told), due_step(told)};
  if (has_terms) {
    steps.push_back(time_step(told));
    steps.push_back(expected_step(told));
  }
  if (has_value) {
    steps.push_back(completion_step(told));
    if (has_terms) steps.push_back(ratio_step(told));
    steps.push_back(met_step(told));
  }
  if (figures.newest()) steps.push_back(age_step(told));
  if (has_terms) steps.push_back(reports_step(told));
  if (has_value && has_terms) steps.push_back(forecast_step(told));
  steps.push_back(light_step(told));
  steps.push_back(class_step(told));
  return story;
}

}  // namespace taizhang::report
