// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_lead_missing(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const model::Task& task = file.task;
      if (!task.lead.items.empty() || task.mechanism.value_or(false)) continue;
      if (!ledger.is_whole(file.file)) continue;
      if (ledger.was_meant(file.file, "lead") || ledger.was_meant(file.file, "mechanism")) continue;
      const source::Span place = task.lead.at_or(task.title.at_or(task.at));
      found.add(place, {{"这项任务没有牵头单位", "this task has no lead unit"}, {}},
                {{"写上 lead: [单位]；组织保障类任务写 mechanism: true",
                  "write lead: [unit]; an organising task has mechanism: true"},
                 {}});
    }
  }
}

}  // namespace

const Rule lead_missing{
    "E26",
    "lead-missing",
    source::Severity::error,
    {"任务没有牵头单位", "a task without a lead unit"},
    {"没有牵头单位就没有人负责；只有组织保障类任务（mechanism: true）可以没有。",
     "Without a lead nobody answers for the task; only organising tasks (mechanism: true) may lack "
     "one."},
    R"yaml(title: 推动创新平台建设
support: [市工信局]
)yaml",
    R"yaml(title: 推动创新平台建设
lead: [市科技局]
support: [市工信局]
)yaml",
    find_lead_missing,
};

}  // namespace taizhang::check
