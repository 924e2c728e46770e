// SPDX-License-Identifier: MIT
#include "measure/units.h"

#include <algorithm>
#include <set>

namespace taizhang::measure {

namespace {

const model::Unit* unit_named(const model::RegistryFile& registry, std::string_view name) {
  const model::Unit* unit = registry.find(name);
  return unit ? unit : registry.find_alias(name);
}

bool has_passed_on(const model::Unit& unit, base::Date day) {
  return unit.successor && unit.valid.to && *unit.valid.to < day;
}

/// Who stands on `day` for the unit with the main name `main`.
std::string successor_of(const model::RegistryFile* registry, const std::string& main,
                         base::Date day) {
  const model::Unit* unit = registry ? unit_named(*registry, main) : nullptr;
  if (!unit) return main;
  // A line without a circle has no more steps than there are units.
  for (std::size_t steps = registry->registry.units.size(); has_passed_on(*unit, day); --steps) {
    if (steps == 0) return main;
    const std::string& successor = unit->successor->text;
    unit = unit_named(*registry, successor);
    if (!unit) return successor;
  }
  return unit->name.value_or(main);
}

/// Whether the successor of `unit` is the same unit under another name.
bool is_renamed(const model::Registry& registry, const model::Unit& unit,
                const model::Unit& successor) {
  if (unit.status.value == model::UnitStatus::renamed) return true;
  if (unit.status.value == model::UnitStatus::merged || !successor.valid.from) return false;
  const auto& all = registry.units;
  return std::ranges::count_if(all, [&](const model::Unit& one) {
           return one.successor && one.successor->text == unit.successor->text;
         }) == 1;
}

}  // namespace

std::string main_name(const model::RegistryFile* registry, std::string_view written) {
  const model::Unit* unit = registry ? unit_named(*registry, written) : nullptr;
  return unit ? unit->name.value_or(std::string(written)) : std::string(written);
}

std::string unit_on(const model::RegistryFile* registry, std::string_view written, base::Date day,
                    Trace* trace) {
  // Nearly every name is the main one of a unit that still stands.
  const model::Unit* const itself = registry && !trace ? registry->find(written) : nullptr;
  if (itself && !has_passed_on(*itself, day)) return std::string(written);
  const std::string main = main_name(registry, written);
  const std::string unit = successor_of(registry, main, day);
  if (!trace) return unit;
  if (unit != main) {
    trace->tell<"unit.successor">(unit, std::string(written), main, day, unit);
  } else if (main != written) {
    trace->tell<"unit.alias">(unit, std::string(written), main);
  } else {
    trace->tell<"unit.itself">(unit, main);
  }
  return unit;
}

std::string renamed_on(const model::RegistryFile* registry, std::string_view written,
                       base::Date day) {
  const model::Unit* one = registry ? unit_named(*registry, written) : nullptr;
  if (!one) return std::string(written);
  for (std::size_t steps = registry->registry.units.size(); steps > 0; --steps) {
    if (!has_passed_on(*one, day)) break;
    const model::Unit* successor = unit_named(*registry, one->successor->text);
    if (!successor) return one->successor->text;
    if (!is_renamed(registry->registry, *one, *successor)) break;
    one = successor;
  }
  return one->name.value_or(std::string(written));
}

bool is_itself(const model::RegistryFile* registry, std::string_view written,
               const std::string& unit, base::Date day) {
  return written == unit || renamed_on(registry, written, day) == unit;
}

std::vector<std::string> in_registry_order(const model::RegistryFile* registry,
                                           const std::vector<std::string>& names) {
  std::set<std::string> left(names.begin(), names.end());
  std::vector<std::string> ordered;
  if (registry) {
    for (const model::Unit& unit : registry->registry.units) {
      if (unit.name && left.erase(*unit.name) > 0) ordered.push_back(*unit.name);
    }
  }
  ordered.insert(ordered.end(), left.begin(), left.end());
  return ordered;
}

}  // namespace taizhang::measure
