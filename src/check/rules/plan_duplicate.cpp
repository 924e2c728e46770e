// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_plan_duplicate(const model::Ledger& ledger, Collector& found) {
  std::map<std::string, source::Span> first;
  for (const model::PlanFolder& plan : ledger.plans) {
    const source::Span at = plan.plan.id.at_or(source::start_of(plan.file));
    const auto [earlier, is_new] = first.emplace(plan.id, at);
    if (is_new) continue;
    found.add(
        at, {{"计划编号“{0}”已经用过", "the plan id “{0}” is taken"}, {plan.id}},
        {{"给其中一个换一个编号，如“县名-年份”", "give one another id, such as county-year"}, {}},
        {{earlier->second, {{"另一个在这里", "the other one is here"}, {}}}});
  }
}

}  // namespace

const Rule plan_duplicate{
    "E22",
    "plan-duplicate",
    source::Severity::error,
    {"两个计划用了同一个编号", "two plans with one id"},
    {"任务用“计划编号/序号”来指，编号重复就指不清。",
     "Tasks are addressed as plan/item; with two plans of one id that means nothing."},
    R"yaml(# tasks/2023/plan.yaml 和 tasks/2024/plan.yaml
id: "2023"
)yaml",
    R"yaml(# tasks/2024/plan.yaml
id: "2024"
)yaml",
    find_plan_duplicate,
};

}  // namespace taizhang::check
