// SPDX-License-Identifier: MIT
#include "check/changed_field.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// What is wrong with a value that is not what its field holds, and how it is written.
struct Wanted {
  base::Bilingual said, help;
};

Wanted wanted(ChangedValue holds) {
  switch (holds) {
    case ChangedValue::number:
      return {
          {"“{0}”不是数字，目标没有改动", "“{0}” is not a number: the target does not move"},
          {"写一个不带单位的数字，如 to: 200", "write a number without a unit, such as to: 200"}};
    case ChangedValue::date:
      return {{"“{0}”不是日期，时限没有改动", "“{0}” is not a date: the due date does not move"},
              {"写成 to: 2024-03-31 这样", "write it as to: 2024-03-31"}};
    case ChangedValue::units:
      return {{"“{0}”不是单位，没有改动", "“{0}” is no unit: nothing moves"},
              {"写单位名称，如 to: [市科技局, 市工信局]",
               "write the names of units, such as to: [市科技局, 市工信局]"}};
    case ChangedValue::trajectory:
      break;
  }
  return {{"“{0}”不是序时安排，没有改动", "“{0}” is no trajectory: nothing moves"},
          {"写成 to: {type: step, points: [{date: 日期, value: 应达到的值}, …]} 这样",
           "write it as to: {type: step, points: [{date: …, value: …}, …]}"}};
}

void find_change_to(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.changes.empty() || ledger.was_meant(file.file, "to")) continue;
      const ChangedFields fields = changed_fields(ledger, plan, file);
      for (const model::Change& change : file.task.changes) {
        if (!change.field || !change.to) continue;
        const auto field = fields.find(*change.field);
        if (field == fields.end()) continue;
        const ChangedValue holds = field->second.holds;
        const auto to = written_alike(ledger.registry_of(plan), holds, *change.to);
        if (to && to != model::Target::pending.en && to != model::DueDay::standing.en) continue;
        const Wanted as = wanted(holds);
        found.add(change.to.at_or(change.at), {as.said, {as_written(*change.to)}}, {as.help, {}});
      }
    }
  }
}

}  // namespace

const Rule change_to{
    "E38",
    "change-to",
    source::Severity::error,
    {"调整后的值读不懂", "a change to a value that cannot be read"},
    {"目标要改成一个数字，时限要改成一个日期；写成别的，这条调整就不起作用。",
     "A target changes to a number and a due date to a date; anything else moves nothing."},
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: due, from: 2023-12-31, to: 明年3月底, approved_by: 市政府办公室}
)yaml",
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: due, from: 2023-12-31, to: 2024-03-31, approved_by: 市政府办公室}
)yaml",
    find_change_to,
};

}  // namespace taizhang::check
