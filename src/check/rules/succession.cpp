// SPDX-License-Identifier: MIT
#include <set>
#include <tuple>

#include "base/text.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

const model::Unit* unit_named(const model::RegistryFile& registry, const std::string& name) {
  const model::Unit* unit = registry.find(name);
  return unit ? unit : registry.find_alias(name);
}

/// Whether the line of successors from `unit` comes back to it; of a circle only the first in the
/// registry says so.
bool begins_circle(const model::RegistryFile& registry, const model::Unit& unit) {
  std::set<const model::Unit*> met;
  const model::Unit* at = &unit;
  while (at && at >= &unit && at->successor && met.insert(at).second) {
    at = unit_named(registry, at->successor->text);
    if (at == &unit) return true;
  }
  return false;
}

void look_at_unit(const model::RegistryFile& registry, const model::Unit& unit, Collector& found) {
  const std::string& name = *unit.name;
  if (base::trimmed(name) != name) {
    found.add(unit.name.at_or(unit.at),
              {{"单位名称“{0}”前后有空格", "the name “{0}” has blanks around it"}, {name}},
              {{"去掉空格，写“{0}”", "write “{0}”"}, {std::string(base::trimmed(name))}});
  }
  const auto& [from, to] = std::tie(unit.valid.from, unit.valid.to);
  // Days that are swapped are a finding of their own.
  if (from && to && *to < *from) return;
  if (unit.successor && begins_circle(registry, unit)) {
    found.add(unit.successor.at_or(unit.at),
              {{"“{0}”由“{1}”承接，转一圈又回到自己",
                "from “{0}” the line of successors, by way "
                "of “{1}”, comes back to it"},
               {name, unit.successor->text}},
              {{"承接单位写现在还在的单位", "name a successor that is still there"}, {}});
  } else if (unit.successor.written() && !to.written()) {
    found.add(unit.successor.at_or(unit.at),
              {{"“{0}”写了承接单位，没有写到哪天为止：职责永远不会移交",
                "“{0}” has a successor and no last day: it never takes over"},
               {name}},
              {{"写上 valid: {to: 撤并前的最后一天}", "write valid: {to: its last day}"}, {}});
  } else if (to && !unit.successor.written()) {
    found.add(to.at_or(unit.at),
              {{"“{0}”到 {1} 为止，没有写由谁承接", "“{0}” ends on {1}, and nobody takes over"},
               {name, base::iso(*to)}},
              {{"写上 successor: 承接单位", "write successor: who takes over"}, {}});
  }
}

void find_succession(const model::Ledger& ledger, Collector& found) {
  for (const model::RegistryFile& registry : ledger.registries) {
    const auto meant = [&](std::string_view key) { return ledger.was_meant(registry.file, key); };
    if (!ledger.can_tell(registry) || meant("valid") || meant("to") || meant("successor")) continue;
    for (const model::Unit& unit : registry.registry.units) {
      if (unit.name) look_at_unit(registry, unit, found);
    }
  }
}

}  // namespace

const Rule succession{
    "W28",
    "succession",
    source::Severity::warning,
    {"单位的撤并没有写全", "a merger or end of a unit that is not complete"},
    {"撤并从 valid.to 的第二天起由承接单位接手；少写一样，任务就还挂在没有了的单位名下。",
     "From the day after valid.to the successor takes over; without either the tasks stay with a "
     "unit that is no more."},
    R"yaml(- {name: 市园林环卫中心, type: institution, status: merged, successor: 市园林绿化中心}
)yaml",
    R"yaml(- {name: 市园林环卫中心, type: institution, status: merged, successor: 市园林绿化中心, valid: {to: 2023-06-30}}
)yaml",
    find_succession,
};

}  // namespace taizhang::check
