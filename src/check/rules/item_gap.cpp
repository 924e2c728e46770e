// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_item_gap(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    std::set<int> items;
    for (const model::TaskFile& task : plan.tasks) {
      // By the number of the file: where the item differs that is another rule's finding.
      if (const auto item = task.file_item ? task.file_item : task.item()) items.insert(*item);
    }
    std::string missing;
    const auto& from = plan.plan.rules.items.from;
    int expected = from.value_or(1);
    for (int item : items) {
      if (item > expected) {
        if (!missing.empty()) missing += ", ";
        missing += std::to_string(expected);
        if (item > expected + 1) missing += "–" + std::to_string(item - 1);
      }
      expected = item + 1;
    }
    if (missing.empty()) continue;
    found
        .add(
            source::start_of(plan.file), {{"缺少第 {0} 项任务", "items missing: {0}"}, {missing}},
            {{"补上这些任务的文件，或改正其他文件的序号；清单不从 1 编起的，在 plan.yaml 写 rules: "
              "{items: {from: {0}}}",
              "add the files of these tasks or correct the numbers of the others; where the list "
              "does not begin at 1 write rules: {items: {from: {0}}} in plan.yaml"},
             {std::to_string(*items.begin())}})
        .distinction = missing;
  }
}

}  // namespace

const Rule item_gap{
    "E19",
    "item-gap",
    source::Severity::error,
    {"序号不连续，中间缺任务", "items are missing in between"},
    {"清单从 1 编到底，中间缺号说明有任务没有录入。",
     "A list is numbered from 1 without gaps; a gap means that a task has not been entered."},
    R"yaml(# 只有 001-….yaml 和 003-….yaml
)yaml",
    R"yaml(# 001-….yaml、002-….yaml、003-….yaml
)yaml",
    find_item_gap,
};

}  // namespace taizhang::check
