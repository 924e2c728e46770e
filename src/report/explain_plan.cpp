// SPDX-License-Identifier: MIT
//
// The stories of a plan, of one of its sections, of one of its units.
#include "query/task_table.h"
#include "report/explain_group.h"
#include "report/explain_score.h"
#include "report/json.h"

namespace taizhang::report {

using measure::PlanFigures;
using measure::TaskFigures;
using query::percent_text;

namespace {

/// The same under its name; `head` are the raw figures that come first.
Story named(Story story, const std::string& heading, const PlanFigures& plan, Json head,
            const base::Words& words) {
  story.heading = heading;
  story.synthetic = plan.plan->plan.synthetic.value_or(false);
  if (!story.table.rows.empty()) story.table_title = std::string(words["text.task_list"]);
  if (story.subject != "plan") {
    story.facts.emplace_back(words["field.plan"], plan.plan->plan.title.value_or(plan.plan->id));
  }
  story.facts.emplace_back(words["field.as_of"], query::clocks_text(plan.clocks, words));
  head["as_of"] = base::iso(plan.clocks.as_of);
  head["known_by"] = base::iso(plan.clocks.known_by);
  head.update(story.figures);
  story.figures = std::move(head);
  return story;
}

Step time_step(const PlanFigures& plan, const base::Words& words) {
  Step step{"time", std::string(words["explain.step.time"]), percent_text(plan.time)};
  if (!plan.time) return step;
  const model::Period& period = plan.plan->plan.period;
  const base::Date day = std::min(plan.clocks.as_of, *period.end);
  const long long all = base::days_between(*period.start, *period.end) + 1;
  const long long gone = std::max(base::days_between(*period.start, day) + 1, 0LL);
  step.because = {
      words.say("explain.time", {base::iso(*period.start), base::iso(day), std::to_string(gone),
                                 std::to_string(all), percent_text(plan.time)})};
  if (gone == 0) step.because = {words.say("explain.time_before", {base::iso(*period.start)})};
  return step;
}

Tasks all_tasks(const PlanFigures& plan) {
  Tasks tasks;
  for (const TaskFigures& task : plan.tasks) tasks.push_back(&task);
  return tasks;
}

}  // namespace

Story explain_plan(const PlanFigures& plan, const base::Words& words) {
  Story story = group_story("plan", plan, all_tasks(plan), words);
  story.steps.insert(story.steps.begin(), time_step(plan, words));
  return named(std::move(story),
               plan.plan->id + "  " + plan.plan->plan.title.value_or(query::absent), plan,
               {{"plan", plan.plan->id},
                {"title", or_null(plan.plan->plan.title)},
                {"time", plan.time ? percent_number(*plan.time) : Json()}},
               words);
}

Story explain_section(const PlanFigures& plan, int section, const base::Words& words) {
  const Tasks tasks = those(all_tasks(plan), [&](const TaskFigures& task) {
    return task.task().section && *task.task().section == section;
  });
  const model::Section* meant = plan.plan->section(section);
  const std::string title = meant ? meant->title.value_or(query::absent) : query::absent;
  return named(group_story("section", plan, tasks, words),
               words.say("explain.section_named", {std::to_string(section), title}), plan,
               {{"plan", plan.plan->id}, {"section", section}, {"title", title}}, words);
}

Story explain_unit(const PlanFigures& plan, const model::RegistryFile* registry,
                   const std::string& unit, const base::Words& words) {
  const Tasks all = all_tasks(plan);
  const auto leads = [&](const TaskFigures& task) {
    return query::names_unit(task.task().lead, registry, unit, plan.clocks.as_of);
  };
  const Tasks led = those(all, leads);
  const Tasks supported = those(all, [&](const TaskFigures& task) {
    return !leads(task) &&
           query::names_unit(task.task().support, registry, unit, plan.clocks.as_of);
  });
  const Tasks joint =
      those(led, [](const TaskFigures& task) { return task.task().lead.items.size() > 1; });

  Story lead = group_story("lead", plan, led, words);
  lead.heading = words.say("explain.tasks_led", {std::to_string(led.size())});
  if (!joint.empty()) {
    lead.steps.push_back({"joint",
                          std::string(words["explain.step.joint"]),
                          words.say("explain.tasks", {std::to_string(joint.size())}),
                          {words.say("explain.joint", {items_text(joint, words)})}});
  }
  Story support = group_story("support", plan, supported, words);
  support.heading = words.say("explain.tasks_supported", {std::to_string(supported.size())});
  if (!supported.empty()) {
    auto& because = support.steps.front().because;
    because.insert(because.begin(), std::string(words["explain.support_is_apart"]));
  }

  Story story{"unit", {}};
  story.steps = unit_score_steps(plan, unit, words);
  story.parts.push_back(std::move(lead));
  story.parts.push_back(std::move(support));
  return named(std::move(story), unit, plan, {{"plan", plan.plan->id}, {"unit", unit}}, words);
}

}  // namespace taizhang::report
