// SPDX-License-Identifier: MIT
#include "query/stats_notes.h"

#include "base/text.h"
#include "query/task_table.h"

namespace taizhang::query {

namespace {

using Notes = std::vector<std::string>;

Notes overlap_notes(const Stats& stats, const PlanStats& plan, const base::Words& words) {
  Notes notes;
  for (std::size_t i = 0; i < stats.request.by.size(); ++i) {
    const Dimension& dimension = *stats.request.by[i];
    if (!dimension.overlapping) continue;
    const bool tasks = stats.request.counting == Counting::tasks;
    const std::string title(dimension.title.in(words.language()));
    notes.push_back(words.say(tasks ? "stats.joint_tasks" : "stats.joint_indicators", {title}));
    const Overlap& overlap = plan.overlaps[i];
    if (overlap.shared == 0) continue;
    notes.push_back(words.say("stats.joint_surplus", {title, std::to_string(overlap.shared),
                                                      std::to_string(overlap.surplus)}));
  }
  return notes;
}

void append(Notes& notes, const Notes& more) {
  notes.insert(notes.end(), more.begin(), more.end());
}

}  // namespace

Notes left_out_notes(const LeftOut& left_out, const base::Words& words) {
  Notes notes;
  if (left_out.mechanism > 0) {
    notes.push_back(words.say("stats.mechanism", {std::to_string(left_out.mechanism)}));
  }
  if (left_out.parts_of_it > 0) {
    notes.push_back(words.say("stats.parts", {std::to_string(left_out.parts_of_it)}));
  }
  return notes;
}

std::string mean_note(Counting counting, const base::Words& words) {
  return std::string(
      words[counting == Counting::tasks ? "stats.mean_of_tasks" : "stats.mean_of_indicators"]);
}

Notes selection_notes(const Selection& selection, const base::Words& words) {
  if (!is_narrowed(selection)) return {};
  Notes asked;
  for (const auto& [title, value] :
       {std::pair("field.section", selection.section), std::pair("stats.unit", selection.unit),
        std::pair("field.status", selection.status)}) {
    if (!value.empty()) asked.push_back(std::string(words[title]) + " " + value);
  }
  return {words.say("stats.selection", {base::joined(asked, words["text.list_comma"])})};
}

Notes synthetic_notes(const model::PlanFolder& plan, const base::Words& words) {
  if (!plan.plan.synthetic.value_or(false)) return {};
  return {std::string(words["text.synthetic"])};
}

Notes plan_notes(const Stats& stats, const PlanStats& plan, const base::Words& words) {
  const measure::PlanFigures& figures = *plan.place.figures;
  Notes notes{
      words.say("stats.as_of", {clocks_text(figures.clocks, words), percent_text(figures.time)})};
  append(notes, overlap_notes(stats, plan, words));
  append(notes, left_out_notes(plan.left_out, words));
  append(notes, synthetic_notes(plan.place.plan(), words));
  return notes;
}

Notes common_notes(const Stats& stats, const base::Words& words) {
  Notes notes = selection_notes(stats.request.selection, words);
  if (stats.columns_by()) return notes;
  notes.emplace_back(words["stats.shares"]);
  notes.push_back(mean_note(stats.request.counting, words));
  return notes;
}

void add_notes(Notes& notes, const Notes& more, const std::string& plan, const base::Words& words) {
  for (const std::string& note : more) {
    notes.push_back(plan.empty() ? note : words.say("stats.of_plan", {plan, note}));
  }
}

}  // namespace taizhang::query
