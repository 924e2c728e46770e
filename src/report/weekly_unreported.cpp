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

Json weekly_unreported(const WeekInView& week) {
  struct Missing {
    int indicators = 0;
    std::vector<int> items;
  };
  std::map<std::string, Missing> missing;
  int indicators = 0;
  for (const TaskFigures& task : week.now.tasks) {
    if (!task.open() || task.mechanism()) continue;
    for (const IndicatorFigures& indicator : task.indicators) {
      if (indicator.newest() || !has_weight(indicator.weight)) continue;
      Missing& unit = missing[indicator.reporter.empty() ? absent : indicator.reporter];
      ++unit.indicators;
      ++indicators;
      const auto item = task.file->item();
      if (item && (unit.items.empty() || unit.items.back() != *item)) unit.items.push_back(*item);
    }
  }
  Json rows = Json::array();
  const auto put = [&](const std::string& unit) {
    const auto found = missing.find(unit);
    if (found == missing.end()) return;
    rows.push_back({{"unit", unit},
                    {"indicators", std::to_string(found->second.indicators)},
                    {"items", item_list(found->second.items, week.words)}});
    missing.erase(found);
  };
  if (week.registry) {
    for (const model::Unit& unit : week.registry->registry.units) {
      if (unit.name) put(*unit.name);
    }
  }
  while (!missing.empty()) put(std::string(missing.begin()->first));
  const bool none = rows.empty();
  return {
      {"none", none},
      {"summary", none ? std::string()
                       : week.words.say("weekly.unreported_summary",
                                        {std::to_string(rows.size()), std::to_string(indicators)})},
      {"rows", std::move(rows)}};
}

}  // namespace taizhang::report
