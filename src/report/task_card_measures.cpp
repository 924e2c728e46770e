// SPDX-License-Identifier: MIT
#include "query/light_cell.h"
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
  promise(figures, fields);
  standing(figures, fields);
  reporting(figures, fields);
  document_.push_back(std::move(fields));
  if (!indicator.readings.empty()) document_.push_back(readings(figures));
}

/// What was promised, and by whom it is reported.
void TaskCard::promise(const IndicatorFigures& figures, FieldList& fields) const {
  const model::Indicator& indicator = *figures.indicator;
  std::string target = target_text(figures, words_);
  if (indicator.commitment && *indicator.commitment == model::Commitment::strive) {
    target += words_.say("text.in_brackets", {shown(indicator.commitment)});
  }
  const bool changed = figures.target && indicator.target && *figures.target != *indicator.target;
  add(fields, changed ? "field.target_now" : "field.target", target);
  if (changed) add(fields, "field.first_target", amount_text(*indicator.target, indicator));
  add(fields, "field.kind", shown(indicator.kind));
  add(fields, "field.quote", shown(indicator.quote));
  add(fields, "field.reporter", figures.reporter);
  add(fields, "field.frequency", shown(indicator.frequency));
  if (indicator.baseline) {
    add(fields, "field.baseline", amount_text(*indicator.baseline, indicator));
  }
}

/// Where it stands: value, completion, schedule, forecast, light.
void TaskCard::standing(const IndicatorFigures& figures, FieldList& fields) const {
  const model::Indicator& indicator = *figures.indicator;
  const measure::Effective* newest = figures.newest();
  if (!newest) {
    fields.rows.emplace_back(word("field.reading"), word("text.not_reported"));
  } else {
    const std::string value =
        newest->applicable ? amount_text(newest->value, indicator) : word("class.not_applicable");
    fields.rows.emplace_back(word("field.reading"),
                             words_.say("text.reading_as_of", {value, base::iso(newest->date)}));
  }
  if (newest && newest->applicable) {
    fields.rows.emplace_back(
        word(figures.is_share_of_target() ? "field.share_of_target" : "field.completion"),
        percent_text(figures.completion));
    std::string met = word(figures.met ? "text.met" : "text.not_met");
    if (figures.borderline) met += words_.say("text.in_brackets", {word("text.borderline")});
    fields.rows.emplace_back(word("field.met"), met);
  }
  if (figures.time) add(fields, "field.time", percent_text(figures.time));
  add(fields, "field.expected", expected_text(figures));
  if (figures.ratio) add(fields, "field.ratio", base::rounded(*figures.ratio, 4));
  add(fields, "field.forecast", forecast_text(figures));
  fields.rows.emplace_back(word("field.light"),
                           query::standing_cell(figures.light(), false, figures.standing, words_));
}

/// The value expected at the data date, and on the day asked for where that is later.
std::string TaskCard::expected_text(const IndicatorFigures& figures) const {
  const model::Indicator& indicator = *figures.indicator;
  const measure::Effective* newest = figures.newest();
  std::vector<std::string> all;
  const auto say = [&](const measure::Expected& expected, base::Date day) {
    if (!expected.used) return;
    all.push_back(
        words_.say("text.reading_as_of", {amount_text(*expected.used, indicator), base::iso(day)}));
  };
  if (newest) say(figures.expected, newest->date);
  const base::Date as_of = entry_.plan->clocks.as_of;
  if (!newest || newest->date < as_of) say(figures.expected_now, as_of);
  return base::joined(all, words_["text.clause_comma"]);
}

std::string TaskCard::forecast_text(const IndicatorFigures& figures) const {
  const measure::Forecast& forecast = figures.forecast;
  if (!forecast.value) return {};
  const model::Indicator& indicator = *figures.indicator;
  std::string text = amount_text(*forecast.value, indicator) +
                     words_.say("text.in_brackets", {model::label(words_, *forecast.method)});
  if (*forecast.low != *forecast.high) {
    text += words_.say("text.forecast_range", {amount_text(*forecast.low, indicator),
                                               amount_text(*forecast.high, indicator)});
  }
  return text;
}

