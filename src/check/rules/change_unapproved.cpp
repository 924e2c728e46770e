// SPDX-License-Identifier: MIT
#include "check/changed_field.h"
#include "check/rules.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

void find_change_unapproved(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.changes.empty() || ledger.was_meant(file.file, "approved_by")) continue;
      const ChangedFields fields = changed_fields(ledger, plan, file);
      for (const model::Change& change : file.task.changes) {
        if (!change.field || change.approved_by.written()) continue;
        if (!measure::takes_effect(change)) continue;
        const auto field = fields.find(*change.field);
        if (field == fields.end() || field->second.holds == ChangedValue::units) continue;
        found.add(
            change.to.at_or(change.field.at_or(change.at)),
            {{"“{0}”的调整没有批准单位，却已经生效",
              "this change of {0} is in force without approved_by"},
             {*change.field}},
            {{"写上 approved_by: 批准单位；还没有批准的只写 requested（申请日期）",
              "write approved_by: who approved it; what still waits has requested alone"},
             {}},
            {{field->second.at, {{"调整的是这里的值", "this is the value that it changes"}, {}}}});
      }
    }
  }
}

}  // namespace

const Rule change_unapproved{
    "E33",
    "change-unapproved",
    source::Severity::error,
    {"目标或时限的调整没有批准", "a change of a target or due date without approval"},
    {"目标和时限只有批准了才能改；写了生效日期，报表就按新值计算，谁批准的却说不清。",
     "A target or due date moves only with approval; with a day of effect alone reports go by the "
     "new value, and nobody can say who approved it."},
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200}
)yaml",
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室}
)yaml",
    find_change_unapproved,
};

}  // namespace taizhang::check
