// SPDX-License-Identifier: MIT
#include "measure/readings.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace taizhang::measure {

namespace {

using Corrections = std::map<std::string_view, const model::Reading*>;

/// The known corrections, by the id of the reading that each puts right.
Corrections known_corrections(const model::Indicator& indicator, Clocks clocks) {
  Corrections corrections;
  for (const model::Reading& reading : indicator.readings) {
    if (!reading.corrects || !is_known(reading, clocks)) continue;
    const bool itself = reading.id && *reading.id == *reading.corrects;
    if (!itself) corrections.emplace(*reading.corrects, &reading);
  }
  return corrections;
}

const model::Reading* correction_of(const Corrections& corrections, const model::Reading& reading) {
  if (!reading.id) return nullptr;
  const auto found = corrections.find(*reading.id);
  return found == corrections.end() ? nullptr : found->second;
}

/// What becomes of `reading`, but for whether it is the newest of those that count.
Outcome outcome_of(const model::Indicator& indicator, const model::Reading& reading,
                   const Corrections& corrections, Clocks clocks) {
  if (!reading.date || !reading.value) return {ReadingFate::unreadable};
  if (*reading.date > clocks.as_of) return {ReadingFate::not_yet_data};
  if (reported_on(reading) > clocks.known_by) return {ReadingFate::not_yet_known};
  if (const auto* by = correction_of(corrections, reading)) return {ReadingFate::corrected, by};
  if (!*reading.value && !has_zero_denominator(indicator, reading)) return {ReadingFate::withdraws};
  return {ReadingFate::counts};
}

bool is_newest(const std::vector<Effective>& effective, const model::Reading& reading) {
  return !effective.empty() && effective.back().reading == &reading;
}

void tell(Trace& trace, const model::Reading& reading, const Outcome& outcome, Clocks clocks) {
  const ReadingFate fate = outcome.fate;
  const std::string id = reading.id.value_or("");
  const auto value = reading.value ? *reading.value : std::nullopt;
  switch (fate) {
    case ReadingFate::newest:
      trace.tell<"fate.newest">(fate, id, *reading.date, value, reported_on(reading), clocks.as_of,
                                clocks.known_by);
      break;
    case ReadingFate::counts:
      trace.tell<"fate.counts">(fate, id, *reading.date, value, reported_on(reading), clocks.as_of,
                                clocks.known_by);
      break;
    case ReadingFate::corrected: {
      const model::Reading& by = *outcome.corrected_by;
      const std::string by_id = by.id.value_or("");
      const std::string corrects = by.corrects.value_or("");
      if (*by.value) {
        trace.tell<"fate.corrected">(fate, id, *reading.date, value, by_id, corrects, **by.value,
                                     by.reason.value, by.approved_by.value);
      } else {
        trace.tell<"fate.withdrawn">(fate, id, *reading.date, value, by_id, corrects,
                                     by.reason.value, by.approved_by.value);
      }
      break;
    }
    case ReadingFate::withdraws:
      trace.tell<"fate.withdraws">(fate, id, *reading.date, reading.corrects.value);
      break;
    case ReadingFate::not_yet_data:
      trace.tell<"fate.not_yet_data">(fate, id, *reading.date, value, clocks.as_of);
      break;
    case ReadingFate::not_yet_known:
      trace.tell<"fate.not_yet_known">(fate, id, *reading.date, value, reported_on(reading),
                                       clocks.known_by);
      break;
    case ReadingFate::unreadable:
      trace.tell<"fate.unreadable">(fate, id, reading.date.value, value);
      break;
  }
}

}  // namespace

bool has_zero_denominator(const model::Indicator& indicator, const model::Reading& reading) {
  if (!indicator.denominator) return false;
  return std::any_of(reading.parts.rows.begin(), reading.parts.rows.end(), [&](const auto& part) {
    return part.first && *part.first == *indicator.denominator && part.second &&
           *part.second == base::Decimal();
  });
}

base::Date reported_on(const model::Reading& reading) {
  return reading.reported.value_or(*reading.date);
}

bool is_known(const model::Reading& reading, Clocks clocks) {
  return reading.date && reading.value && *reading.date <= clocks.as_of &&
         reported_on(reading) <= clocks.known_by;
}

std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks,
                                          Trace* trace) {
  const Corrections corrections = known_corrections(indicator, clocks);
  std::vector<Effective> effective;
  for (const model::Reading& reading : indicator.readings) {
    if (outcome_of(indicator, reading, corrections, clocks).fate != ReadingFate::counts) continue;
    effective.push_back({&reading, reading.value->value_or(base::Decimal()), *reading.date,
                         reported_on(reading), !has_zero_denominator(indicator, reading)});
  }
  std::sort(effective.begin(), effective.end(), [](const Effective& a, const Effective& b) {
    return std::tie(a.date, a.reported, a.reading->id.value) <
           std::tie(b.date, b.reported, b.reading->id.value);
  });
  if (trace) {
    for (const model::Reading& reading : indicator.readings) {
      Outcome outcome = outcome_of(indicator, reading, corrections, clocks);
      if (is_newest(effective, reading)) outcome.fate = ReadingFate::newest;
      tell(*trace, reading, outcome, clocks);
    }
  }
  return effective;
}

std::vector<Outcome> outcomes(const model::Indicator& indicator, Clocks clocks) {
  const Corrections corrections = known_corrections(indicator, clocks);
  const std::vector<Effective> effective = effective_readings(indicator, clocks);
  std::vector<Outcome> all;
  for (const model::Reading& reading : indicator.readings) {
    all.push_back(outcome_of(indicator, reading, corrections, clocks));
    if (is_newest(effective, reading)) all.back().fate = ReadingFate::newest;
  }
  return all;
}

}  // namespace taizhang::measure
