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
  std::map<std::string, std::size_t, std::less<>> by_name;   ///< names, then aliases, to units
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

  const TaskFile* find(int item) const;
  const Section* section(int no) const;
};

/// All that was read, in a fixed order: plans and registries by path, tasks by item.
struct Ledger {
  source::Sources sources;
  std::vector<source::Fault> faults;
  std::vector<RegistryFile> registries;
  std::vector<PlanFolder> plans;

  const RegistryFile* registry_of(const PlanFolder& plan) const;

  /// How many files have a fault of reading; other commands than `check` say so in one line.
  std::size_t faulty_files() const;
};

/// Build the index of a registry that has been read; the first of two equal names counts.
void build_index(RegistryFile& registry);

/// Call `visit(const Given<UnitName>&)` for every unit that the task names, in file order.
template <class Visit>
void for_each_unit(const Task& task, Visit visit) {
  const auto all = [&](const List<UnitName>& list) {
    for (const Given<UnitName>& name : list.items) visit(name);
  };
  all(task.lead);
  all(task.support);
  for (const Indicator& indicator : task.indicators) {
    visit(indicator.reporter);
    for (const Reading& reading : indicator.readings) visit(reading.by);
  }
  visit(task.qualitative.by);
  for (const Progress& progress : task.progress) visit(progress.by);
  for (const Issue& issue : task.issues) {
    visit(issue.owner);
    visit(issue.coordinator);
    for (const IssueStep& step : issue.log) visit(step.by);
  }
  for (const SelfAssessment& assessment : task.self_assessments) visit(assessment.by);
  for (const Order& order : task.orders) all(order.to);
}

}  // namespace taizhang::model
