// SPDX-License-Identifier: MIT
#include "measure/readings.h"

#include <algorithm>
#include <map>
#include <set>
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

std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks) {
  const Corrections corrections = known_corrections(indicator, clocks);
  std::vector<Effective> effective;
  for (const model::Reading& reading : indicator.readings) {
    if (!is_known(reading, clocks) || correction_of(corrections, reading)) continue;
    const bool applicable = !has_zero_denominator(indicator, reading);
    if (!*reading.value && applicable) continue;
    effective.push_back({&reading, reading.value->value_or(base::Decimal()), *reading.date,
                         reported_on(reading), applicable});
  }
  std::sort(effective.begin(), effective.end(), [](const Effective& a, const Effective& b) {
    return std::tie(a.date, a.reported, a.reading->id.value) <
           std::tie(b.date, b.reported, b.reading->id.value);
  });
  return effective;
}

std::vector<Outcome> outcomes(const model::Indicator& indicator, Clocks clocks) {
  const Corrections corrections = known_corrections(indicator, clocks);
  const std::vector<Effective> effective = effective_readings(indicator, clocks);
  std::set<const model::Reading*> counting;
  for (const Effective& reading : effective) counting.insert(reading.reading);
  std::vector<Outcome> all;
  for (const model::Reading& reading : indicator.readings) {
    Outcome outcome{ReadingFate::withdraws};
    if (!reading.date || !reading.value)
      outcome.fate = ReadingFate::unreadable;
    else if (*reading.date > clocks.as_of)
      outcome.fate = ReadingFate::not_yet_data;
    else if (reported_on(reading) > clocks.known_by)
      outcome.fate = ReadingFate::not_yet_known;
    else if ((outcome.corrected_by = correction_of(corrections, reading)))
      outcome.fate = ReadingFate::corrected;
    else if (counting.contains(&reading))
      outcome.fate =
          effective.back().reading == &reading ? ReadingFate::newest : ReadingFate::counts;
    all.push_back(outcome);
  }
  return all;
}

}  // namespace taizhang::measure
