// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_item_number(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& task : plan.tasks) {
      const auto& item = task.task.item;
      if (!item || !task.file_item || *item == *task.file_item) continue;
      found.add(item.at_or(task.task.at),
                {{"序号是 {0}，文件名却是 {1}", "the item is {0}, but the file's name says {1}"},
                 {static_cast<long long>(*item), static_cast<long long>(*task.file_item)}},
                {{"改正序号，或给文件改名", "correct the item or rename the file"}, {}});
    }
  }
}

}  // namespace

const Rule item_number{
    "E17",
    "item-number",
    source::Severity::error,
    {"序号与文件名不一致", "an item that is not the number of its file"},
    {"序号是任务的身份，两处不一致时无法判断是哪一项。",
     "The item is the identity of a task; two different ones leave it open which task this is."},
    R"yaml(# 014-piles.yaml
item: 41
)yaml",
    R"yaml(# 014-piles.yaml
item: 14
)yaml",
    find_item_number,
};

}  // namespace taizhang::check
