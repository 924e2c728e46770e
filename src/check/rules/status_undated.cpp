// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// Whether the status is one that comes on a day, by a change.
bool comes_later(model::Status status) {
  return status != model::Status::not_started && status != model::Status::in_progress;
}

void find_status_undated(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const auto& status = file.task.status;
      if (!status || !comes_later(*status) || !ledger.is_whole(file.file)) continue;
      const std::string word(model::name(*status));
      found.add(status.at_or(file.task.at),
                {{"状态“{0}”没有日期，从计划第一天起就算是这样",
                  "the status {0} has no day: it holds from the plan’s first day on"},
                 {model::label(*status)}},
                {{"status 仍写 in_progress，在 changes 里加一条 {id: c1, effective: 日期, field: "
                  "status, from: in_progress, to: {0}, approved_by: 批准单位}",
                  "leave status: in_progress and add to changes {id: c1, effective: the day, "
                  "field: status, from: in_progress, to: {0}, approved_by: who approved it}"},
                 {word}});
    }
  }
}

}  // namespace

const Rule status_undated{
    "W23",
    "status-undated",
    source::Severity::warning,
    {"销号、暂停、结转、取消没有日期", "a closing status without its day"},
    {"直接写在 status 里的销号没有日子：回头看几月份的报表，那时也成了已销号，该报的数都不算漏报。",
     "A status that is written straight into status has no day: in the report of an earlier month "
     "the task is closed already, and nothing it owed then is missing."},
    R"yaml(status: closed
)yaml",
    R"yaml(status: in_progress
changes:
  - {id: c1, effective: 2023-11-20, field: status, from: in_progress, to: closed, approved_by: 市政府办公室}
)yaml",
    find_status_undated,
};

}  // namespace taizhang::check
