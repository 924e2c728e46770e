// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_file_name(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& task : plan.tasks) {
      if (task.file_item) continue;
      found.add(
          source::start_of(task.file),
          {{"文件名没有以任务序号开头", "the file's name does not begin with an item number"}, {}},
          {{"改名为 014-piles.yaml 的样子：三位序号、短横线、英文短名",
            "rename it like 014-piles.yaml: three digits, a dash, a short name"},
           {}});
    }
  }
}

}  // namespace

const Rule file_name{
    "E16",
    "file-name",
    source::Severity::error,
    {"任务文件名不以序号开头", "a task file whose name has no item number"},
    {"文件名里的序号让人不打开文件就找得到任务。",
     "The number lets people find a task without opening its file."},
    R"yaml(# tasks/2023/piles.yaml
)yaml",
    R"yaml(# tasks/2023/014-piles.yaml
)yaml",
    find_file_name,
};

}  // namespace taizhang::check
