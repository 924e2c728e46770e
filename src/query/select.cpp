// SPDX-License-Identifier: MIT
#include "query/select.h"

#include <algorithm>
#include <charconv>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "measure/units.h"

namespace taizhang::query {

using base::Exit;
using base::Fatal;
using measure::PlanFigures;
using measure::TaskFigures;

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool names_unit(const model::List<model::UnitName>& units, const model::RegistryFile* registry,
                const std::string& wanted, base::Date day) {
  return std::any_of(units.items.begin(), units.items.end(), [&](const auto& unit) {
    return unit && (measure::main_name(registry, unit->text) == wanted ||
                    measure::unit_on(registry, unit->text, day) == wanted);
  });
}

std::string unit_name(const model::Ledger& ledger, const std::vector<PlanFigures>& plans,
                      const std::string& given) {
  std::vector<std::string_view> known;
  for (const PlanFigures& plan : plans) {
    const model::RegistryFile* registry = ledger.registry_of(*plan.plan);
    if (!registry) continue;
    if (registry->find(given)) return given;
    const model::Unit* meant = registry->find_alias(given);
    if (meant && meant->name) return *meant->name;
    for (const model::Unit& unit : registry->registry.units) {
      if (unit.name) known.push_back(*unit.name);
    }
  }
  throw Fatal(Exit::usage, {{"没有“{0}”这个单位", "there is no unit “{0}”"}, {given}},
              base::near_or_all(given, known));
}

int section_number(const std::vector<PlanFigures>& plans, const std::string& given) {
  const auto number = whole_number(given);
  std::vector<std::string_view> known;
  for (const PlanFigures& plan : plans) {
    for (const model::Section& section : plan.plan->plan.sections) {
      if (!section.no || !section.title) continue;
      if (*section.no == number || *section.title == given) return *section.no;
      known.push_back(*section.title);
    }
  }
  throw Fatal(Exit::usage, {{"没有“{0}”这个板块", "there is no section “{0}”"}, {given}},
              base::near_or_all(given, known));
}

namespace {

/// By its name in files, or by the word that tables show for it in either language.
model::Status status_named(const std::string& given) {
  for (const auto& [status, name, label] : model::Names<model::Status>::table) {
    if (given == name || given == label.zh || given == label.en) return status;
  }
  throw Fatal(Exit::usage, {{"没有“{0}”这个状态", "there is no status “{0}”"}, {given}},
              base::near_or_all(given, model::names<model::Status>()));
}

}  // namespace

std::vector<const model::PlanFolder*> select_plans(const model::Ledger& ledger,
                                                   const std::string& id) {
  std::vector<const model::PlanFolder*> selected;
  std::vector<std::string_view> known;
  for (const model::PlanFolder& plan : ledger.plans) {
    if (id.empty() || plan.id == id) selected.push_back(&plan);
    known.push_back(plan.id);
  }
  if (selected.empty()) {
    throw Fatal(Exit::usage, {{"没有“{0}”这个计划", "there is no plan “{0}”"}, {id}},
                base::near_or_all(id, known));
  }
  return selected;
}

std::vector<TaskInPlan> select_tasks(const model::Ledger& ledger,
                                     const std::vector<PlanFigures>& plans,
                                     const Selection& selection) {
  std::optional<std::string> unit;
  std::optional<int> section;
  std::optional<model::Status> status;
  if (!selection.unit.empty()) unit = unit_name(ledger, plans, selection.unit);
  if (!selection.section.empty()) section = section_number(plans, selection.section);
  if (!selection.status.empty()) status = status_named(selection.status);

  std::vector<TaskInPlan> selected;
  for (const PlanFigures& plan : plans) {
    const model::RegistryFile* registry = ledger.registry_of(*plan.plan);
    for (const TaskFigures& figures : plan.tasks) {
      const model::Task& task = figures.task();
      if (section && task.section.value != section) continue;
      if (status && task.status.value != status) continue;
      if (unit && !names_unit(task.lead, registry, *unit, plan.clocks.as_of) &&
          !names_unit(task.support, registry, *unit, plan.clocks.as_of)) {
        continue;
      }
      selected.push_back({&plan, &figures});
    }
  }
  return selected;
}

TaskInPlan find_task(const std::vector<PlanFigures>& plans, const std::string& address) {
  const std::size_t slash = address.rfind('/');
  const bool with_plan = slash != std::string::npos;
  const auto item = whole_number(with_plan ? address.substr(slash + 1) : address);
  if (!item) {
    throw Fatal(Exit::usage, {{"“{0}”不是任务序号", "“{0}” is no item number"}, {address}},
                {{"写序号如 14，或“计划编号/序号”如 {0}/14",
                  "write an item such as 14, or plan/item such as {0}/14"},
                 {plans.empty() ? std::string("2023") : plans.front().plan->id}});
  }
  std::vector<TaskInPlan> found;
  std::vector<std::string> addresses;
  for (const PlanFigures& plan : plans) {
    if (with_plan && plan.plan->id != address.substr(0, slash)) continue;
    for (const TaskFigures& task : plan.tasks) {
      if (task.file->item() != item) continue;
      found.push_back({&plan, &task});
      addresses.push_back(plan.plan->id + "/" + std::to_string(*item));
    }
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Fatal(Exit::usage, {{"没有“{0}”这项任务", "there is no task {0}"}, {address}},
                {{"运行 taizhang list 看有哪些任务", "run taizhang list to see the tasks"}, {}});
  }
  throw Fatal(Exit::usage,
              {{"“{0}”指到 {1} 项任务", "{0} names {1} tasks"},
               {address, static_cast<long long>(found.size())}},
              {{"写明计划：{0}", "name the plan: {0}"}, {base::joined(addresses, ", ")}});
}

}  // namespace taizhang::query
