// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "measure/limits.h"
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using measure::LightReason;
using measure::MilestoneFigures;

namespace {

Step due_step(const query::TaskInPlan& task, const MilestoneFigures& figures,
              const base::Words& words) {
  const model::Milestone& milestone = *figures.milestone;
  Step step{"due", std::string(words["explain.step.due"]),
            figures.due ? base::iso(*figures.due) : query::absent};
  step.because.push_back(std::string(words["explain.due_own"]));
  std::vector<std::string> first;
  for (const auto& one : milestone.waits_for.items) {
    if (one) first.push_back(*one);
  }
  if (!first.empty()) {
    step.because.push_back(
        words.say("text.waits_for", {base::joined(first, words["text.list_comma"])}));
  }
  const std::string field = "milestones." + milestone.id.value_or("") + ".due";
  for (std::string& sentence :
       change_sentences(task.task->task(), field, task.plan->clocks.as_of, words, shown_date)) {
    step.because.push_back(std::move(sentence));
  }
  return step;
}

Step done_step(const MilestoneFigures& figures, base::Date as_of, const base::Words& words) {
  const model::Milestone& milestone = *figures.milestone;
  Step step{"done", std::string(words["explain.step.done"]),
            figures.done ? base::iso(*milestone.done) : std::string(words["text.not_done"])};
  if (milestone.done && !figures.done) {
    step.because.push_back(
        words.say("explain.done_later", {base::iso(*milestone.done), base::iso(as_of)}));
  }
  if (!figures.has_weight()) step.because.push_back(std::string(words["explain.no_weight"]));
  return step;
}

std::vector<std::string> arguments(const MilestoneFigures& figures,
                                   const measure::LightLimits& limits, base::Date as_of,
                                   LightReason reason) {
  const std::string due = figures.due ? base::iso(*figures.due) : query::absent;
  const std::string soon = std::to_string(limits.due_soon);
  const long long left = figures.due ? base::days_between(as_of, *figures.due) : 0;
  if (reason == LightReason::milestone_done) return {base::iso(*figures.milestone->done)};
  if (reason == LightReason::milestone_overdue) return {due, std::to_string(-left)};
  return {due, figures.due ? std::to_string(left) : query::absent, soon};
}

}  // namespace

Story milestone_story(const query::TaskInPlan& task, const MilestoneFigures& figures,
                      const base::Words& words) {
  const model::Milestone& milestone = *figures.milestone;
  const base::Date as_of = task.plan->clocks.as_of;
  Story story{"milestone",
              words.say("explain.milestone_named", {milestone.name.value_or(query::absent),
                                                    milestone.id.value_or(query::absent)})};
  story.steps.push_back(due_step(task, figures, words));
  story.steps.push_back(done_step(figures, as_of, words));
  story.steps.push_back(light_step(
      figures.light_story, false,
      [&](const measure::LightStep& one) {
        return arguments(figures, task.plan->limits.light, as_of, one.reason);
      },
      words));
  return story;
}

}  // namespace taizhang::report
