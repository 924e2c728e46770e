// SPDX-License-Identifier: MIT
#include <map>

#include "check/rules.h"
#include "check/walk.h"
#include "check/written.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

/// Looks for a unit that a second time stands in one list, or in two that exclude each other.
class UnitLists {
 public:
  UnitLists(const model::Ledger& ledger, const model::RegistryFile* registry, Collector& found)
      : registry_(registry && ledger.can_tell(*registry) ? registry : nullptr), found_(found) {}

  /// A list of its own; `around` is what it stands in.
  void one(const model::List<model::UnitName>& list, source::Span around, base::Bilingual what) {
    seen_.clear();
    add(list, around, what);
  }

  void lead_and_support(const model::Task& task) {
    one(task.lead, task.at, {"牵头单位", "the leads"});
    add(task.support, task.at, {"参与单位", "the participating units"});
  }

  void tables(const model::Task& task) {
    for_each_table_by_unit(task, [&](const auto& table, source::Span around, base::Bilingual what) {
      seen_.clear();
      for (const auto& [name, share] : table.rows)
        look(*name.value, name.at_or(table.at_or(around)), what, true);
    });
  }

 private:
  struct First {
    std::string written;
    source::Span at;
    base::Bilingual where;
  };

  void add(const model::List<model::UnitName>& list, source::Span around, base::Bilingual what) {
    for (const auto& name : list.items) {
      if (name) look(name->text, name.at_or(list.at_or(around)), what);
    }
  }

  void look(const std::string& written, source::Span at, base::Bilingual where,
            bool is_key = false) {
    // A name that the registry does not have is another rule's finding.
    if (registry_ && !registry_->find(written) && !registry_->find_alias(written)) return;
    const auto [earlier, is_new] =
        seen_.emplace(measure::main_name(registry_, written), First{written, at, where});
    if (is_new) return;
    const First& first = earlier->second;
    const Words place{"前一处在这里", "it stands here already"};
    if (first.where.en != where.en) {
      found_.add(at,
                 {"“{0}”已经是{1}，不能又是{2}", "“{0}” is one of {1} already, and not of {2} too",
                  written, first.where, where},
                 {"牵头和参与只留一处", "keep it in one of the two lists"}, {{first.at, place}});
    } else if (first.written == written) {
      // A key that stands twice is a fault of the file itself.
      if (is_key) return;
      found_.add(
          at, {"“{0}”在{1}里写了两次", "“{0}” stands twice in {1}", written, where},
          {"删去一处；本来要写别的单位的，改正名称", "delete one, or name the unit that was meant"},
          {{first.at, place}});
    } else {
      found_.add(at,
                 {"“{0}”就是“{1}”，在{2}里写了两次",
                  "“{0}” is the same unit as “{1}”, which stands in {2} already", written,
                  first.written, where},
                 {"同一个单位只写一次，用名录里的名称",
                  "write a unit once, under its name in the registry"},
                 {{first.at, place}});
    }
  }

  const model::RegistryFile* registry_;
  Collector& found_;
  std::map<std::string, First> seen_;  ///< by main name
};

}  // namespace

const Rule unit_twice{
    "E42 unit-twice",
    {"一个单位写了两次", "a unit that stands there twice"},
    {"既牵头又参与、或在一张表里重复的单位，份额和考核说不清按哪一处算，多半是本来要写另一个单位。"
     "别名与名录里的名称算同一个单位。",
     "For a unit that both leads and takes part, or stands twice in a list, it is unclear which "
     "share and score count; most often another unit was meant. An alias is the unit itself."},
    R"yaml(lead: [市工信局, 市发改局]
support: [市财政局, 市发改局])yaml",
    R"yaml(lead: [市工信局, 市发改局]
support: [市财政局])yaml",
    [](const AtRegistry& at, Collector& found) {
      UnitLists lists(at.ledger, &at.file, found);
      for (const model::Unit& unit : at.registry.units)
        lists.one(unit.members, unit.at, {"成员单位", "the members"});
    },
    [](const AtPlan& at, Collector& found) {
      UnitLists lists(at.ledger, at.registry, found);
      lists.one(at.plan.roles.closers, at.plan.roles.at_or(at.plan.at),
                {"有权销号的单位", "the closers"});
    },
    [](const AtTask& at, Collector& found) {
      UnitLists lists(at.ledger, at.registry, found);
      lists.lead_and_support(at.task);
      lists.tables(at.task);
      for (const model::Order& order : at.task.orders)
        lists.one(order.to, order.at, {"发往单位", "the units that it goes to"});
      for (const model::Change& change : at.task.changes) {
        if (!change.field || !model::holds_units(*change.field)) continue;
        lists.one(model::units_in(change.to), change.at,
                  {"调整后的单位", "the units of the change"});
      }
    },
};

}  // namespace taizhang::check
