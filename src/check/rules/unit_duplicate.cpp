// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_unit_duplicate(const model::Ledger& ledger, Collector& found) {
  for (const model::RegistryFile& registry : ledger.registries) {
    std::map<std::string, source::Span> first;
    const auto look = [&](const model::Given<std::string>& name, const model::Unit& unit) {
      if (!name) return;
      const source::Span at = name.at_or(unit.at);
      const auto [earlier, is_new] = first.emplace(*name, at);
      if (is_new) return;
      found.add(
          at, {{"“{0}”已经有了", "“{0}” is already there"}, {*name}},
          {{"删去重复的一个，或改正名称、别名", "delete one, or correct the name or alias"}, {}},
          {{earlier->second, {{"另一个在这里", "the other one is here"}, {}}}});
    };
    for (const model::Unit& unit : registry.registry.units) look(unit.name, unit);
    for (const model::Unit& unit : registry.registry.units) {
      for (const auto& alias : unit.aliases.items) look(alias, unit);
    }
  }
}

}  // namespace

const Rule unit_duplicate{
    "E25",
    "unit-duplicate",
    source::Severity::error,
    {"名录里两个单位重名", "two units of one name"},
    {"名称是单位的身份；名称或别名相同就分不清是谁。",
     "The name is the identity of a unit; with equal names or aliases nobody knows who is meant."},
    R"yaml(- {name: 市科技局, type: government}
- {name: 市科技局, type: government}
)yaml",
    R"yaml(- {name: 市科技局, type: government}
)yaml",
    find_unit_duplicate,
};

}  // namespace taizhang::check
