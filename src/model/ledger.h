// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.h"
#include "model/task.h"
#include "model/unit.h"
#include "source/fault.h"
#include "source/remark.h"
#include "source/source_file.h"

namespace taizhang::model {

/// A task and the file it stands in.
struct TaskFile {
  std::uint32_t file = 0;
  std::optional<int> file_item;  ///< the number that the file's name begins with
  Task task;

  /// What the task is known by: its item, or the file's number where the item cannot be read.
  std::optional<int> item() const { return task.item ? *task.item : file_item; }
};

/// `units.yaml` with its index.
struct RegistryFile {
  std::uint32_t file = 0;
  Registry registry;
  std::map<std::string, std::size_t, std::less<>> by_name;  ///< names, then aliases, to units
  std::map<std::string, std::size_t, std::less<>> by_alias;

  const Unit* find(std::string_view name) const;
  const Unit* find_alias(std::string_view alias) const;
};

/// A folder with a `plan.yaml`: the plan and its tasks, in the order of their items.
struct PlanFolder {
  std::uint32_t file = 0;
  Plan plan;
  std::optional<std::size_t> registry;  ///< index into `Ledger::registries`
  std::vector<TaskFile> tasks;

  /// The plan's id; its folder's name where the id cannot be read.
  std::string id;

  const Section* section(int no) const;
};

/// A saved query that a plan or the user's settings define. What is not written is empty.
struct OwnQuery {
  std::string name;
  std::string rows;
  std::string filter;
  std::string columns;  ///< with blanks between them
  std::string sort;     ///< likewise
  std::string group;
  std::string about;
  std::string place;                  ///< `tasks/2023/plan.yaml:31:3`
  std::optional<std::uint32_t> plan;  ///< the file of its plan; none where it is of settings
  bool faulty = false;                ///< whether a fault stands in it: it may be cut short
};

/// All that was read, in a fixed order: plans and registries by path, tasks by item.
struct Ledger {
  std::string root;  ///< the folder that was read; every path begins with it, but for `.`
  source::Sources sources;
  std::vector<source::Fault> faults;
  std::vector<source::Remark> remarks;  ///< by file and place
  std::vector<RegistryFile> registries;
  std::vector<PlanFolder> plans;
  std::vector<OwnQuery> queries;  ///< those of the plans, then of settings, the nearest file first
  std::vector<bool> whole;        ///< of each file, whether none of them hides a part of it

  const RegistryFile* registry_of(const PlanFolder& plan) const;

  /// Whether the file was read to its end: what is not in its struct is not in the file.
  bool is_whole(std::uint32_t file) const;

  /// Whether a name that the registry does not have is unknown: not so where part of it was lost.
  bool can_tell(const RegistryFile& registry) const;

  /// How many files have a fault of reading; other commands than `check` say so in one line.
  std::size_t faulty_files() const;
};

/// Build the index of a registry that has been read; the first of two equal names counts.
void build_index(RegistryFile& registry);

/// Build `whole`, when all faults are there.
void build_index(Ledger& ledger);

/// Whether a change of `field` gives units: `lead`, `support`, `indicators.piles.reporter`.
bool holds_units(std::string_view field);

/// The units that the `from` or `to` of a change gives.
List<UnitName> units_in(const Given<Loose>& value);

/// Call `visit(const UnitName&, place)` for every unit that the task names and that could be read.
template <class Visit>
void for_each_unit(const Task& task, Visit visit) {
  const auto one = [&](const Given<UnitName>& name, source::Span around) {
    if (name) visit(*name, name.at_or(around));
  };
  const auto all = [&](const List<UnitName>& list, source::Span around) {
    for (const Given<UnitName>& name : list.items) one(name, list.at_or(around));
  };
  all(task.lead, task.at);
  all(task.support, task.at);
  for (const auto& [name, share] : task.share.rows) {
    visit(UnitName{*name.value}, name.at_or(task.share.at_or(task.at)));
  }
  for (const Indicator& indicator : task.indicators) {
    one(indicator.reporter, indicator.at);
    for (const Reading& reading : indicator.readings) one(reading.by, reading.at);
  }
  one(task.qualitative.by, task.qualitative.at_or(task.at));
  for (const Progress& progress : task.progress) one(progress.by, progress.at);
  for (const Issue& issue : task.issues) {
    one(issue.owner, issue.at);
    one(issue.coordinator, issue.at);
    for (const IssueStep& step : issue.log) one(step.by, step.at);
  }
  for (const SelfAssessment& assessment : task.self_assessments) {
    one(assessment.by, assessment.at);
  }
  for (const Order& order : task.orders) all(order.to, order.at);
  for (const Change& change : task.changes) {
    if (!change.field || !holds_units(*change.field)) continue;
    all(units_in(change.from), change.at);
    all(units_in(change.to), change.at);
  }
}

/// The same for the units that a plan's roles name.
template <class Visit>
void for_each_unit(const Plan& plan, Visit visit) {
  const source::Span roles = plan.roles.at_or(plan.at);
  const auto one = [&](const Given<UnitName>& name) {
    if (name) visit(*name, name.at_or(roles));
  };
  one(plan.roles.office);
  for (const Given<UnitName>& closer : plan.roles.closers.items) one(closer);
}

/// The same for the units that the units of a registry name.
template <class Visit>
void for_each_unit(const Registry& registry, Visit visit) {
  for (const Unit& unit : registry.units) {
    const auto one = [&](const Given<UnitName>& name) {
      if (name) visit(*name, name.at_or(unit.at));
    };
    for (const Given<UnitName>& member : unit.members.items) one(member);
    one(unit.successor);
  }
}

/// Call `visit(registry, name, place)` for every unit that anything in the ledger names and whose
/// registry can tell: one that was read to its end and whose units all have names.
template <class Visit>
void for_each_unit(const Ledger& ledger, Visit visit) {
  for (const RegistryFile& registry : ledger.registries) {
    if (!ledger.can_tell(registry)) continue;
    const auto visit_in = [&](const UnitName& name, source::Span at) { visit(registry, name, at); };
    for_each_unit(registry.registry, visit_in);
    for (const PlanFolder& plan : ledger.plans) {
      if (ledger.registry_of(plan) != &registry) continue;
      for_each_unit(plan.plan, visit_in);
      for (const TaskFile& file : plan.tasks) for_each_unit(file.task, visit_in);
    }
  }
}

}  // namespace taizhang::model
