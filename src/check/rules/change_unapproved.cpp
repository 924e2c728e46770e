// SPDX-License-Identifier: MIT
#include "check/changed_field.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_change_unapproved(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.changes.empty() || ledger.was_meant(file.file, "approved_by")) continue;
      const ChangedFields fields = changed_fields(ledger, plan, file);
      for (const model::Change& change : file.task.changes) {
        if (!change.field || change.approved_by.written()) continue;
        const auto field = fields.find(*change.field);
        if (field == fields.end() || field->second.holds == ChangedValue::units) continue;
        found.add(change.to.at_or(change.field.at_or(change.at)),
                  {{"“{0}”的调整没有批准单位，不起作用",
                    "this change of {0} has no approved_by and moves nothing"},
                   {*change.field}},
                  {{"批准后写上 approved_by: 批准单位",
                    "once it is approved, write approved_by: who approved it"},
                   {}},
                  {{field->second.at,
                    {{"仍按这里的值和已批准的调整计算",
                      "this value and the approved changes stay in force"},
                     {}}}});
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
    {"目标和时限只有批准了才能改；没有批准单位的调整不算数，报表仍按原值计算。",
     "A target or due date moves only with approval; without it reports go on with the old value."},
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200}
)yaml",
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室}
)yaml",
    find_change_unapproved,
};

}  // namespace taizhang::check
