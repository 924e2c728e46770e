// SPDX-License-Identifier: MIT
#include "measure/readings.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace taizhang::measure {

namespace {

bool known(const model::Reading& reading, Clocks clocks) {
  return reading.date && reading.value && *reading.date <= clocks.as_of &&
         reading.reported.value_or(*reading.date) <= clocks.known_by;
}

}  // namespace

std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks) {
  std::set<std::string_view> corrected;
  for (const model::Reading& reading : indicator.readings) {
    if (!known(reading, clocks) || !reading.corrects) continue;
    const bool itself = reading.id && *reading.id == *reading.corrects;
    if (!itself) corrected.insert(*reading.corrects);
  }
  std::vector<Effective> effective;
  for (const model::Reading& reading : indicator.readings) {
    const bool replaced = reading.id && corrected.contains(*reading.id);
    if (!known(reading, clocks) || replaced || !*reading.value) continue;
    effective.push_back(
        {&reading, **reading.value, *reading.date, reading.reported.value_or(*reading.date)});
  }
  std::sort(effective.begin(), effective.end(), [](const Effective& a, const Effective& b) {
    return std::tuple(a.date, a.reported, a.reading->id.value.value_or("")) <
           std::tuple(b.date, b.reported, b.reading->id.value.value_or(""));
  });
  return effective;
}

}  // namespace taizhang::measure
