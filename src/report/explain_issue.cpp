// SPDX-License-Identifier: MIT
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using measure::IssueFigures;

namespace {

Step state_step(const IssueFigures& figures, base::Date as_of, const base::Words& words) {
  std::string state = model::label(words, figures.state);
  if (figures.overdue) {
    state += words.say("text.in_brackets", {std::string(words["text.overdue"])});
  }
  Step step{"state", std::string(words["explain.step.state"]), state};
  long long later = 0;
  for (const model::IssueStep& one : figures.issue->log) {
    if (!one.date || !one.state) continue;
    if (*one.date > as_of) {
      ++later;
      continue;
    }
    const std::string by = one.by ? words.say("text.in_brackets", {one.by->text}) : std::string();
    step.because.push_back(words.say("explain.issue_step",
                                     {base::iso(*one.date), model::label(words, *one.state), by}));
  }
  if (later > 0) {
    step.because.push_back(
        words.say("explain.issue_later", {std::to_string(later), base::iso(as_of)}));
  }
  return step;
}

Step due_step(const IssueFigures& figures, const measure::DeadlineLimits& limits,
              const base::Words& words) {
  const model::Issue& issue = *figures.issue;
  Step step{"due", std::string(words["explain.step.due"]),
            figures.due ? base::iso(*figures.due) : query::absent};
  if (issue.due) {
    step.because.push_back(std::string(words["explain.due_own"]));
  } else if (issue.level) {
    step.because.push_back(
        words.say("explain.issue_due", {base::iso(*issue.found), model::label(words, *issue.level),
                                        std::to_string(limits.days_allowed(*issue.level))}));
  }
  if (figures.ran_over && !figures.overdue) {
    step.because.push_back(std::string(words["explain.issue_ran_over"]));
  }
  return step;
}

Step urge_step(const IssueFigures& figures, const measure::DeadlineLimits& limits, base::Date as_of,
               const base::Words& words) {
  const std::string urge = base::iso(*figures.urge_on);
  const std::string escalate = base::iso(*figures.escalate_on);
  Step step{"urge", std::string(words["explain.step.urge"]),
            words.say("explain.urge", {urge, escalate})};
  step.because.push_back(words.say("explain.urge_rule", {std::to_string(limits.escalate_after)}));
  const std::string_view now = !figures.overdue           ? "explain.urge_not_needed"
                               : figures.escalated(as_of) ? "explain.urge_escalated"
                                                          : "explain.urge_urged";
  step.because.push_back(words.say(now, {base::iso(as_of)}));
  return step;
}

}  // namespace

Story issue_story(const query::TaskInPlan& task, const IssueFigures& figures,
                  const base::Words& words) {
  const model::Issue& issue = *figures.issue;
  const base::Date as_of = task.plan->clocks.as_of;
  const std::string level = issue.level ? model::label(words, *issue.level) : query::absent;
  Story story{"issue", words.say("text.issue_named", {issue.id.value_or(query::absent), level})};
  if (issue.text) story.facts.emplace_back(words["field.issue_text"], *issue.text);
  story.steps.push_back(state_step(figures, as_of, words));
  story.steps.push_back(due_step(figures, task.plan->limits.deadlines, words));
  if (figures.urge_on && figures.escalate_on) {
    story.steps.push_back(urge_step(figures, task.plan->limits.deadlines, as_of, words));
  }
  return story;
}

}  // namespace taizhang::report
