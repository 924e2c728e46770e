// SPDX-License-Identifier: MIT
#include "report/task_card.h"

#include <algorithm>

#include "base/text.h"
#include "query/task_table.h"
#include "report/phrases.h"

namespace taizhang::report {

using base::Words;
using measure::IndicatorFigures;
using query::absent;
using query::Align;
using query::percent_text;
using query::Table;

namespace {

class Card {
 public:
  Card(const query::TaskInPlan& entry, bool several_plans, const Words& words)
      : entry_(entry), figures_(*entry.task), task_(figures_.task()), words_(words) {
    document_.push_back(Heading{query::address(entry, several_plans) + "  " +
                                task_.title.value_or(absent)});
  }

  Document write() {
    facts();
    for (const IndicatorFigures& indicator : figures_.indicators) this->indicator(indicator);
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
    return std::move(document_);
  }

 private:
  std::string word(std::string_view key) const { return std::string(words_[key]); }

  template <class T>
  std::string shown(const model::Given<T>& given) const {
    if (!given) return absent;
    if constexpr (std::is_same_v<T, base::Date>) return base::iso(*given);
    else if constexpr (std::is_same_v<T, base::Decimal>) return given->text();
    else if constexpr (std::is_same_v<T, model::UnitName>) return given->text;
    else if constexpr (std::is_enum_v<T>) return model::label(words_, *given);
    else return *given;
  }

  std::string texts(const model::List<std::string>& list) const {
    std::vector<std::string> all;
    for (const auto& item : list.items) {
      if (item) all.push_back(*item);
    }
    return base::joined(all, words_["text.list_comma"]);
  }

  /// Add a line only where there is something to say.
  void add(FieldList& fields, std::string_view key, const std::string& value) {
    if (!value.empty() && value != absent) fields.rows.emplace_back(word(key), value);
  }

  void heading(std::string_view key) { document_.push_back(Heading{word(key), 2}); }

  void text(std::string_view key, const std::string& content) {
    heading(key);
    document_.push_back(Paragraph{content});
  }

  Table table(std::initializer_list<std::pair<std::string_view, int>> columns) const {
    Table result;
    for (const auto& [key, yields] : columns) {
      const bool amount = key == "field.value";
      result.columns.push_back({word(key), amount ? Align::right : Align::left, yields, yields > 0});
    }
    return result;
  }

  void facts() {
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
    add(fields, "field.due", shown(task_.due));
    add(fields, "field.status", shown(task_.status));
    if (figures_.mechanism()) add(fields, "field.kind", word("text.mechanism"));
    add(fields, "field.summary", shown(task_.summary));
    add(fields, "field.as_of",
        plan.clocks.as_of == plan.clocks.known_by
            ? base::iso(plan.clocks.as_of)
            : words_.say("text.as_of_known_by",
                         {base::iso(plan.clocks.as_of), base::iso(plan.clocks.known_by)}));
    const measure::Mean& mean = figures_.completion;
    add(fields, "field.completion",
        mean.all == 0 ? word("text.not_measurable")
                      : words_.say("text.completion_of", {percent_text(mean.value),
                                                     std::to_string(mean.known),
                                                     std::to_string(mean.all)}));
    add(fields, "field.tags", texts(task_.tags));
    add(fields, "field.policies", texts(task_.policies));
    if (task_.carried_from.plan) add(fields, "field.carried_from", carry(task_.carried_from));
    if (task_.carried_to.plan) add(fields, "field.carried_to", carry(task_.carried_to));
    document_.push_back(std::move(fields));
  }

  static std::string carry(const model::Carry& carry) {
    return *carry.plan + (carry.item ? "/" + std::to_string(*carry.item) : std::string());
  }

  void indicator(const IndicatorFigures& figures) {
    const model::Indicator& indicator = *figures.indicator;
    document_.push_back(Heading{words_.say("text.indicator_named", {shown(indicator.name), shown(indicator.id)}), 2});
    FieldList fields;
    std::string target = target_text(figures, words_);
    if (indicator.commitment && *indicator.commitment == model::Commitment::strive) {
      target += words_.say("text.in_brackets", {shown(indicator.commitment)});
    }
    add(fields, "field.target", target);
    if (figures.target && indicator.target && *figures.target != *indicator.target) {
      add(fields, "field.first_target", amount_text(*indicator.target, indicator));
    }
    add(fields, "field.kind", shown(indicator.kind));
    add(fields, "field.quote", shown(indicator.quote));
    add(fields, "field.reporter", figures.reporter);
    add(fields, "field.frequency", shown(indicator.frequency));
    if (indicator.baseline) add(fields, "field.baseline", amount_text(*indicator.baseline, indicator));
    if (const measure::Effective* newest = figures.newest()) {
      fields.rows.emplace_back(word("field.reading"),
                               words_.say("text.reading_as_of", {amount_text(newest->value, indicator),
                                                            base::iso(newest->date)}));
      fields.rows.emplace_back(word("field.completion"), percent_text(figures.completion));
      fields.rows.emplace_back(word("field.met"), word(figures.met ? "text.met" : "text.not_met"));
    } else {
      fields.rows.emplace_back(word("field.reading"), word("text.not_reported"));
    }
    if (figures.time) add(fields, "field.time", percent_text(figures.time));
    document_.push_back(std::move(fields));
    if (!indicator.readings.empty()) document_.push_back(readings(figures));
  }

