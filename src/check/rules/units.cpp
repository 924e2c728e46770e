// SPDX-License-Identifier: MIT
#include <set>

#include "check/reference.h"
#include "check/rules.h"
#include "check/walk.h"
#include "measure/readings.h"

namespace taizhang::check {

namespace {

void look_for_group(const AtPlan& at, const model::Given<model::UnitName>& name,
                    source::Span around, base::Bilingual message, Collector& found) {
  const model::Unit* unit = name ? at.unit(name->text) : nullptr;
  if (!unit || unit->type.value != model::UnitType::group) return;
  found.add(name.at_or(around), {message, {name->text}},
            {"写具体的单位；成员单位的统称只写在 support 里，不参加考核",
             "name a unit of its own; a group stands in support only and is not scored"},
            {{unit->type.at, {"名录里的类别在这里", "its type is here"}}});
}

/// A unit with its days; null where those are swapped, a finding of their own.
const model::Unit* unit_with_days(const AtPlan& at, const model::Given<model::UnitName>& name) {
  const model::Unit* unit = name ? at.unit(name->text) : nullptr;
  return unit && unit->valid.from && unit->valid.to && *unit->valid.to < *unit->valid.from ? nullptr
                                                                                           : unit;
}

void add_absent(const model::Given<model::UnitName>& name, source::Span around,
                base::Bilingual message, const model::Given<base::Date>& day, Collector& found) {
  found.add(name.at_or(around), {message, {name->text, base::iso(*day)}},
            {"写承接它的单位；名录里的日期写错的，改正 valid",
             "name its successor, or correct the day in units.yaml"},
            {{day.at, {"名录里的日期在这里", "the day in units.yaml"}}});
}

void look_at_lead(const AtPlan& at, const model::Given<model::UnitName>& lead, source::Span around,
                  Collector& found) {
  const model::Unit* unit = unit_with_days(at, lead);
  if (!unit) return;
  const model::Period& period = at.plan.period;
  const auto& [from, to] = std::tie(unit->valid.from, unit->valid.to);
  if (to && period.start && *to < *period.start) {
    add_absent(
        lead, around,
        {"“{0}”到 {1} 为止，计划开始前就没有了", "“{0}” ends on {1}, before the plan begins"}, to,
        found);
  } else if (from && period.end && *from > *period.end) {
    add_absent(lead, around,
               {"“{0}”从 {1} 起才有，计划已经结束", "“{0}” begins on {1}, after the plan is over"},
               from, found);
  }
}

/// Whether the task or its indicator names `unit`; one from outside is another rule's finding.
bool takes_part(const AtIndicator& at, const model::Unit* unit) {
  const auto is_it = [&](const auto& name) { return unit_with_days(at.in, name) == unit; };
  return is_it(at.indicator.reporter) ||
         std::any_of(at.task.lead.items.begin(), at.task.lead.items.end(), is_it) ||
         std::any_of(at.task.support.items.begin(), at.task.support.items.end(), is_it);
}

const model::Unit* named(const model::RegistryFile& registry, const std::string& name) {
  const model::Unit* unit = registry.find(name);
  return unit ? unit : registry.find_alias(name);
}

/// The units from which the line of successors comes back, of each circle the first.
std::set<const model::Unit*> circles_in(const model::RegistryFile& registry) {
  const auto& units = registry.registry.units.items;
  std::vector<std::vector<std::size_t>> arrows(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const model::Unit* next =
        units[i].successor ? named(registry, units[i].successor->text) : nullptr;
    if (next) arrows[i] = {static_cast<std::size_t>(next - units.data())};
  }
  std::set<const model::Unit*> first;
  for (const auto& ring : rings_of(arrows)) first.insert(&units[ring.front()]);
  return first;
}

/// The last day of the plans that the registry serves.
std::optional<base::Date> last_day(const AtRegistry& at) {
  std::optional<base::Date> last;
  for (const model::PlanFolder& plan : at.ledger.plans) {
    const auto& end = plan.plan.period.end;
    if (end && at.ledger.registry_of(plan) == &at.file) last = std::max(last, end.value);
  }
  return last;
}

/// What stands in the registry about a unit that has ended and does not go together.
void look_at_end(const AtRegistry& at, const model::Unit& unit, std::optional<base::Date> plans_end,
                 Collector& found) {
  const base::Date to = *unit.valid.to;
  const source::Span place = unit.valid.to.at_or(unit.at);
  constexpr std::chrono::days far{2 * 366};
  if (plans_end && to > *plans_end + far) {
    found.add(place,
              {"“{0}”到 {1} 才结束，比计划晚两年以上", "“{0}” ends on {1}, years after the plans",
               *unit.name, to},
              {"检查年份；没有结束的单位不写 valid.to",
               "check the year; a unit that goes on has no last day"});
    return;
  }
  const model::Unit* next = unit.successor ? named(at.file, unit.successor->text) : nullptr;
  if (next && next->valid.from && *next->valid.from > to + std::chrono::days(1)) {
    found.add(next->valid.from.at_or(next->at),
              {"“{0}”到 {1} 为止，承接的“{2}”从 {3} 才有，中间没有单位负责",
               "“{0}” ends on {1} and its successor “{2}” begins on {3}: nobody is responsible "
               "between",
               *unit.name, to, unit.successor->text, *next->valid.from},
              {"两个日期前后相接，写错的改正", "one follows the other: correct the wrong day"},
              {{place, {"前一个单位到这里为止", "the unit before ends here"}}});
  }
  const auto status = unit.status.value_or(model::UnitStatus::active);
  if (!unit.successor || status != model::UnitStatus::active || at.meant(unit, {"status"})) return;
  found.add(unit.status.at_or(unit.successor.at_or(unit.at)),
            {"“{0}”由“{1}”承接，状态却是{2}", "“{0}” has the successor “{1}” and is {2}",
             *unit.name, unit.successor->text, model::label(status)},
            {"更名的写 status: renamed，撤并的写 status: merged，撤销的写 status: abolished",
             "write status: renamed, merged or abolished"});
}

void look_at_succession(const AtRegistry& at, const model::Unit& unit,
                        const std::set<const model::Unit*>& circles,
                        std::optional<base::Date> plans_end, Collector& found) {
  const std::string& name = *unit.name;
  const std::string bare(without_blanks_around(name));
  bool is_named_bare = false;  // that the registry has no such unit is told then
  if (bare != name) {
    model::for_each_unit(
        at.ledger, [&](const model::RegistryFile& registry, const auto& one, auto) {
          is_named_bare = is_named_bare || (&registry == &at.file && one.text == bare);
        });
  }
  if (bare != name && !is_named_bare) {
    found.add(unit.name.at_or(unit.at),
              {"单位名称“{0}”前后有空格", "the name “{0}” has blanks around it", name},
              {"去掉空格，写“{0}”", "write “{0}”", bare});
  }
  const auto& [from, to] = std::tie(unit.valid.from, unit.valid.to);
  // Days that are swapped are a finding of their own.
  if (from && to && *to < *from) return;
  if (circles.contains(&unit)) {
    found.add(unit.successor.at_or(unit.at),
              {"“{0}”由“{1}”承接，转一圈又回到自己",
               "from “{0}” the line of successors, by way of “{1}”, comes back to it", name,
               unit.successor->text},
              {"承接单位写现在还在的单位", "name a successor that is still there"});
  } else if (unit.successor.written() && !to.written()) {
    found.add(unit.successor.at_or(unit.at),
              {"“{0}”写了承接单位，没有写到哪天为止：职责永远不会移交",
               "“{0}” has a successor and no last day: it never takes over", name},
              {"写上 valid: {to: 撤并前的最后一天}", "write valid: {to: its last day}"});
  } else if (to && !unit.successor.written()) {
    found.add(
        to.at_or(unit.at),
        {"“{0}”到 {1} 为止，没有写由谁承接", "“{0}” ends on {1}, and nobody takes over", name, *to},
        {"写上 successor: 承接单位", "write successor: who takes over"});
  } else if (to) {
    look_at_end(at, unit, plans_end, found);
  }
}

}  // namespace

const Rule group_as_lead{
    "E35 group-as-lead",
    {"由一组单位的统称牵头或报数", "a group of units as lead or reporter"},
    {"统称后面是许多单位，出了问题找不到负责的，也没法考核。",
     "Behind a group stand many units: nobody answers for the task and nobody can be scored."},
    R"yaml(lead: [领导小组成员单位]   # 名录里 type: group)yaml",
    R"yaml(lead: [市发改局]
support: [领导小组成员单位])yaml",
    [](const AtTask& at, Collector& found) {
      for (const auto& lead : at.task.lead.items) {
        look_for_group(at, lead, at.task.lead.at_or(at.task.at),
                       {"“{0}”是一组单位的统称，不能牵头", "“{0}” is a group and cannot lead"},
                       found);
      }
    },
    [](const AtIndicator& at, Collector& found) {
      look_for_group(at.in, at.indicator.reporter, at.indicator.at,
                     {"“{0}”是一组单位的统称，不能报数", "“{0}” is a group and cannot report"},
                     found);
    },
};

