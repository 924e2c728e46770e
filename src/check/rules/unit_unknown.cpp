// SPDX-License-Identifier: MIT
#include <map>
#include <vector>

#include "base/suggest.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// The names of each registry, gathered once.
using KnownNames = std::map<const model::RegistryFile*, std::vector<std::string_view>>;

const std::vector<std::string_view>& names_of(const model::RegistryFile& registry,
                                              KnownNames& known) {
  auto& names = known[&registry];
  if (names.empty()) {
    for (const auto& [name, unit] : registry.by_name) names.push_back(name);
  }
  return names;
}

void find_unit_unknown(const model::Ledger& ledger, Collector& found) {
  KnownNames known;
  model::for_each_unit(ledger, [&](const model::RegistryFile& registry, const auto& unit) {
    if (!unit || registry.find(unit->text) || registry.find_alias(unit->text)) return;
    const auto near = base::suggestion(unit->text, names_of(registry, known));
    found.add(unit.at, {{"名录里没有“{0}”", "“{0}” is not in the registry"}, {unit->text}},
              near ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*near}}
                   : base::Phrase{{"改正名称，或把它加进 units.yaml",
                                   "correct the name, or add it to units.yaml"},
                                  {}});
  });
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
    find_unit_unknown,
};

}  // namespace taizhang::check