/// How it has been reported, and what should be looked at again.
void TaskCard::reporting(const IndicatorFigures& figures, FieldList& fields) const {
  if (figures.stale > 0) {
    add(fields, "field.age",
        words_.say(figures.stale > 1 ? "text.very_stale" : "text.stale",
                   {std::to_string(*figures.age)}));
  }
  const auto periods = [&](std::string_view key, const std::vector<measure::ReportPeriod>& list) {
    std::vector<std::string> ends;
    for (const measure::ReportPeriod& period : list) ends.push_back(base::iso(period.end));
    if (ends.empty()) return;
    add(fields, key,
        words_.say("text.times",
                   {std::to_string(ends.size()), base::joined(ends, words_["text.list_comma"])}));
  };
  periods("field.late", figures.reports.late);
  periods("field.missing", figures.reports.missing);
  std::vector<std::string> doubts;
  if (figures.conflicting) doubts.push_back(word("text.conflicting"));
  if (!figures.doubts.jumps.empty()) {
    doubts.push_back(words_.say(
        "text.jumps", {base::joined(figures.doubts.jumping(), words_["text.list_comma"])}));
  }
  if (figures.doubts.over_target) doubts.push_back(word("text.over_target"));
  if (figures.pending_final) doubts.push_back(word("text.pending_final"));
  add(fields, "field.review", base::joined(doubts, words_["text.clause_comma"]));
}

Table TaskCard::readings(const IndicatorFigures& figures) const {
  Table result = table({{"field.id", false},
                        {"field.data_date", false},
                        {"field.value", false},
                        {"field.reported", false},
                        {"field.by", false},
                        {"field.remarks", true}});
  const auto outcomes = measure::outcomes(*figures.indicator, entry_.plan->clocks);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const model::Reading& reading = figures.indicator->readings[i];
    const bool withdrawn = reading.value && !*reading.value;
    result.rows.push_back({shown(reading.id), shown(reading.date),
                           withdrawn        ? word("text.withdrawn")
                           : !reading.value ? std::string(absent)
                                            : amount_text(**reading.value, *figures.indicator),
                           shown(reading.reported), shown(reading.by),
                           remarks(reading, outcomes[i])});
  }
  return result;
}

/// Why a reading does not count; empty where it does.
std::string TaskCard::fate_text(const measure::Outcome& outcome) const {
  using measure::ReadingFate;
  switch (outcome.fate) {
    case ReadingFate::corrected:
      return words_.say("text.corrected_by", {shown(outcome.corrected_by->id)});
    case ReadingFate::not_yet_data:
      return word("text.not_yet_data");
    case ReadingFate::not_yet_known:
      return word("text.not_yet_known");
    case ReadingFate::unreadable:
      return word("text.does_not_count");
    case ReadingFate::newest:
    case ReadingFate::counts:
    case ReadingFate::withdraws:
      break;
  }
  return {};
}

/// What became of a reading and how it came about, in one cell.
std::string TaskCard::remarks(const model::Reading& reading,
                              const measure::Outcome& outcome) const {
  std::vector<std::string> all;
  if (const std::string fate = fate_text(outcome); !fate.empty()) all.push_back(fate);
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
                        {"field.light", false},
                        {"field.remarks", true}});
  for (const measure::MilestoneFigures& milestone : figures_.milestones) {
    std::string state = word(milestone.overdue ? "text.overdue" : "text.not_done");
    if (milestone.done) state = shown(milestone.milestone->done);
    result.rows.push_back({shown(milestone.milestone->id), shown(milestone.milestone->name),
                           milestone.due ? base::iso(*milestone.due) : absent, std::move(state),
                           query::light_cell(milestone.light(), false, words_),
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
  if (!task_.qualitative.written()) return;
  heading("field.qualitative");
  FieldList fields;
  add(fields, "field.grade", shown(task_.qualitative.grade));
  add(fields, "field.date", shown(task_.qualitative.date));
  add(fields, "field.by", shown(task_.qualitative.by));
  add(fields, "field.remarks", shown(task_.qualitative.note));
  document_.push_back(std::move(fields));
}

}  // namespace taizhang::report
