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

void build_index(RegistryFile& file) {
  const auto& units = file.registry.units.items;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].name) file.by_name.emplace(*units[i].name, i);
    for (const Given<std::string>& alias : units[i].aliases.items) {
      if (alias) file.by_alias.emplace(*alias, i);
    }
  }
}

const TaskFile* PlanFolder::find(int item) const {
  const auto found = std::find_if(tasks.begin(), tasks.end(),
                                  [&](const TaskFile& task) { return task.item() == item; });
  return found == tasks.end() ? nullptr : &*found;
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

std::size_t Ledger::faulty_files() const {
  std::set<std::uint32_t> files;
  for (const source::Fault& fault : faults) files.insert(fault.at.file);
  return files.size();
}

}  // namespace taizhang::model
