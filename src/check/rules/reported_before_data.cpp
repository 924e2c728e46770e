// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

bool is_after(const model::Period& period, base::Date date) {
  return period.start && period.end && *period.start <= *period.end && date > *period.end;
}

void find_reported_before_data(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& task : plan.tasks) {
      for (const model::Indicator& indicator : task.task.indicators) {
        for (const model::Reading& reading : indicator.readings) {
          if (!reading.date || !reading.reported || *reading.date <= *reading.reported) continue;
          // A data date from another year is one mistake, and another rule's finding.
          if (is_after(plan.plan.period, *reading.date)) continue;
          found.add(reading.reported.at_or(reading.at),
                    {{"{0} 上报的是截至 {1} 的数据", "reported on {0}, for data as of {1}"},
                     {base::iso(*reading.reported), base::iso(*reading.date)}},
                    {{"检查 date（数据截止日）和 reported（上报日）",
                      "check date (of the data) and reported (of the report)"},
                     {}},
                    {{reading.date.at, {{"数据截止日在这里", "the data date is here"}, {}}}});
        }
      }
    }
  }
}

}  // namespace

const Rule reported_before_data{
    "E29",
    "reported-before-data",
    source::Severity::error,
    {"上报日早于数据截止日", "a report from before its data date"},
    {"数据还没到截止日就上报，不是数据日期写错，就是预估数。",
     "A figure cannot be reported before the day it stands for: one of the dates is wrong, or it "
     "is a guess."},
    R"yaml(- {id: r1, date: 2023-08-31, value: 131, reported: 2023-08-12}
)yaml",
    R"yaml(- {id: r1, date: 2023-08-31, value: 131, reported: 2023-09-12}
)yaml",
    find_reported_before_data,
};

}  // namespace taizhang::check
