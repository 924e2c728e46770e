// SPDX-License-Identifier: MIT
#include "report/task_card.h"

#include "measure/history.h"
#include "measure/score.h"
#include "query/light_cell.h"
#include "report/task_card_writer.h"

namespace taizhang::report {

using query::absent;
using query::percent_text;

namespace {

std::string carry(const model::Carry& carry) {
  return *carry.plan + (carry.item ? "/" + std::to_string(*carry.item) : std::string());
}

}  // namespace

TaskCard::TaskCard(const query::TaskInPlan& entry, bool several_plans, const base::Words& words)
    : entry_(entry), figures_(*entry.task), task_(figures_.task()), words_(words) {
  document_.push_back(
      Heading{query::address(entry, several_plans) + "  " + task_.title.value_or(absent)});
}

Document TaskCard::write() {
  facts();
  for (const measure::IndicatorFigures& figures : figures_.indicators) indicator(figures);
  milestones();
  qualitative();
  progress();
  issues();
  inspections();
  self_assessments();
  orders();
  changes();
  if (task_.text) text("field.text", *task_.text);
  if (task_.note) text("field.note", *task_.note);
  if (!figures_.mechanism()) document_.push_back(Note{query::legend(words_)});
  if (query::any_synthetic({entry_})) document_.push_back(Note{word("text.synthetic")});
  return std::move(document_);
}

void TaskCard::facts() {
  const measure::PlanFigures& plan = *entry_.plan;
  FieldList fields;
  add(fields, "field.plan", plan.plan->plan.title.value_or(plan.plan->id));
  if (task_.section) {
    const model::Section* section = plan.plan->section(*task_.section);
    add(fields, "field.section",
        std::to_string(*task_.section) +
            (section && section->title ? " " + *section->title : std::string()));
  }
  add(fields, "field.lead", query::unit_names(task_.lead, words_));
  add(fields, "field.support", query::unit_names(task_.support, words_));
  add(fields, "field.leader", shown(task_.leader));
  add(fields, "field.contact", shown(task_.contact));
  if (figures_.due) add(fields, "field.due", base::iso(*figures_.due));
  add(fields, "field.status", shown(task_.status));
  if (figures_.mechanism()) add(fields, "field.kind", word("text.mechanism"));
  add(fields, "field.summary", shown(task_.summary));
  add(fields, "field.as_of", query::clocks_text(plan.clocks, words_));
  const measure::Mean& mean = figures_.completion;
  add(fields, "field.completion",
      mean.all == 0
          ? word("text.not_measurable")
          : words_.say("text.completion_of", {percent_text(mean.value), std::to_string(mean.known),
                                              std::to_string(mean.all)}));
  if (!figures_.mechanism()) {
    add(fields, "field.light",
        query::standing_cell(figures_.light(), figures_.light_by_hand, figures_.standing, words_));
    score(fields);
  }
  add(fields, "field.tags", texts(task_.tags));
  add(fields, "field.policies", texts(task_.policies));
  if (task_.carried_from.plan) add(fields, "field.carried_from", carry(task_.carried_from));
  if (task_.carried_to.plan) add(fields, "field.carried_to", carry(task_.carried_to));
  document_.push_back(std::move(fields));
}

/// The score so far, and what the months suggest; both are for people to decide.
void TaskCard::score(FieldList& fields) const {
  const measure::TaskScore score = measure::score_task(*entry_.plan, figures_);
  if (score.value && measure::is_scored(figures_)) {
    std::string text = base::rounded(*score.value, 2) + (score.by_hand ? "*" : "");
    if (!score.by_hand && score.deductions.marks > 0) {
      text += words_.say("text.score_made", {base::rounded(*score.base.value, 2),
                                             base::rounded(score.deductions.marks, 2)});
    }
    add(fields, "field.score", text);
  }
  const auto order = measure::suggested_order(score.months);
  if (order && figures_.open()) {
    add(fields, "field.suggested_order", model::label(words_, *order));
  }
}

std::string TaskCard::texts(const model::List<std::string>& list) const {
  std::vector<std::string> all;
  for (const auto& item : list.items) {
    if (item) all.push_back(*item);
  }
  return base::joined(all, words_["text.list_comma"]);
}

void TaskCard::add(FieldList& fields, std::string_view key, const query::Cell& value) const {
  if (!value.text.empty() && value.text != absent) fields.rows.emplace_back(word(key), value);
}

void TaskCard::text(std::string_view key, const std::string& content) {
  heading(key);
  document_.push_back(Paragraph{content});
}

query::Table TaskCard::table(
    std::initializer_list<std::pair<std::string_view, bool>> columns) const {
  query::Table result;
  for (const auto& [key, wraps] : columns) {
    const auto align = key == "field.value" ? query::Align::right : query::Align::left;
    result.columns.push_back({word(key), align, wraps, wraps});
  }
  return result;
}

Document task_card(const query::TaskInPlan& task, bool several_plans, const base::Words& words) {
  return TaskCard(task, several_plans, words).write();
}

}  // namespace taizhang::report
