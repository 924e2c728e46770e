// SPDX-License-Identifier: MIT
#include "check/reported.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_due_after_task(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const model::Task& task = file.task;
      const auto due = model::date_of(task.due);
      // Where changes move a due date the written ones tell nothing of each other.
      if (!due || !task.changes.empty()) continue;
      const auto look = [&](const model::Given<base::Date>& own, source::Span around,
                            base::Bilingual what) {
        // A date of another year is one mistake, and another rule's finding.
        const model::Period& period = plan.plan.period;
        if (!own || *own <= *due || is_outside(period, *own) || is_outside(period, *due)) return;
        found.add(own.at_or(around),
                  {{"{0}的时限 {1} 比任务的 {2} 还晚", "{0} is due on {1}, the task on {2}"},
                   {what, base::iso(*own), base::iso(*due)}},
                  {{"任务的时限写最后一项的；哪个写错了改哪个",
                    "a task is due with the last of its measures; correct the one that is wrong"},
                   {}},
                  {{due.at, {{"任务的时限在这里", "the task is due here"}, {}}}});
      };
      for (const model::Indicator& one : task.indicators) {
        look(one.due, one.at, {"指标", "an indicator"});
      }
      for (const model::Milestone& one : task.milestones) {
        look(one.due, one.at, {"节点", "a milestone"});
      }
    }
  }
}

}  // namespace

const Rule due_after_task{
    "W33",
    "due-after-task",
    source::Severity::warning,
    {"指标或节点的时限晚于任务", "a measure that is due after its task"},
    {"任务九月底到期，指标却到年底：任务先亮红灯，指标还是绿灯，会上说不清哪个算数。",
     "The task is due in September and its indicator in December: one is red while the other is "
     "green, and nobody can say which holds."},
    R"yaml(due: 2023-09-30
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31}
)yaml",
    R"yaml(due: 2023-12-31
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31}
)yaml",
    find_due_after_task,
};

}  // namespace taizhang::check
