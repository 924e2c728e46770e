// SPDX-License-Identifier: MIT
#include "check/reported.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "check/walk.h"
#include "measure/completion.h"
#include "measure/limits.h"
#include "measure/units.h"

namespace taizhang::check {

using measure::Effective;

namespace {

/// Readings of one data date.
using Day = std::span<const Effective>;

/// Whether every reading has an id of its own; a correction of a double id corrects nobody knows
/// which.
bool has_ids(const model::Indicator& indicator) {
  std::set<std::string_view> ids;
  return std::all_of(indicator.readings.begin(), indicator.readings.end(),
                     [&](const auto& one) { return one.id && ids.insert(*one.id).second; });
}

/// Whether both are known for units of their own, whatever name each is called by.
bool are_two_units(const model::RegistryFile* registry, const model::Reading& a,
                   const model::Reading& b) {
  if (!a.by || !b.by || a.by->text == b.by->text) return false;
  if (!registry) return true;
  const auto unit = [&](const std::string& name) {
    const model::Unit* found = registry->find(name);
    return found ? found : registry->find_alias(name);
  };
  const model::Unit* first = unit(a.by->text);
  const model::Unit* second = unit(b.by->text);
  return first && second && first != second;
}

/// Whether both are certainly of one unit: what names none comes from who reports.
bool are_one_unit(const model::RegistryFile* registry, const model::Reading& a,
                  const model::Reading& b) {
  if ((a.by.written() && !a.by) || (b.by.written() && !b.by)) return false;
  if (!a.by || !b.by || a.by->text == b.by->text) return true;
  return registry &&
         measure::main_name(registry, a.by->text) == measure::main_name(registry, b.by->text);
}

/// Whether a reading says that it corrects, and names none of its date but itself: another rule's
/// finding.
bool corrects_nothing(const model::Indicator& indicator, const model::Reading& reading) {
  return reading.extras->corrects.written() &&
         (!reading.extras->corrects || *reading.extras->corrects == *reading.id ||
          std::none_of(indicator.readings.begin(), indicator.readings.end(), [&](const auto& one) {
            return *one.id == *reading.extras->corrects && *one.date == *reading.date;
          }));
}

void find_seconds(const model::RegistryFile* registry, const model::Indicator& indicator, Day day,
                  std::vector<Clash>& seconds) {
  for (std::size_t i = 1; i < day.size(); ++i) {
    if (corrects_nothing(indicator, *day[i].reading)) continue;
    if (are_one_unit(registry, *day[i - 1].reading, *day[i].reading)) {
      seconds.push_back({day[i - 1], day[i]});
    }
  }
}

void find_conflict(const model::RegistryFile* registry, Day day, std::vector<Clash>& conflicts) {
  const Effective& newest = day.back();
  for (const Effective& reading : day) {
    if (reading.value == newest.value) continue;
    if (!are_two_units(registry, *reading.reading, *newest.reading)) continue;
    conflicts.push_back({reading, newest});
    return;
  }
}

/// Compare two days in their best light: where units disagree, that is a finding of its own.
void find_fall(bool down, Day before, Day after, std::vector<Clash>& falls) {
  const auto [low_before, high_before] = std::ranges::minmax_element(before, {}, &Effective::value);
  const auto [low_after, high_after] = std::ranges::minmax_element(after, {}, &Effective::value);
  if (!down && high_after->value < low_before->value) {
    falls.push_back({*low_before, *high_after});
  } else if (down && low_after->value > high_before->value) {
    falls.push_back({*high_before, *low_after});
  }
}

}  // namespace

bool all_read(const AtIndicator& at) {
  const model::Indicator& indicator = at.indicator;
  const bool clear = std::all_of(
      indicator.readings.begin(), indicator.readings.end(), [](const model::Reading& reading) {
        return reading.date && (reading.value || reading.extras->values.written()) &&
               bool(reading.reported) == reading.reported.written() &&
               bool(reading.extras->corrects) == reading.extras->corrects.written();
      });
  return clear && has_ids(indicator) && at.whole() &&
         !at.in.meant(indicator.readings, {"corrects"});
}

bool is_outside(const model::Period& period, base::Date date) {
  if (!period.start || !period.end || *period.start > *period.end) return false;
  return date < *period.start || date > *period.end;
}

std::optional<base::Date> settled_on(const AtIndicator& at) {
  const model::Plan& plan = at.plan;
  if (plan.reporting.value == model::Reporting::public_ || !plan.period.end) return std::nullopt;
  // Days that are swapped are a finding of their own.
  if (plan.period.start && *plan.period.start > *plan.period.end) return std::nullopt;
  if (at.meant({"due"}) || at.in.meant({"due"})) return std::nullopt;
  const base::Date last = std::max(at.due().value_or(base::Date::min()), *plan.period.end);
  return last + std::chrono::days(measure::limits_of(plan.rules.deadlines).settlement);
}

std::set<std::string_view> corrected_ids(const model::Indicator& indicator) {
  std::set<std::string_view> ids;
  for (const model::Reading& reading : indicator.readings) {
    const bool itself =
        reading.id && reading.extras->corrects && *reading.id == *reading.extras->corrects;
    if (reading.extras->corrects && !itself) ids.insert(*reading.extras->corrects);
  }
  return ids;
}

Reported reported(const AtIndicator& at) {
  const model::Indicator& indicator = at.indicator;
  Reported result;
  if (indicator.readings.empty() || !all_read(at)) return result;
  result.readings = measure::effective_readings(indicator, {end_of_days, end_of_days});
  std::erase_if(result.readings, [&](const Effective& reading) {
    return !reading.applicable || is_outside(at.plan.period, reading.date);
  });

  const bool total = indicator.kind && *indicator.kind == model::Kind::cumulative &&
                     bool(indicator.direction) == indicator.direction.written();
  // The total that is kept below a ceiling still only rises.
  const bool down = measure::is_down(indicator) && !measure::is_ceiling(indicator);
  Day before;
  for (auto begin = result.readings.begin(); begin != result.readings.end();) {
    const auto end = std::find_if(begin, result.readings.end(),
                                  [&](const Effective& one) { return one.date != begin->date; });
    const Day day(begin, end);
    find_conflict(at.in.registry, day, result.conflicts);
    find_seconds(at.in.registry, indicator, day, result.seconds);
    if (total && !before.empty()) find_fall(down, before, day, result.falls);
    before = day;
    begin = end;
  }
  return result;
}

}  // namespace taizhang::check
