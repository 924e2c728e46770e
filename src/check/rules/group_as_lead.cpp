// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_group_as_lead(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    const model::RegistryFile* registry = ledger.registry_of(plan);
    if (!registry) continue;
    const auto look = [&](const model::Given<model::UnitName>& name, source::Span around,
                          base::Bilingual message) {
      if (!name) return;
      const model::Unit* unit = registry->find(name->text);
      if (!unit) unit = registry->find_alias(name->text);
      if (!unit || !unit->type || *unit->type != model::UnitType::group) return;
      found.add(name.at_or(around), {message, {name->text}},
                {{"写具体的单位；成员单位的统称只写在 support 里，不参加考核",
                  "name a unit of its own; a group stands in support only and is not scored"},
                 {}},
                {{unit->type.at, {{"名录里的类别在这里", "its type is here"}, {}}}});
    };
    for (const model::TaskFile& file : plan.tasks) {
      for (const auto& lead : file.task.lead.items) {
        look(lead, file.task.lead.at_or(file.task.at),
             {"“{0}”是一组单位的统称，不能牵头", "“{0}” is a group and cannot lead"});
      }
      for (const model::Indicator& indicator : file.task.indicators) {
        look(indicator.reporter, indicator.at,
             {"“{0}”是一组单位的统称，不能报数", "“{0}” is a group and cannot report"});
      }
    }
  }
}

}  // namespace

const Rule group_as_lead{
    "E35",
    "group-as-lead",
    source::Severity::error,
    {"由一组单位的统称牵头或报数", "a group of units as lead or reporter"},
    {"统称后面是许多单位，出了问题找不到负责的，也没法考核。",
     "Behind a group stand many units: nobody answers for the task and nobody can be scored."},
    R"yaml(lead: [领导小组成员单位]   # 名录里 type: group
)yaml",
    R"yaml(lead: [市发改局]
support: [领导小组成员单位]
)yaml",
    find_group_as_lead,
};

}  // namespace taizhang::check
