// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "check/rules.h"
#include "measure/readings.h"

namespace taizhang::check {

namespace {

class Looker {
 public:
  Looker(const model::RegistryFile& registry, const model::Plan& plan, Collector& found)
      : registry_(registry), plan_(plan), found_(found) {}

  void look_at_lead(const model::Given<model::UnitName>& lead, source::Span around) {
    const model::Unit* unit = lead ? unit_named(lead->text) : nullptr;
    if (!unit) return;
    const auto& [from, to] = std::tie(unit->valid.from, unit->valid.to);
    if (to && plan_.period.start && *to < *plan_.period.start) {
      add(lead.at_or(around),
          {"“{0}”到 {1} 为止，计划开始前就没有了", "“{0}” ends on {1}, before the plan begins"},
          lead->text, *to, to.at);
    } else if (from && plan_.period.end && *from > *plan_.period.end) {
      add(lead.at_or(around),
          {"“{0}”从 {1} 起才有，计划已经结束", "“{0}” begins on {1}, after the plan is over"},
          lead->text, *from, from.at);
    }
  }

  /// `task` names the unit; one from outside of the task is another rule's finding.
  void look_at_reading(const model::Task& task, const model::Indicator& indicator,
                       const model::Reading& reading) {
    const model::Unit* unit = reading.by && reading.date ? unit_named(reading.by->text) : nullptr;
    if (!unit || !is_of(task, indicator, *unit) || !unit->valid.to ||
        measure::reported_on(reading) <= *unit->valid.to)
      return;
    add(reading.by.at_or(reading.at),
        {"“{0}”到 {1} 为止，以后的数不能由它报", "“{0}” ends on {1} and reports nothing after it"},
        reading.by->text, *unit->valid.to, unit->valid.to.at);
  }

 private:
  bool is_of(const model::Task& task, const model::Indicator& indicator,
             const model::Unit& unit) const {
    const auto is_it = [&](const auto& name) { return name && unit_named(name->text) == &unit; };
    return is_it(indicator.reporter) ||
           std::any_of(task.lead.items.begin(), task.lead.items.end(), is_it) ||
           std::any_of(task.support.items.begin(), task.support.items.end(), is_it);
  }

  const model::Unit* unit_named(const std::string& name) const {
    const model::Unit* unit = registry_.find(name);
    if (!unit) unit = registry_.find_alias(name);
    // Days that are swapped are a finding of their own.
    const bool reversed =
        unit && unit->valid.from && unit->valid.to && *unit->valid.to < *unit->valid.from;
    return reversed ? nullptr : unit;
  }

  void add(source::Span at, base::Bilingual message, const std::string& name, base::Date day,
           std::optional<source::Span> there) {
    found_.add(at, {message, {name, base::iso(day)}},
               {{"写承接它的单位；名录里的日期写错的，改正 valid",
                 "name its successor, or correct the day in units.yaml"},
                {}},
               {{there, {{"名录里的日期在这里", "the day in units.yaml"}, {}}}});
  }

  const model::RegistryFile& registry_;
  const model::Plan& plan_;
  Collector& found_;
};

void find_unit_not_there(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    const model::RegistryFile* registry = ledger.registry_of(plan);
    if (!registry) continue;
    Looker looker(*registry, plan.plan, found);
    for (const model::TaskFile& file : plan.tasks) {
      for (const auto& lead : file.task.lead.items) {
        looker.look_at_lead(lead, file.task.lead.at_or(file.task.at));
      }
      for (const model::Indicator& indicator : file.task.indicators) {
        for (const model::Reading& reading : indicator.readings) {
          looker.look_at_reading(file.task, indicator, reading);
        }
      }
    }
  }
}

}  // namespace

const Rule unit_not_there{
    "W29",
    "unit-not-there",
    source::Severity::warning,
    {"牵头或报数的单位当时已经没有了", "a lead or reporter that was not there at the time"},
    {"单位撤了还挂着牵头，没有人办；撤了以后还报数，不是单位写错，就是名录里的日期写错。",
     "Nobody works for a unit that has ended; where one reports after its end the unit is wrong, "
     "or its day in the registry."},
    R"yaml(# 名录：市园林环卫中心 valid: {to: 2022-12-31}
lead: [市园林环卫中心]
)yaml",
    R"yaml(lead: [市园林绿化中心]
)yaml",
    find_unit_not_there,
};

}  // namespace taizhang::check