  Table readings(const IndicatorFigures& figures) const {
    Table result = table({{"field.id", 0}, {"field.data_date", 0}, {"field.value", 0},
                          {"field.reported", 0}, {"field.by", 0}, {"field.remarks", 1}});
    for (const model::Reading& reading : figures.indicator->readings) {
      const bool withdrawn = reading.value && !*reading.value;
      result.rows.push_back(
          {shown(reading.id), shown(reading.date),
           withdrawn         ? word("text.withdrawn")
           : !reading.value  ? std::string(absent)
                             : amount_text(**reading.value, *figures.indicator),
           shown(reading.reported), shown(reading.by), remarks(reading, figures)});
    }
    return result;
  }

  /// What became of a reading and how it came about, in one cell.
  std::string remarks(const model::Reading& reading, const IndicatorFigures& figures) const {
    std::vector<std::string> all;
    const bool counts = std::any_of(figures.readings.begin(), figures.readings.end(),
                                    [&](const auto& e) { return e.reading == &reading; });
    if (!counts) all.push_back(word("text.does_not_count"));
    if (reading.backfilled.value_or(false)) all.push_back(word("field.backfilled"));
    if (reading.provisional.value_or(false)) all.push_back(word("field.provisional"));
    if (reading.final.value_or(false)) all.push_back(word("field.final"));
    if (reading.corrects) all.push_back(words_.say("text.corrects", {*reading.corrects}));
    if (reading.reason) all.push_back(*reading.reason);
    if (reading.approved_by) all.push_back(words_.say("text.approved_by", {*reading.approved_by}));
    if (!reading.evidence.items.empty()) {
      all.push_back(words_.say("text.evidence", {texts(reading.evidence)}));
    }
    if (reading.source.title) all.push_back(words_.say("text.source", {*reading.source.title}));
    if (reading.source.note) all.push_back(*reading.source.note);
    if (reading.note) all.push_back(*reading.note);
    std::string clauses;
    for (const std::string& clause : all) {
      if (!clauses.empty() && !clauses.ends_with("。")) clauses += words_["text.clause_comma"];
      clauses += clause;
    }
    return clauses;
  }

  void milestones() {
    if (figures_.milestones.empty()) return;
    heading("field.milestones");
    Table result = table({{"field.id", 0}, {"field.name", 1}, {"field.due", 0}, {"field.done", 0},
                          {"field.remarks", 2}});
    for (const measure::MilestoneFigures& milestone : figures_.milestones) {
      std::string state = word(milestone.overdue ? "text.overdue" : "text.not_done");
      if (milestone.done) state = shown(milestone.milestone->done);
      result.rows.push_back({shown(milestone.milestone->id), shown(milestone.milestone->name),
                             shown(milestone.milestone->due), std::move(state),
                             milestone_remarks(*milestone.milestone)});
    }
    document_.push_back(std::move(result));
  }

  std::string milestone_remarks(const model::Milestone& milestone) const {
    std::vector<std::string> all;
    if (!milestone.waits_for.items.empty()) {
      all.push_back(words_.say("text.waits_for", {texts(milestone.waits_for)}));
    }
    if (!milestone.evidence.items.empty()) {
      all.push_back(words_.say("text.evidence", {texts(milestone.evidence)}));
    }
    return base::joined(all, words_["text.clause_comma"]);
  }

  void qualitative() {
    if (!task_.qualitative.at.known()) return;
    heading("field.qualitative");
    FieldList fields;
    add(fields, "field.grade", shown(task_.qualitative.grade));
    add(fields, "field.date", shown(task_.qualitative.date));
    add(fields, "field.by", shown(task_.qualitative.by));
    add(fields, "field.remarks", shown(task_.qualitative.note));
    document_.push_back(std::move(fields));
  }

  void progress() {
    if (task_.progress.empty()) return;
    heading("field.progress");
    for (const model::Progress& entry : task_.progress) {
      FieldList fields;
      add(fields, "field.date", shown(entry.date));
      add(fields, "field.by", shown(entry.by));
      add(fields, "field.progress_done", shown(entry.done));
      add(fields, "field.problems", shown(entry.problems));
      add(fields, "field.next", shown(entry.next));
      add(fields, "field.source", shown(entry.source.title));
      add(fields, "field.remarks", shown(entry.source.note));
      document_.push_back(std::move(fields));
    }
  }

