// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_registry_missing(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    if (plan.registry) continue;
    found.add(source::start_of(plan.file),
              {{"这个计划没有单位名录", "this plan has no registry of units"}, {}},
              {{"在它的文件夹或上级文件夹里写一个 units.yaml",
                "write a units.yaml in its folder or one above it"},
               {}});
  }
}

}  // namespace

const Rule registry_missing{
    "E23",
    "registry-missing",
    source::Severity::error,
    {"计划找不到单位名录", "a plan without a registry of units"},
    {"没有名录就无法核对单位名称，也无法按单位统计。",
     "Without a registry no unit can be checked or counted."},
    R"yaml(# tasks/2023/plan.yaml，而 tasks/ 和 tasks/2023/ 里都没有 units.yaml
)yaml",
    R"yaml(# tasks/units.yaml
)yaml",
    find_registry_missing,
};

}  // namespace taizhang::check
