// SPDX-License-Identifier: MIT
#include "model/ledger.h"

#include <algorithm>
#include <set>

namespace taizhang::model {

const Unit* RegistryFile::find(std::string_view name) const {
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : &registry.units[found->second];
}

const Unit* RegistryFile::find_alias(std::string_view alias) const {
  const auto found = by_alias.find(alias);
  return found == by_alias.end() ? nullptr : &registry.units[found->second];
}

bool holds_units(std::string_view field) {
  return field == "lead" || field == "support" ||
         (field.starts_with("indicators.") && field.ends_with(".reporter"));
}

List<UnitName> units_in(const Given<Loose>& value) {
  List<UnitName> units{{}, value.at};
  if (!value) return units;
  for (std::size_t i = 0; i < value->texts.size(); ++i) {
    units.items.push_back({UnitName{value->texts[i]},
                           i < value->places.size() ? std::optional(value->places[i]) : value.at});
  }
  return units;
}

void build_index(RegistryFile& file) {
  const auto& units = file.registry.units.items;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].name) file.by_name.emplace(*units[i].name, i);
    for (const Given<std::string>& alias : units[i].aliases.items) {
      if (alias) file.by_alias.emplace(*alias, i);
    }
  }
}

const Section* PlanFolder::section(int no) const {
  for (const Section& section : plan.sections) {
    if (section.no && *section.no == no) return &section;
  }
  return nullptr;
}

const RegistryFile* Ledger::registry_of(const PlanFolder& plan) const {
  return plan.registry ? &registries[*plan.registry] : nullptr;
}

namespace {

/// Whether what is not in the file's struct may yet be in the file.
bool hides_something(const source::Fault& fault) {
  // A name alone where an entity should stand.
  const auto* wrong = std::get_if<source::WrongType>(&fault.what);
  if (wrong && wrong->wanted.en == source::map_of_keys.en) return true;
  // A fault of the whole file stands at its start and has no length.
  return fault.at == source::start_of(fault.at.file) || fault.is<source::SyntaxError>() ||
         fault.is<source::OverLimit>() || fault.is<source::BadBytes>() ||
         fault.is<source::WrongFile>();
}

}  // namespace

void build_index(Ledger& ledger) {
  ledger.whole.assign(ledger.sources.size(), true);
  for (const source::Fault& fault : ledger.faults) {
    if (hides_something(fault)) ledger.whole.at(fault.at.file) = false;
  }
}

bool Ledger::is_whole(std::uint32_t file) const { return whole.at(file); }

bool Ledger::can_tell(const RegistryFile& file) const {
  const auto& units = file.registry.units.items;
  return !units.empty() && is_whole(file.file) &&
         std::all_of(units.begin(), units.end(), [](const Unit& unit) { return bool(unit.name); });
}

std::size_t Ledger::faulty_files() const {
  std::set<std::uint32_t> files;
  for (const source::Fault& fault : faults) {
    if (!fault.is_of_form()) files.insert(fault.at.file);
  }
  return files.size();
}

}  // namespace taizhang::model
