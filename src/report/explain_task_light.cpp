// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "query/light_cell.h"
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using measure::LightReason;
using measure::TaskFigures;

namespace {

/// `新增电动汽车公共充电桩（piles）`.
std::string name_of_measure(const TaskFigures& task, const std::string& id,
                            const base::Words& words) {
  const auto named = [&](const auto& one) {
    return one.name.value_or(query::absent) +
           words.say("text.in_brackets", {one.id.value_or(query::absent)});
  };
  for (const auto& indicator : task.indicators) {
    if (indicator.indicator->id.value_or("") == id) return named(*indicator.indicator);
  }
  for (const auto& milestone : task.milestones) {
    if (milestone.milestone->id.value_or("") == id) return named(*milestone.milestone);
  }
  return query::absent;
}

/// Who set the light, why and until when, in brackets.
std::string by_hand(const model::Override& own, const base::Words& words) {
  std::vector<std::string> all;
  if (own.by) all.push_back(*own.by);
  if (own.reason) all.push_back(*own.reason);
  if (own.until) all.push_back(words.say("explain.until", {base::iso(*own.until)}));
  if (all.empty()) return {};
  return words.say("text.in_brackets", {base::joined(all, words["text.clause_comma"])});
}

std::vector<std::string> arguments(const TaskFigures& task, const measure::LightStep& step,
                                   const base::Words& words) {
  switch (step.reason) {
    case LightReason::worst_measure:
      return {name_of_measure(task, step.subject, words)};
    case LightReason::graded:
      return {model::label(words.language(), *task.grade)};
    case LightReason::critical_issue: {
      const auto issue = std::find_if(task.issues.begin(), task.issues.end(), [&](const auto& one) {
        return one.issue->id.value_or("") == step.subject;
      });
      return {step.subject, base::iso(*issue->due)};
    }
    case LightReason::set_by_hand:
      return {by_hand(task.task().override_, words)};
    default:
      return {};
  }
}

std::string class_reason(const TaskFigures& task, const base::Words& words) {
  if (task.light() == model::Light::green) {
    return std::string(words[task.standing == model::Class::ahead ? "explain.class_all_ahead"
                                                                  : "explain.class_not_all_ahead"]);
  }
  return class_by_light(task.light(), task.standing, words);
}

}  // namespace

Step task_light_step(const query::TaskInPlan& entry, const base::Words& words) {
  const TaskFigures& task = *entry.task;
  return light_step(
      task.light_story, task.light_by_hand,
      [&](const measure::LightStep& step) { return arguments(task, step, words); }, words);
}

std::string why_light(const query::TaskInPlan& entry, const base::Words& words) {
  const TaskFigures& task = *entry.task;
  std::vector<std::string> reasons = task_light_step(entry, words).because;
  const std::string worst = task.light_story.front().subject;
  const auto tell = [&](const Story& story) {
    for (const Step& step : story.steps) {
      if (step.figure != "light") continue;
      reasons.front() = name_of_measure(task, worst, words) + std::string(words["text.colon"]) +
                        base::joined(step.because, words["text.clause_comma"]);
    }
  };
  if (task.light_story.front().reason == LightReason::worst_measure) {
    for (const auto& indicator : task.indicators) {
      if (indicator.indicator->id.value_or("") == worst) {
        tell(indicator_story(entry, indicator, words));
      }
    }
    for (const auto& milestone : task.milestones) {
      if (milestone.milestone->id.value_or("") == worst) {
        tell(milestone_story(entry, milestone, words));
      }
    }
  }
  return base::joined(reasons, words["text.clause_comma"]);
}

Step task_class_step(const query::TaskInPlan& entry, const base::Words& words) {
  const TaskFigures& task = *entry.task;
  return {"class",
          std::string(words["explain.step.class"]),
          query::class_cell(task.standing, task.light(), words),
          {class_reason(task, words)}};
}

}  // namespace taizhang::report
