// SPDX-License-Identifier: MIT
#include <map>

#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_item_duplicate(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    std::map<int, source::Span> first;
    for (const model::TaskFile& task : plan.tasks) {
      // By the number of the file: one that differs from the item is another rule's finding.
      const auto item = task.file_item;
      if (!item) continue;
      const source::Span at =
          task.task.item ? task.task.item.at_or(task.task.at) : source::start_of(task.file);
      const auto [earlier, is_new] = first.emplace(*item, at);
      if (is_new) continue;
      found.add(
          at, {{"序号 {0} 已经用过", "item {0} is taken"}, {static_cast<long long>(*item)}},
          {{"给其中一项换一个序号，文件名同改", "give one of them another number, and its file"},
           {}},
          {{earlier->second, {{"另一项在这里", "the other task is here"}, {}}}});
    }
  }
}

}  // namespace

const Rule item_duplicate{
    "E18",
    "item-duplicate",
    source::Severity::error,
    {"两项任务用了同一个序号", "two tasks with one item number"},
    {"序号重复时，清单、统计和督办会把两项任务混为一谈。",
     "With one number for two tasks, lists, counts and orders mix them up."},
    R"yaml(# 014-piles.yaml 和 014-cars.yaml
item: 14
)yaml",
    R"yaml(# 014-piles.yaml
item: 14
# 015-cars.yaml
item: 15
)yaml",
    find_item_duplicate,
};

}  // namespace taizhang::check
