// SPDX-License-Identifier: MIT
#include "query/task_table.h"

#include <algorithm>

#include "base/text.h"
#include "query/light_cell.h"

namespace taizhang::query {

std::string address(const TaskInPlan& task, bool several_plans) {
  const auto item = task.task->file->item();
  const std::string number = item ? std::to_string(*item) : absent;
  return several_plans ? task.plan->plan->id + "/" + number : number;
}

std::string percent_text(const std::optional<base::Ratio>& value) {
  return value ? base::percent(*value, 2) + "%" : absent;
}

std::string clocks_text(measure::Clocks clocks, const base::Words& words) {
  if (clocks.as_of == clocks.known_by) return base::iso(clocks.as_of);
  return words.say("text.as_of_known_by", {base::iso(clocks.as_of), base::iso(clocks.known_by)});
}

std::string unit_names(const model::List<model::UnitName>& units, const base::Words& words) {
  std::vector<std::string> names;
  for (const auto& unit : units.items) {
    if (unit) names.push_back(unit->text);
  }
  return names.empty() ? absent : base::joined(names, words["text.list_comma"]);
}

bool any_synthetic(const std::vector<TaskInPlan>& tasks) {
  return std::any_of(tasks.begin(), tasks.end(), [](const TaskInPlan& entry) {
    return entry.plan->plan->plan.synthetic.value_or(false);
  });
}

Table task_table(const std::vector<TaskInPlan>& tasks, bool several_plans,
                 const base::Words& words) {
  Table table;
  const auto column = [&](std::string_view word, Align align, bool yields) {
    table.columns.push_back({std::string(words[word]), align, yields});
  };
  column("field.item", Align::right, false);
  column("field.title", Align::left, true);
  column("field.lead", Align::left, true);
  column("field.due", Align::left, false);
  column("field.status", Align::left, false);
  column("field.light", Align::left, false);
  column("field.class", Align::left, false);
  column("field.known", Align::right, false);
  column("field.completion", Align::right, false);
  for (const TaskInPlan& entry : tasks) {
    const model::Task& task = entry.task->task();
    const measure::TaskFigures& figures = *entry.task;
    const measure::Mean& completion = figures.completion;
    const bool rated = !figures.mechanism();
    table.rows.push_back(
        {address(entry, several_plans), task.title.value_or(absent), unit_names(task.lead, words),
         entry.task->due ? base::iso(*entry.task->due) : absent,
         task.status ? model::label(words.language(), *task.status) : absent,
         rated ? light_cell(figures.light(), figures.light_by_hand, words) : Cell(absent),
         rated ? class_cell(figures.standing, figures.light(), words)
               : Cell(std::string(words["text.mechanism_short"])),
         completion.all == 0
             ? std::string(words["text.not_measurable"])
             : std::to_string(completion.known) + "/" + std::to_string(completion.all),
         percent_text(completion.value)});
  }
  table.notes = {legend(words)};
  if (any_synthetic(tasks)) table.notes.emplace_back(words["text.synthetic"]);
  return table;
}

}  // namespace taizhang::query
