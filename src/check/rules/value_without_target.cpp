// SPDX-License-Identifier: MIT
#include <set>

#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

/// The units with a target in `indicator`, a group as its members, each as whoever stands for it in
/// the end.
std::set<std::string> units_with_target(const AtIndicator& at) {
  std::set<std::string> units;
  const auto add = [&](const std::string& name) {
    units.insert(measure::unit_on(at.in.registry, name, end_of_days));
  };
  for (const auto& [name, target] : at.indicator.targets.rows) {
    if (!name) continue;
    const model::Unit* unit = at.in.unit(*name);
    if (!unit || unit->type.value != model::UnitType::group) {
      add(*name);
      continue;
    }
    for (const auto& member : unit->members.items) {
      if (member) add(member->text);
    }
  }
  return units;
}

}  // namespace

const Rule value_without_target{
    "E60 value-without-target",
    {"报数的单位没有目标，或没有分单位", "a value of a unit without a target, or of no unit"},
    {"目标分到单位的指标，按单位的数计算；没有目标的单位报的数、没有分到单位的数，哪里都不算，"
     "报的人却以为报过了。",
     "Where targets are by unit only their values count: that of a unit without a target, or one "
     "that is not by unit, is in no figure, while whoever sent it believes it was reported."},
    R"yaml(targets: {东坡区: 7200, 彭山区: 4000}
readings:
  - {id: r1, date: 2023-06-30, values: {东坡区: 3100, 仁寿县: 60}}
  - {id: r2, date: 2023-07-31, value: 4100})yaml",
    R"yaml(targets: {东坡区: 7200, 彭山区: 4000}
readings:
  - {id: r1, date: 2023-06-30, values: {东坡区: 3100, 彭山区: 60}}
  - {id: r2, date: 2023-07-31, values: {东坡区: 3900, 彭山区: 200}})yaml",
    [](const AtReading& at, Collector& found) {
      const model::Indicator& indicator = at.in.indicator;
      const model::Reading& reading = at.reading;
      const AtTask& task = at.in.in;
      const bool sound = indicator.targets.written() && at.in.whole() &&
                         !at.in.meant({"targets"}) && !task.meant(reading, {"values", "value"});
      if (!sound || (task.registry && !task.ledger.can_tell(*task.registry))) return;
      if (!reading.extras->values.written() && reading.value && *reading.value) {
        found.add(reading.value.at_or(reading.at),
                  {"目标是分单位的，这个数没有分到单位，不算数",
                   "targets are by unit, and this value is of none: it does not count"},
                  {"写成 values: {单位: 数, …}，每个单位一个数",
                   "write values: {unit: number, …}, one number a unit"});
      }
      if (reading.extras->values.rows.empty()) return;
      const std::set<std::string> units = units_with_target(at.in);
      for (const auto& [name, value] : reading.extras->values.rows) {
        // A name that the registry does not have is an unknown unit first.
        if (!name || !task.unit(*name)) continue;
        if (units.contains(measure::unit_on(task.registry, *name, end_of_days))) continue;
        std::vector<std::string> known(units.begin(), units.end());
        found
            .add(name.at_or(reading.extras->values.at_or(reading.at)),
                 {"“{0}”在这个指标里没有目标，它的数不算",
                  "“{0}” has no target here: its value does "
                  "not count",
                  *name},
                 {"改成有目标的单位：{0}；确实分给了它的，在 targets 里写上它的目标",
                  "name a unit that has one: {0}; where it was given one, write it into targets",
                  base::joined(measure::in_registry_order(task.registry, known), "、")},
                 {{indicator.targets.at, {"分单位的目标在这里", "the targets are here"}}})
            .distinction = *name;
      }
    },
};

}  // namespace taizhang::check
