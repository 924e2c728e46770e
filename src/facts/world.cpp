// SPDX-License-Identifier: MIT
#include "facts/world.h"

#include <algorithm>

#include "base/fatal.h"
#include "measure/units.h"

namespace taizhang::facts {

const World& World::since() const {
  if (since_) return *since_;
  base::refuse({{"变化要从哪一天算起？", "since which day are events asked for?"}},
               {{"加上 --since，如 --since 2023-08-31、--since -7d；看一段时间的全部变化用 "
                 "taizhang diff",
                 "add --since, such as --since 2023-08-31 or --since -7d; all that differs "
                 "between two days is taizhang diff"}});
}

World::TaskThen World::then_of(const measure::PlanFigures& plan,
                               const measure::TaskFigures& task) const {
  const auto plan_at = static_cast<std::size_t>(&plan - plans().data());
  const auto task_at = static_cast<std::size_t>(&task - plan.tasks.data());
  const measure::PlanFigures& then = since().plans()[plan_at];
  return {&then, &then.tasks[task_at]};
}

const std::vector<measure::Event>& World::events(const measure::PlanFigures& plan,
                                                 const measure::TaskFigures& task) const {
  const auto found = events_.find(&task);
  if (found != events_.end()) return found->second;
  const TaskThen then = then_of(plan, task);
  return events_.emplace(&task, measure::changes({*then.task, since().clocks()}, {task, clocks_}))
      .first->second;
}

std::optional<std::string> World::unit_named(const std::string& given) const {
  for (const measure::PlanFigures& plan : plans()) {
    const model::RegistryFile* registry = plan.registry;
    if (!registry || (!registry->find(given) && !registry->find_alias(given))) continue;
    return measure::unit_on(registry, given, plan.clocks.as_of);
  }
  return std::nullopt;
}

std::vector<std::string> World::units_for(const std::string& written) const {
  const auto name = unit_named(written);
  if (!name) return {};
  std::vector<std::string> all{*name};
  for (const measure::PlanFigures& plan : plans()) {
    for (std::string& one : measure::units_for(plan.registry, written, plan.clocks.as_of)) {
      if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
    }
  }
  return all;
}

std::vector<std::string> World::unit_names() const {
  std::vector<std::string> names;
  for (const measure::PlanFigures& plan : plans()) {
    if (!plan.registry) continue;
    for (const model::Unit& unit : plan.registry->registry.units) {
      if (unit.name) names.push_back(*unit.name);
    }
  }
  return names;
}

std::vector<measure::Later> World::later(const measure::PlanFigures& plan,
                                         const measure::TaskFigures& task) const {
  for (const model::PlanFolder& whole : ledger_.plans) {
    if (whole.file != plan.plan->file) continue;
    for (const model::TaskFile& file : whole.tasks) {
      if (file.file == task.file->file) return measure::later(file.task, clocks_);
    }
  }
  return {};
}

const std::vector<World::TaskOfUnit>& World::duties(const measure::PlanFigures& plan,
                                                    const measure::TaskFigures& task) const {
  const auto [at, fresh] = duties_.try_emplace(&task);
  if (!fresh) return at->second;
  for (measure::Duty& duty : measure::duties_of(plan, task)) {
    TaskOfUnit one{std::move(duty), nullptr};
    if (one.duty.own) {
      one.own =
          std::make_shared<const measure::TaskFigures>(measure::figures_of(plan, task, one.duty));
    }
    at->second.push_back(std::move(one));
  }
  return at->second;
}

const measure::TaskScore& World::score(const measure::PlanFigures& plan,
                                       const measure::TaskFigures& task) const {
  const auto found = scores_.find(&task);
  if (found != scores_.end()) return found->second;
  return scores_.emplace(&task, measure::score_task(plan, task)).first->second;
}

const measure::UnitScore* World::score(const measure::PlanFigures& plan,
                                       const std::string& unit) const {
  const auto [at, fresh] = unit_scores_.try_emplace({&plan, unit});
  if (fresh) {
    const auto score_of = [&](const measure::TaskFigures& task) { return score(plan, task); };
    if (plan.limits.score.ranking) {
      // A place is one among all: each of them is known now.
      for (measure::UnitScore& one : measure::score_units(plan, score_of)) {
        const std::pair key(&plan, one.unit);
        unit_scores_.insert_or_assign(key, std::move(one));
      }
    } else {
      at->second = measure::score_unit(plan, unit, nullptr, score_of);
    }
  }
  return at->second ? &*at->second : nullptr;
}

}  // namespace taizhang::facts
