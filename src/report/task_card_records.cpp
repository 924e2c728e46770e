// SPDX-License-Identifier: MIT
#include "report/task_card_writer.h"

namespace taizhang::report {

using query::absent;
using query::Table;

void TaskCard::progress() {
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

void TaskCard::issues() {
  for (const measure::IssueFigures& figures : figures_.issues) {
    const model::Issue& issue = *figures.issue;
    document_.push_back(
        Heading{words_.say("text.issue_named", {shown(issue.id), shown(issue.level)}), 2});
    FieldList fields;
    add(fields, "field.issue_text", shown(issue.text));
    add(fields, "field.cause", shown(issue.cause));
    add(fields, "field.owner", shown(issue.owner));
    add(fields, "field.coordinator", shown(issue.coordinator));
    if (figures.due) add(fields, "field.due", base::iso(*figures.due));
    add(fields, "field.state",
        model::label(words_.language(), figures.state) +
            (figures.overdue ? words_.say("text.in_brackets", {word("text.overdue")})
                             : std::string()));
    document_.push_back(std::move(fields));
    if (!issue.log.empty()) document_.push_back(issue_log(issue));
  }
}

Table TaskCard::issue_log(const model::Issue& issue) const {
  Table log = table({{"field.date", false},
                     {"field.state", false},
                     {"field.by", false},
                     {"field.remarks", true}});
  for (const model::IssueStep& step : issue.log) {
    std::string remark = step.note.value_or("");
    if (!step.evidence.items.empty()) {
      if (!remark.empty()) remark += words_["text.clause_comma"];
      remark += words_.say("text.evidence", {texts(step.evidence)});
    }
    log.rows.push_back({shown(step.date), shown(step.state), shown(step.by), remark});
  }
  return log;
}

void TaskCard::inspections() {
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

void TaskCard::self_assessments() {
  if (task_.self_assessments.empty()) return;
  heading("field.self_assessments");
  Table result = table({{"field.date", false},
                        {"field.by", false},
                        {"field.period", false},
                        {"field.grade", false},
                        {"field.expect_year_end", false},
                        {"field.remarks", true}});
  for (const model::SelfAssessment& assessment : task_.self_assessments) {
    result.rows.push_back({shown(assessment.date), shown(assessment.by), shown(assessment.period),
                           shown(assessment.grade), shown(assessment.expect_year_end),
                           assessment.note.value_or("")});
  }
  document_.push_back(std::move(result));
}

void TaskCard::orders() {
  if (task_.orders.empty()) return;
  heading("field.orders");
  Table result = table({{"field.date", false},
                        {"field.level", false},
                        {"field.to", false},
                        {"field.reply_by", false},
                        {"field.replied", false},
                        {"field.closed", false},
                        {"field.reason", true}});
  for (const model::Order& order : task_.orders) {
    result.rows.push_back({shown(order.date), shown(order.level),
                           query::unit_names(order.to, words_), shown(order.reply_by),
                           shown(order.reply.date), shown(order.closed), shown(order.reason)});
  }
  document_.push_back(std::move(result));
}

void TaskCard::changes() {
  if (task_.changes.empty()) return;
  heading("field.changes");
  Table result = table({{"field.effective", false},
                        {"field.field", true},
                        {"field.from", false},
                        {"field.to_value", false},
                        {"field.approved_by", false},
                        {"field.reason", true}});
  const auto loose = [&](const model::Given<model::Loose>& given) {
    return given ? base::joined(given->texts, words_["text.list_comma"]) : std::string(absent);
  };
  for (const model::Change& change : task_.changes) {
    result.rows.push_back({shown(change.effective), shown(change.field), loose(change.from),
                           loose(change.to), shown(change.approved_by), shown(change.reason)});
  }
  document_.push_back(std::move(result));
}

}  // namespace taizhang::report
