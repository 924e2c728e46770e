// SPDX-License-Identifier: MIT
//
// The number of a plan, a section or a unit: which tasks make it up, and which do not.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "measure/aggregate.h"
#include "query/light_cell.h"
#include "query/task_table.h"
#include "report/explain_group.h"
#include "report/explain_numbers.h"
#include "report/json.h"
#include "report/phrases.h"
#include "report/task_view.h"

namespace taizhang::report {

using measure::PlanFigures;
using measure::TaskFigures;
using query::percent_text;

namespace {

/// A mean of up to so many figures is written out.
constexpr std::size_t written_out = 6;

bool is_rated(const TaskFigures& task) { return measure::is_counted(task); }
bool is_left_out(const TaskFigures& task) { return !is_rated(task); }
bool is_known(const TaskFigures& task) { return is_rated(task) && task.completion.value; }

/// The plain mean of the completions that are known.
measure::Mean mean_of(const Tasks& tasks) {
  measure::Tally tally;
  for (const TaskFigures* task : tasks) tally.add({*task});
  return tally.completion();
}

query::Table tasks_table(const Tasks& tasks, const base::Words& words) {
  query::Table table;
  const auto column = [&](std::string_view key, query::Align align, bool yields) {
    table.columns.push_back({std::string(words[key]), align, yields});
  };
  column("field.item", query::Align::right, false);
  column("field.title", query::Align::left, true);
  column("field.light", query::Align::left, false);
  column("field.class", query::Align::left, false);
  column("field.completion", query::Align::right, false);
  for (const TaskFigures* task : tasks) {
    const auto item = task->file->item();
    const bool rated = is_rated(*task);
    table.rows.push_back({item ? std::to_string(*item) : query::absent,
                          task->task().title.value_or(query::absent),
                          rated ? query::light_cell(task->light(), task->light_by_hand, words)
                                : query::Cell(query::absent),
                          rated ? query::class_cell(task->standing, task->light(), words)
                                : query::Cell(std::string(words["text.mechanism_short"])),
                          percent_text(task->completion.value)});
  }
  return table;
}

/// How the mean is made: written out where it is short, else as a sum and a count.
std::string mean_sum(const Tasks& known, const measure::Mean& mean, const base::Words& words) {
  std::vector<std::string> terms;
  base::Ratio sum = 0;
  for (const TaskFigures* task : known) {
    terms.push_back(percent_text(task->completion.value));
    sum += *task->completion.value;
  }
  const std::string count = std::to_string(terms.size());
  const std::string made = " ÷ " + count + " = " + percent_text(mean.value);
  if (terms.size() <= written_out) {
    return words.say("explain.plain_mean", {"(" + base::joined(terms, " + ") + ")" + made});
  }
  return words.say("explain.sum_of_completions", {count, percent_text(sum) + made});
}

Step completion_step(const Tasks& tasks, const base::Words& words) {
  if (tasks.empty()) {
    return {"completion",
            std::string(words["explain.step.completion"]),
            query::absent,
            {std::string(words["explain.no_tasks"])}};
  }
  const measure::Mean mean = mean_of(tasks);
  Step step{
      "completion", std::string(words["explain.step.completion"]),
      words.say("explain.completion_of_tasks",
                {percent_text(mean.value), std::to_string(mean.known), std::to_string(mean.all)})};
  const auto list = [&](std::string_view key, const Tasks& some) {
    if (some.empty()) return;
    step.because.push_back(words.say(key, {std::to_string(some.size()), items_text(some, words)}));
  };
  const Tasks known = those(tasks, is_known);
  if (known.empty()) step.because.push_back(std::string(words["explain.no_task_known"]));
  if (!known.empty()) step.because.push_back(mean_sum(known, mean, words));
  list("explain.tasks_known", known);
  list("explain.tasks_unknown", those(tasks, [](const TaskFigures& task) {
         return is_rated(task) && !task.completion.value;
       }));
  list("explain.tasks_mechanism", those(tasks, is_left_out));
  return step;
}

std::map<model::Class, Tasks> by_class(const Tasks& tasks) {
  std::map<model::Class, Tasks> classes;
  for (const TaskFigures* task : those(tasks, is_rated)) classes[task->standing].push_back(task);
  return classes;
}

Step classes_step(const Tasks& tasks, const base::Words& words) {
  std::vector<std::string> counts;
  Step step{"classes", std::string(words["explain.step.classes"]), query::absent};
  for (const auto& [standing, some] : by_class(tasks)) {
    const std::string count = std::to_string(some.size());
    const std::string label = model::label(words.language(), standing);
    counts.push_back(label + " " + count);
    step.because.push_back(
        words.say("explain.tasks_of_class", {label, count, items_text(some, words)}));
  }
  if (!counts.empty()) step.value = base::joined(counts, words["text.list_comma"]);
  return step;
}

}  // namespace

std::string items_text(const Tasks& tasks, const base::Words& words) {
  std::vector<int> numbers;
  for (const TaskFigures* task : tasks) numbers.push_back(task->file->item().value_or(0));
  return item_list(numbers, words);
}

Story group_story(std::string_view subject, const PlanFigures& plan, const Tasks& tasks,
                  const base::Words& words) {
  Story story{subject, {}};
  if (!tasks.empty()) story.table = tasks_table(tasks, words);
  story.steps = {completion_step(tasks, words)};
  if (!tasks.empty()) story.steps.push_back(classes_step(tasks, words));
  const measure::Mean mean = mean_of(tasks);
  Json& figures = story.figures;
  figures["completion"] = mean.value ? percent_number(*mean.value) : Json();
  figures["tasks_known"] = mean.known;
  figures["tasks_counted"] = mean.all;
  const auto classes = by_class(tasks);
  figures["classes"] = Json::object();
  for (const auto& [standing, name, word] : model::Names<model::Class>::table) {
    const auto some = classes.find(standing);
    figures["classes"][std::string(name)] = some == classes.end() ? 0 : some->second.size();
  }
  figures["tasks"] = Json::array();
  for (const TaskFigures* task : tasks) figures["tasks"].push_back(task_view({&plan, task}));
  return story;
}

}  // namespace taizhang::report
