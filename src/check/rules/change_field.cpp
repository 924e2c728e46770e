// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "base/suggest.h"
#include "check/changed_field.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// Whether every indicator and milestone of the file is there under its id.
bool all_ids_known(const model::Ledger& ledger, const model::TaskFile& file) {
  const auto has_id = [](const auto& entry) { return bool(entry.id); };
  const model::Task& task = file.task;
  return ledger.is_whole(file.file) && !ledger.was_meant(file.file, "indicators") &&
         !ledger.was_meant(file.file, "milestones") &&
         std::all_of(task.indicators.begin(), task.indicators.end(), has_id) &&
         std::all_of(task.milestones.begin(), task.milestones.end(), has_id);
}

void find_change_field(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.changes.empty() || !all_ids_known(ledger, file)) continue;
      const ChangedFields fields = changed_fields(ledger, plan, file);
      for (const model::Change& change : file.task.changes) {
        if (!change.field || names_a_field(fields, *change.field)) continue;
        std::vector<std::string_view> known;
        for (const auto& [name, field] : fields) known.push_back(name);
        found.add(change.field.at_or(change.at),
                  {{"这项任务没有“{0}”", "this task has no “{0}”"}, {*change.field}},
                  base::near_or_all(*change.field, known));
      }
    }
  }
}

}  // namespace

const Rule change_field{
    "E37",
    "change-field",
    source::Severity::error,
    {"调整的字段不在任务里", "a change of a field that the task does not have"},
    {"字段写错，这条调整什么也不改，报表仍按原值计算。",
     "With its field misspelt the change moves nothing, and reports go on with the old value."},
    R"yaml(indicators:
  - id: piles
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.pile.target, from: 221, to: 200, approved_by: 市政府办公室}
)yaml",
    R"yaml(indicators:
  - id: piles
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室}
)yaml",
    find_change_field,
};

}  // namespace taizhang::check
