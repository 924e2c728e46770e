// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "query/task_table.h"
#include "report/explain_parts.h"
#include "report/phrases.h"

namespace taizhang::report {

using measure::Outcome;
using model::Reading;

namespace {

std::string id_of(const Reading& reading) { return reading.id.value_or(query::absent); }

/// What kind of figure it is, in brackets: back-filled, provisional, final.
std::string marks(const IndicatorTold& told, const Reading& reading) {
  std::vector<std::string> all;
  if (reading.backfilled.value_or(false)) all.push_back(told.word("field.backfilled"));
  if (reading.provisional.value_or(false)) all.push_back(told.word("field.provisional"));
  if (reading.final.value_or(false)) all.push_back(told.word("field.final"));
  if (all.empty()) return {};
  return told.say("text.in_brackets", {base::joined(all, told.words["text.list_comma"])});
}

/// Why it was corrected and who approved that, in brackets.
std::string grounds_of_correction(const IndicatorTold& told, const Reading& correction) {
  std::vector<std::string> all;
  if (correction.reason) all.push_back(*correction.reason);
  if (correction.approved_by) {
    all.push_back(told.say("text.approved_by", {*correction.approved_by}));
  }
  if (all.empty()) return {};
  return told.say("text.in_brackets", {base::joined(all, told.words["text.clause_comma"])});
}

std::string fate_text(const IndicatorTold& told, const Reading& reading, const Outcome& outcome) {
  const Reading* by = outcome.corrected_by;
  if (by && by->value && !*by->value) {
    return told.say("explain.reading_withdrawn", {id_of(*by), grounds_of_correction(told, *by)});
  }
  const std::string other = by ? id_of(*by) : reading.corrects.value_or(query::absent);
  const std::string key = std::string(model::Names<measure::ReadingFate>::words) + "." +
                          std::string(model::name(outcome.fate));
  return told.say(key, {other, by ? grounds_of_correction(told, *by) : std::string(),
                        base::iso(told.clocks.as_of), base::iso(told.clocks.known_by)});
}

std::string value_text(const IndicatorTold& told, const Reading& reading) {
  if (!reading.value) return query::absent;
  if (*reading.value) {
    return told.say("explain.reading_value", {amount_text(**reading.value, told.indicator())});
  }
  return reading.corrects ? told.say("explain.reading_withdraws", {*reading.corrects})
                          : told.word("explain.reading_empty");
}

std::string sentence(const IndicatorTold& told, const Reading& reading, const Outcome& outcome) {
  std::string reported = query::absent;
  if (reading.date) reported = base::iso(measure::reported_on(reading));
  return told.say("explain.reading",
                  {id_of(reading), reading.date ? base::iso(*reading.date) : query::absent,
                   value_text(told, reading), reported, marks(told, reading),
                   fate_text(told, reading, outcome)});
}

/// Which units say what of the newest data date.
std::string conflict(const IndicatorTold& told) {
  std::vector<std::string> values;
  for (const measure::Effective& reading : told.figures.readings) {
    if (reading.date != told.figures.newest()->date) continue;
    const std::string unit = reading.reading->by ? reading.reading->by->text : query::absent;
    values.push_back(unit + " " + amount_text(reading.value, told.indicator()));
  }
  return told.say("explain.reading_conflict", {base::joined(values, told.words["text.list_comma"]),
                                               id_of(*told.figures.newest()->reading)});
}

}  // namespace

Step reading_step(const IndicatorTold& told) {
  const measure::Effective* newest = told.figures.newest();
  Step step{"reading", told.word("explain.step.reading"), told.word("text.not_reported")};
  if (newest) {
    const std::string value = newest->applicable ? amount_text(newest->value, told.indicator())
                                                 : told.word("explain.not_applicable");
    step.value = told.say("text.reading_as_of", {value, base::iso(newest->date)});
  }
  const auto outcomes = measure::outcomes(told.indicator(), told.clocks);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    step.because.push_back(sentence(told, told.indicator().readings[i], outcomes[i]));
  }
  if (outcomes.empty()) step.because.push_back(told.word("explain.no_readings"));
  if (!newest) step.because.push_back(told.word("explain.nothing_to_reckon"));
  if (newest && !newest->applicable) step.because.push_back(told.word("explain.zero_denominator"));
  if (told.figures.conflicting) step.because.push_back(conflict(told));
  if (newest && newest->reading->provisional.value_or(false)) {
    step.because.push_back(told.word("explain.is_provisional"));
  }
  return step;
}

}  // namespace taizhang::report
