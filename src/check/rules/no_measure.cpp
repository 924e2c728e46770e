// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_no_measure(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const model::Task& task = file.task;
      const bool measured = !task.indicators.empty() || !task.milestones.empty() ||
                            task.qualitative.written() || task.mechanism.value_or(false);
      if (measured || !ledger.is_whole(file.file)) continue;
      const auto meant = [&](std::string_view key) { return ledger.was_meant(file.file, key); };
      if (meant("indicators") || meant("milestones") || meant("qualitative") ||
          meant("mechanism")) {
        continue;
      }
      found.add(
          task.title.at_or(task.at),
          {{"这项任务没有指标、节点或评价", "this task has no indicator, milestone or grade"}, {}},
          {{"写上能看得见做成的事：indicators、milestones 或 qualitative",
            "write what can be seen to be done: indicators, milestones or qualitative"},
           {}});
    }
  }
}

}  // namespace

const Rule no_measure{
    "W02",
    "no-measure",
    source::Severity::warning,
    {"任务没有指标、节点或评价", "a task without any measure"},
    {"没有可以衡量的内容，任务完成与否只能凭说，报表里记作“未量化”。",
     "With nothing to measure, whether it is done is mere opinion; reports call it “not "
     "measurable”."},
    R"yaml(item: 20
title: 优化高速路网建设
)yaml",
    R"yaml(item: 20
title: 优化高速路网建设
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31}
)yaml",
    find_no_measure,
};

}  // namespace taizhang::check