  void issues() {
    for (const measure::IssueFigures& figures : figures_.issues) {
      const model::Issue& issue = *figures.issue;
      document_.push_back(Heading{words_.say("text.issue_named", {shown(issue.id), shown(issue.level)}), 2});
      FieldList fields;
      add(fields, "field.issue_text", shown(issue.text));
      add(fields, "field.cause", shown(issue.cause));
      add(fields, "field.owner", shown(issue.owner));
      add(fields, "field.coordinator", shown(issue.coordinator));
      if (figures.due) add(fields, "field.due", base::iso(*figures.due));
      add(fields, "field.state",
          model::label(words_, figures.state) +
              (figures.overdue ? words_.say("text.in_brackets", {word("text.overdue")}) : std::string()));
      document_.push_back(std::move(fields));
      if (issue.log.empty()) continue;
      Table log = table({{"field.date", 0}, {"field.state", 0}, {"field.by", 0}, {"field.remarks", 1}});
      for (const model::IssueStep& step : issue.log) {
        std::string remark = step.note.value_or("");
        if (!step.evidence.items.empty()) {
          if (!remark.empty()) remark += words_["text.clause_comma"];
          remark += words_.say("text.evidence", {texts(step.evidence)});
        }
        log.rows.push_back({shown(step.date), shown(step.state), shown(step.by), remark});
      }
      document_.push_back(std::move(log));
    }
  }

  void inspections() {
    if (task_.inspections.empty()) return;
    heading("field.inspections");
    for (const model::Inspection& inspection : task_.inspections) {
      FieldList fields;
      add(fields, "field.date", shown(inspection.date));
      add(fields, "field.team", texts(inspection.team));
      add(fields, "field.method", shown(inspection.method));
      add(fields, "field.indicator", shown(inspection.indicator));
      if (inspection.checked && inspection.confirmed) {
        add(fields, "field.checked",
            words_.say("text.checked_confirmed",
                       {inspection.checked->text(), inspection.confirmed->text()}));
      }
      add(fields, "field.verified_value", shown(inspection.verified_value));
      add(fields, "field.result", shown(inspection.result));
      add(fields, "field.finding", shown(inspection.finding));
      add(fields, "field.rectify_by", shown(inspection.rectify_by));
      add(fields, "field.feedback", shown(inspection.feedback));
      add(fields, "field.objection", shown(inspection.objection.text));
      add(fields, "field.answer", shown(inspection.objection.answer));
      document_.push_back(std::move(fields));
    }
  }

  void self_assessments() {
    if (task_.self_assessments.empty()) return;
    heading("field.self_assessments");
    Table result = table({{"field.date", 0}, {"field.by", 0}, {"field.period", 0},
                          {"field.grade", 0}, {"field.expect_year_end", 0}, {"field.remarks", 1}});
    for (const model::SelfAssessment& assessment : task_.self_assessments) {
      result.rows.push_back({shown(assessment.date), shown(assessment.by),
                             shown(assessment.period), shown(assessment.grade),
                             shown(assessment.expect_year_end), assessment.note.value_or("")});
    }
    document_.push_back(std::move(result));
  }

  void orders() {
    if (task_.orders.empty()) return;
    heading("field.orders");
    Table result = table({{"field.date", 0}, {"field.level", 0}, {"field.to", 0},
                          {"field.reply_by", 0}, {"field.replied", 0}, {"field.closed", 0},
                          {"field.reason", 1}});
    for (const model::Order& order : task_.orders) {
      result.rows.push_back({shown(order.date), shown(order.level),
                             query::unit_names(order.to, words_), shown(order.reply_by),
                             shown(order.reply.date), shown(order.closed), shown(order.reason)});
    }
    document_.push_back(std::move(result));
  }

  void changes() {
    if (task_.changes.empty()) return;
    heading("field.changes");
    Table result = table({{"field.effective", 0}, {"field.field", 1}, {"field.from", 0},
                          {"field.to_value", 0}, {"field.approved_by", 0}, {"field.reason", 2}});
    const auto loose = [&](const model::Given<model::Loose>& given) {
      return given ? base::joined(given->texts, words_["text.list_comma"]) : std::string(absent);
    };
    for (const model::Change& change : task_.changes) {
      result.rows.push_back({shown(change.effective), shown(change.field), loose(change.from),
                             loose(change.to), shown(change.approved_by), shown(change.reason)});
    }
    document_.push_back(std::move(result));
  }

  const query::TaskInPlan& entry_;
  const measure::TaskFigures& figures_;
  const model::Task& task_;
  const Words& words_;
  Document document_;
};

}  // namespace

Document task_card(const query::TaskInPlan& task, bool several_plans, const Words& words) {
  return Card(task, several_plans, words).write();
}

}  // namespace taizhang::report
