// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "check/rules.h"

namespace taizhang::check {

namespace {

/// Whether the plan's sections could all be read and each has a number of its own; else a task is
/// given the benefit of the doubt.
bool sections_are_known(const model::PlanFolder& plan) {
  std::set<int> numbers;
  for (const model::Section& section : plan.plan.sections) {
    if (!section.no || !numbers.insert(*section.no).second) return false;
  }
  return !numbers.empty();
}

std::string known_numbers(const model::PlanFolder& plan) {
  std::string numbers;
  for (const model::Section& section : plan.plan.sections) {
    if (!numbers.empty()) numbers += ", ";
    numbers += std::to_string(*section.no);
  }
  return numbers;
}

void find_section_unknown(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    if (!sections_are_known(plan) || !ledger.is_whole(plan.file)) continue;
    const std::string known = known_numbers(plan);
    for (const model::TaskFile& task : plan.tasks) {
      const auto& section = task.task.section;
      if (!section || plan.section(*section)) continue;
      found.add(
          section.at_or(task.task.at),
          {{"计划里没有第 {0} 板块", "the plan has no section {0}"},
           {static_cast<long long>(*section)}},
          {{"用 plan.yaml 里 sections 的序号：{0}", "use a number of sections in plan.yaml: {0}"},
           {known}});
    }
  }
}

}  // namespace

const Rule section_unknown{
    "E20",
    "section-unknown",
    source::Severity::error,
    {"板块序号不在计划里", "a section that the plan does not have"},
    {"按板块统计时，这项任务会不知归到哪里。",
     "In counts by section the task would belong nowhere."},
    R"yaml(section: 13   # 计划只有 12 个板块
)yaml",
    R"yaml(section: 12
)yaml",
    find_section_unknown,
};

}  // namespace taizhang::check