const Rule unit_not_there{
    "W29 unit-not-there",
    {"牵头或报数的单位当时已经没有了", "a lead or reporter that was not there at the time"},
    {"单位撤了还挂着牵头，没有人办；撤了以后还报数，不是单位写错，就是名录里的日期写错。",
     "Nobody works for a unit that has ended; where one reports after its end the unit is wrong, "
     "or its day in the registry."},
    R"yaml(# 名录：市园林环卫中心 valid: {to: 2022-12-31}
lead: [市园林环卫中心])yaml",
    R"yaml(lead: [市园林绿化中心])yaml",
    [](const AtTask& at, Collector& found) {
      for (const auto& lead : at.task.lead.items)
        look_at_lead(at, lead, at.task.lead.at_or(at.task.at), found);
    },
    [](const AtReading& at, Collector& found) {
      const model::Reading& reading = at.reading;
      const model::Unit* unit = reading.date ? unit_with_days(at.in.in, reading.by) : nullptr;
      if (!unit || !unit->valid.to || measure::reported_on(reading) <= *unit->valid.to ||
          !takes_part(at.in, unit))
        return;
      add_absent(reading.by, reading.at,
                 {"“{0}”到 {1} 为止，以后的数不能由它报",
                  "“{0}” ends on {1} and reports nothing after it"},
                 unit->valid.to, found);
    },
};

const Rule succession{
    "W28 succession",
    {"单位的撤并没有写全", "a merger or end of a unit that is not complete"},
    {"撤并从 valid.to 的第二天起由承接单位接手；少写一样，任务就还挂在没有了的单位名下。",
     "From the day after valid.to the successor takes over; without either the tasks stay with a "
     "unit that is no more."},
    R"yaml(- {name: 市园林环卫中心, type: institution, status: merged, successor: 市园林绿化中心})yaml",
    R"yaml(- {name: 市园林环卫中心, type: institution, status: merged, successor: 市园林绿化中心, valid: {to: 2023-06-30}})yaml",
    [](const AtRegistry& at, Collector& found) {
      if (!at.ledger.can_tell(at.file)) return;
      const auto circles = circles_in(at.file);
      const auto plans_end = last_day(at);
      for (const model::Unit& unit : at.registry.units) {
        if (!unit.name || at.meant(unit, {"valid", "successor"}) || at.meant(unit.valid, {"to"}))
          continue;
        look_at_succession(at, unit, circles, plans_end, found);
      }
    },
};

}  // namespace taizhang::check
