// SPDX-License-Identifier: MIT
#include "query/topic.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"

namespace taizhang::query {

using base::Exit;
using base::Fatal;
using measure::PlanFigures;

namespace {

using Plans = std::vector<PlanFigures>;

bool has_item(const Plans& plans, int item) {
  return std::any_of(plans.begin(), plans.end(), [&](const PlanFigures& plan) {
    return std::any_of(plan.tasks.begin(), plan.tasks.end(),
                       [&](const auto& task) { return task.file->item() == item; });
  });
}

const PlanFigures* plan_named(const Plans& plans, std::string_view id) {
  const auto found = std::find_if(plans.begin(), plans.end(),
                                  [&](const PlanFigures& plan) { return plan.plan->id == id; });
  return found == plans.end() ? nullptr : &*found;
}

/// The only one of `found`.
const PlanFigures* only_one(const std::vector<const PlanFigures*>& found,
                            const std::string& given) {
  if (found.size() == 1) return found.front();
  std::vector<std::string> ids;
  for (const PlanFigures* plan : found) ids.push_back(plan->plan->id);
  throw Fatal(Exit::usage,
              {{"“{0}”在 {1} 个计划里都有", "“{0}” is in {1} plans"},
               {given, static_cast<long long>(found.size())}},
              {{"用 --plan 指明是哪一个：{0}", "name one of them with --plan: {0}"},
               {base::joined(ids, ", ")}});
}

Topic find_part(const TaskInPlan& task, const std::string& address, const std::string& id) {
  std::vector<std::string_view> known;
  const auto is_it = [&](const model::Given<std::string>& own) {
    if (own) known.push_back(*own);
    return own && *own == id;
  };
  for (const auto& indicator : task.task->indicators) {
    if (is_it(indicator.indicator->id)) return PartTopic{task, &indicator};
  }
  for (const auto& milestone : task.task->milestones) {
    if (is_it(milestone.milestone->id)) return PartTopic{task, &milestone};
  }
  for (const auto& issue : task.task->issues) {
    if (is_it(issue.issue->id)) return PartTopic{task, &issue};
  }
  base::Phrase help = base::near_or_all(id, known);
  if (known.empty()) {
    help = {{"这项任务没有指标、节点和问题", "the task has no indicator, milestone or issue"}, {}};
  }
  throw Fatal(Exit::usage,
              {{"任务 {0} 没有编号为“{1}”的指标、节点或问题",
                "the task {0} has no indicator, milestone or issue “{1}”"},
               {address, id}},
              help);
}

/// The task, or the part of one, at an address of one to three parts; nothing where it is none.
std::optional<Topic> at_address(const Plans& plans, const std::string& word) {
  const std::vector<std::string_view> pieces = base::split(word, '/');
  const std::vector<std::string> parts(pieces.begin(), pieces.end());
  const auto number = [&](std::size_t i) { return whole_number(parts[i]); };
  if (parts.size() == 1 && number(0)) {
    const PlanFigures* plan = plan_named(plans, word);
    if (plan && !has_item(plans, *number(0))) return PlanTopic{plan};
    return find_task(plans, word);
  }
  if (parts.size() == 2) {
    const bool plan_first =
        plan_named(plans, parts[0]) || (number(0) && !has_item(plans, *number(0)));
    if (plan_first && number(1)) return find_task(plans, word);
    if (number(0)) return find_part(find_task(plans, parts[0]), parts[0], parts[1]);
  }
  if (parts.size() == 3 && number(1)) {
    const std::string address = parts[0] + "/" + parts[1];
    return find_part(find_task(plans, address), address, parts[2]);
  }
  return std::nullopt;
}

/// Every name of a unit, section or plan.
std::vector<std::string_view> names(const model::Ledger& ledger, const Plans& plans) {
  std::vector<std::string_view> all;
  for (const PlanFigures& plan : plans) {
    all.push_back(plan.plan->id);
    for (const model::Section& section : plan.plan->plan.sections) {
      if (section.title) all.push_back(*section.title);
    }
    const model::RegistryFile* registry = ledger.registry_of(*plan.plan);
    if (!registry) continue;
    for (const auto& [name, index] : registry->by_name) all.push_back(name);
    for (const auto& [name, index] : registry->by_alias) all.push_back(name);
  }
  return all;
}

bool is_unit(const model::Ledger& ledger, const Plans& plans, const std::string& word) {
  return std::any_of(plans.begin(), plans.end(), [&](const PlanFigures& plan) {
    const model::RegistryFile* registry = ledger.registry_of(*plan.plan);
    return registry && (registry->find(word) || registry->find_alias(word));
  });
}

bool is_section(const Plans& plans, const std::string& word) {
  return std::any_of(plans.begin(), plans.end(), [&](const PlanFigures& plan) {
    const auto& sections = plan.plan->plan.sections;
    return std::any_of(sections.begin(), sections.end(), [&](const model::Section& section) {
      return section.title && *section.title == word;
    });
  });
}

}  // namespace

SectionTopic find_section(const Plans& plans, const std::string& given) {
  const int number = section_number(plans, given);
  const bool by_number = whole_number(given).has_value();
  std::vector<const PlanFigures*> found;
  int section = number;
  for (const PlanFigures& plan : plans) {
    for (const model::Section& one : plan.plan->plan.sections) {
      if (!one.no || !(by_number ? *one.no == number : one.title && *one.title == given)) continue;
      section = *one.no;
      found.push_back(&plan);
      break;
    }
  }
  return {only_one(found, given), section};
}

UnitTopic find_unit(const model::Ledger& ledger, const Plans& plans, const std::string& given) {
  const std::string unit = unit_name(ledger, plans, given);
  std::vector<const PlanFigures*> known, at_work;
  for (const PlanFigures& plan : plans) {
    const model::RegistryFile* registry = ledger.registry_of(*plan.plan);
    if (!registry || !registry->find(unit)) continue;
    known.push_back(&plan);
    if (std::any_of(plan.tasks.begin(), plan.tasks.end(), [&](const auto& task) {
          return names_unit(task.task().lead, registry, unit, plan.clocks.as_of) ||
                 names_unit(task.task().support, registry, unit, plan.clocks.as_of);
        })) {
      at_work.push_back(&plan);
    }
  }
  return {only_one(at_work.empty() ? known : at_work, given), unit};
}

Topic find_topic(const model::Ledger& ledger, const Plans& plans, const std::string& word,
                 const std::vector<std::string_view>& also_known) {
  if (const auto topic = at_address(plans, word)) return *topic;
  if (is_unit(ledger, plans, word)) return find_unit(ledger, plans, word);
  if (is_section(plans, word)) return find_section(plans, word);
  if (const PlanFigures* plan = plan_named(plans, word)) return PlanTopic{plan};
  std::vector<std::string_view> known = names(ledger, plans);
  known.insert(known.end(), also_known.begin(), also_known.end());
  base::Phrase help{
      {"写任务序号（14）、指标（14/piles）、单位、板块或计划的名称，或检查规则（E24）",
       "write an item (14), an indicator (14/piles), the name of a unit, section or "
       "plan, or a rule of check (E24)"},
      {}};
  if (base::suggestion(word, known)) help = base::near_or_all(word, known);
  throw Fatal(Exit::usage,
              {{"没有“{0}”这个任务、单位、板块、计划或检查规则",
                "there is no task, unit, section, plan or rule “{0}”"},
               {word}},
              help);
}

}  // namespace taizhang::query
