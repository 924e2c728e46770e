// SPDX-License-Identifier: MIT
#include <set>

#include "check/rules.h"
#include "check/walk.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

/// The units that may report, each as whoever stands for it in the end: a figure of a unit that has
/// been merged since is its successor's.
class Insiders {
 public:
  explicit Insiders(const AtPlan& at) : at_(at) {
    add(at.plan.roles.office);
    for (const auto& closer : at.plan.roles.closers.items) add(closer);
  }

  void add(const model::Given<model::UnitName>& unit) {
    if (unit) add(unit->text);
  }

  void add(std::string_view name) {
    units_.insert(in_the_end(name));
    const model::Unit* unit = at_.unit(name);
    if (!unit) return;
    for (const auto& member : unit->members.items) {
      if (member) units_.insert(in_the_end(member->text));
    }
  }

  /// Whether `name` is a unit that takes no part. A unit that the registry does not have is
  /// another rule's finding; a figure from above is beyond dispute.
  bool is_outsider(std::string_view name) const {
    const model::Unit* unit = at_.unit(name);
    if (!unit || !unit->type || *unit->type == model::UnitType::upper_level) return false;
    return !units_.contains(in_the_end(name));
  }

  bool is_known(std::string_view name) const { return at_.unit(name); }

  bool is_group(std::string_view name) const {
    const model::Unit* unit = at_.unit(name);
    return unit && unit->type && *unit->type == model::UnitType::group;
  }

  std::string in_the_end(std::string_view name) const {
    return measure::unit_on(at_.registry, name, end_of_days);
  }

 private:
  const AtPlan& at_;
  std::set<std::string, std::less<>> units_;
};

/// Add all that lead the task or take part in it, now or before a change; whether they are known.
bool add_units_of(const model::Task& task, Insiders& insiders) {
  // A missing lead, an unknown unit and a group as lead stand for a unit that is not named: other
  // rules tell of them.
  bool known = !task.lead.items.empty();
  for (const auto& unit : task.lead.items) known &= !unit || !insiders.is_group(unit->text);
  for (const auto* list : {&task.lead, &task.support}) {
    for (const model::Given<model::UnitName>& unit : list->items) {
      insiders.add(unit);
      known &= unit && insiders.is_known(unit->text);
    }
  }
  for (const auto& [name, share] : task.share.rows) insiders.add(*name);
  for (const model::Change& change : task.changes) {
    if (!change.field || (*change.field != "lead" && *change.field != "support")) continue;
    for (const auto* value : {&change.from, &change.to}) {
      if (!*value) continue;
      for (const std::string& name : (*value)->texts) insiders.add(name);
    }
  }
  return known;
}

/// Each outsider once an indicator: as its reporter, else at its first reading.
void look_at_reporters(const model::Task& task, const model::Indicator& indicator,
                       const Insiders& insiders, Collector& found) {
  std::set<std::string> seen;
  const auto look = [&](const model::Given<model::UnitName>& unit, source::Span around) {
    if (!unit || !insiders.is_outsider(unit->text)) return;
    if (!seen.insert(insiders.in_the_end(unit->text)).second) return;
    found.add(unit.at_or(around),
              {"报数的“{0}”既不牵头也不参与这项任务",
               "“{0}” reports, but neither leads the task nor takes part in it", unit->text},
              {"核对单位名称；确由它报送的，加进 support",
               "check the name of the unit; where it does report, add it to support"},
              {{task.lead.written() ? task.lead.at : task.support.at,
                {"牵头和参与单位在这里", "the units of the task are here"}}});
  };
  // So is a group as reporter.
  if (indicator.reporter && !insiders.is_group(indicator.reporter->text)) {
    look(indicator.reporter, indicator.at);
  }
  const std::set<std::string_view> corrected = corrected_ids(indicator);
  for (const model::Reading& reading : indicator.readings) {
    if (!reading.id || !corrected.contains(*reading.id)) look(reading.by, reading.at);
  }
}

}  // namespace

const Rule reporter_outside{
    "W12 reporter-outside",
    {"报数的单位不在任务里", "a report from a unit that takes no part"},
    {"谁承担谁报数。报数的单位既不牵头也不参与，不是名称选错了，就是参与单位漏写了，催报会催错人。",
     "Who does the work reports it. Where the reporting unit neither leads nor takes part, its "
     "name is wrong or the task leaves it out, and reminders go to the wrong door."},
    R"yaml(lead: [市工信局]
support: [市财政局]
indicators:
  - {id: piles, reporter: 市农业农村局})yaml",
    R"yaml(lead: [市工信局]
support: [市财政局, 市发改局]
indicators:
  - {id: piles, reporter: 市发改局})yaml",
    [](const AtTask& at, Collector& found) {
      if (!at.registry || !at.ledger.can_tell(*at.registry) || at.task.indicators.empty() ||
          !at.whole || at.meant({"lead", "support"}))
        return;
      if (at.AtPlan::meant({"roles"}) || at.meant(at.plan.roles, {"office"})) return;
      Insiders insiders(at);
      if (!add_units_of(at.task, insiders)) return;
      for (const model::Indicator& indicator : at.task.indicators)
        look_at_reporters(at.task, indicator, insiders, found);
    },
};

}  // namespace taizhang::check
