// SPDX-License-Identifier: MIT
//
// A walk over all that a file gives, by the tables of its entities: whoever asks of every text or
// of every key need not name a single one.
#pragma once

#include <type_traits>

#include "model/ledger.h"
#include "model/task_fields.h"

namespace taizhang::check {

/// Call `visit(field, member)` for every field of `entity` and of all that it holds: a value, a
/// list of values or a table; entities themselves are walked into.
template <class E, class Visit>
void for_each_written(const E& entity, const Visit& visit) {
  const auto look = [&](const auto& field) {
    const auto& member = field.of(entity);
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_base_of_v<model::Entity, Member>) {
      if (member.written()) for_each_written(member, visit);
    } else if constexpr (requires { member.items.front().ends; }) {
      for (const auto& one : member) for_each_written(one, visit);
    } else {
      visit(field, member);
    }
  };
  model::Fields<E>::table.each(look);
}

/// Call `visit(file, entity)` for every registry, plan and task of the ledger.
template <class Visit>
void for_each_file(const model::Ledger& ledger, const Visit& visit) {
  for (const model::RegistryFile& registry : ledger.registries) {
    visit(registry.file, registry.registry);
  }
  for (const model::PlanFolder& plan : ledger.plans) {
    visit(plan.file, plan.plan);
    for (const model::TaskFile& file : plan.tasks) visit(file.file, file.task);
  }
}

/// Call `visit(text, place, is_title)` for every text that is written in `entity`; titles and names
/// stand in lists and tables, each in its one line.
template <class E, class Visit>
void for_each_text(const E& entity, const Visit& visit) {
  for_each_written(entity, [&](const auto& field, const auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    const bool title = field.key == "title" || field.key == "name";
    const auto one = [&](const auto& given) {
      if (!given.value || !given.at) return;
      if constexpr (requires { given.value->text; }) {
        visit(given.value->text, *given.at, true);
      } else {
        visit(*given.value, *given.at, title);
      }
    };
    if constexpr (std::is_same_v<Member, model::Given<std::string>> ||
                  std::is_same_v<Member, model::Given<model::UnitName>>) {
      one(member);
    } else if constexpr (std::is_base_of_v<model::List<std::string>, Member> ||
                         std::is_base_of_v<model::List<model::UnitName>, Member>) {
      for (const auto& given : member.items) one(given);
    }
  });
}

/// Call `visit(table, place, what)` for every map of the task whose keys are units.
template <class Visit>
void for_each_table_by_unit(const model::Task& task, const Visit& visit) {
  visit(task.share, task.at, base::Bilingual{"份额", "the shares"});
  for (const model::Indicator& indicator : task.indicators) {
    visit(indicator.targets, indicator.at, base::Bilingual{"各单位目标", "the targets"});
    visit(indicator.baseline.by, indicator.at, base::Bilingual{"各单位基数", "the baselines"});
    for (const model::Reading& reading : indicator.readings) {
      visit(reading.extras->values, reading.at, base::Bilingual{"各单位数值", "the values"});
    }
  }
  for (const model::Inspection& inspection : task.inspections) {
    visit(inspection.verified_values, inspection.at,
          base::Bilingual{"各单位核定值", "the verified values"});
  }
}

}  // namespace taizhang::check
