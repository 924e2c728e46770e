// SPDX-License-Identifier: MIT
#include "query/light_cell.h"
#include "query/task_table.h"
#include "report/explain_parts.h"
#include "report/explain_score.h"
#include "report/json.h"
#include "report/task_view.h"

namespace taizhang::report {

using measure::IndicatorFigures;
using measure::MilestoneFigures;
using measure::TaskFigures;
using query::percent_text;
using query::TaskInPlan;

namespace {

/// What stands above every story of a task or of a part of one.
std::vector<std::pair<std::string, query::Cell>> facts_of(const TaskInPlan& entry,
                                                          const base::Words& words) {
  const model::Task& task = entry.task->task();
  const model::PlanFolder& plan = *entry.plan->plan;
  std::vector<std::pair<std::string, query::Cell>> facts;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (value != query::absent) facts.emplace_back(words[key], value);
  };
  add("field.plan", plan.plan.title.value_or(plan.id));
  const model::Section* section = task.section ? plan.section(*task.section) : nullptr;
  if (section && section->title) add("field.section", *section->title);
  add("field.lead", query::unit_names(task.lead, words));
  add("field.as_of", query::clocks_text(entry.plan->clocks, words));
  if (entry.task->mechanism()) add("field.kind", std::string(words["text.mechanism"]));
  return facts;
}

/// One row a measure: what it weighs, how far it is, its light.
query::Table measures_table(const TaskFigures& task, const base::Words& words) {
  query::Table table;
  const auto column = [&](std::string_view key, query::Align align, bool yields) {
    table.columns.push_back({std::string(words[key]), align, yields});
  };
  column("field.id", query::Align::left, false);
  column("field.name", query::Align::left, true);
  column("explain.weight", query::Align::right, false);
  column("field.completion", query::Align::right, false);
  column("field.light", query::Align::left, false);
  column("field.class", query::Align::left, false);
  for (const IndicatorFigures& one : task.indicators) {
    table.rows.push_back({one.indicator->id.value_or(query::absent),
                          one.indicator->name.value_or(query::absent), one.weight.text(),
                          percent_text(one.completion),
                          query::light_cell(one.light(), false, words),
                          query::class_cell(one.standing, one.light(), words)});
  }
  for (const MilestoneFigures& one : task.milestones) {
    table.rows.push_back({one.milestone->id.value_or(query::absent),
                          one.milestone->name.value_or(query::absent), one.weight.text(),
                          query::absent, query::light_cell(one.light(), false, words),
                          std::string(words[one.done      ? "explain.milestone_done"
                                            : one.overdue ? "text.overdue"
                                                          : "text.not_done"])});
  }
  if (table.rows.empty()) return {};
  return table;
}

Step due_step(const TaskInPlan& entry, const base::Words& words) {
  const TaskFigures& task = *entry.task;
  Step step{"due", std::string(words["explain.step.due"]),
            task.due ? base::iso(*task.due) : query::absent};
  step.because = change_sentences(task.task(), "due", entry.plan->clocks.as_of, words, shown_date);
  if (step.because.empty()) step.because = {std::string(words["explain.no_change"])};
  return step;
}

/// Which rules touched a light, for programs.
Json light_story_view(const measure::LightStory& story) {
  Json view = Json::array();
  for (const measure::LightStep& step : story) {
    view.push_back({{"reason", value_of(step.reason)},
                    {"light", value_of(step.light)},
                    {"subject", step.subject.empty() ? Json() : Json(step.subject)}});
  }
  return view;
}

/// Tells the parts of a task, each with its raw figures out of the `view` of the task.
struct PartTeller {
  const TaskInPlan& entry;
  const Json& view;
  const base::Words& words;

  Story operator()(const IndicatorFigures* figures) const {
    Story story = indicator_story(entry, *figures, words);
    story.figures = raw("indicators", figures - entry.task->indicators.data());
    story.figures["trajectory"] = figures->terms ? value_of(figures->terms->trajectory) : Json();
    story.figures["light_story"] = light_story_view(figures->light_story);
    return story;
  }
  Story operator()(const MilestoneFigures* figures) const {
    Story story = milestone_story(entry, *figures, words);
    story.figures = raw("milestones", figures - entry.task->milestones.data());
    story.figures["light_story"] = light_story_view(figures->light_story);
    return story;
  }
  Story operator()(const measure::IssueFigures* figures) const {
    Story story = issue_story(entry, *figures, words);
    story.figures = raw("issues", figures - entry.task->issues.data());
    return story;
  }

  Json raw(const char* list, std::ptrdiff_t index) const {
    return view[list][static_cast<std::size_t>(index)];
  }
};

}  // namespace

Story explain_task(const TaskInPlan& entry, bool several_plans, const base::Words& words) {
  const TaskFigures& task = *entry.task;
  Story story{"task", query::address(entry, several_plans) + "  " +
                          task.task().title.value_or(query::absent)};
  story.synthetic = query::any_synthetic({entry});
  story.facts = facts_of(entry, words);
  story.table = measures_table(task, words);
  if (!story.table.rows.empty()) story.table_title = std::string(words["explain.measures"]);
  story.steps = {due_step(entry, words), task_completion_step(entry, words)};
  if (!task.milestones.empty()) story.steps.push_back(task_milestones_step(entry, words));
  story.steps.push_back(task_light_step(entry, words));
  story.steps.push_back(task_class_step(entry, words));
  for (Step& step : task_score_steps(entry, words)) story.steps.push_back(std::move(step));
  const Json view = task_view_in_full(entry);
  story.figures = task_view(entry);
  story.figures["as_of"] = base::iso(entry.plan->clocks.as_of);
  story.figures["known_by"] = base::iso(entry.plan->clocks.known_by);
  story.figures["light_story"] = light_story_view(task.light_story);
  const PartTeller tell{entry, view, words};
  for (const auto& indicator : task.indicators) story.parts.push_back(tell(&indicator));
  for (const auto& milestone : task.milestones) story.parts.push_back(tell(&milestone));
  for (const auto& issue : task.issues) story.parts.push_back(tell(&issue));
  return story;
}

Story explain_part(const TaskInPlan& entry, const query::TaskPart& part, bool several_plans,
                   const base::Words& words) {
  const Json view = task_view_in_full(entry);
  Story story = std::visit(PartTeller{entry, view, words}, part);
  // An issue has no name but what it says.
  const Json& name = story.figures[story.subject == "issue" ? "text" : "name"];
  const auto text = [](const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string(query::absent);
  };
  story.heading =
      query::address(entry, several_plans) + "/" + text(story.figures["id"]) + "  " + text(name);
  story.synthetic = query::any_synthetic({entry});
  story.facts = facts_of(entry, words);
  story.facts.emplace(story.facts.begin(), words["field.title"],
                      entry.task->task().title.value_or(query::absent));
  Json figures = {{"plan", view["plan"]},
                  {"item", view["item"]},
                  {"title", view["title"]},
                  {"as_of", base::iso(entry.plan->clocks.as_of)},
                  {"known_by", base::iso(entry.plan->clocks.known_by)}};
  figures.update(story.figures);
  story.figures = std::move(figures);
  return story;
}

}  // namespace taizhang::report
