// SPDX-License-Identifier: MIT
#include <vector>

#include "base/suggest.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// A registry that could not be read at all knows nobody; that has been reported once.
bool is_readable(const model::RegistryFile& registry) { return !registry.registry.units.empty(); }

void run(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    const model::RegistryFile* registry = ledger.registry_of(plan);
    if (!registry || !is_readable(*registry)) continue;
    std::vector<std::string_view> names;
    for (const auto& [name, unit] : registry->by_name) names.push_back(name);
    const auto look = [&](const model::Given<model::UnitName>& unit) {
      if (!unit || registry->find(unit->text) || registry->find_alias(unit->text)) return;
      const auto near = base::suggestion(unit->text, names);
      found.add(unit.at, {{"名录里没有“{0}”", "“{0}” is not in the registry"}, {unit->text}},
                near ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*near}}
                     : base::Phrase{{"改正名称，或把它加进 units.yaml",
                                     "correct the name, or add it to units.yaml"},
                                    {}});
    };
    look(plan.plan.roles.office);
    for (const auto& closer : plan.plan.roles.closers.items) look(closer);
    for (const model::TaskFile& task : plan.tasks) model::for_each_unit(task.task, look);
  }
}

}  // namespace

const Rule unit_unknown{
    "E24",
    "unit-unknown",
    source::Severity::error,
    {"名录里没有的单位", "a unit that is not in the registry"},
    {"单位名称写错，这项任务就会从那个单位的清单和考核里消失。",
     "With its name misspelt the task drops out of the unit’s list and score."},
    R"yaml(lead: [市科技据]
)yaml",
    R"yaml(lead: [市科技局]
)yaml",
    run,
};

}  // namespace taizhang::check
