// SPDX-License-Identifier: MIT
#include <algorithm>

#include "check/rules.h"

namespace taizhang::check {

namespace {

/// Whether the line of `at` has a fault already, such as a list written as text.
bool has_fault_at(const model::Ledger& ledger, source::Span at) {
  if (!at.known()) return false;
  return std::any_of(ledger.faults.begin(), ledger.faults.end(), [&](const source::Fault& fault) {
    const auto& file = ledger.sources[at.file];
    return fault.at.file == at.file &&
           file.position(fault.at.begin).line == file.position(at.begin).line;
  });
}

void run(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& task : plan.tasks) {
      const auto& lead = task.task.lead;
      // Not said of a file that could not be read to its end or whose list has faults of its own.
      const bool is_read = task.task.title && task.task.status;
      const bool empty = lead.items.empty() && !has_fault_at(ledger, lead.at);
      if (!is_read || !empty || task.task.mechanism.value_or(false)) continue;
      found.add(lead.written() ? lead.at : task.task.title.at,
                {{"这项任务没有牵头单位", "this task has no lead unit"}, {}},
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
     "Without a lead nobody answers for the task; only organising tasks (mechanism: true) may lack one."},
    R"yaml(title: 推动创新平台建设
support: [市工信局]
)yaml",
    R"yaml(title: 推动创新平台建设
lead: [市科技局]
support: [市工信局]
)yaml",
    run,
};

}  // namespace taizhang::check
