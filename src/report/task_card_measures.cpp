// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/task_card_writer.h"

namespace taizhang::report {

using measure::IndicatorFigures;
using query::absent;
using query::percent_text;
using query::Table;

void TaskCard::indicator(const IndicatorFigures& figures) {
  const model::Indicator& indicator = *figures.indicator;
  document_.push_back(
      Heading{words_.say("text.indicator_named", {shown(indicator.name), shown(indicator.id)}), 2});
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
  if (indicator.baseline)
    add(fields, "field.baseline", amount_text(*indicator.baseline, indicator));
  if (const measure::Effective* newest = figures.newest()) {
    fields.rows.emplace_back(
        word("field.reading"),
        words_.say("text.reading_as_of",
                   {amount_text(newest->value, indicator), base::iso(newest->date)}));
    fields.rows.emplace_back(word("field.completion"), percent_text(figures.completion));
    fields.rows.emplace_back(word("field.met"), word(figures.met ? "text.met" : "text.not_met"));
  } else {
    fields.rows.emplace_back(word("field.reading"), word("text.not_reported"));
  }
  if (figures.time) add(fields, "field.time", percent_text(figures.time));
  document_.push_back(std::move(fields));
  if (!indicator.readings.empty()) document_.push_back(readings(figures));
}

Table TaskCard::readings(const IndicatorFigures& figures) const {
  Table result = table({{"field.id", false},
                        {"field.data_date", false},
                        {"field.value", false},
                        {"field.reported", false},
                        {"field.by", false},
                        {"field.remarks", true}});
  for (const model::Reading& reading : figures.indicator->readings) {
    const bool withdrawn = reading.value && !*reading.value;
    result.rows.push_back({shown(reading.id), shown(reading.date),
                           withdrawn        ? word("text.withdrawn")
                           : !reading.value ? std::string(absent)
                                            : amount_text(**reading.value, *figures.indicator),
                           shown(reading.reported), shown(reading.by), remarks(reading, figures)});
  }
  return result;
}

/// What became of a reading and how it came about, in one cell.
std::string TaskCard::remarks(const model::Reading& reading,
                              const IndicatorFigures& figures) const {
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

void TaskCard::milestones() {
  if (figures_.milestones.empty()) return;
  heading("field.milestones");
  Table result = table({{"field.id", false},
                        {"field.name", true},
                        {"field.due", false},
                        {"field.done", false},
                        {"field.remarks", true}});
  for (const measure::MilestoneFigures& milestone : figures_.milestones) {
    std::string state = word(milestone.overdue ? "text.overdue" : "text.not_done");
    if (milestone.done) state = shown(milestone.milestone->done);
    result.rows.push_back({shown(milestone.milestone->id), shown(milestone.milestone->name),
                           shown(milestone.milestone->due), std::move(state),
                           milestone_remarks(*milestone.milestone)});
  }
  document_.push_back(std::move(result));
}

std::string TaskCard::milestone_remarks(const model::Milestone& milestone) const {
  std::vector<std::string> all;
  if (!milestone.waits_for.items.empty()) {
    all.push_back(words_.say("text.waits_for", {texts(milestone.waits_for)}));
  }
  if (!milestone.evidence.items.empty()) {
    all.push_back(words_.say("text.evidence", {texts(milestone.evidence)}));
  }
  return base::joined(all, words_["text.clause_comma"]);
}

void TaskCard::qualitative() {
  if (!task_.qualitative.at.known()) return;
  heading("field.qualitative");
  FieldList fields;
  add(fields, "field.grade", shown(task_.qualitative.grade));
  add(fields, "field.date", shown(task_.qualitative.date));
  add(fields, "field.by", shown(task_.qualitative.by));
  add(fields, "field.remarks", shown(task_.qualitative.note));
  document_.push_back(std::move(fields));
}

}  // namespace taizhang::report
