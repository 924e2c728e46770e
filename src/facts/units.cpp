// SPDX-License-Identifier: MIT
#include "facts/units.h"

#include "measure/units.h"

namespace taizhang::facts {

std::optional<std::string> unit_named(const measure::PlanFigures& plan, const std::string& given) {
  const model::RegistryFile* registry = plan.registry;
  if (!registry || (!registry->find(given) && !registry->find_alias(given))) return std::nullopt;
  return measure::unit_on(registry, given, plan.clocks.as_of);
}

std::vector<std::string> unit_names(const measure::PlanFigures& plan) {
  std::vector<std::string> names;
  if (!plan.registry) return names;
  for (const model::Unit& unit : plan.registry->registry.units) {
    if (unit.name) names.push_back(*unit.name);
  }
  return names;
}

}  // namespace taizhang::facts
