// SPDX-License-Identifier: MIT
#include <map>

#include "query/task_table.h"
#include "report/json.h"
#include "report/phrases.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

using measure::IndicatorFigures;
using measure::TaskFigures;
using query::absent;

namespace {

/// What a unit owes.
struct Owed {
  int never = 0;   ///< indicators without any reading
  int behind = 0;  ///< indicators whose newest owed period is missing
  std::vector<int> items;
};

/// Whether the newest period that was owed is missing: what came before is known.
bool is_behind(const IndicatorFigures& indicator) {
  const auto& missing = indicator.reports.missing;
  return indicator.newest() && !missing.empty() && missing.back().end > indicator.newest()->date;
}

std::map<std::string, Owed> owed_by_unit(const WeekInView& week) {
  std::map<std::string, Owed> units;
  for (const TaskFigures& task : week.now.tasks) {
    if (!task.open() || task.mechanism()) continue;
    for (const IndicatorFigures& indicator : task.indicators) {
      const bool never = !indicator.newest();
      if (!indicator.has_weight() || (!never && !is_behind(indicator))) continue;
      Owed& unit = units[indicator.reporter.empty() ? absent : indicator.reporter];
      ++(never ? unit.never : unit.behind);
      const auto item = task.file->item();
      if (item && (unit.items.empty() || unit.items.back() != *item)) unit.items.push_back(*item);
    }
  }
  return units;
}

}  // namespace

Json weekly_unreported(const WeekInView& week) {
  std::map<std::string, Owed> units = owed_by_unit(week);
  int never = 0;
  int behind = 0;
  for (const auto& [unit, owed] : units) {
    never += owed.never;
    behind += owed.behind;
  }
  Json rows = Json::array();
  const auto put = [&](const std::string& unit) {
    const auto found = units.find(unit);
    if (found == units.end()) return;
    rows.push_back({{"unit", unit},
                    {"never", std::to_string(found->second.never)},
                    {"behind", std::to_string(found->second.behind)},
                    {"items", item_list(found->second.items, week.words)}});
    units.erase(found);
  };
  if (week.registry) {
    for (const model::Unit& unit : week.registry->registry.units) {
      if (unit.name) put(*unit.name);
    }
  }
  while (!units.empty()) put(std::string(units.begin()->first));
  const bool none = rows.empty();
  return {{"none", none},
          {"summary", none ? std::string()
                           : week.words.say("weekly.unreported_summary",
                                            {std::to_string(rows.size()), std::to_string(never),
                                             std::to_string(behind)})},
          {"rows", std::move(rows)}};
}

}  // namespace taizhang::report
