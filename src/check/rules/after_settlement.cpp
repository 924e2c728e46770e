// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"
#include "measure/terms.h"

namespace taizhang::check {

namespace {

/// What comes after the settlement counts only with approval, withdrawals included.
void find_after_settlement(const Told& told, Collector& found) {
  const model::Plan& plan = told.plan.plan;
  const auto meant = [&](std::string_view key) {
    return told.ledger.was_meant(told.file.file, key);
  };
  if (plan.reporting.value == model::Reporting::public_ || !plan.period.end) return;
  // Days that are swapped are a finding of their own.
  if (plan.period.start && *plan.period.start > *plan.period.end) return;
  if (told.indicator.readings.empty() || meant("due") || meant("approved_by")) return;
  const auto due = measure::due_of(plan, told.file.task, told.indicator, end_of_days);
  const base::Date last = due ? std::max(*due, *plan.period.end) : *plan.period.end;
  const base::Date settled =
      last + std::chrono::days(measure::limits_of(plan.rules.deadlines).settlement);
  for (const model::Reading& reading : told.indicator.readings) {
    if (!reading.reported || *reading.reported <= settled || reading.approved_by.written())
      continue;
    found.add(reading.reported.at_or(reading.at),
              {{"{0} 上报，已过结算日 {1}，没有批准，不计入",
                "reported on {0}, after the settlement on {1}, and without approval: it does not "
                "count"},
               {base::iso(*reading.reported), base::iso(settled)}},
              {{"批准了的写上 approved_by: 批准单位；上报日写错的，改正 reported",
                "where it was approved write approved_by; where the day is wrong correct reported"},
               {}});
  }
}

}  // namespace

const Rule after_settlement{
    "E56",
    "after-settlement",
    source::Severity::error,
    {"结算以后才报，没有批准", "a report after the settlement without approval"},
    {"期满后 45 天（计划可另定）结算，红灯蓝灯就定了；以后再报、再更正，要有人批准才算数。",
     "Some 45 days after the end (a plan may set others) lights are final; what is reported or "
     "corrected later counts only where somebody has approved it."},
    R"yaml(# 计划 2023-12-31 到期
- {id: r2, date: 2023-12-31, value: 200, reported: 2024-06-20, corrects: r1, reason: 补录}
)yaml",
    R"yaml(# 计划 2023-12-31 到期
- {id: r2, date: 2023-12-31, value: 200, reported: 2024-06-20, corrects: r1, reason: 补录, approved_by: 市政府办公室}
)yaml",
    nullptr,
    find_after_settlement,
};

}  // namespace taizhang::check
